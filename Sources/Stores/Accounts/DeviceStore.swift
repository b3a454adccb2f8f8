package import CivilTime
package import Postgres

/// Browsers in which somebody signed in before.
package struct DeviceStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  package static let days = 180

  /// The number of a browser that this account knows; nil for a stranger's.
  package func known(_ fingerprint: [UInt8], to account: Int64, on day: CivilDate) async throws(PostgresError) -> Int64?
  {
    try await session.first(
      """
      select id from known_device
      where token_sha256 = \(fingerprint) and account_id = \(account) and expires_on > \(day)
      """)?.decode(Int64.self)
  }

  package func add(
    _ fingerprint: [UInt8], to account: Int64, on day: CivilDate, until end: CivilDate
  ) async throws(PostgresError) {
    try await session.execute("delete from known_device where expires_on <= \(day)")
    try await session.execute(
      """
      insert into known_device (account_id, token_sha256, created_on, expires_on)
      values (\(account), \(fingerprint), \(day), \(end))
      """)
  }

  package func forgetAll(of account: Int64) async throws(PostgresError) {
    try await session.execute("delete from known_device where account_id = \(account)")
  }
}
