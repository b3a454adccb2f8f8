internal import CivilTime
internal import Disclosure
internal import Foundation
internal import Linkage
internal import Records
internal import Services

/// What a search came to, as JSON for scripts of staff.
struct SearchReport: Encodable {
  struct Person: Encodable {
    let id: Int64
    let likelihood: String
    let bits: Double
    let invented: Bool
    let status: String?
    let facility: String?
    let facilityName: String?
    let place: String?
    let happened: String?
    let reportedAt: String?
    let contradicted: Bool?
    let notToldBecause: [String]
    let facts: [Line]
  }

  struct Line: Encodable {
    let fact: String
    let level: String
    let bits: Double?
  }

  struct Spelling: Encodable {
    let first: String
    let last: String
  }

  let outcome: String
  var people: [Person]?
  /// Several fit alike: another fact would tell them apart.
  var several: Bool?
  var reasons: [String]?
  var dataAsOf: String?
  var locatorSpellings: [Spelling]?
  var lookAgain: [String]?

  init(_ result: WeighedOutcome, explains: Bool) {
    switch result {
    case .found(let found):
      outcome = "found"
      people = found.map { Self.person($0, explains: explains) }
    case .notFound(let advice, let isSeveral):
      outcome = "notFound"
      several = isSeveral
      reasons = advice.reasons.map(\.rawValue)
      dataAsOf = advice.dataAsOf.map(Self.text)
      locatorSpellings = advice.locatorSpellings.map { Spelling(first: $0.first, last: $0.last) }
      lookAgain = advice.lookAgain.map(Self.text)
    }
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  private static func person(_ found: WeighedPerson, explains: Bool) -> Person {
    let custody = found.custody
    return Person(
      id: found.assessment.id, likelihood: found.likelihood.rawValue, bits: round(found.assessment.bits),
      invented: found.isSample, status: custody?.status.rawValue, facility: custody?.facility?.code,
      facilityName: custody?.facility?.name, place: custody?.placeText,
      happened: custody.map { SearchWords.time($0.happened, nil) }, reportedAt: custody.map { text($0.reportedAt) },
      contradicted: custody?.contradicted, notToldBecause: found.hindrances.map(\.rawValue).sorted(),
      facts: found.assessment.agreements.map {
        Line(fact: $0.fact.rawValue, level: $0.level.rawValue, bits: explains ? round($0.bits) : nil)
      })
  }

  private static func round(_ bits: Double) -> Double { (bits * 100).rounded() / 100 }

  private static func text(_ moment: Timestamp) -> String {
    Date(timeIntervalSince1970: Double(moment.microseconds) / 1_000_000).formatted(.iso8601)
  }
}
