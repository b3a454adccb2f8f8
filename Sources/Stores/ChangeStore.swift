package import Postgres
package import Records

/// What followers read: changes in the order in which they were committed.
package struct ChangeStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  /// Appends a change and returns its number. It takes a lock until the transaction ends: call it last.
  @discardableResult
  package func append(_ kind: ChangeKind, id: Int64) async throws(PostgresError) -> Int64 {
    try await session.first("select paradero.append_change(\(kind.rawValue), \(id))")?.decode(Int64.self) ?? 0
  }

  /// The changes after a number, in order.
  package func after(_ seq: Int64, limit: Int = 1000) async throws(PostgresError) -> [Change] {
    var changes: [Change] = []
    for row in try await session.rows(
      "select seq, kind, id from change where seq > \(seq) order by seq limit \(limit)")
    {
      let (seq, kind, id) = try row.decode(Int64.self, String.self, Int64.self)
      guard let kind = ChangeKind(rawValue: kind) else { continue }
      changes.append(Change(seq: seq, kind: kind, id: id))
    }
    return changes
  }

  /// The number of the newest change, 0 before the first.
  package func newest() async throws(PostgresError) -> Int64 {
    try await session.first("select coalesce(max(seq), 0) from change")?.decode(Int64.self) ?? 0
  }
}
