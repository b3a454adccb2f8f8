internal import Gateway

/// The pages of visit requests, under `/en/staff/visits`.
package enum VisitRoute: Equatable, Sendable {
  case list, export, new, door, paperLog
  case one(VisitReference)
  case letter(VisitReference), calendar(VisitReference), chronology(VisitReference), declaration(VisitReference)
  case printed(VisitPrint, VisitReference)

  /// Takes what stands after `visits`.
  init?(_ components: inout RouteComponents) {
    if components.isAtEnd {
      self = .list
    } else if components.take("visits.csv") {
      self = .export
    } else if components.take("new") {
      self = .new
    } else if components.take("door") {
      self = .door
    } else if components.take("paper-log") {
      self = .paperLog
    } else {
      guard let reference = components.take(as: VisitReference.self) else { return nil }
      self.init(reference, &components)
    }
  }

  private init?(_ reference: VisitReference, _ components: inout RouteComponents) {
    if components.isAtEnd {
      self = .one(reference)
    } else if components.take("letter") {
      self = .letter(reference)
    } else if components.take("visit.ics") {
      self = .calendar(reference)
    } else if components.take("chronology") {
      self = .chronology(reference)
    } else if components.take("declaration") {
      self = .declaration(reference)
    } else if let print = VisitPrint(&components) {
      self = .printed(print, reference)
    } else {
      return nil
    }
  }

  var components: [String] {
    switch self {
    case .list: []
    case .export: ["visits.csv"]
    case .new: ["new"]
    case .door: ["door"]
    case .paperLog: ["paper-log"]
    case .one(let reference): [reference.description]
    case .letter(let reference): [reference.description, "letter"]
    case .calendar(let reference): [reference.description, "visit.ics"]
    case .chronology(let reference): [reference.description, "chronology"]
    case .declaration(let reference): [reference.description, "declaration"]
    case .printed(let print, let reference): [reference.description, print.file]
    }
  }

  /// What logs and metrics show of the path.
  var template: String {
    switch self {
    case .one: "/{reference}"
    case .letter: "/{reference}/letter"
    case .calendar: "/{reference}/visit.ics"
    case .chronology: "/{reference}/chronology"
    case .declaration: "/{reference}/declaration"
    case .printed(let print, _): "/{reference}/" + print.file
    default: components.map { "/" + $0 }.joined()
    }
  }

  var methods: [Method] {
    switch self {
    case .list, .new, .door, .one: [.get, .post]
    case .export: [.post]
    default: [.get]
    }
  }

  /// Where a reader of it can come back to with a link.
  var readable: VisitRoute { self == .export ? .list : self }
}

/// The reference of a request as it stands in a path. It tells nothing of anybody.
package struct VisitReference: LosslessStringConvertible, Hashable, Sendable {
  package let description: String

  package init?(_ text: String) {
    let signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    guard text.hasPrefix("PV-"), text.utf8.count == 9, text.dropFirst(3).allSatisfy({ signs.contains($0) }) else {
      return nil
    }
    description = text
  }
}
