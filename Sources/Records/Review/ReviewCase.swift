package import CivilTime

/// Where the review of a finding stands.
package enum CaseState: String, Sendable, CaseIterable {
  case open
  /// The attorney was asked something.
  case waiting
  /// One person upheld it; what is said to break an order needs two.
  case second
  /// Reviewers do not agree; one more has to look.
  case differ
  case upheld
  case notUpheld = "not_upheld"
  case unclear
  /// The rules do not say so any more, and nobody had looked.
  case gone

  /// Whether it waits for a reviewer.
  package var waitsForPeople: Bool { self == .open || self == .second || self == .differ }
}

/// Why a case is to be looked at again.
package enum ReopenedBecause: String, Sendable, CaseIterable {
  case lateEvent = "late_event"
  case ruleChanged = "rule_changed"
  case answered
  case cameBack = "came_back"
}

/// What a reviewer decides.
package enum CaseVerdict: String, Sendable, CaseIterable {
  case upheld
  case notUpheld = "not_upheld"
  case unclear
  /// The attorney is asked, and the case waits.
  case needsFacts = "needs_facts"
}

/// A case as a line of the queue: nobody's name, and the day as the only time.
package struct CaseLine: Sendable, Equatable, Identifiable {
  package let id: Int64
  /// The finding as it is now: a decision is about this, and no other.
  package let findingID: Int64
  package let placeCode: String
  package let placeName: String
  package let zone: Zone?
  /// What the attorney is called; nil for what is about the place itself.
  package let attorney: Int32?
  /// `B18-HOURS-BD/2`
  package let rule: String
  /// order, statute, contract, standard, policy, heuristic
  package let authority: String
  /// Nil once the rules do not speak of it any more.
  package let outcome: String?
  package let severity: String
  package let grade: EvidenceGrade?
  package let pattern: String?
  package let day: CivilDate
  package let openedAt: Timestamp
  package let dueAt: Timestamp
  package let state: CaseState
  package let reopened: ReopenedBecause?
  /// The case of the same rule in an earlier version.
  package let follows: Int64?

  package init(
    id: Int64, findingID: Int64, placeCode: String, placeName: String, zone: Zone?, attorney: Int32?, rule: String,
    authority: String, outcome: String?, severity: String, grade: EvidenceGrade?, pattern: String?, day: CivilDate,
    openedAt: Timestamp, dueAt: Timestamp, state: CaseState, reopened: ReopenedBecause?, follows: Int64?
  ) {
    (self.id, self.findingID, self.placeCode, self.placeName) = (id, findingID, placeCode, placeName)
    (self.zone, self.attorney, self.rule, self.authority) = (zone, attorney, rule, authority)
    (self.outcome, self.severity, self.grade, self.pattern) = (outcome, severity, grade, pattern)
    (self.day, self.openedAt, self.dueAt, self.state) = (day, openedAt, dueAt, state)
    (self.reopened, self.follows) = (reopened, follows)
  }

  /// Whether it is about the place itself: its hours, a closure.
  package var isOfPlace: Bool { attorney == nil }

  /// Two people have to uphold it before it counts.
  package var needsTwo: Bool { authority == "order" && outcome == "breached" }
}

/// The request of a case: without names until the reader opened them.
package struct ReviewedRequest: Sendable, Equatable {
  /// Who was asked for, by whom.
  package struct Names: Sendable, Equatable {
    package let reference: String
    package let client: String
    package let filedBy: String
    package let asker: String?
    package let office: String?

    package init(reference: String, client: String, filedBy: String, asker: String?, office: String?) {
      (self.reference, self.client, self.filedBy, self.asker, self.office) = (reference, client, filedBy, asker, office)
    }
  }

  package let names: Names?
  package let tie: ClientTie
  package let mode: VisitMode
  package let role: AskerRole
  package let g28: G28Status
  package let urgency: VisitUrgency
  package let beganAtDoor: Bool

  package init(
    names: Names?, tie: ClientTie, mode: VisitMode, role: AskerRole, g28: G28Status, urgency: VisitUrgency,
    beganAtDoor: Bool
  ) {
    (self.names, self.tie, self.mode, self.role, self.g28) = (names, tie, mode, role, g28)
    (self.urgency, self.beganAtDoor) = (urgency, beganAtDoor)
  }
}

