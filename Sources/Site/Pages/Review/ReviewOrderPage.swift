internal import CivilTime
internal import CounselRules
internal import Figures
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// Every court order of the rulebook, and how much of it was verified.
struct ReviewOrdersPage: HTML {
  let scene: StaffScene
  let orders: [CourtOrder]

  private var phrases: Phrases { scene.phrases }
  private var words: OrderPhrases { scene.phrases.figures.places.orders }

  var body: Node {
    StaffFrame(scene, .review(phrases.language, .orders), title: words.title) {
      p(.class("lead")) { words.lead }
      ul(.class("places")) { for order in orders { li { entry(order) } } }
    }
  }

  @HTMLBuilder private func entry(_ order: CourtOrder) -> Node {
    if let id = OrderCode(order.id) {
      a(.to(Route.review(phrases.language, .order(id)))) { words.one(order.id) }
    }
    p(.class("quiet")) {
      [
        order.docket, order.facilities.isEmpty ? nil : words.places(phrases.list(order.facilities)),
        words.terms(
          phrases.number(order.terms.count), phrases.number(order.verified.count),
          phrases.number(order.unverified.count)),
      ].compactMap(\.self).joined(separator: " · ")
    }
  }
}

/// One order: its terms, and by day whether those that a person verified were kept. What a monitor brings to court.
struct ReviewOrderPage: HTML {
  let scene: StaffScene
  let report: OrderReport
  var fault: DayFault?

  private var phrases: Phrases { scene.phrases }
  private var words: OrderPhrases { scene.phrases.figures.places.orders }
  private var order: CourtOrder { report.order }

  var body: Node {
    let id = OrderCode(order.id)
    StaffFrame(
      scene, .review(phrases.language, id.map { .order($0) } ?? .orders), title: words.one(order.id)
    ) {
      if let docket = order.docket { p { strong { phrases.review.one.docket(docket) } } }
      ul { for cite in order.cites { li { cite } } }
      p {
        order.facilities.isEmpty
          ? words.noPlace
          : words.places(
            phrases.list(report.facilities.isEmpty ? order.facilities : report.facilities.map(\.name)))
      }
      if let id { FigureAsking(phrases: phrases, query: report.query, route: .order(id), fault: fault) }
      if order.verified.isEmpty {
        p(.class("notice")) { words.nothing }
      } else {
        section {
          h2 { words.verifiedTitle }
          ul { for rule in order.verified { li { verified(rule) } } }
        }
        if report.facilities.count > Self.fewPlaces {
          each
        } else {
          for facility in report.facilities { compliance(facility) }
        }
        section {
          h2 { words.table }
          RuleSums(phrases: phrases, title: words.table, rules: sums)
          p { phrases.figures.caveat }
        }
      }
      unverified
      section {
        h2 { words.unknownTitle }
        ul { for line in words.unknownText { li { line } } }
      }
      if let id, report.query.place != nil {
        p { a(.to(Route.review(phrases.language, .order(id)), query: days), .class("tall")) { words.one(order.id) } }
      }
      p { a(.to(Route.review(phrases.language, .orders)), .class("tall")) { words.all } }
    }
  }

  /// Of more places only the sums are on one page; the days of each are a page of their own.
  private static let fewPlaces = 3

  private var days: [(name: String, value: String)] { FigureAsking.days(report.query) }

  private var each: Node {
    section {
      h2 { phrases.figures.places.dayTable }
      ul(.class("places")) {
        for facility in report.facilities {
          li {
            if let id = OrderCode(order.id) {
              a(
                .to(Route.review(phrases.language, .order(id)), query: days + [(FigurePage.placeField, facility.code)])
              ) { facility.name }
            }
            p(.class("quiet")) { sum(marks(facility)) }
          }
        }
      }
    }
  }

