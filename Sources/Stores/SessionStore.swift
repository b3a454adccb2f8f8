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
      select s.id, s.created_at, s.last_seen_at, s.expires_at, a.id, a.name, a.role, a.is_sample, a.created_at
      from session s join account a on a.id = s.account_id
      where s.token_sha256 = \(fingerprint) and \(fragment: Self.isLive(now, seenSince)) and a.disabled_at is null
        and (not a.is_sample or exists (select from installation where kind = 'demo'))
      """)
    guard let row else { return nil }
    let (id, began, seen, expires, accountID, name, role, isSample, made) = try row.decode(
      Int64.self, Timestamp.self, Timestamp.self, Timestamp.self, Int64.self, String.self, Role.self, Bool.self,
      Timestamp.self)
    return (
      AccountSession(id: id, createdAt: began, lastSeenAt: seen, expiresAt: expires),
      Account(id: accountID, name: name, role: role, isSample: isSample, createdAt: made, disabledAt: nil)
    )
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
      select s.id, s.created_at, s.last_seen_at, s.expires_at from session s
      where s.account_id = \(account) and \(fragment: Self.isLive(now, seenSince))
      order by s.created_at desc, s.id desc
      """)
    var sessions: [AccountSession] = []
    for row in rows {
      let (id, began, seen, expires) = try row.decode(Int64.self, Timestamp.self, Timestamp.self, Timestamp.self)
      sessions.append(AccountSession(id: id, createdAt: began, lastSeenAt: seen, expiresAt: expires))
    }
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

  private static func isLive(_ now: Timestamp, _ seenSince: Timestamp) -> PostgresQuery {
    "s.ended_at is null and s.expires_at > \(now) and s.last_seen_at > \(seenSince) and s.created_at <= \(now)"
  }
}
