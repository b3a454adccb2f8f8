package import CivilTime

/// What one rule says of one event, with everything that it rests on.
package struct Finding: Sendable, Identifiable, Equatable {
  package let subject: Subject
  package let rule: RuleID
  package let authority: AuthorityKind
  package let pattern: Pattern?
  package let at: Timestamp
  package let outcome: Outcome
  /// Where the law can be read in two ways: what each reading says.
  package let readings: [Reading]
  package let severity: Severity
  package let certainty: Certainty
  /// Whether it may be called no more than a case for review: a heuristic, a term without a number, an emergency.
  package let needsReview: Bool
  /// Whether it may stand on order pages, in published figures and in bundles.
  package let isPublishable: Bool
  /// The weakest evidence that the outcome stands on; nil if it stands on none.
  package let grade: Grade?
  package let protection: Protection
  /// The events used, by id; the first is the one that the finding is about.
  package let facts: [String]
  package let reasons: [Reason]

  /// Subject, event or day, rule, version, pattern: the same facts give the same id.
  package var id: String {
    let tail = "\(rule.name).\(rule.version)\(pattern.map { ".\($0.rawValue)" } ?? "")"
    let event = facts.first ?? "-"
    return switch subject {
    case .request(let request): "\(request).\(event).\(tail)"
    case .place(let place): "\(place).\(event).\(tail)"
    case .day(let place, let day): "\(place).\(day.iso).\(tail)"
    }
  }

  package init(
    subject: Subject, rule: RuleID, authority: AuthorityKind, pattern: Pattern?, at: Timestamp,
    outcome: Outcome, readings: [Reading], severity: Severity, certainty: Certainty, needsReview: Bool,
    isPublishable: Bool, grade: Grade?, protection: Protection, facts: [String], reasons: [Reason]
  ) {
    (self.subject, self.rule, self.authority, self.pattern) = (subject, rule, authority, pattern)
    (self.at, self.outcome, self.readings, self.severity) = (at, outcome, readings, severity)
    (self.certainty, self.needsReview, self.isPublishable) = (certainty, needsReview, isPublishable)
    (self.grade, self.protection, self.facts, self.reasons) = (grade, protection, facts, reasons)
  }
}

package enum Subject: Hashable, Sendable {
  case request(String)
  case place(String)
  case day(place: String, CivilDate)
}

/// One way to read the law, and what comes of it.
package struct Reading: Hashable, Sendable, Codable {
  package let name: Name
  package let outcome: Outcome.Kind

  package enum Name: String, Sendable, CaseIterable, Codable {
    case inForce = "in_force"
    case notInForce = "not_in_force"
    case businessDay = "business_day"
    case holiday
    case spaceCovered = "space_covered"
    case spaceNotCovered = "space_not_covered"
    case standardCarriesTerm = "standard_carries_term"
    case standardLacksTerm = "standard_lacks_term"
    case sameHour = "same_hour"
    case endOfDay = "end_of_day"
  }
}

package enum Severity: String, Sendable, CaseIterable, Codable, Comparable {
  case none, grey, amber, red

  package static func < (left: Severity, right: Severity) -> Bool { left.order < right.order }

  private var order: Int { Severity.allCases.firstIndex(of: self) ?? 0 }

  /// One step milder, but still to be looked at.
  var softened: Severity { self == .red ? .amber : self == .amber ? .grey : self }
}

package enum Certainty: String, Sendable, CaseIterable, Codable {
  /// The rule's text was not compared with the document, or its force is presumed.
  case possible
  /// A named person compared the text with the document.
  case supported
}

/// Whether the rule protects those concerned.
package struct Protection: Hashable, Sendable, Codable {
  package let requester: Answer
  package let person: Answer

  package init(requester: Answer, person: Answer) { (self.requester, self.person) = (requester, person) }

  package enum Answer: String, Sendable, CaseIterable, Codable {
    case yes, no, unknown
    /// The sources do not settle whether the rule means this role.
    case unverified
    /// The rule protects everybody, or concerns the place alone.
    case everyone
  }
}
