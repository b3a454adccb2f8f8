internal import Gateway

/// The pages of people who review findings, under `/en/staff/review`.
package enum ReviewRoute: Equatable, Sendable {
  case queue
  /// Figures: as a page, as a table, as JSON.
  case figures, figuresTable, figuresData
  /// For courts and opponents: a report to print, every reviewed incident as a table, a bundle of evidence.
  case report, incidents, bundle
  /// The requests behind a figure.
  case rows
  /// All places on a map and in a table; one of them; all orders; one of them.
  case places, place(FacilityCode), orders, order(OrderCode)
  /// Groups of cases that may be one pattern.
  case patterns
  case one(CaseNumber)

  /// Takes what stands after `review`.
  init?(_ components: inout RouteComponents) {
    if components.isAtEnd {
      self = .queue
    } else if components.take("figures") {
      self = .figures
    } else if components.take("figures.csv") {
      self = .figuresTable
    } else if components.take("figures.json") {
      self = .figuresData
    } else if components.take("report.pdf") {
      self = .report
    } else if components.take("incidents.csv") {
      self = .incidents
    } else if components.take("bundle") {
      self = .bundle
    } else if components.take("patterns") {
      self = .patterns
    } else if components.take("rows") {
      self = .rows
    } else if components.take("places") {
      guard !components.isAtEnd else {
        self = .places
        return
      }
      guard let code = components.take(as: FacilityCode.self) else { return nil }
      self = .place(code)
    } else if components.take("orders") {
      guard !components.isAtEnd else {
        self = .orders
        return
      }
      guard let code = components.take(as: OrderCode.self) else { return nil }
      self = .order(code)
    } else {
      guard let number = components.take(as: CaseNumber.self) else { return nil }
      self = .one(number)
    }
  }

  var components: [String] {
    switch self {
    case .queue: []
    case .figures: ["figures"]
    case .figuresTable: ["figures.csv"]
    case .figuresData: ["figures.json"]
    case .report: ["report.pdf"]
    case .incidents: ["incidents.csv"]
    case .bundle: ["bundle"]
    case .rows: ["rows"]
    case .patterns: ["patterns"]
    case .places: ["places"]
    case .place(let code): ["places", code.description]
    case .orders: ["orders"]
    case .order(let code): ["orders", code.description]
    case .one(let number): [number.description]
    }
  }

  /// Where a reader of it can come back to with a link.
  var readable: ReviewRoute {
    switch self {
    case .figuresTable, .figuresData, .report, .incidents: .figures
    default: self
    }
  }

  /// What logs and metrics show of the path.
  var template: String {
    switch self {
    case .one: "/{case}"
    case .place: "/places/{code}"
    case .order: "/orders/{order}"
    default: components.map { "/" + $0 }.joined()
    }
  }

  var methods: [Method] {
    switch self {
    case .one, .bundle, .patterns: [.get, .post]
    default: [.get]
    }
  }
}

/// What the names of an order's rules begin with, as it stands in a path: `B18`.
package struct OrderCode: LosslessStringConvertible, Hashable, Sendable {
  package let description: String

  package init?(_ text: String) {
    let isCode = text.utf8.allSatisfy {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    guard isCode, (2...20).contains(text.utf8.count) else { return nil }
    description = text
  }
}

/// The number of a case as it stands in a path.
package typealias CaseNumber = FileNumber
