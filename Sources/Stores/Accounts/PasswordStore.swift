package import CivilTime
package import Postgres

/// Passwords, as what was made of them.
package struct PasswordStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  package func encoded(of account: Int64) async throws(PostgresError) -> String? {
    try await session.first("select encoded from account_password where account_id = \(account)")?
      .decode(String.self)
  }

  package func setAt(of account: Int64) async throws(PostgresError) -> Timestamp? {
    try await session.first("select set_at from account_password where account_id = \(account)")?
      .decode(Timestamp.self)
  }

  package func set(_ encoded: String, of account: Int64, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      """
      insert into account_password (account_id, encoded, set_at) values (\(account), \(encoded), \(now))
      on conflict (account_id) do update set encoded = excluded.encoded, set_at = excluded.set_at
      """)
  }

  /// The same password hashed anew; nothing happens if it was changed meanwhile.
  package func renew(_ old: String, as encoded: String, of account: Int64) async throws(PostgresError) {
    try await session.execute(
      """
      update account_password set encoded = \(encoded) where account_id = \(account) and encoded = \(old)
      """)
  }

  package func remove(of account: Int64) async throws(PostgresError) {
    try await session.execute("delete from account_password where account_id = \(account)")
  }
}