  private var sums: [(rule: String, days: [RuleDay])] {
    Dictionary(grouping: report.rules, by: \.rule).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: Terms

  private func plain(_ rule: Rule) -> String { rule.plain[phrases.language.code] ?? rule.plain["en"] ?? rule.id.name }

  @HTMLBuilder private func verified(_ rule: Rule) -> Node {
    strong { plain(rule) }
    p(.class("quiet")) {
      let dates = ReviewLawView.dates(rule, phrases)
      ([rule.id.description] + dates).joined(separator: " ")
      if let seen = rule.lastVerified { " " + words.verifiedBy(seen.by, phrases.day(seen.on)) }
    }
  }

  @HTMLBuilder private var unverified: Node {
    if !order.unverified.isEmpty {
      section {
        h2 { words.unverifiedTitle }
        p { words.unverifiedLead }
        ul {
          for rule in order.unverified {
            li {
              plain(rule)
              " "
              span(.class("quiet")) { rule.id.description }
            }
          }
        }
      }
    }
  }

  // MARK: Days

  /// The gravest word about a day counts for its mark; a breach that reviewers did not uphold speaks for nothing.
  static func mark(_ rules: [RuleDay]) -> DayMark {
    if rules.contains(where: { $0.upheld > 0 }) { return .none }
    if rules.contains(where: { $0.unsettled > 0 }) { return .half }
    if rules.contains(where: { $0.unknown + $0.pending > 0 }) { return .unknown }
    return rules.contains { $0.met > 0 } ? .full : .unknown
  }

  private func byDay(_ facility: Facility) -> [CivilDate: [RuleDay]] {
    Dictionary(grouping: report.rules.filter { $0.code == facility.code }, by: \.day)
  }

  private func marks(_ facility: Facility) -> [CivilDate: DayMark] { byDay(facility).mapValues(Self.mark) }

  private func sum(_ marks: [CivilDate: DayMark]) -> String {
    func count(_ mark: DayMark) -> String { phrases.counted(marks.values.count { $0 == mark }, dayCount) }
    return words.sum(count(.full), count(.none), count(.half), count(.unknown))
  }

  private func compliance(_ facility: Facility) -> Node {
    let byDay = byDay(facility), marks = marks(facility)
    return section {
      h2 { words.compliance(facility.name) }
      for month in ReviewPlacePage.months(report.query) {
        PlaceCalendar(
          phrases: phrases,
          title: phrases.figures.places.calendar(words.one(order.id) + ", " + facility.name, phrases.month(month)),
          first: month, marks: marks, names: { [words] in ReviewPlacePage.name($0, words.marks) })
      }
      p { sum(marks) }
      days(facility, byDay)
    }
  }

  private var dayCount: Plural { phrases.figures.places.dayCount }

  private func days(_ facility: Facility, _ byDay: [CivilDate: [RuleDay]]) -> Node {
    let places = phrases.figures.places
    let known = Dictionary(report.days.filter { $0.code == facility.code }.map { ($0.day, $0) }) { first, _ in first }
    return div(.class("scroll"), .scrollable(), .role(.group), .label(words.compliance(facility.name))) {
      table(.class("log")) {
        caption(.class("hidden")) { words.compliance(facility.name) }
        thead {
          tr {
            for title in [
              places.day, places.standing, places.open, places.required, words.met, words.upheld, words.unsettled,
              words.notUpheld, words.unknown,
            ] { th(.scope(.col)) { title } }
          }
        }
        tbody {
          for (day, rules) in byDay.sorted(by: { $0.key < $1.key }) { row(facility, day, rules, known[day]) }
        }
      }
    }
  }

  private func row(_ facility: Facility, _ day: CivilDate, _ rules: [RuleDay], _ known: DayFigure?) -> Node {
    func sum(_ part: KeyPath<RuleDay, Int>) -> Int { rules.reduce(0) { $0 + $1[keyPath: part] } }
    let places = phrases.figures.places
    return tr {
      th(.scope(.row)) {
        if let code = FacilityCode(facility.code) {
          a(.to(Route.visits(phrases.language, .placeDay(code, DayName(day))))) { phrases.day(day) }
        }
      }
      td { ReviewPlacePage.name(Self.mark(rules), words.marks) }
      td {
        known.map {
          $0.least == $0.most
            ? phrases.minutes($0.least) : places.range(phrases.minutes($0.least), phrases.minutes($0.most))
        } ?? "–"
      }
      td { known?.required.map(phrases.minutes) ?? "–" }
      for count in [
        sum(\.met), sum(\.upheld), sum(\.unsettled), sum(\.notUpheld), sum(\.unknown) + sum(\.pending),
      ] { td { phrases.number(count) } }
    }
  }
}
