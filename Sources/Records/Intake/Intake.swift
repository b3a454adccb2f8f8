package import CivilTime

/// How far the work on a report is. Whether it is true is another question.
package enum IntakeStatus: String, Sendable, CaseIterable { case new, reviewing, dispatched, closed }

/// How far a report is believed.
package enum IntakeTruth: String, Sendable, CaseIterable {
  case unverified, corroborated, confirmed
  case falseAlarm = "false_alarm"

  /// Whether a record that is made of it may count as more than a rumour.
  package var isBacked: Bool { self == .corroborated || self == .confirmed }
}

/// Whether a child, or somebody else who depends on who was taken, is alone now.
package enum DependentAnswer: String, Sendable, CaseIterable { case yes, no, unknown }

/// What kind of thing a caller reports.
package enum IntakeKind: String, Sendable, CaseIterable {
  case arrest, raid, checkpoint, agents, missing, other

  /// Whether the public may be warned of it.
  package var isForAlerts: Bool { self != .missing && self != .other }
}

/// How the caller knows.
package enum IntakeBasis: String, Sendable, CaseIterable { case saw, told, media, unknown }

/// How well it is known when it happened.
package enum IntakePrecision: String, Sendable, CaseIterable { case minute, day, unknown }

/// What an organisation is asked to take over.
package enum HandoffNeed: String, Sendable, CaseIterable {
  case child, legal, family, shelter, health, rapid, other

  /// Within how many minutes an answer is due, unless told.
  package var usualMinutes: Int {
    switch self {
    case .child: 15
    case .health, .rapid: 60
    case .legal, .family, .shelter, .other: 1440
    }
  }
}

/// Where a hand-off stands, by its answers.
package enum HandoffState: String, Sendable, CaseIterable { case open, accepted, declined, done, withdrawn }

/// What is written down of a hand-off.
package enum HandoffStep: String, Sendable, CaseIterable { case reminded, accepted, declined, done, withdrawn }

/// How a call back to a caller ended.
package enum IntakeCallEnd: String, Sendable, CaseIterable {
  case reached
  case notReached = "not_reached"
  case wrongNumber = "wrong_number"
  case notWanted = "not_wanted"
}

/// An organisation that takes over what callers need.
package struct Partner: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let name: String
  package let phone: String?
  package let takes: Set<HandoffNeed>

  package init(id: Int64, name: String, phone: String?, takes: Set<HandoffNeed>) {
    (self.id, self.name, self.phone, self.takes) = (id, name, phone, takes)
  }
}

/// A trained observer: a sign, and who trained them.
package struct TrainedObserver: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let sign: String
  package let partner: String
  package let trainedOn: CivilDate
  package let endedAt: Timestamp?

  package init(id: Int64, sign: String, partner: String, trainedOn: CivilDate, endedAt: Timestamp?) {
    (self.id, self.sign, self.partner, self.trainedOn, self.endedAt) = (id, sign, partner, trainedOn, endedAt)
  }
}

