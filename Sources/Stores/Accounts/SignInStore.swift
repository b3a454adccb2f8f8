package import CivilTime
package import Postgres
package import Records

/// Sign-ins that have begun, found by the hash of the token in their browser.
package struct SignInStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  /// A sign-in between its first step and its last.
  package struct Begun: Sendable {
    package let id: Int64
    package let account: Account
    /// The one-time code that was shown; nil after a password.
    package let codeID: Int64?
    /// What was made of the password that is being set.
    package let newPassword: String?
    /// The app's secret that is being set, sealed for `sign_in.new_secret` of this number.
    package let newSecret: [UInt8]?
  }

  package func begin(
    account: Int64, code: Int64?, fingerprint: [UInt8], now: Timestamp, expiresAt: Timestamp
  ) async throws(PostgresError) {
    try await session.execute("delete from sign_in where expires_at <= \(now)")
    try await session.execute(
      """
      insert into sign_in (account_id, token_sha256, code_id, created_at, expires_at)
      values (\(account), \(fingerprint), \(code), \(now), \(expiresAt))
      """)
  }

  /// The sign-in of a token while it lasts; one by a code lasts as long as its code is good.
  package func find(fingerprint: [UInt8], now: Timestamp) async throws(PostgresError) -> Begun? {
    let row = try await session.first(
      """
      select s.id, s.code_id, s.new_password, s.new_secret, \(fragment: AccountStore.columns)
      from sign_in s join account a on a.id = s.account_id left join one_time_code c on c.id = s.code_id
      where s.token_sha256 = \(fingerprint) and s.expires_at > \(now) and s.created_at <= \(now)
        and (s.code_id is null or (c.used_at is null and c.expires_at > \(now)))
        and \(fragment: AccountStore.isOpen)
      """)
    guard let row else { return nil }
    return Begun(
      id: try row["id", as: Int64.self], account: try AccountStore.account(row),
      codeID: try row["code_id", as: Int64?.self], newPassword: try row["new_password", as: String?.self],
      newSecret: try row["new_secret", as: [UInt8]?.self])
  }

  package func keep(password: String, of id: Int64) async throws(PostgresError) {
    try await session.execute("update sign_in set new_password = \(password) where id = \(id)")
  }

  /// Keeps the secret unless there is one already: two pages opened at once must show the same.
  package func keep(secret: [UInt8], of id: Int64) async throws(PostgresError) -> [UInt8]? {
    try await session.execute(
      "update sign_in set new_secret = \(secret) where id = \(id) and new_secret is null")
    return try await session.first("select new_secret from sign_in where id = \(id)")?.decode([UInt8]?.self)
  }

  package func end(_ id: Int64) async throws(PostgresError) {
    try await session.execute("delete from sign_in where id = \(id)")
  }

  package func endAll(of account: Int64) async throws(PostgresError) {
    try await session.execute("delete from sign_in where account_id = \(account)")
  }
}
