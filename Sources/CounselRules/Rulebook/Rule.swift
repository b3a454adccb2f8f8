package import CivilTime

/// One term of law in one version: which places it binds, when, what it asks, and how sure anyone is of it.
///
/// A class, because rules are passed along by the million and a struct of this size is dear to copy. It never changes.
package final class Rule: Sendable, Identifiable {
  package let id: RuleID
  /// Rules of one term follow each other in time: of these, one is in force at a time. Else the id without version.
  package let term: String
  /// An earlier version that says the same period less well; it is kept and no longer applied.
  package let replaces: Int?
  package let patterns: [Pattern]
  package let scope: Scope
  package let protects: Protects
  package let predicate: Predicate
  package let parameters: Parameters
  package let authority: Authority
  /// Nil where the place's own standard or contract says when it binds.
  package let from: Bound?
  /// Exclusive; nil while no end is known.
  package let to: Bound?
  package let status: RuleStatus
  package let changes: [StatusChange]
  /// Whether somebody checked that what is said of its end, or of its having none, is so.
  package let isEndVerified: Bool
  package let lastVerified: Verification?
  package let isTextVerified: Bool
  package let confidence: Confidence
  package let clearedBy: [CounterFact]
  package let softenedBy: [CounterFact]
  /// The term has no number: what breaks it is a matter of judgement.
  package let isForReview: Bool
  /// What the sources leave open, for a reviewer.
  package let openQuestions: [String]
  /// By language code.
  package let plain: [String: String]

  init(
    id: RuleID, term: String, replaces: Int?, patterns: [Pattern], scope: Scope, protects: Protects,
    predicate: Predicate, parameters: Parameters, authority: Authority, from: Bound?, to: Bound?, status: RuleStatus,
    changes: [StatusChange], isEndVerified: Bool, lastVerified: Verification?, isTextVerified: Bool,
    confidence: Confidence, clearedBy: [CounterFact], softenedBy: [CounterFact], isForReview: Bool,
    openQuestions: [String], plain: [String: String]
  ) {
    self.id = id
    self.term = term
    self.replaces = replaces
    self.patterns = patterns
    self.scope = scope
    self.protects = protects
    self.predicate = predicate
    self.parameters = parameters
    self.authority = authority
    self.from = from
    self.to = to
    self.status = status
    self.changes = changes
    self.isEndVerified = isEndVerified
    self.lastVerified = lastVerified
    self.isTextVerified = isTextVerified
    self.confidence = confidence
    self.clearedBy = clearedBy
    self.softenedBy = softenedBy
    self.isForReview = isForReview
    self.openQuestions = openQuestions
    self.plain = plain
  }

  package var isHeuristic: Bool { authority.kind == .heuristic }
}

/// A rule's name and version: `B18-HOURS-BD/2`.
package struct RuleID: Hashable, Sendable, Comparable, LosslessStringConvertible {
  package let name: String
  package let version: Int

  package init(name: String, version: Int) { (self.name, self.version) = (name, version) }

  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let version = Int(parts[1]), version > 0 else { return nil }
    self.init(name: String(parts[0]), version: version)
  }

  package var description: String { "\(name)/\(version)" }

  package static func < (left: RuleID, right: RuleID) -> Bool {
    (left.name, left.version) < (right.name, right.version)
  }
}

/// Which places a rule binds.
package struct Scope: Sendable, Equatable, Decodable {
  /// Names of places in the rulebook; empty for every place of the kinds.
  package let places: [String]?
  /// A building whose other spaces the order may follow people into.
  package let building: String?
  package let successors: Successors?
  package let kinds: [String]?
  package let standards: [String]?
  /// Standards of which it is not settled whether they hold the term.
  package let possibleStandards: [String]?
  package let clause: String?

  package enum Successors: String, Sendable, Decodable { case covered, unsettled }
}

/// Whom a rule protects; what is nil protects everybody.
package struct Protects: Sendable, Equatable, Decodable {
  package let roles: [Role]?
  /// Roles that the sources name without settling them.
  package let unverifiedRoles: [Role]?
  package let relationships: [Relationship]?
  /// The class of an order: people held at least so long.
  package let heldAtLeastMinutes: Int?
}

/// Who compared the text of a rule with the document, and when.
package struct Verification: Sendable, Equatable, Decodable {
  package let on: CivilDate
  package let by: String
}

package enum Confidence: String, Sendable, CaseIterable, Codable {
  case high = "H"
  case medium = "M"
  case low = "L"
  /// Background knowledge without a source at hand.
  case backgroundHigh = "BG-H"
  case backgroundMedium = "BG-M"
  /// A threshold of this project's own, which nothing but experience supports.
  case own
}
