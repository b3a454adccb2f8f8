package import CivilTime
internal import Foundation

/// Findings as a file: what `counsel evaluate` prints and `counsel explain` reads.
package struct FindingsDocument: Sendable, Codable {
  package static let currentFormat = "paradero.findings/1"

  package let format: String
  package let place: String
  package let zone: String
  package let asOf: Timestamp
  package let note: String
  package let findings: [Finding]

  package init(place: String, zone: Zone, asOf: Timestamp, findings: [Finding]) {
    format = Self.currentFormat
    (self.place, self.zone, self.asOf, self.findings) = (place, zone.identifier, asOf, findings)
    note = "Indicators for review, not legal advice. “possible”: the rule's text was not compared with the document."
  }

  /// The same findings give the same bytes: keys in order, times in UTC.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  package static func read(_ file: SourceFile) throws(DataFaults) -> FindingsDocument {
    let document = try file.decoded(FindingsDocument.self)
    guard document.format == currentFormat else {
      throw DataFaults([
        DataFault(
          file: file.name, field: "format", "“\(document.format)” is not “\(currentFormat)”; evaluate the facts anew.")
      ])
    }
    return document
  }
}

extension Finding: Codable {
  private enum Keys: String, CodingKey {
    case id, subject, rule, authority, pattern, at, outcome, missing, until, readings, severity, certainty,
      needsReview, isPublishable, grade, protection, facts, reasons
  }

  package init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: Keys.self)
    subject = try keys.decode(Subject.self, forKey: .subject)
    let text = try keys.decode(String.self, forKey: .rule)
    guard let rule = RuleID(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .rule, in: keys, debugDescription: "“\(text)” is no rule; write B18-CALL/1")
    }
    self.rule = rule
    authority = try keys.decode(AuthorityKind.self, forKey: .authority)
    pattern = try keys.decodeIfPresent(Pattern.self, forKey: .pattern)
    at = try keys.decode(Timestamp.self, forKey: .at)
    outcome =
      switch try keys.decode(Outcome.Kind.self, forKey: .outcome) {
      case .met: .met
      case .breached: .breached
      case .notInForce: .notInForce
      case .unknown: .unknown(try keys.decode([MissingFact].self, forKey: .missing))
      case .pending: .pending(until: try keys.decode(Timestamp.self, forKey: .until))
      }
    readings = try keys.decode([Reading].self, forKey: .readings)
    severity = try keys.decode(Severity.self, forKey: .severity)
    certainty = try keys.decode(Certainty.self, forKey: .certainty)
    needsReview = try keys.decode(Bool.self, forKey: .needsReview)
    isPublishable = try keys.decode(Bool.self, forKey: .isPublishable)
    grade = try keys.decodeIfPresent(Grade.self, forKey: .grade)
    protection = try keys.decode(Protection.self, forKey: .protection)
    facts = try keys.decode([String].self, forKey: .facts)
    reasons = try keys.decode([Reason].self, forKey: .reasons)
  }

  package func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Keys.self)
    try keys.encode(id, forKey: .id)
    try keys.encode(subject, forKey: .subject)
    try keys.encode(rule.description, forKey: .rule)
    try keys.encode(authority, forKey: .authority)
    try keys.encodeIfPresent(pattern, forKey: .pattern)
    try keys.encode(at, forKey: .at)
    try keys.encode(outcome.kind, forKey: .outcome)
    if case .unknown(let facts) = outcome { try keys.encode(facts, forKey: .missing) }
    if case .pending(let until) = outcome { try keys.encode(until, forKey: .until) }
    try keys.encode(readings, forKey: .readings)
    try keys.encode(severity, forKey: .severity)
    try keys.encode(certainty, forKey: .certainty)
    try keys.encode(needsReview, forKey: .needsReview)
    try keys.encode(isPublishable, forKey: .isPublishable)
    try keys.encodeIfPresent(grade, forKey: .grade)
    try keys.encode(protection, forKey: .protection)
    try keys.encode(facts, forKey: .facts)
    try keys.encode(reasons, forKey: .reasons)
  }
}

extension Subject: Codable {
  private enum Keys: String, CodingKey { case request, place, day }

  package init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: Keys.self)
    if let request = try keys.decodeIfPresent(String.self, forKey: .request) {
      self = .request(request)
      return
    }
    let place = try keys.decode(String.self, forKey: .place)
    self = try keys.decodeIfPresent(CivilDate.self, forKey: .day).map { .day(place: place, $0) } ?? .place(place)
  }

  package func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Keys.self)
    switch self {
    case .request(let id): try keys.encode(id, forKey: .request)
    case .place(let id): try keys.encode(id, forKey: .place)
    case .day(let place, let day):
      try keys.encode(place, forKey: .place)
      try keys.encode(day, forKey: .day)
    }
  }
}
