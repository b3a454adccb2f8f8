internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// One day of a place: its hours as accounts allow, what the rules say, and every account, none left out.
struct PlaceDayPage: HTML {
  let scene: StaffScene
  let code: FacilityCode
  let day: CivilDate
  let watch: PlaceWatch
  let typed: PlaceInput
  let faults: PlaceFaults
  let isSaved: Bool
  /// What a reviewer asked of those who told of the day.
  var questions: [CaseQuestion] = []
  let now: Timestamp

  private var phrases: Phrases { scene.phrases }
  private var words: PlaceDayPhrases { scene.phrases.visits.places }
  private var status: VisitStatusPhrases { scene.phrases.visits.status }
  private var route: Route { .visits(phrases.language, .placeDay(code, DayName(day))) }

  var body: Node {
    let form = PlaceForm(scene: scene, route: route, zone: watch.zone, typed: typed, faults: faults, isNow: false)
    StaffFrame(scene, route, title: phrases.weekdayAndDay(day)) {
      form.fields.summary
      h2 { watch.place.facility.name }
      if isSaved { p(.class("notice"), .role(.status)) { words.saved } }
      ReviewQuestionsView(
        scene: scene, questions: questions, zone: watch.zone, route: route,
        lead: phrases.review.questions.leadOfPlace)
      hours
      section {
        h2 { words.rulesTitle }
        if watch.findings.isEmpty { p { words.rulesNone } }
        for judged in watch.findings {
          FindingCard(phrases: phrases, zone: watch.zone, now: now, judged: judged, event: name(ofEvent:))
        }
      }
      section {
        h2 { words.accountsTitle }
        if watch.events.isEmpty { p { words.noAccounts } }
        ol(.class("story")) { for event in watch.events { entry(event) } }
        if watch.events.contains(where: { !VisitService.isOwn($0, scene.staff) }) {
          p(.class("hint")) { words.notOwn }
        }
      }
      form
      p { a(.to(month.route, query: month.query), .class("tall")) { words.allDays } }
      p(.class("hint")) { words.lead }
    }
  }

  private var month: (route: Route, query: [(name: String, value: String)]) {
    (.visits(phrases.language, .place(code)), [(PlaceMonthPage.monthField, String(day.iso.prefix(7)))])
  }

  @HTMLBuilder private var hours: Node {
    if let known = watch.days.first(where: { $0.day == day }) {
      section {
        h2 { words.hoursTitle }
        PlaceDayTags(phrases: phrases, day: known)
        p { strong { PlaceDayTags.hours(known, phrases) } }
        if let posted = known.postedMinutes { p { words.posted(phrases.minutes(posted)) } }
        if known.contestedMinutes > 0 { p { words.contested(phrases.minutes(known.contestedMinutes)) } }
        p(.class("hint")) { words.unwatched }
      }
    }
  }

  // MARK: Accounts

  private func entry(_ event: PlaceEvent) -> Node {
    let successor = watch.successor(of: event)
    return li(.id(ElementID("event", String(event.id)))) {
      h3(successor == nil ? .class("kind") : .class("gone")) { words.kinds[event.kind] }
      if event.kind != .takenBack { p { Self.when(event.at, until: event.until, in: watch.zone, phrases) } }
      if let successor {
        p(.class("quiet")) { successor.kind == .takenBack ? status.takenBack : status.corrected }
      }
      for line in Self.details(event.details, phrases) { p { line } }
      if let note = event.note { p { phrases.quoted(note) } }
      p(.class("quiet")) { source(event) }
      if event.isSample { p(.class("tags")) { span(.class("tag invented")) { phrases.result.invented } } }
      if successor == nil, event.kind != .takenBack, VisitService.isOwn(event, scene.staff) { takeBack(event) }
    }
  }

  private func takeBack(_ event: PlaceEvent) -> Node {
    form(.post, to: route) {
      StaffForm.token(scene.staff)
      input(.hidden, name: PlaceField.kind.rawValue, .value(PlaceEventKind.takenBack.rawValue))
      input(.hidden, name: PlaceField.corrects.rawValue, .value(String(event.id)))
      button(.class("act plain")) { status.takeBack }
    }
  }

  static func when(_ at: VisitTime, until: Timestamp?, in zone: Zone, _ phrases: Phrases) -> String {
    if at.precision == .day { return phrases.day(zone.local(at.moment).day) }
    let start = phrases.moment(at.moment, in: zone)
    guard let until else { return start }
    let isSameDay = zone.local(until).day == zone.local(at.moment).day
    return phrases.visits.places.when(
      start, isSameDay ? phrases.clock(until, in: zone) : phrases.moment(until, in: zone))
  }

  static func details(_ details: PlaceDetails, _ phrases: Phrases) -> [String] {
    let words = phrases.visits.places
    var lines: [String] = []
    if details.couldStart == false { lines.append(words.couldNotStart) }
    if details.closedOtherwise == true { lines.append(words.wasClosedOtherwise) }
    if details.documented == true { lines.append(words.proof) }
    if let miles = details.miles { lines.append(phrases.counted(miles, words.distance)) }
    return lines
  }

  /// Who told it: by name within one's own office, else what they are to the matter.
  private func source(_ event: PlaceEvent) -> String {
    let lists = phrases.visits.words
    let isOwn = VisitService.isOwn(event, scene.staff)
    let written = status.wroteDown(
      isOwn ? event.recordedBy : words.someoneElse, phrases.moment(event.recordedAt, in: watch.zone))
    let standing =
      isOwn ? lists.standings[event.observer.standing] : phrases.standing(event.observer.standing)
    let told =
      event.observer.isFirstHand ? standing : status.toldBy(isOwn ? event.observer.name : words.someoneElse, standing)
    return [told, written, status.grade(lists.grades[event.grade])].joined(separator: " · ")
  }

  private func name(ofEvent id: String) -> String? {
    guard let event = watch.events.first(where: { String($0.id) == id }) else { return nil }
    return words.kinds[event.kind] + ", " + phrases.clock(event.at.moment, in: watch.zone)
  }
}
