internal import CivilTime
internal import Figures
internal import Gateway
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// Arrests and custody, counted: as a page, as a table, as JSON; under `/en/staff`.
package enum ArrestRoute: String, Equatable, Sendable, CaseIterable {
  case page = "arrests"
  case table = "arrests.csv"
  case data = "arrests.json"

  init?(_ components: inout RouteComponents) {
    if components.take("arrests") {
      self = .page
    } else if components.take("arrests.csv") {
      self = .table
    } else if components.take("arrests.json") {
      self = .data
    } else {
      return nil
    }
  }
}

/// Counts by month with charts, their tables, and how it was counted.
struct ArrestPage: HTML {
  let scene: StaffScene
  let report: ArrestReport
  let by: ArrestGrouping
  let heldBy: HeldGrouping
  var isWrong = false

  static let yearField = "year"
  static let byField = "by"
  static let heldField = "held"

  private var phrases: Phrases { scene.phrases }
  private var words: ArrestPhrases { scene.phrases.arrests }
  private var route: Route { .arrests(phrases.language, .page) }

  var body: Node {
    StaffFrame(scene, route, title: words.title) {
      p(.class("lead")) { words.lead }
      if isWrong { p(.class("notice grave"), .role(.alert)) { words.yearWrong } }
      p { strong { phrases.figures.caveat } }
      p(.class("quiet")) { asOf }
      question
      section {
        h2 { words.arrests }
        if let table = report.arrests[by] {
          ArrestTableView(page: names, table: table, title: words.arrests, hasSums: true)
        }
      }
      section {
        h2 { words.held }
        p { words.heldLead }
        if let table = report.held[heldBy] {
          ArrestTableView(page: names, table: table, title: words.held, hasSums: false)
        }
      }
      shares
      section {
        h2 { phrases.figures.method }
        ul { for method in words.methods { li { method } } }
        p { words.leftOutNote }
        p(.class("acts")) {
          a(.to(Route.arrests(phrases.language, .table), query: address), .class("act plain")) { phrases.figures.csv }
          a(.to(Route.arrests(phrases.language, .data), query: address), .class("act plain")) { phrases.figures.json }
        }
      }
    }
  }

  private var names: ArrestNames { ArrestNames(phrases: phrases) }

  private var asOf: String {
    guard let utc = Zone("UTC") else { return "" }
    return phrases.figures.asOf(phrases.moment(report.query.asOf, in: utc))
  }

  private var address: [(name: String, value: String)] {
    [
      (Self.yearField, String(report.query.year)), (Self.byField, by.rawValue), (Self.heldField, heldBy.rawValue),
      (FigurePage.knownField, known),
    ].filter { !$0.1.isEmpty }
  }

  /// The day that was asked for; nothing for now.
  private var known: String {
    guard let day = report.query.asOf.utcDay, Timestamp(utcMidnight: day) == report.query.asOf else { return "" }
    return day.adding(days: -1)?.iso ?? ""
  }

  private var question: Node {
    form(.get, to: route) {
      div(.class("field")) {
        label(for: "year") { words.year }
        input(
          .text, name: Self.yearField, .id("year"), .value(String(report.query.year)), .keyboard(.numeric), .longest(4),
          .autocomplete(.off))
      }
      div(.class("field")) {
        label(for: "by") { words.by }
        select(name: Self.byField, .id("by")) {
          for one in ArrestGrouping.allCases { option(value: one.rawValue, selected: one == by, names.name(one)) }
        }
      }
      div(.class("field")) {
        label(for: "held") { words.heldBy }
        select(name: Self.heldField, .id("held")) {
          for one in HeldGrouping.allCases { option(value: one.rawValue, selected: one == heldBy, names.name(one)) }
        }
      }
      div(.class("field")) {
        label(for: "known") { phrases.figures.known }
        p(.class("hint"), .id("hint-known")) { phrases.figures.knownHint }
        input(
          .text, name: FigurePage.knownField, .id("known"), .value(known), .autocomplete(.off), .spellcheck(false),
          .describedBy("hint-known"))
      }
      button(.class("act")) { words.apply }
    }
  }

