package import Postgres
package import Records
internal import Stores

/// Who has an account, for operators.
package struct AccountDirectory: Sendable {
  private let database: Database

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database) { self.database = database }

  package func all(by staff: Staff) async throws -> [Account] {
    try staff.require(.listAccounts)
    return try await database.transaction(readOnly: true, actor: staff.actor) { transaction in
      try await AccountStore(transaction).all()
    }
  }

  /// One account and the office or organisation it belongs to.
  package func one(_ name: String, by staff: Staff) async throws -> (account: Account, place: String?)? {
    try staff.require(.listAccounts)
    return try await database.transaction(readOnly: true, actor: staff.actor) { transaction in
      guard let account = try await AccountStore(transaction).account(named: name) else { return nil }
      let names = try await OrganisationStore(transaction).names()
      let place =
        account.officeID.flatMap { names.offices[$0] } ?? account.organisationID.flatMap { names.organisations[$0] }
      return (account, place)
    }
  }
}
