package import Postgres
internal import Records
package import Stores
package import Vault

/// The audit log for whoever runs the service: sealing, checking, reading.
package struct AuditService: Sendable {
  private let database: Database

  package init(_ database: Database) { self.database = database }

  /// How often the service looks for entries to seal.
  package static let pause = Duration.milliseconds(500)

  /// Seals what waits and says how much it was. Any login role that signs people in may.
  @discardableResult
  package func seal() async throws -> Int {
    var sealed = 0
    while true {
      let some = try await AuditStore(database).seal()
      guard some > 0 else { return sealed }
      sealed += some
    }
  }

  /// The last sealed entry, to be kept elsewhere.
  package func end() async throws -> AuditHead? { try await AuditStore(database).end() }

  /// What a check of the whole log says.
  package struct Report: Sendable {
    package let entries: Int64
    package let erasedPurposes: Int
    /// The last entry: what to keep elsewhere.
    package let head: AuditHead
    package let findings: [AuditFinding]
    /// Findings in all; only the first are told.
    package let count: Int
    /// How many signed checkpoints agree with the log.
    package let checkpoints: Int
    /// The last of them before the first that does not; nil if all agree.
    package let intactThrough: Int64?
  }

  /// Seals what waits, then reads the log from its beginning as it is at one moment, and compares it with heads that
  /// were kept elsewhere, in whole or in signed checkpoints. A checkpoint that no trusted key signed is itself out of order.
  package func verify(
    kept: [AuditCheck.KeptHead] = [], checkpoints: [AuditCheckpoint] = [], trusting keys: [SigningPublicKey] = [],
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> Report {
    try await seal()
    let isTrusted: (AuditCheckpoint) -> Bool = { keys.contains($0.key) && $0.isSigned }
    let signed = checkpoints.filter(isTrusted).map(\.head)
    let unsigned = checkpoints.filter { !isTrusted($0) }.prefix(AuditCheck.told).map {
      AuditFinding.notSigned($0.head.seq)
    }
    return try await database.transaction(isolation: .repeatableRead, readOnly: true, retries: 0) { transaction in
      let store = AuditStore(transaction)
      let head = try await store.head()
      var check = AuditCheck(kept: kept, checkpoints: signed)
      try await store.forEachSealed { row in
        check.add(row)
        if check.entries % 10_000 == 0 { progress(Int(check.entries)) }
      }
      let findings = check.finish(head: head)
      return Report(
        entries: check.entries, erasedPurposes: check.erasedPurposes, head: check.last,
        findings: unsigned + findings, count: unsigned.count + check.count, checkpoints: check.agreeing.count,
        intactThrough: check.intactThrough)
    }
  }

  /// Entries that fit, the newest first, or from the beginning on.
  package func list(_ filter: AuditFilter, _ body: @Sendable (AuditLine) throws -> Void) async throws {
    try await AuditStore(database).forEach(filter, body)
  }
}