  private var shares: Node {
    section {
      h2 { words.shares }
      div(.class("scroll"), .scrollable(), .role(.group), .label(words.shares)) {
        table(.class("log")) {
          caption(.class("hidden")) { words.shares }
          thead {
            tr {
              th(.scope(.col)) { words.share }
              th(.scope(.col)) { phrases.figures.share }
              th(.scope(.col)) { "n" }
            }
          }
          tbody {
            for share in report.shares {
              tr {
                th(.scope(.row)) { name(share.kind) }
                td { text(share.rate) }
                td { share.rate.map { phrases.number($0.of) } ?? words.leftOut }
              }
            }
          }
        }
      }
      p { phrases.figures.caveat }
    }
  }

  private func text(_ rate: Rate?) -> String {
    guard let rate else { return words.shareLeftOut }
    guard let share = rate.share else { return phrases.figures.noCases }
    return phrases.figures.interval(phrases.share(share), phrases.share(rate.low), phrases.share(rate.high))
  }

  private func name(_ kind: ArrestReport.Share.Kind) -> String {
    switch kind {
    case .dayKnown: words.dayKnown
    case .placeKnown: words.placeKnown
    case .publicSource: words.publicSource
    case .moved: words.moved
    }
  }
}

/// What groups and months are called.
struct ArrestNames {
  let phrases: Phrases

  private var words: ArrestPhrases { phrases.arrests }

  func name(_ grouping: ArrestGrouping) -> String {
    switch grouping {
    case .basis: words.groupings.basis
    case .source: words.groupings.source
    case .area: words.groupings.area
    case .state: words.groupings.state
    case .kind: words.groupings.kind
    case .sex: words.groupings.sex
    case .country: words.groupings.country
    case .day: words.groupings.day
    case .moved: words.groupings.moved
    }
  }

  func name(_ grouping: HeldGrouping) -> String {
    switch grouping {
    case .area: words.groupings.area
    case .state: words.groupings.state
    case .kind: words.groupings.kind
    case .place: words.groupings.place
    }
  }

  /// Of a column of any table: no two groupings have an item of one name that means two things.
  func name(ofItem item: String) -> String {
    let items = words.items
    return switch item {
    case ArrestReport.unknown: items.unknown
    case ArrestReport.others: items.others
    case ArrestReport.noNews: items.noNews
    case "arrest": items.arrest
    case "booking": items.booking
    case "seen": items.seen
    case "public": items.open
    case "private": items.closed
    case "female": items.female
    case "male": items.male
    case "other": items.otherSex
    case "detention": items.detention
    case "hold_room": items.holdRoom
    case "staging": items.staging
    case "hospital": items.hospital
    case "border": items.border
    case "office": items.office
    case "day": items.dayKnown
    case "moved": items.moved
    case "stayed": items.stayed
    default: item
    }
  }

  func name(ofMonth month: String) -> String {
    CivilDate(iso: month + "-01").map { phrases.month($0) } ?? words.unknownMonth
  }
}

/// One table with its chart: bars of months, or a line through the first days of months.
struct ArrestTableView: HTML {
  let page: ArrestNames
  let table: ProtectedTable
  let title: String
  /// Whether rows may be added up: not where the same people are counted in each month.
  let hasSums: Bool

  private var phrases: Phrases { page.phrases }
  private var words: ArrestPhrases { page.phrases.arrests }

  /// The months that are drawn, each with its sum; nil is left out.
  private var points: [(month: String, count: Int?)] {
    table.rows.enumerated().filter { $0.element != ArrestReport.unknown }.map {
      ($0.element, table.cells[$0.offset].last ?? nil)
    }
  }

  var body: Node {
    Node.of {
      if table.columns.isEmpty {
        p { words.none }
      } else {
        chart
        div(.class("scroll"), .scrollable(), .role(.group), .label(title)) {
          Markup.table(.class("log")) {
            caption(.class("hidden")) { title }
            thead {
              tr {
                th(.scope(.col)) { words.month }
                for column in table.columns { th(.scope(.col)) { page.name(ofItem: column) } }
                th(.scope(.col)) { words.all }
              }
            }
            tbody {
              for (index, row) in table.rows.enumerated() { line(name(row), table.cells[index]) }
              if hasSums, let bottom = table.cells.last { line(words.all, bottom) }
            }
          }
        }
        p { phrases.figures.caveat }
      }
    }
  }

  private func name(_ month: String) -> String {
    hasSums || month == ArrestReport.unknown ? page.name(ofMonth: month) : words.firstOf(page.name(ofMonth: month))
  }

  private func line(_ title: String, _ cells: [Int?]) -> Node {
    tr {
      th(.scope(.row)) { title }
      for cell in cells {
        td {
          if let cell {
            phrases.number(cell)
          } else {
            span(.ariaHidden()) { "–" }
            span(.class("hidden")) { words.leftOut }
          }
        }
      }
    }
  }

