package import CivilTime

/// What an alert stands on.
package enum AlertBasis: String, Sendable, CaseIterable {
  case twoSources = "two_sources"
  case observer
}

/// Where an alert stands, by its corrections. It is shown until it would have expired, whatever becomes of it.
package enum AlertStanding: String, Sendable, CaseIterable {
  case live, corrected
  case falseAlarm = "false_alarm"
  case inDoubt = "in_doubt"
  case over
}

/// A place and the hours of it that a warning names: never a person.
package struct AlertScene: Sendable, Equatable {
  package let place: String
  package let starts: Timestamp
  package let ends: Timestamp

  package init(place: String, starts: Timestamp, ends: Timestamp) {
    (self.place, self.starts, self.ends) = (place, starts, ends)
  }
}

/// An alert as everybody may read it.
package struct AlertLine: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let told: AlertScene
  /// Two capital letters.
  package let state: String
  package let zone: Zone?
  package let kind: IntakeKind
  package let basis: AlertBasis
  package let madeAt: Timestamp
  package let expiresAt: Timestamp
  package let standing: AlertStanding
  /// What is right, where what was told was not.
  package let right: AlertScene?
  package let correctedAt: Timestamp?

  package init(
    id: Int64, told: AlertScene, state: String, zone: Zone?, kind: IntakeKind, basis: AlertBasis, madeAt: Timestamp,
    expiresAt: Timestamp, standing: AlertStanding, right: AlertScene?, correctedAt: Timestamp?
  ) {
    (self.id, self.told, self.state, self.zone, self.kind) = (id, told, state, zone, kind)
    (self.basis, self.madeAt, self.expiresAt) = (basis, madeAt, expiresAt)
    (self.standing, self.right, self.correctedAt) = (standing, right, correctedAt)
  }

  /// What holds now.
  package var scene: AlertScene { right ?? told }
}
