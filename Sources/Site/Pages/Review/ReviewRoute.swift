internal import Gateway

/// The pages of people who review findings, under `/en/staff/review`.
package enum ReviewRoute: Equatable, Sendable {
  case queue
  /// Figures: as a page, as a table, as JSON.
  case figures, figuresTable, figuresData
  /// For courts and opponents: a report to print, every reviewed incident as a table, a bundle of evidence.
  case report, incidents, bundle
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
    default: components.map { "/" + $0 }.joined()
    }
  }

  var methods: [Method] {
    switch self {
    case .one, .bundle: [.get, .post]
    default: [.get]
    }
  }
}

/// The number of a case as it stands in a path.
package typealias CaseNumber = FileNumber
