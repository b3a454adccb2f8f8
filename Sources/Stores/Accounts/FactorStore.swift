package import CivilTime
package import Postgres

/// Second factors and recovery codes.
package struct FactorStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  /// An authenticator app, its secret as it was sealed.
  package struct App: Sendable {
    package let id: Int64
    package let sealed: [UInt8]
    package let lastStep: Int64?
    package let createdAt: Timestamp
  }

  package func app(of account: Int64) async throws(PostgresError) -> App? {
    let row = try await session.first(
      """
      select id, secret, last_step, created_at from second_factor where account_id = \(account) and kind = 'totp'
      """)
    guard let (id, sealed, step, created) = try row?.decode(Int64.self, [UInt8].self, Int64?.self, Timestamp.self)
    else { return nil }
    return App(id: id, sealed: sealed, lastStep: step, createdAt: created)
  }

  /// The number of the next factor: its secret is sealed for it before it is written.
  package func nextNumber() async throws(PostgresError) -> Int64 {
    try await session.first("select nextval('second_factor_id_seq')")?.decode(Int64.self) ?? 0
  }

  /// Replaces the account's app.
  package func setApp(
    _ id: Int64, sealed: [UInt8], lastStep: Int64?, of account: Int64, now: Timestamp
  ) async throws(PostgresError) {
    try await session.execute("delete from second_factor where account_id = \(account) and kind = 'totp'")
    try await session.execute(
      """
      insert into second_factor (id, account_id, kind, secret, last_step, created_at)
      values (\(id), \(account), 'totp', \(sealed), \(lastStep), \(now))
      """)
  }

  /// Takes a step's code. Of any number who show it at once, exactly one is told true; an older one never is.
  package func take(step: Int64, of app: Int64) async throws(PostgresError) -> Bool {
    try await session.execute(
      """
      update second_factor set last_step = \(step) where id = \(app) and (last_step is null or last_step < \(step))
      """) == 1
  }

  package func remove(of account: Int64) async throws(PostgresError) {
    try await session.execute("delete from second_factor where account_id = \(account)")
    try await session.execute("delete from recovery_code where account_id = \(account)")
  }

  // MARK: Recovery codes

  /// Gives the account new recovery codes; the old ones are gone.
  package func setRecovery(_ fingerprints: [[UInt8]], of account: Int64, now: Timestamp) async throws(PostgresError) {
    try await session.execute("delete from recovery_code where account_id = \(account)")
    for fingerprint in fingerprints {
      try await session.execute(
        """
        insert into recovery_code (account_id, code_sha256, created_at) values (\(account), \(fingerprint), \(now))
        """)
    }
  }

  /// Uses a code up. Of any number who show it at once, exactly one is told true.
  package func useRecovery(_ fingerprint: [UInt8], of account: Int64, now: Timestamp) async throws(PostgresError)
    -> Bool
  {
    try await session.execute(
      """
      update recovery_code set used_at = \(now)
      where account_id = \(account) and code_sha256 = \(fingerprint) and used_at is null
      """) == 1
  }

  package func recoveryLeft(of account: Int64) async throws(PostgresError) -> Int {
    try await session.first(
      "select count(*) from recovery_code where account_id = \(account) and used_at is null")?.decode(Int.self) ?? 0
  }
}
