package import Postgres
package import Records

/// What an import reads and writes besides sources and batches: turns, lost rows, and the places that cells can mean.
///
/// The steps from a file to the records are in `Import/`: staging, telling who is who, writing.
package struct ImportStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  /// One import of a source at a time: true when this transaction has its turn.
  package func tryLock(source: Int32) async throws(PostgresError) -> Bool {
    try await session.first("select pg_try_advisory_xact_lock(\(lockClass), \(source))")?.decode(Bool.self) ?? false
  }

  /// Waits until this transaction has its turn.
  package func lock(source: Int32) async throws(PostgresError) {
    try await session.execute("set local lock_timeout = 0")
    try await session.execute("select pg_advisory_xact_lock(\(lockClass), \(source))")
  }

  /// Whether a batch of the source was withdrawn after this one began: then rows that it counted as known may be gone.
  package func lostRows(source: Int32, since batch: Batch) async throws(PostgresError) -> Bool {
    try await session.first(
      """
      select 1 from batch where source_id = \(source) and id <> \(batch.id) and withdrawn_at > \(batch.startedAt)
      """) != nil
  }

  /// Later live imports of the source that counted rows as known: some may have been this batch's.
  package func repeating(_ batch: Batch) async throws(PostgresError) -> [Int64] {
    let rows = try await session.rows(
      """
      select id from batch where source_id = \(batch.sourceID) and id > \(batch.id) and rows_duplicate > 0
        and withdrawn_at is null and kind = 'import' order by id
      """)
    return try rows.map { row throws(PostgresError) in try row.decode(Int64.self) }
  }

  /// Lets the rows of a batch be imported again. Call it before `BatchStore.withdraw`, which must come last.
  package func forgetRows(of batch: Int64) async throws(PostgresError) {
    try await session.execute("delete from imported_row where batch_id = \(batch)")
  }

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
