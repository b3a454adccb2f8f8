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
}
