package import CivilTime
package import Postgres

/// Signed checkpoints of the audit log, as the database keeps them beside those that others have.
package struct CheckpointStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  /// Where the log ends, if it went on since the last checkpoint and that is older than the pause; until the transaction
  /// ends nobody else makes one.
  package func begin(pause seconds: Int, now: Timestamp) async throws(PostgresError) -> AuditHead? {
    guard
      let row = try await session.first(
        "select seq, leaf_sha256 from paradero.begin_checkpoint(\(Int32(clamping: seconds)), \(now))")
    else { return nil }
    let (seq, leaf) = try row.decode(Int64.self, [UInt8].self)
    return AuditHead(seq: seq, leaf: leaf)
  }

  package func keep(seq: Int64, line: String, now: Timestamp) async throws(PostgresError) {
    try await session.execute("select paradero.keep_checkpoint(\(seq), \(line), \(now))")
  }

  /// All of them, the oldest first, or the newest so many in the same order.
  package func lines(newest count: Int? = nil) async throws(PostgresError) -> [String] {
    var lines: [String] = []
    for row in try await session.rows(
      "select line from (select * from audit_checkpoint order by seq desc limit \(count)::bigint) c order by seq"
    ) {
      lines.append(try row.decode(String.self))
    }
    return lines
  }
}
