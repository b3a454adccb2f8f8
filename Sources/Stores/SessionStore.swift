package import CivilTime
package import Postgres
package import Records

/// Who is signed in: sessions, found by the hash of their token.
package struct SessionStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  /// Begins a session and gives its number.
  package func begin(
    account: Int64, fingerprint: [UInt8], now: Timestamp, expiresAt: Timestamp
  ) async throws(PostgresError) -> Int64? {
    try await session.first(
      """
      insert into session (account_id, token_sha256, created_at, last_seen_at, expires_at)
      values (\(account), \(fingerprint), \(now), \(now), \(expiresAt)) returning id
      """)?.decode(Int64.self)
  }

  /// The live session of a token and whose it is. `seenSince` is the moment before which it would have been idle.
  package func current(
    fingerprint: [UInt8], now: Timestamp, seenSince: Timestamp
  ) async throws(PostgresError) -> (session: AccountSession, account: Account)? {
    let row = try await session.first(
      """
      select \(fragment: Self.columns), \(fragment: AccountStore.columns)
      from session s join account a on a.id = s.account_id
      where s.token_sha256 = \(fingerprint) and \(fragment: Self.isLive(now, seenSince)) and \(fragment: AccountStore.isOpen)
      """)
    guard let row else { return nil }
    return (try Self.session(row), try AccountStore.account(row))
  }

  /// Notes that a session was used. One that ended meanwhile stays ended.
  package func touch(_ id: Int64, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      "update session set last_seen_at = \(now) where id = \(id) and ended_at is null and last_seen_at < \(now)")
  }

  /// The live sessions of an account, the newest first.
  package func live(
    of account: Int64, now: Timestamp, seenSince: Timestamp
  ) async throws(PostgresError) -> [AccountSession] {
    let rows = try await session.rows(
      """
      select \(fragment: Self.columns) from session s
      where s.account_id = \(account) and \(fragment: Self.isLive(now, seenSince))
      order by s.created_at desc, s.id desc
      """)
    var sessions: [AccountSession] = []
    for row in rows { sessions.append(try Self.session(row)) }
    return sessions
  }

  /// Ends a session of this account; false if it has no such session.
  @discardableResult
  package func end(_ id: Int64, of account: Int64, now: Timestamp) async throws(PostgresError) -> Bool {
    try await session.execute(
      """
      update session set ended_at = greatest(\(now), created_at)
      where id = \(id) and account_id = \(account) and ended_at is null
      """) == 1
  }

  /// Ends the session of a token, whoever's it is.
  package func end(fingerprint: [UInt8], now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      """
      update session set ended_at = greatest(\(now), created_at)
      where token_sha256 = \(fingerprint) and ended_at is null
      """)
  }

  /// Ends every session of an account, but for one that may stay.
  package func endAll(of account: Int64, except kept: Int64? = nil, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      """
      update session set ended_at = greatest(\(now), created_at)
      where account_id = \(account) and ended_at is null and id is distinct from \(kept)
      """)
  }

  private static let columns: PostgresQuery = "s.id, s.created_at, s.last_seen_at, s.expires_at"

  private static func session(_ row: PostgresRow) throws(PostgresError) -> AccountSession {
    AccountSession(
      id: try row["id", as: Int64.self], createdAt: try row["created_at", as: Timestamp.self],
      lastSeenAt: try row["last_seen_at", as: Timestamp.self], expiresAt: try row["expires_at", as: Timestamp.self])
  }

  private static func isLive(_ now: Timestamp, _ seenSince: Timestamp) -> PostgresQuery {
    "s.ended_at is null and s.expires_at > \(now) and s.last_seen_at > \(seenSince) and s.created_at <= \(now)"
  }
}
