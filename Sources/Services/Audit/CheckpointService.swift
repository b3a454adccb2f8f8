package import CivilTime
package import Postgres
internal import Stores
package import Vault

/// Makes signed checkpoints of the audit log and hands them out to those who keep them.
package struct CheckpointService: Sendable {
  private let database: Database

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database) { self.database = database }

  /// How long a running service lets the log go on without one.
  package static let pause = 3600

  /// Signs where the log ends, if it went on and the last checkpoint is older than the pause. One instance at a time
  /// does it; the others find that it was done.
  @discardableResult
  package func make(
    _ keys: SigningKeys, pause seconds: Int = 0, now: Timestamp
  ) async throws -> AuditCheckpoint? {
    try await AuditService(database).seal()
    return try await database.transaction { session in
      let store = CheckpointStore(session)
      guard let head = try await store.begin(pause: seconds, now: now) else { return nil }
      let checkpoint = AuditCheckpoint(head, at: now, signedWith: keys)
      try await store.keep(seq: head.seq, line: checkpoint.line, now: now)
      return checkpoint
    }
  }

  /// What the database has of them, the oldest first.
  package func lines(newest count: Int? = nil) async throws -> [String] {
    try await CheckpointStore(database).lines(newest: count)
  }
}
