package import CivilTime
package import Postgres
package import Records

/// Keys that programs use in an account's name, found by their hash.
package struct TokenStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  package func add(
    label: String, scopes: [String], fingerprint: [UInt8], of account: Int64, now: Timestamp, expiresAt: Timestamp
  ) async throws(PostgresError) -> Int64? {
    try await session.first(
      """
      insert into api_token (account_id, label, token_sha256, scopes, created_at, expires_at)
      values (\(account), \(label), \(fingerprint), \(scopes), \(now), \(expiresAt)) returning id
      """)?.decode(Int64.self)
  }

  /// The live token of a hash and whose it is.
  package func current(
    fingerprint: [UInt8], now: Timestamp
  ) async throws(PostgresError) -> (token: APIToken, account: Account)? {
    let row = try await session.first(
      """
      select \(fragment: Self.columns), \(fragment: AccountStore.columns)
      from api_token t join account a on a.id = t.account_id
      where t.token_sha256 = \(fingerprint) and \(fragment: Self.isLive(now)) and \(fragment: AccountStore.isOpen)
      """)
    guard let row else { return nil }
    return (try Self.token(row), try AccountStore.account(row))
  }

  /// The account's live tokens, the newest first.
  package func live(of account: Int64, now: Timestamp) async throws(PostgresError) -> [APIToken] {
    let rows = try await session.rows(
      """
      select \(fragment: Self.columns) from api_token t
      where t.account_id = \(account) and \(fragment: Self.isLive(now)) order by t.id desc
      """)
    var tokens: [APIToken] = []
    for row in rows { tokens.append(try Self.token(row)) }
    return tokens
  }

  /// Notes the day of use, and nothing finer.
  package func noteUse(_ id: Int64, on day: CivilDate) async throws(PostgresError) {
    try await session.execute(
      "update api_token set last_used_on = \(day) where id = \(id) and last_used_on is distinct from \(day)")
  }

  /// False if the account has no such live token.
  package func revoke(_ id: Int64, of account: Int64, now: Timestamp) async throws(PostgresError) -> Bool {
    try await session.execute(
      """
      update api_token set revoked_at = greatest(\(now), created_at)
      where id = \(id) and account_id = \(account) and revoked_at is null
      """) == 1
  }

  package func revokeAll(of account: Int64, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      """
      update api_token set revoked_at = greatest(\(now), created_at)
      where account_id = \(account) and revoked_at is null
      """)
  }

  private static let columns: PostgresQuery =
    "t.id as token, t.label, t.scopes, t.created_at as token_made_at, t.expires_at, t.last_used_on"

  private static func isLive(_ now: Timestamp) -> PostgresQuery {
    "t.revoked_at is null and t.expires_at > \(now) and t.created_at <= \(now)"
  }

  private static func token(_ row: PostgresRow) throws(PostgresError) -> APIToken {
    APIToken(
      id: try row["token", as: Int64.self], label: try row["label", as: String.self],
      scopes: Set(try row["scopes", as: [String].self].compactMap(TokenScope.init)),
      createdAt: try row["token_made_at", as: Timestamp.self], expiresAt: try row["expires_at", as: Timestamp.self],
      lastUsedOn: try row["last_used_on", as: CivilDate?.self])
  }
}
