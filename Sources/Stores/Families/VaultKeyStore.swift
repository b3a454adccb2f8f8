package import CivilTime
package import Postgres

/// What the database knows of the keys that things in it are sealed with.
package struct VaultKeyStore<Session: PostgresSession>: Sendable {
  /// Whose key it is.
  package enum Kind: String, Sendable { case service, keeper }

  package struct Known: Sendable, Equatable {
    package let version: Int
    package let check: [UInt8]
    package let isRetired: Bool
  }

  private let session: Session

  package init(_ session: Session) { self.session = session }

  package func known(_ kind: Kind) async throws(PostgresError) -> [Known] {
    var known: [Known] = []
    for row in try await session.rows(
      "select version, check_value, retired_at is not null from vault_key where kind = \(kind.rawValue) order by version"
    ) {
      let (version, check, isRetired) = try row.decode(Int32.self, [UInt8].self, Bool.self)
      known.append(Known(version: Int(version), check: check, isRetired: isRetired))
    }
    return known
  }

  /// Tells the database of a version; one that it knows stays as it is.
  package func add(_ kind: Kind, version: Int, check: [UInt8], now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      """
      insert into vault_key (kind, version, check_value, made_at)
      values (\(kind.rawValue), \(Int32(version)), \(check), \(now)) on conflict do nothing
      """)
  }

  package func retire(_ kind: Kind, below version: Int, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      """
      update vault_key set retired_at = greatest(\(now), made_at)
      where kind = \(kind.rawValue) and version between 1 and \(Int32(version) - 1) and retired_at is null
      """)
  }

  // MARK: Recovery

  /// The keeper's keys sealed for the code on paper, and to whom.
  package func recovery() async throws(PostgresError) -> (publicHalf: [UInt8], sealed: [UInt8])? {
    try await session.first("select public_half, sealed from keeper_recovery").map { row throws(PostgresError) in
      try row.decode([UInt8].self, [UInt8].self)
    }
  }

  package func setRecovery(publicHalf: [UInt8], sealed: [UInt8], now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      """
      insert into keeper_recovery (public_half, sealed, made_at) values (\(publicHalf), \(sealed), \(now))
      on conflict (only_one) do update set public_half = excluded.public_half, sealed = excluded.sealed,
        made_at = excluded.made_at
      """)
  }
}
