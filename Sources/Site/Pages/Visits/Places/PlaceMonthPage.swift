internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// Which place: those that somebody wrote about lately, and a search.
struct PlaceFindPage: HTML {
  let scene: StaffScene
  let text: String
  /// Nil before anything was looked for.
  let found: [Facility]?
  let watched: [Facility]

  private var phrases: Phrases { scene.phrases }
  private var words: PlaceDayPhrases { scene.phrases.visits.places }

  var body: Node {
    let route = Route.visits(phrases.language, .places), filing = phrases.visits.filing
    StaffFrame(scene, route, title: words.title) {
      p(.class("lead")) { words.lead }
      form(.get, to: route, .role(.search)) {
        div(.class("field")) {
          label(for: "watch-text") { words.find }
          p(.class("hint"), .id("watch-hint")) { filing.placeHint }
          input(
            .search, name: PlaceChooser.textField, .id("watch-text"), .value(text), .describedBy("watch-hint"),
            .autocomplete(.off), .spellcheck(false))
        }
        button(.class("act main")) { filing.findPlace }
      }
      if let found {
        if found.isEmpty {
          p(.class("notice"), .role(.status)) { filing.noPlace }
        } else {
          h2 { filing.choosePlace }
          list(found)
        }
      }
      if !watched.isEmpty {
        h2 { words.watched }
        list(watched)
      }
    }
  }

  private func list(_ places: [Facility]) -> Node {
    ul(.class("places")) {
      for place in places {
        if let code = FacilityCode(place.code), place.zone != nil {
          li {
            a(.to(Route.visits(phrases.language, .place(code)))) { place.name }
            if let town = Parts.town(place.city, place.state, phrases) { span { town } }
          }
        }
      }
    }
  }
}

/// The days of a month on which somebody told something of a place, and the buttons to tell more.
struct PlaceMonthPage: HTML {
  let scene: StaffScene
  let code: FacilityCode
  let watch: PlaceWatch
  let today: CivilDate
  let typed: PlaceInput
  let faults: PlaceFaults
  let isSaved: Bool

  static let monthField = "month"

  /// The first day of the month that an address names, as `2025-08`.
  static func month(_ text: String?) -> CivilDate? {
    text.flatMap { CivilDate(iso: $0 + "-01") }.flatMap { (2000...2200).contains($0.year) ? $0 : nil }
  }

  static func first(of day: CivilDate) -> CivilDate {
    CivilDate(year: day.year, month: day.month, day: 1) ?? day
  }

  static func next(after first: CivilDate) -> CivilDate? {
    first.adding(days: CivilDate.days(inMonth: first.month, of: first.year))
  }

  private var phrases: Phrases { scene.phrases }
  private var words: PlaceDayPhrases { scene.phrases.visits.places }
  private var route: Route { .visits(phrases.language, .place(code)) }

  var body: Node {
    let form = PlaceForm(scene: scene, route: route, zone: watch.zone, typed: typed, faults: faults, isNow: true)
    StaffFrame(scene, route, title: words.title) {
      form.fields.summary
      h2 { watch.place.facility.name }
      if isSaved { p(.class("notice"), .role(.status)) { words.saved } }
      form
      section {
        h2 { phrases.month(watch.first) }
        if watch.days.isEmpty { p { words.noDays } }
        ul(.class("places")) { for day in watch.days.reversed() { li { entry(day) } } }
        p(.class("hint")) { words.unwatched }
        turns
      }
      p(.class("hint")) { words.lead }
    }
  }

  @HTMLBuilder private func entry(_ day: PlaceDay) -> Node {
    a(.to(Route.visits(phrases.language, .placeDay(code, DayName(day.day))))) { phrases.weekdayAndDay(day.day) }
    PlaceDayTags(phrases: phrases, day: day)
    p(.class("quiet")) {
      [PlaceDayTags.hours(day, phrases), phrases.counted(day.events, words.accounts)].joined(separator: " · ")
    }
  }

  private var turns: Node {
    p(.class("acts")) {
      if let before = watch.first.adding(days: -1).map(Self.first(of:)) { turn(to: before, words.earlier) }
      if let after = Self.next(after: watch.first), after <= today { turn(to: after, words.later) }
    }
  }

  private func turn(to month: CivilDate, _ text: String) -> Node {
    a(.to(route, query: [(Self.monthField, String(month.iso.prefix(7)))]), .class("tall")) { text }
  }
}

/// How a day stands, in a word and not by colour alone.
struct PlaceDayTags: HTML {
  let phrases: Phrases
  let day: PlaceDay

  var body: Node {
    let words = phrases.visits.places
    div(.class("tags")) {
      span(tagClass) { words.standings[day.standing] }
      if day.breaches > 0 {
        span(day.severity == "red" ? .class("tag red") : .class("tag amber")) {
          phrases.counted(day.breaches, phrases.visits.list.findings)
        }
      }
    }
  }

  private var tagClass: Attribute<PlainTag> {
    switch day.standing {
    case .short, .closed: .class("tag strong amber")
    case .open: .class("tag strong")
    case .unknown: .class("tag")
    }
  }

  /// The least and the most that it can have been open.
  static func hours(_ day: PlaceDay, _ phrases: Phrases) -> String {
    let words = phrases.visits.places
    if day.leastMinutes == day.mostMinutes { return words.exactly(phrases.minutes(day.leastMinutes)) }
    if day.leastMinutes == 0, day.mostMinutes >= 1380 { return words.nothingWatched }
    return words.range(phrases.minutes(day.leastMinutes), phrases.minutes(day.mostMinutes))
  }
}
