internal import CivilTime
package import Postgres
package import Records

/// Starts, finishes and takes back batches. Nothing of a batch is seen before it is finished or after it is withdrawn.
package struct BatchStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  /// Begins a batch and returns its number. The constraint "The same file is imported once" refuses a file that a batch
  /// which was not withdrawn has brought already.
  package func start(
    source: Int32, kind: BatchKind, label: String? = nil, fileSHA256: [UInt8]? = nil, mapSHA256: [UInt8]? = nil
  ) async throws(PostgresError) -> Int64 {
    let row = try await session.first(
      """
      insert into batch (source_id, kind, label, file_sha256, map_sha256)
      values (\(source), \(kind.rawValue), \(label), \(fileSHA256), \(mapSHA256)) returning id
      """)
    return try row?.decode(Int64.self) ?? 0
  }

  /// Makes the batch seen and tells followers, at once. False if it was finished or withdrawn already.
  @discardableResult
  package func finish(_ id: Int64, counts: BatchCounts) async throws(PostgresError) -> Bool {
    try await session.first(
      """
      with done as (
        update batch set finished_at = greatest(clock_timestamp(), started_at), rows_read = \(counts.read),
          rows_accepted = \(counts.accepted), rows_rejected = \(counts.rejected), rows_duplicate = \(counts.duplicate),
          newest_report_at = paradero.newest_report(id)
        where id = \(id) and finished_at is null and withdrawn_at is null returning id)
      select paradero.append_change('batch', id) from done
      """) != nil
  }

  /// Hides all that the batch brought and tells followers, at once. False if there is none that could be.
  @discardableResult
  package func withdraw(_ id: Int64, because reason: String) async throws(PostgresError) -> Bool {
    try await session.first(
      """
      with gone as (
        update batch set withdrawn_at = clock_timestamp(), withdrawn_reason = \(reason)
        where id = \(id) and withdrawn_at is null returning id)
      select paradero.append_change('batch_withdrawn', id) from gone
      """) != nil
  }

  package func batch(_ id: Int64) async throws(PostgresError) -> Batch? {
    try await session.first("\(fragment: Self.select) where b.id = \(id)")
      .map { row throws(PostgresError) in try Self.batch(row) }
  }

  /// The batch that holds a file, read in this way, and was not withdrawn.
  package func batch(
    source: Int32, fileSHA256: [UInt8], mapSHA256: [UInt8]? = nil
  ) async throws(PostgresError) -> Batch? {
    try await session.first(
      """
      \(fragment: Self.select) where b.source_id = \(source) and b.file_sha256 = \(fileSHA256)
        and b.map_sha256 is not distinct from \(mapSHA256) and b.withdrawn_at is null
      """
    ).map { row throws(PostgresError) in try Self.batch(row) }
  }

  /// The newest batches, the newest first.
  package func newest(_ limit: Int = 50) async throws(PostgresError) -> [Batch] {
    var batches: [Batch] = []
    for row in try await session.rows("\(fragment: Self.select) order by b.id desc limit \(limit)") {
      batches.append(try Self.batch(row))
    }
    return batches
  }

  private static var select: PostgresQuery {
    """
    select b.id, b.source_id, s.name, b.kind, b.label, b.started_at, b.finished_at, b.rows_read, b.rows_accepted,
      b.rows_rejected, b.rows_duplicate, b.withdrawn_at, b.withdrawn_reason
    from batch b join source s on s.id = b.source_id
    """
  }

  private static func batch(_ row: PostgresRow) throws(PostgresError) -> Batch {
    let columns = try row.decode(
      Int64.self, Int32.self, String.self, String.self, String?.self, Timestamp.self, Timestamp?.self, Int.self,
      Int.self, Int.self, Int.self, Timestamp?.self, String?.self)
    return Batch(
      id: columns.0, sourceID: columns.1, sourceName: columns.2, kind: BatchKind(rawValue: columns.3) ?? .entry,
      label: columns.4, startedAt: columns.5, finishedAt: columns.6,
      counts: BatchCounts(read: columns.7, accepted: columns.8, rejected: columns.9, duplicate: columns.10),
      withdrawnAt: columns.11, withdrawnReason: columns.12)
  }
}