/// A report as lists show it. Who called and who was taken is not in it.
package struct IntakeLine: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let takenAt: Timestamp
  package let takenBy: String
  package let dependent: DependentAnswer
  /// The caller's words; nil once they are erased, or where a facility says all.
  package let place: String?
  package let facility: String?
  package let facilityCode: String?
  package let state: String?
  package let zone: Zone?
  package let happenedAt: Timestamp
  package let precision: IntakePrecision
  package let kind: IntakeKind
  package let basis: IntakeBasis
  package let people: Int?
  package let observer: String?
  package let lastTwo: String?
  package let status: IntakeStatus
  package let truth: IntakeTruth
  package let ownerID: Int64?
  package let owner: String?
  package let incident: Int64
  /// Other reports of the same incident.
  package let others: Int
  package let person: Int64?
  /// By when somebody has to act; nil when nobody has to.
  package let dueAt: Timestamp?
  package let callDueAt: Timestamp?
  package let calledAt: Timestamp?
  package let lastEvent: Int64
  package let isSample: Bool
  package let isErased: Bool

  package init(
    id: Int64, takenAt: Timestamp, takenBy: String, dependent: DependentAnswer, place: String?, facility: String?,
    facilityCode: String?, state: String?, zone: Zone?, happenedAt: Timestamp, precision: IntakePrecision,
    kind: IntakeKind, basis: IntakeBasis, people: Int?, observer: String?, lastTwo: String?, status: IntakeStatus,
    truth: IntakeTruth, ownerID: Int64?, owner: String?, incident: Int64, others: Int, person: Int64?,
    dueAt: Timestamp?, callDueAt: Timestamp?, calledAt: Timestamp?, lastEvent: Int64, isSample: Bool, isErased: Bool
  ) {
    (self.id, self.takenAt, self.takenBy, self.dependent) = (id, takenAt, takenBy, dependent)
    (self.place, self.facility, self.facilityCode, self.state) = (place, facility, facilityCode, state)
    (self.zone, self.happenedAt, self.precision) = (zone, happenedAt, precision)
    (self.kind, self.basis, self.people, self.observer) = (kind, basis, people, observer)
    (self.lastTwo, self.status, self.truth) = (lastTwo, status, truth)
    (self.ownerID, self.owner, self.incident, self.others) = (ownerID, owner, incident, others)
    (self.person, self.dueAt, self.callDueAt, self.calledAt) = (person, dueAt, callDueAt, calledAt)
    (self.lastEvent, self.isSample, self.isErased) = (lastEvent, isSample, isErased)
  }

  /// Whether somebody waits for something that should have been done by now.
  package func isOverdue(at now: Timestamp) -> Bool {
    status != .closed && ((dueAt ?? .far) < now || (calledAt == nil && (callDueAt ?? .far) < now))
  }

  /// Whether the caller waits for a call.
  package var waitsForCall: Bool { callDueAt != nil && calledAt == nil }
}

extension Timestamp {
  fileprivate static let far = Timestamp(microseconds: .max)
}

/// What became of a report: one line for each that anybody did.
package struct IntakeEvent: Sendable, Equatable, Identifiable {
  package enum Kind: String, Sendable, CaseIterable {
    case status, truth, take
    case giveBack = "give_back"
    case note, same
    case notSame = "not_same"
    case record, called
  }

  package let id: Int64
  package let kind: Kind
  package let status: IntakeStatus?
  package let truth: IntakeTruth?
  package let outcome: IntakeCallEnd?
  package let other: Int64?
  package let person: Int64?
  package let batch: Int64?
  /// Sealed with the service's key.
  package let note: [UInt8]?
  /// Up to which event the writer had read.
  package let readTo: Int64?
  package let by: String
  package let at: Timestamp

  package init(
    id: Int64, kind: Kind, status: IntakeStatus?, truth: IntakeTruth?, outcome: IntakeCallEnd?, other: Int64?,
    person: Int64?, batch: Int64?, note: [UInt8]?, readTo: Int64?, by: String, at: Timestamp
  ) {
    (self.id, self.kind, self.status, self.truth, self.outcome) = (id, kind, status, truth, outcome)
    (self.other, self.person, self.batch, self.note) = (other, person, batch, note)
    (self.readTo, self.by, self.at) = (readTo, by, at)
  }
}

/// A hand-off with what became of it.
package struct ReportHandoff: Sendable, Equatable, Identifiable {
  package struct Event: Sendable, Equatable, Identifiable {
    package let id: Int64
    package let step: HandoffStep
    package let note: [UInt8]?
    package let by: String
    package let at: Timestamp

    package init(id: Int64, step: HandoffStep, note: [UInt8]?, by: String, at: Timestamp) {
      (self.id, self.step, self.note, self.by, self.at) = (id, step, note, by, at)
    }
  }

  package let id: Int64
  package let intake: Int64
  package let partner: String
  package let phone: String?
  package let need: HandoffNeed
  package let by: String
  package let madeAt: Timestamp
  package let dueAt: Timestamp
  package let state: HandoffState
  package let events: [Event]

  package init(
    id: Int64, intake: Int64, partner: String, phone: String?, need: HandoffNeed, by: String, madeAt: Timestamp,
    dueAt: Timestamp, state: HandoffState, events: [Event]
  ) {
    (self.id, self.intake, self.partner, self.phone, self.need) = (id, intake, partner, phone, need)
    (self.by, self.madeAt, self.dueAt, self.state, self.events) = (by, madeAt, dueAt, state, events)
  }
}