  // MARK: The chart

  private var most: Int { max(1, points.compactMap(\.count).max() ?? 1) }

  private var chart: Node {
    let spoken = points.map { point in
      point.count.map { words.point(name(point.month), phrases.number($0)) } ?? words.notTold(name(point.month))
    }
    let step = 312.0 / Double(max(1, points.count))
    func height(_ count: Int) -> Double { Double(count) / Double(most) * 130 }
    return figure {
      svg(
        width: 360, height: 184, text: (hasSums ? words.chart : words.heldChart)(phrases.list(spoken)), .class("map")
      ) {
        chartLine([(40, 10), (40, 146), (356, 146)], width: 1)
        chartText(x: 36, y: 20, phrases.number(most), .end, size: 10)
        chartText(x: 36, y: 150, phrases.number(0), .end, size: 10)
        for (index, point) in points.enumerated() {
          let left = 44 + Double(index) * step
          if hasSums {
            if let count = point.count {
              chartBox(x: left, y: 146 - height(count), width: step - 4, height: height(count), opacity: 0.5)
            } else {
              chartLine(
                [(left, 146), (left, 126), (left + step - 4, 126), (left + step - 4, 146)], width: 1, dashes: [3, 3])
            }
          }
          chartText(x: left + step / 2 - 2, y: 162, String(point.month.suffix(2)), .middle, size: 10)
        }
        if !hasSums {
          for run in runs {
            chartLine(run.map { index, count in (44 + (Double(index) + 0.5) * step - 2, 146 - height(count)) })
          }
          for (index, point) in points.enumerated() {
            if let count = point.count {
              chartBox(x: 44 + (Double(index) + 0.5) * step - 5, y: 143 - height(count), width: 6, height: 6)
            }
          }
        }
      }
      figcaption(.class("quiet")) { hasSums ? words.chartNote : words.leftOutNote }
    }
  }

  /// Months after each other whose counts are told: a line stops where one is left out.
  private var runs: [[(index: Int, count: Int)]] {
    var runs: [[(index: Int, count: Int)]] = [[]]
    for (index, point) in points.enumerated() {
      if let count = point.count { runs[runs.count - 1].append((index, count)) } else { runs.append([]) }
    }
    return runs.filter { $0.count > 1 }
  }
}

extension SiteApplication {
  func arrestsAnswer(_ route: ArrestRoute, _ request: Request, _ phrases: Phrases) async throws -> Response {
    try await signedIn(.arrests(phrases.language, route), request, phrases) { services, scene, _ in
      guard scene.staff.may(.countArrests), let arrests = services.arrests else {
        return .page(StaffRefusalPage(scene: scene, isOldForm: false), status: .forbidden)
      }
      let now = configuration.now()
      let (query, isWrong) = ArrestQuery.read(request.query, now: now)
      let report = try await arrests.report(query, by: scene.staff)
      return switch route {
      case .table: VisitDesk.download(ArrestTable(report).csv, "text/csv; charset=utf-8", "arrests.csv")
      case .data: VisitDesk.download(try ArrestTable(report).json(), "application/json", "arrests.json")
      case .page:
        .page(
          ArrestPage(
            scene: scene, report: report,
            by: request.query[ArrestPage.byField].flatMap(ArrestGrouping.init(rawValue:)) ?? .basis,
            heldBy: request.query[ArrestPage.heldField].flatMap(HeldGrouping.init(rawValue:)) ?? .kind, isWrong: isWrong
          ))
      }
    }
  }
}

extension ArrestQuery {
  /// This year as known now unless told; a year that cannot be read is said and left out.
  static func read(_ fields: Fields, now: Timestamp) -> (ArrestQuery, isWrong: Bool) {
    let today = now.utcDay ?? .farthest
    var isWrong = false
    var year = today.year
    if let text = fields[ArrestPage.yearField], !text.isEmpty {
      if let typed = Int(text), years.contains(typed) { year = typed } else { isWrong = true }
    }
    var asOf = now
    if let text = fields[FigurePage.knownField], !text.isEmpty {
      if let day = CivilDate(iso: text), (1970...9000).contains(day.year), let next = day.adding(days: 1) {
        asOf = min(Timestamp(utcMidnight: next), now)
      } else {
        isWrong = true
      }
    }
    return (ArrestQuery(year: year, asOf: asOf), isWrong)
  }
}
