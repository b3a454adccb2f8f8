package import CivilTime
internal import CounselRules
internal import Foundation
package import Postgres
package import Stores

/// A finding that people decided about, with what names anybody taken out: this is all that leaves the service.
package struct RedactedIncident: Sendable {
  /// The same for all findings of one incident, from 1.
  package let number: Int64
  package let placeCode: String
  package let placeName: String
  package let day: CivilDate
  package let rule: String
  package let authority: String
  package let cite: String
  /// By language code.
  package let plain: [String: String]
  /// Whether a named person compared the rule's text with the document; else it says "possible" at most.
  package let isCompared: Bool
  package let pattern: String?
  package let grade: String?
  /// What monitors call the attorney; nil for what is about a place alone.
  package let attorney: Int32?
  package let decision: CaseDecisionWord
  package let decidedOn: CivilDate
  package let reviewers: Int
  package let words: String
  /// What was taken out of the words, and how often.
  package let taken: [Redaction.Kind: Int]
}

/// What came of a review, as a table names it.
package enum CaseDecisionWord: String, Sendable, CaseIterable {
  case upheld
  case notUpheld = "not_upheld"
  case unclear
  /// An order's rule, upheld by one: a second has to look.
  case second
  case differ
}

/// Every reviewed incident, for those who ask under a law on records, redacted as Rule 5.2 asks.
package struct IncidentService: Sendable {
  private let database: Database
  private let judge: any VisitJudge

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database, judge: any VisitJudge) { (self.database, self.judge) = (database, judge) }

  package func reviewed(_ query: FigureQuery, by staff: Staff) async throws -> [RedactedIncident] {
    try staff.require(.reviewFindings)
    return try await reviewed(query, actor: staff.actor)
  }

  /// At the command line, for whoever may run it with the database's address.
  package func reviewed(_ query: FigureQuery) async throws -> [RedactedIncident] {
    try await reviewed(query, actor: "service:report")
  }

  private func reviewed(_ query: FigureQuery, actor: String) async throws -> [RedactedIncident] {
    try await database.transaction(isolation: .repeatableRead, readOnly: true, actor: actor) { session in
      try await judge.refresh(session)
      return try await IncidentStore(session).reviewed(query).map(redacted)
    }
  }

  private func redacted(_ incident: ReviewedIncident) -> RedactedIncident {
    let rule = judge.rule(named: incident.rule)
    let (words, taken) = Redaction(names: incident.names, births: incident.births).apply(
      incident.words.map(FormText.tidy).joined(separator: " / "))
    return RedactedIncident(
      number: incident.incident, placeCode: incident.placeCode, placeName: incident.placeName, day: incident.day,
      rule: incident.rule, authority: incident.authority, cite: rule?.cite ?? "", plain: rule?.plain ?? [:],
      isCompared: rule?.isVerified ?? false, pattern: incident.pattern, grade: incident.grade,
      attorney: incident.attorney, decision: CaseDecisionWord(rawValue: incident.state) ?? .unclear,
      decidedOn: incident.decidedOn, reviewers: incident.reviewers, words: words, taken: taken)
  }
}

/// Reviewed incidents for other programs: RFC 4180, UTF-8.
package struct IncidentTable: Sendable {
  private let incidents: [RedactedIncident]
  private let query: FigureQuery

  package init(_ incidents: [RedactedIncident], _ query: FigureQuery) {
    (self.incidents, self.query) = (incidents, query)
  }

  /// What stands before the table.
  package static let note =
    "Every reviewed incident, also where a finding was not upheld. Names, numbers, addresses and birth dates were removed (Rule 5.2), not covered; where, a mark says."

  /// Each column and what it means.
  package static let dictionary: [(column: String, meaning: String)] = [
    ("incident", "the same number for all findings of one incident"),
    ("place_code", "the place's code in the list of facilities"),
    ("place", "what it is called"),
    ("day", "the day by the place's clock"),
    ("rule", "the rule and its version"),
    ("authority", "order, statute, contract, standard, policy or heuristic"),
    ("citation", "where the term is written"),
    ("term", "the term in plain words"),
    (
      "term_compared",
      "whether a named person compared the rule's text with the document; if not, a finding is possible at most"
    ),
    ("pattern", "the kind of denial, D01 to D34"),
    ("evidence_grade", "A official record, B signed declaration, C first hand, D second hand"),
    ("attorney", "a pseudonym, the same throughout"),
    ("decision", "upheld, not_upheld, unclear, second (one upheld an order's breach, a second has to look), differ"),
    ("decided_on", "the day of the last decision"),
    ("reviewers", "how many people decided"),
    ("words", "what was noted, without what was removed"),
    ("removed", "what was removed from the words, and how often"),
  ]

  package var csv: String {
    var text = "# \(Self.note) \(FigureTable.note)\r\n"
    text += Self.dictionary.map(\.column).joined(separator: ",") + "\r\n"
    for one in incidents {
      let cells = [
        String(one.number), one.placeCode, one.placeName, one.day.iso, one.rule, one.authority, one.cite,
        one.plain["en"] ?? "", one.isCompared ? "yes" : "no", one.pattern ?? "", one.grade ?? "",
        one.attorney.map { String($0) } ?? "",
        one.decision.rawValue, one.decidedOn.iso, String(one.reviewers), one.words, Self.removed(one),
      ]
      text += cells.map(Self.cell).joined(separator: ",") + "\r\n"
    }
    return text
  }

  /// `name 2; telephone 1`
  package static func removed(_ one: RedactedIncident) -> String {
    Redaction.Kind.allCases.compactMap { kind in one.taken[kind].map { "\(kind.rawValue) \($0)" } }.joined(
      separator: "; ")
  }

  /// Quoted where it must be. A cell that a spreadsheet would take for a formula begins with an apostrophe.
  private static func cell(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
