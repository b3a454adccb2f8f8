package import CivilTime
internal import Gateway
package import Records

/// The pages of visit requests, under `/en/staff/visits`.
package enum VisitRoute: Equatable, Sendable {
  case list, export, new, door, paperLog
  case one(VisitReference)
  case letter(VisitReference), mail(VisitReference), calendar(VisitReference), chronology(VisitReference), declaration(
    VisitReference)
  case printed(VisitPrint, VisitReference)
  /// The files of a request; one of them to open, or to withdraw.
  case files(VisitReference), file(VisitReference, FileNumber, EvidencePart), withdrawal(VisitReference, FileNumber)
  /// Answers to what a reviewer asked.
  case answer(VisitReference)
  /// Days of places: which place, its month, one day of it.
  case places, place(FacilityCode), placeDay(FacilityCode, DayName)

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
    } else if components.take("places") {
      guard let route = Self.place(&components) else { return nil }
      self = route
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
    } else if components.take("letter.eml") {
      self = .mail(reference)
    } else if components.take("visit.ics") {
      self = .calendar(reference)
    } else if components.take("chronology") {
      self = .chronology(reference)
    } else if components.take("declaration") {
      self = .declaration(reference)
    } else if components.take("files") {
      guard let route = Self.file(reference, &components) else { return nil }
      self = route
    } else if components.take("answer") {
      self = .answer(reference)
    } else if let print = VisitPrint(&components) {
      self = .printed(print, reference)
    } else {
      return nil
    }
  }

  private static func place(_ components: inout RouteComponents) -> VisitRoute? {
    if components.isAtEnd { return .places }
    guard let code = components.take(as: FacilityCode.self) else { return nil }
    if components.isAtEnd { return .place(code) }
    return components.take(as: DayName.self).map { .placeDay(code, $0) }
  }

  private static func file(_ reference: VisitReference, _ components: inout RouteComponents) -> VisitRoute? {
    if components.isAtEnd { return .files(reference) }
    guard let number = components.take(as: FileNumber.self) else { return nil }
    if components.take("original") { return .file(reference, number, .original) }
    if components.take("copy") { return .file(reference, number, .copy) }
    return components.take("withdrawal") ? .withdrawal(reference, number) : nil
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
    case .mail(let reference): [reference.description, "letter.eml"]
    case .calendar(let reference): [reference.description, "visit.ics"]
    case .chronology(let reference): [reference.description, "chronology"]
    case .declaration(let reference): [reference.description, "declaration"]
    case .printed(let print, let reference): [reference.description, print.file]
    case .files(let reference): [reference.description, "files"]
    case .answer(let reference): [reference.description, "answer"]
    case .file(let reference, let number, let part):
      [reference.description, "files", number.description, part.rawValue]
    case .withdrawal(let reference, let number): [reference.description, "files", number.description, "withdrawal"]
    case .places: ["places"]
    case .place(let code): ["places", code.description]
    case .placeDay(let code, let day): ["places", code.description, day.description]
    }
  }

  /// What logs and metrics show of the path.
  var template: String {
    switch self {
    case .one: "/{reference}"
    case .letter: "/{reference}/letter"
    case .mail: "/{reference}/letter.eml"
    case .calendar: "/{reference}/visit.ics"
    case .chronology: "/{reference}/chronology"
    case .declaration: "/{reference}/declaration"
    case .printed(let print, _): "/{reference}/" + print.file
    case .files: "/{reference}/files"
    case .answer: "/{reference}/answer"
    case .file(_, _, let part): "/{reference}/files/{number}/" + part.rawValue
    case .withdrawal: "/{reference}/files/{number}/withdrawal"
    case .place: "/places/{code}"
    case .placeDay: "/places/{code}/{day}"
    default: components.map { "/" + $0 }.joined()
    }
  }

  var methods: [Method] {
    switch self {
    case .list, .new, .door, .one, .files, .place, .placeDay: [.get, .post]
    // Opening a file is written down, so a link that is followed by a machine must not do it.
    case .export, .file, .withdrawal, .answer: [.post]
    default: [.get]
    }
  }

  /// Where a reader of it can come back to with a link.
  var readable: VisitRoute {
    switch self {
    case .export: .list
    case .answer(let reference): .one(reference)
    case .file(let reference, _, _), .withdrawal(let reference, _): .files(reference)
    default: self
    }
  }

  /// Whether it is about a place and not about a request.
  var isOfPlaces: Bool {
    switch self {
    case .places, .place, .placeDay: true
    default: false
    }
  }

  /// The largest body that it takes: files are sent to one page alone, five of 25 MB at most.
  var bodyLimit: Int { if case .files = self { 132 << 20 } else { 32_768 } }
}

/// The number of a file as it stands in a path.
package struct FileNumber: LosslessStringConvertible, Hashable, Sendable {
  package let value: Int64
  package var description: String { String(value) }

  package init(_ value: Int64) { self.value = value }

  package init?(_ text: String) {
    guard (1...18).contains(text.utf8.count), text.first != "0",
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let value = Int64(text)
    else { return nil }
    self.value = value
  }
}

/// A day as it stands in a path: `2026-11-20`.
package struct DayName: LosslessStringConvertible, Hashable, Sendable {
  package let day: CivilDate
  package var description: String { day.iso }

  package init(_ day: CivilDate) { self.day = day }

  package init?(_ text: String) {
    guard let day = CivilDate(iso: text), (2000...2200).contains(day.year) else { return nil }
    self.day = day
  }
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
