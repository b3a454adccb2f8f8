internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The day of a case about the place itself: its hours, and every account of it. Who told it is a number until it is opened.
struct ReviewDayView: HTML {
  let phrases: Phrases
  let matter: ReviewMatter

  private var words: ReviewCasePhrases { phrases.review.one }
  private var places: PlaceDayPhrases { phrases.visits.places }

  var body: Node {
    Node.of {
      if let day = matter.placeDay {
        section {
          h2 { places.hoursTitle }
          PlaceDayTags(phrases: phrases, day: day)
          p { strong { PlaceDayTags.hours(day, phrases) } }
          if let posted = day.postedMinutes { p { places.posted(phrases.minutes(posted)) } }
          if day.contestedMinutes > 0 { p { places.contested(phrases.minutes(day.contestedMinutes)) } }
          p(.class("hint")) { places.unwatched }
        }
      }
      section(.id(ReviewPage.timeline), .focusable()) {
        h2 { words.dayTitle }
        if !matter.isOpened { p(.class("hint")) { words.hiddenTellers } }
        ol(.class("story")) { for event in matter.placeEvents { entry(event) } }
        if let code = FacilityCode(matter.line.placeCode) {
          p {
            a(
              .to(Route.visits(phrases.language, .placeDay(code, DayName(matter.line.day)))), .class("tall")
            ) { words.dayPage }
          }
        }
      }
    }
  }

  private func entry(_ event: ReviewedPlaceEvent) -> Node {
    let successor = matter.placeEvents.first { $0.corrects == event.id }
    return li {
      h3(successor == nil ? .class("kind") : .class("gone")) { places.kinds[event.kind] }
      if event.kind != .takenBack {
        p {
          PlaceDayPage.when(
            event.at, until: event.until, in: matter.zone, phrases)
        }
      }
      if let successor {
        p(.class("quiet")) {
          successor.kind == .takenBack ? phrases.visits.status.takenBack : phrases.visits.status.corrected
        }
      }
      for line in PlaceDayPage.details(event.details, phrases) { p { line } }
      if let note = event.note { p { phrases.quoted(note) } }
      p(.class("quiet")) { source(event) }
    }
  }

  private func source(_ event: ReviewedPlaceEvent) -> String {
    let status = phrases.visits.status, lists = phrases.visits.words
    let who = event.observer ?? words.teller(String(event.teller))
    let wrote = event.recordedBy.map { status.wroteDown($0, phrases.moment(event.recordedAt, in: matter.zone)) }
    return [
      status.toldBy(who, phrases.standing(event.standing)), wrote, status.grade(lists.grades[event.grade]),
    ].compactMap(\.self).joined(separator: " · ")
  }
}
