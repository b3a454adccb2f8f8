internal import Gateway

/// The pages of people who review findings, under `/en/staff/review`.
package enum ReviewRoute: Equatable, Sendable {
  case queue
  /// Figures: as a page, as a table, as JSON.
  case figures, figuresTable, figuresData
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
    case .one(let number): [number.description]
    }
  }

  /// Where a reader of it can come back to with a link.
  var readable: ReviewRoute {
    switch self {
    case .figuresTable, .figuresData: .figures
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
    case .one: [.get, .post]
    default: [.get]
    }
  }
}

/// The number of a case as it stands in a path.
package typealias CaseNumber = FileNumber
