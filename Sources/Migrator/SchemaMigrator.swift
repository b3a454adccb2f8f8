package import Postgres
package import Schema

/// Brings a database to the schema of this binary: pending migrations, views, functions and rights.
///
/// All of it is one transaction under one advisory lock: it happens whole or not at all, whatever kills it, and of
/// several migrators started at once one works while the others wait and then find nothing to do.
package struct SchemaMigrator: Sendable {
  let migrations: [Migration]
  let replaceable: [Replaceable]

  package init(migrations: [Migration] = allMigrations, replaceable: [Replaceable] = allReplaceable) {
    self.migrations = migrations
    self.replaceable = replaceable
  }

  /// What a run did.
  package struct Report: Sendable, Equatable {
    /// The names of the migrations that ran, such as `m0001_foundation`.
    package let applied: [String]
    /// Whether views, functions and rights were built anew.
    package let rebuilt: Bool
    /// The version that the database now has.
    package let version: Int

    /// Whether the run found everything in place already.
    package var didNothing: Bool { applied.isEmpty && !rebuilt }
  }

  /// Migrates. The pool's configuration should have `.patient` timeouts. With `rebuild`, views, functions and rights
  /// are built anew even if they are this binary's already.
  package func migrate(_ database: Database, rebuild: Bool = false) async throws -> Report {
    let server = try await Server.inspect(database)
    if let fault = server.fault { throw fault }
    return try await database.transaction { transaction in
      try await transaction.execute("set local statement_timeout = 0")
      try await transaction.execute("set local lock_timeout = 0")
      try await transaction.execute("select pg_advisory_xact_lock(\(Self.lock))")
      // What is in use may keep a table locked; waiting behind it would stop everybody else.
      try await transaction.execute("set local lock_timeout = '30s'")
      return try await bringUpToDate(transaction, rebuild: rebuild)
    }
  }

  /// Where a database stands, for `readyz`, `doctor` and every command that needs the schema.
  package func state(of session: some PostgresSession) async throws(PostgresError) -> SchemaState {
    let applied = try await AppliedMigration.all(in: session)
    let version = applied.last?.version ?? 0
    let newest = migrations.last?.version ?? 0
    if version > newest { return .newer(database: version, binary: newest) }
    if version == 0 { return .empty }
    return version < newest ? .behind(database: version, binary: newest) : .current(version)
  }

  /// The key of the advisory lock.
  static let lock: Int64 = 7_236_827_461_001

  private func bringUpToDate(_ transaction: Transaction, rebuild: Bool) async throws -> Report {
    let applied = try await AppliedMigration.all(in: transaction)
    let hashes = try await Self.hashes(of: migrations.map(\.sql), in: transaction)
    if let fault = fault(applied, hashes) { throw fault }
    let pending = Array(zip(migrations, hashes).dropFirst(applied.count))

    let stamp = try await Self.stamp(of: replaceable, in: transaction)
    let isBuilt = try await Self.builtStamp(in: transaction) == stamp
    guard !pending.isEmpty || !isBuilt || rebuild else {
      return Report(applied: [], rebuilt: false, version: applied.last?.version ?? 0)
    }

    try await Self.makeRoles(transaction)
    try await transaction.execute("drop schema if exists paradero cascade")
    for (migration, hash) in pending {
      try await run(migration.sql, as: migration.fullName, in: transaction)
      try await transaction.execute(
        """
        insert into public.migration (version, name, sha256)
        values (\(migration.version), \(migration.fullName), \(hash))
        """)
    }
    try await transaction.execute("create schema paradero")
    for part in replaceable { try await run(part.sql, as: part.name, in: transaction) }
    try await Self.remember(stamp, in: transaction)
    return Report(
      applied: pending.map(\.0.fullName), rebuilt: true, version: migrations.last?.version ?? applied.last?.version ?? 0
    )
  }

  private func run(_ sql: [UInt8], as name: String, in transaction: Transaction) async throws {
    do throws(PostgresError) {
      try await transaction.runScript(TrustedScript(embeddedInBinary: sql, name: name))
    } catch {
      guard error.code == .lockNotAvailable else { throw MigrationFault.failed(name, error) }
      throw MigrationFault.busy(name)
    }
  }
}

extension Migration {
  /// As its file is called.
  var fullName: String {
    let digits = String(version)
    return "m" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_" + name
  }
}

/// Where a database stands beside this binary.
package enum SchemaState: Sendable, Equatable {
  /// Never migrated.
  case empty
  case behind(database: Int, binary: Int)
  case current(Int)
  case newer(database: Int, binary: Int)

  package var isCurrent: Bool {
    if case .current = self { true } else { false }
  }

  /// What to do, in one sentence.
  package var sentence: String {
    switch self {
    case .empty: "The database is empty: run “paradero migrate”."
    case .behind(let database, let binary):
      "The database is at version \(database), this program needs \(binary): run “paradero migrate”."
    case .current(let version): "The database is at version \(version), as this program needs."
    case .newer(let database, let binary): MigrationFault.newer(database: database, binary: binary).description
    }
  }
}

extension SchemaMigrator {
  /// Tells one schema from another, for names of test databases: FNV-1a over all its SQL.
  package var fingerprint: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for text in migrations.map(\.sql) + replaceable.map(\.sql) {
      for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return String(hash, radix: 36)
  }
}
