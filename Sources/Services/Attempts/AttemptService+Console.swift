package import CivilTime
package import Postgres
package import Records
internal import Stores

/// Notes of looks elsewhere made at the command line, where the operating system has said who may.
package struct ConsoleAttempts: Sendable {
  private let database: Database

  /// With a database role that may read accounts and add notes.
  package init(_ database: Database) { self.database = database }

  /// Writes a note down in the name of an account that may make them.
  package func log(
    _ input: AttemptInput, account name: String, now: Timestamp
  ) async throws -> Result<LocatorAttempt, AttemptFaults> {
    let accounts = AccountStore(database)
    guard let account = try await accounts.account(named: name), account.disabledAt == nil,
      account.role.permissions.contains(.logAttempts)
    else { throw AttemptAccountFault(name: name) }
    let attempt: LocatorAttempt
    switch LocatorAttempt.parse(input, who: account.name, now: now) {
    case .failure(let faults): return .failure(faults)
    case .success(let parsed): attempt = parsed
    }
    return try await database.transaction(actor: "account:\(account.id)") { transaction in
      let store = LocatorAttemptStore(transaction)
      if let person = attempt.personID, try await !store.hasPerson(person) {
        return .failure(AttemptFaults([.person: .noSuchPerson]))
      }
      _ = try await store.add(attempt, now: now)
      return .success(attempt)
    }
  }

  /// The newest notes of everybody.
  package func recent(limit: Int) async throws -> [LoggedAttempt] {
    try await LocatorAttemptStore(database).recent(limit: limit)
  }
}

package struct AttemptAccountFault: Error, Sendable, CustomStringConvertible {
  package let name: String
  package var description: String {
    "There is no account “\(name)” that may note attempts; “paradero account list” shows who there is."
  }
}
