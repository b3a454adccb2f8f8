package import CivilTime
package import Postgres
package import Records

/// What an import reads and writes: sources, batches, and the places that cells can mean.
///
/// The steps from a file to the records are in `Import/`: staging, telling who is who, writing.
package struct ImportStore: Sendable {
  let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  // MARK: Sources

  package func source(named name: String) async throws(PostgresError) -> Source? {
    guard
      let row = try await session.first(
        "select id, name, kind, trust, is_public, who from source where name = \(name)")
    else { return nil }
    let (id, name, kind, trust, isPublic, who) = try row.decode(
      Int32.self, String.self, String.self, Int.self, Bool.self, String?.self)
    return Source(
      id: id, name: name, kind: SourceKind(rawValue: kind) ?? .roster, trust: trust, isPublic: isPublic, who: who)
  }

  package func create(name: String, kind: SourceKind, trust: Int, isPublic: Bool) async throws(PostgresError) {
    try await session.execute(
      """
      insert into source (name, kind, trust, is_public)
      values (\(name), \(kind.rawValue), \(trust), \(isPublic)) on conflict do nothing
      """)
  }

  /// One import of a source at a time: true when this transaction has its turn.
  package func tryLock(source: Int32) async throws(PostgresError) -> Bool {
    try await session.first("select pg_try_advisory_xact_lock(\(lockClass), \(source))")?.decode(Bool.self) ?? false
  }

  /// Waits until this transaction has its turn.
  package func lock(source: Int32) async throws(PostgresError) {
    try await session.execute("set local lock_timeout = 0")
    try await session.execute("select pg_advisory_xact_lock(\(lockClass), \(source))")
  }

  // MARK: Batches

  /// The live batch that the same file made, read in the same way.
  package func batch(source: Int32, file: [UInt8], map: [UInt8]?) async throws(PostgresError) -> Int64? {
    try await session.first(
      """
      select id from batch where source_id = \(source) and file_sha256 = \(file)
        and map_sha256 is not distinct from \(map) and withdrawn_at is null
      """)?.decode(Int64.self)
  }

  /// Whether a batch of the source was withdrawn after this one began: then rows that it counted as known may be gone.
  package func lostRows(source: Int32, since batch: Int64) async throws(PostgresError) -> Bool {
    try await session.first(
      """
      select from batch w join batch b on b.id = \(batch)
      where w.source_id = \(source) and w.id <> b.id and w.withdrawn_at > b.started_at
      """) != nil
  }

  package func begin(
    source: Int32, label: String, file: [UInt8]?, map: [UInt8]?, started: Timestamp
  ) async throws(PostgresError) -> Int64 {
    try await session.rows(
      """
      insert into batch (source_id, kind, label, file_sha256, map_sha256, started_at)
      values (\(source), 'import', \(label), \(file), \(map), \(started)) returning id
      """)[0].decode(Int64.self)
  }

  /// From here on the batch counts. Call it last: the change that followers read is numbered under a lock.
  package func finish(_ batch: Int64, _ counts: BatchCounts) async throws(PostgresError) {
    try await session.execute(
      """
      update batch set finished_at = greatest(clock_timestamp(), started_at), rows_read = \(counts.read),
        rows_accepted = \(counts.accepted), rows_rejected = \(counts.rejected), rows_duplicate = \(counts.duplicate)
      where id = \(batch)
      """)
    try await session.execute("select paradero.append_change('batch', \(batch))")
  }

  /// All imports, the newest first.
  package func imports(limit: Int = 200) async throws(PostgresError) -> [Batch] {
    try await batches("b.kind = 'import' order by b.id desc limit \(limit)")
  }

  package func batch(_ id: Int64) async throws(PostgresError) -> Batch? { try await batches("b.id = \(id)").first }

  /// Later live imports of the source that counted rows as known: some may have been this batch's.
  package func repeating(_ batch: Batch) async throws(PostgresError) -> [Batch] {
    try await batches(
      """
      b.source_id = \(batch.sourceID) and b.id > \(batch.id) and b.rows_duplicate > 0 and b.withdrawn_at is null
        and b.kind = 'import' order by b.id
      """)
  }

  /// Hides everything the batch brought, at once, and lets its rows be imported again.
  package func withdraw(_ batch: Int64, reason: String) async throws(PostgresError) {
    try await session.execute(
      "update batch set withdrawn_at = clock_timestamp(), withdrawn_reason = \(reason) where id = \(batch)")
    try await session.execute("delete from imported_row where batch_id = \(batch)")
    try await session.execute("select paradero.append_change('batch_withdrawn', \(batch))")
  }

  private func batches(_ condition: PostgresQuery) async throws(PostgresError) -> [Batch] {
    let rows = try await session.rows(
      """
      select b.id, b.source_id, s.name, b.kind, b.label, b.started_at, b.finished_at, b.rows_read, b.rows_accepted,
        b.rows_rejected, b.rows_duplicate, b.withdrawn_at, b.withdrawn_reason
      from batch b join source s on s.id = b.source_id where \(fragment: condition)
      """)
    var batches: [Batch] = []
    for row in rows {
      let (
        id, sourceID, sourceName, kind, label, startedAt, finishedAt, read, accepted, rejected, duplicate, withdrawnAt,
        reason
      ) = try row.decode(
        Int64.self, Int32.self, String.self, String.self, String?.self, Timestamp.self, Timestamp?.self, Int.self,
        Int.self, Int.self, Int.self, Timestamp?.self, String?.self)
      batches.append(
        Batch(
          id: id, sourceID: sourceID, sourceName: sourceName, kind: BatchKind(rawValue: kind) ?? .import, label: label,
          startedAt: startedAt, finishedAt: finishedAt,
          counts: BatchCounts(read: read, accepted: accepted, rejected: rejected, duplicate: duplicate),
          withdrawnAt: withdrawnAt, withdrawnReason: reason))
    }
    return batches
  }

  // MARK: Places

  /// A facility and all it is called.
  package struct NamedPlace: Sendable {
    package let id: Int32
    package let code: String
    package let name: String
    package let city: String?
    package let state: String?
    package let zone: String?
    package let aliases: [String]
  }

  package func places() async throws(PostgresError) -> [NamedPlace] {
    let rows = try await session.rows(
      """
      select f.id, f.code, f.name, f.city, f.state, f.time_zone,
        coalesce((select array_agg(a.alias order by a.alias) from facility_alias a where a.facility_id = f.id), '{}')
      from facility f order by f.id
      """)
    var places: [NamedPlace] = []
    for row in rows {
      let (id, code, name, city, state, zone, aliases) = try row.decode(
        Int32.self, String.self, String.self, String?.self, String?.self, String?.self, [String].self)
      places.append(
        NamedPlace(id: id, code: code, name: name, city: city, state: state, zone: zone, aliases: aliases))
    }
    return places
  }
}

/// The class of advisory locks that imports of a source take.
private let lockClass: Int32 = 7_236_828
