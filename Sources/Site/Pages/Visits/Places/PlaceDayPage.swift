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
      if event.kind != .takenBack { p { when(event) } }
      if let successor {
        p(.class("quiet")) { successor.kind == .takenBack ? status.takenBack : status.corrected }
      }
      for line in details(event) { p { line } }
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

  private func when(_ event: PlaceEvent) -> String {
    let zone = watch.zone
    if event.at.precision == .day { return phrases.day(zone.local(event.at.moment).day) }
    let start = phrases.moment(event.at.moment, in: zone)
    guard let until = event.until else { return start }
    let isSameDay = zone.local(until).day == zone.local(event.at.moment).day
    return words.when(start, isSameDay ? phrases.clock(until, in: zone) : phrases.moment(until, in: zone))
  }

  private func details(_ event: PlaceEvent) -> [String] {
    var lines: [String] = []
    if event.details.couldStart == false { lines.append(words.couldNotStart) }
    if event.details.closedOtherwise == true { lines.append(words.wasClosedOtherwise) }
    if event.details.documented == true { lines.append(words.proof) }
    if let miles = event.details.miles { lines.append(phrases.counted(miles, words.distance)) }
    return lines
  }

  /// Who told it: by name within one's own office, else what they are to the matter.
  private func source(_ event: PlaceEvent) -> String {
    let lists = phrases.visits.words
    let isOwn = VisitService.isOwn(event, scene.staff)
    let written = status.wroteDown(
      isOwn ? event.recordedBy : words.someoneElse, phrases.moment(event.recordedAt, in: watch.zone))
    let standing = lists.standings[event.observer.standing]
    let told =
      event.observer.isFirstHand ? standing : status.toldBy(isOwn ? event.observer.name : words.someoneElse, standing)
    return [told, written, status.grade(lists.grades[event.grade])].joined(separator: " · ")
  }

  private func name(ofEvent id: String) -> String? {
    guard let event = watch.events.first(where: { String($0.id) == id }) else { return nil }
    return words.kinds[event.kind] + ", " + phrases.clock(event.at.moment, in: watch.zone)
  }
}
