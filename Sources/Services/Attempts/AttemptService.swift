package import CivilTime
package import Postgres
package import Records
internal import Stores

/// Noting what was looked up elsewhere, and reading such notes: for responders.
package struct AttemptService: Sendable {
  private let database: Database

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database) { self.database = database }

  /// How many a list shows.
  package static let listed = 50

  /// Writes a note down, or says what is wrong with it.
  package func log(
    _ input: AttemptInput, by staff: Staff, now: Timestamp
  ) async throws -> Result<LocatorAttempt, AttemptFaults> {
    try staff.require(.logAttempts)
    let attempt: LocatorAttempt
    switch LocatorAttempt.parse(input, who: staff.account.name, now: now) {
    case .failure(let faults): return .failure(faults)
    case .success(let parsed): attempt = parsed
    }
    return try await database.transaction(actor: staff.actor) { transaction in
      let store = LocatorAttemptStore(transaction)
      if let person = attempt.personID, try await !store.hasPerson(person) {
        return .failure(AttemptFaults([.person: .noSuchPerson]))
      }
      _ = try await store.add(attempt, now: now)
      return .success(attempt)
    }
  }

  /// The newest notes of everybody.
  package func recent(by staff: Staff) async throws -> [LoggedAttempt] {
    try staff.require(.logAttempts)
    return try await database.transaction(readOnly: true, actor: staff.actor) { transaction in
      try await LocatorAttemptStore(transaction).recent(limit: Self.listed)
    }
  }
}