/// Something that happened, as a reviewer sees it: a band of two hours and no words until it is opened.
package struct ReviewedEvent: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let kind: VisitEventKind
  package let at: Timestamp
  /// Nil for a band of two hours that begins at `at`.
  package let precision: VisitTime.Precision?
  package let until: Timestamp?
  package let recordedAt: Timestamp
  package let recordedBy: String?
  package let observer: String?
  package let standing: Observer.Standing
  package let isFirstHand: Bool
  package let channel: VisitChannel?
  package let grade: EvidenceGrade
  package let corrects: Int64?
  package let details: VisitDetails
  package let note: String?

  package init(
    id: Int64, kind: VisitEventKind, at: Timestamp, precision: VisitTime.Precision?, until: Timestamp?,
    recordedAt: Timestamp, recordedBy: String?, observer: String?, standing: Observer.Standing, isFirstHand: Bool,
    channel: VisitChannel?, grade: EvidenceGrade, corrects: Int64?, details: VisitDetails, note: String?
  ) {
    (self.id, self.kind, self.at, self.precision, self.until) = (id, kind, at, precision, until)
    (self.recordedAt, self.recordedBy, self.observer) = (recordedAt, recordedBy, observer)
    (self.standing, self.isFirstHand, self.channel, self.grade) = (standing, isFirstHand, channel, grade)
    (self.corrects, self.details, self.note) = (corrects, details, note)
  }
}

/// What somebody told of a place, as a reviewer sees it: who told it is a number until it is opened.
package struct ReviewedPlaceEvent: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let kind: PlaceEventKind
  package let at: VisitTime
  package let until: Timestamp?
  package let recordedAt: Timestamp
  /// Which of those who told of the day, from one.
  package let teller: Int
  package let recordedBy: String?
  package let observer: String?
  package let standing: Observer.Standing
  package let isFirstHand: Bool
  package let grade: EvidenceGrade
  package let corrects: Int64?
  package let details: PlaceDetails
  package let note: String?

  package init(
    id: Int64, kind: PlaceEventKind, at: VisitTime, until: Timestamp?, recordedAt: Timestamp, teller: Int,
    recordedBy: String?, observer: String?, standing: Observer.Standing, isFirstHand: Bool, grade: EvidenceGrade,
    corrects: Int64?, details: PlaceDetails, note: String?
  ) {
    (self.id, self.kind, self.at, self.until, self.recordedAt) = (id, kind, at, until, recordedAt)
    (self.teller, self.recordedBy, self.observer, self.standing) = (teller, recordedBy, observer, standing)
    (self.isFirstHand, self.grade, self.corrects) = (isFirstHand, grade, corrects)
    (self.details, self.note) = (details, note)
  }
}

/// A file of the request of a case: what it is, never what it holds.
package struct ReviewedFile: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let kind: EvidenceKind
  package let grade: EvidenceGrade
  package let bytes: Int
  package let sha256: [UInt8]
  package let isWithdrawn: Bool

  package init(id: Int64, kind: EvidenceKind, grade: EvidenceGrade, bytes: Int, sha256: [UInt8], isWithdrawn: Bool) {
    (self.id, self.kind, self.grade, self.bytes) = (id, kind, grade, bytes)
    (self.sha256, self.isWithdrawn) = (sha256, isWithdrawn)
  }
}

/// What a reviewer decided, and what came of a question.
package struct CaseDecision: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let findingID: Int64
  package let by: String
  package let verdict: CaseVerdict
  package let reason: String
  package let decidedAt: Timestamp
  package let question: CaseQuestion?

  package init(
    id: Int64, findingID: Int64, by: String, verdict: CaseVerdict, reason: String, decidedAt: Timestamp,
    question: CaseQuestion?
  ) {
    (self.id, self.findingID, self.by, self.verdict) = (id, findingID, by, verdict)
    (self.reason, self.decidedAt, self.question) = (reason, decidedAt, question)
  }
}

/// What an attorney is asked about a finding, and the answer.
package struct CaseQuestion: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let question: String
  package let askedAt: Timestamp
  package let answer: String?
  package let answeredAt: Timestamp?

  package init(id: Int64, question: String, askedAt: Timestamp, answer: String?, answeredAt: Timestamp?) {
    (self.id, self.question, self.askedAt) = (id, question, askedAt)
    (self.answer, self.answeredAt) = (answer, answeredAt)
  }
}
