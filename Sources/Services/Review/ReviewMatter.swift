package import CivilTime
package import CounselRules
package import Records
package import Stores

/// One case with everything that a reviewer may see of it.
package struct ReviewMatter: Sendable {
  package let line: CaseLine
  /// Nil for what is about the place itself.
  package let request: ReviewedRequest?
  package let events: [ReviewedEvent]
  /// What is known of the day of a place, and what was told of it.
  package let placeDay: PlaceDay?
  package let placeEvents: [ReviewedPlaceEvent]
  package let isOpened: Bool
  /// What the rules said, the newest first.
  package let states: [State]
  package let rule: PlaceRule?
  /// The term of law as the rulebook has it: dates, docket, what is open.
  package let law: Rule?
  package let files: [ReviewedFile]
  package let decisions: [CaseDecision]
  package let beside: [CaseLine]
  /// The case that decisions lead to.
  package let next: CaseLine?

  /// What the rules said at one time.
  package struct State: Sendable, Identifiable {
    package let id: Int64
    package let foundAt: Timestamp
    /// Nil where the finding was gone.
    package let finding: Finding?
  }

  package var finding: Finding? { states.first { $0.finding != nil }?.finding }
  package var zone: Zone { line.zone ?? Self.utc }

  private static let utc: Zone = {
    guard let zone = Zone("UTC") else { preconditionFailure("UTC is a zone") }
    return zone
  }()
}

/// A page of the queue.
package struct ReviewQueue: Sendable {
  package let lines: [CaseLine]
  package let next: ReviewCursor?
  package let severities: [String: Int]
  package let rules: [(name: String, count: Int)]

  package func count(of severity: String?) -> Int {
    severity.map { severities[$0] ?? 0 } ?? severities.values.reduce(0, +)
  }
}

/// Why a decision, an opening or an answer was not taken.
package enum ReviewFault: String, Error, Sendable, CaseIterable {
  case noVerdict, noReason, reasonTooLong, noQuestion, questionTooLong
  /// The rules said something else meanwhile: it has to be read again.
  case changed
  case own
  case noAnswer, answerTooLong
  /// Of a pattern.
  case noName
}
