package import CivilTime
package import Postgres
package import Records

/// The audit log. Appending is all that login roles may do to it.
package struct AuditStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  /// Appends in the caller's transaction, so that what was done and its entry are kept together or not at all.
  package func append(_ entry: AuditEntry, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      """
      select paradero.append_audit(\(now), \(entry.actor.description), \(entry.verb.rawValue),
        \(entry.object.description), \(entry.purpose), \(entry.facts))
      """)
  }

  /// Gives what waits its numbers and hashes, and says how many entries there were.
  @discardableResult
  package func seal(atMost count: Int = 5000) async throws(PostgresError) -> Int {
    try await session.first("select paradero.seal_audit(\(Int32(clamping: count)))")?.decode(Int.self) ?? 0
  }
}
