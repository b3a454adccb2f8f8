package import CivilTime
package import Postgres
package import Stores
package import Vault

/// Compares the keys of a process with what the database knows of them.
package struct KeyCheckService: Sendable {
  private let database: Database

  /// With any role; telling the database of a key is the owner's alone.
  package init(_ database: Database) { self.database = database }

  /// Refuses keys that are not this database's, or too old for it. A database that knows no key refuses nothing.
  package func verify(_ kind: VaultKeyStore<Database>.Kind, _ checks: [KeyCheck]?, file: String) async throws {
    let known = try await VaultKeyStore(database).known(kind).filter { !$0.isRetired }
    guard let checks else {
      if known.isEmpty { return }
      throw KeyError.missing(file)
    }
    for version in known {
      guard let mine = checks.first(where: { $0.version == version.version }) else {
        throw KeyError.versionMissing(version.version)
      }
      guard mine.value == version.check else { throw KeyError.notOfThisDatabase(file) }
    }
  }

  /// Tells the database of versions that it does not know.
  package func adopt(_ kind: VaultKeyStore<Database>.Kind, _ checks: [KeyCheck], now: Timestamp) async throws {
    for check in checks {
      try await VaultKeyStore(database).add(kind, version: check.version, check: check.value, now: now)
    }
  }

  package func retire(_ kind: VaultKeyStore<Database>.Kind, below version: Int, now: Timestamp) async throws {
    try await VaultKeyStore(database).retire(kind, below: version, now: now)
  }

  // MARK: Recovery

  package func recovery() async throws -> (publicHalf: [UInt8], sealed: [UInt8])? {
    try await VaultKeyStore(database).recovery()
  }

  package func setRecovery(publicHalf: [UInt8], sealed: [UInt8], now: Timestamp) async throws {
    try await VaultKeyStore(database).setRecovery(publicHalf: publicHalf, sealed: sealed, now: now)
  }
}
