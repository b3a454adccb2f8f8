package import CivilTime
package import Disclosure

/// Who asked that nothing be shown of somebody by itself.
package enum ProtectionAsker: String, Sendable, CaseIterable { case person, lawyer, family, responder }

/// Why a protection was lifted.
package enum LiftReason: String, Sendable, CaseIterable { case asked, mistake, over, decided }

/// A protection of somebody, as it stands.
package struct Protection: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let person: Int64
  package let kind: Hindrance
  package let askedBy: ProtectionAsker
  /// The name of the account; nil at the command line.
  package let setBy: String?
  package let setAt: Timestamp
  package let until: Timestamp?

  package init(
    id: Int64, person: Int64, kind: Hindrance, askedBy: ProtectionAsker, setBy: String?, setAt: Timestamp,
    until: Timestamp?
  ) {
    (self.id, self.person, self.kind, self.askedBy) = (id, person, kind, askedBy)
    (self.setBy, self.setAt, self.until) = (setBy, setAt, until)
  }
}

/// A contest that was upheld: the record is told of no more.
package struct UpheldContest: Sendable, Equatable, Identifiable {
  /// The number of the contest.
  package let id: Int64
  /// Nil when the record is gone.
  package let person: Int64?
  /// The name of the account; nil at the command line.
  package let madeBy: String?
  package let madeAt: Timestamp
  /// Whether another import of the record would be known.
  package let isKnownAgain: Bool

  package init(id: Int64, person: Int64?, madeBy: String?, madeAt: Timestamp, isKnownAgain: Bool) {
    (self.id, self.person, self.madeBy, self.madeAt) = (id, person, madeBy, madeAt)
    self.isKnownAgain = isKnownAgain
  }
}

/// What became of a change.
package enum ProtectionOutcome: String, Sendable, CaseIterable { case done, already, unknown }

/// People at whom somebody guessed so often that their automatic answers stopped.
package struct GuessStop: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let person: Int64
  package let stoppedAt: Timestamp
  package let until: Timestamp

  package init(id: Int64, person: Int64, stoppedAt: Timestamp, until: Timestamp) {
    (self.id, self.person, self.stoppedAt, self.until) = (id, person, stoppedAt, until)
  }
}

/// Automatic answers were closed because more people were answered anew than is usual.
package struct ClosedAnswers: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let isByNumber: Bool
  package let closedAt: Timestamp
  package let until: Timestamp
  package let answered: Int
  package let usual: Int

  package init(id: Int64, isByNumber: Bool, closedAt: Timestamp, until: Timestamp, answered: Int, usual: Int) {
    (self.id, self.isByNumber, self.closedAt, self.until) = (id, isByNumber, closedAt, until)
    (self.answered, self.usual) = (answered, usual)
  }
}
