package import Postgres

/// Who follows the table of changes besides the index.
package enum Follower: String, Sendable, CaseIterable {
  case searches, duplicates

  /// The advisory lock that a follower holds for a step: one instance at a time.
  fileprivate var lock: Int64 {
    switch self {
    case .searches: 7_236_827_461_011
    case .duplicates: 7_236_827_461_012
    }
  }
}

/// How far a follower has come, and whom it still has to look at.
package struct FollowerStore<Session: PostgresSession>: Sendable {
  let session: Session
  let follower: Follower

  package init(_ session: Session, _ follower: Follower) {
    self.session = session
    self.follower = follower
  }

  /// True when this transaction has the turn; it keeps it until it ends.
  package func tryLock() async throws(PostgresError) -> Bool {
    try await session.first("select pg_try_advisory_xact_lock(\(follower.lock))")?.decode(Bool.self) ?? false
  }

  /// The last change that was taken in.
  package func position() async throws(PostgresError) -> Int64 {
    try await session.first("select seq from follower where name = \(follower.rawValue)")?.decode(Int64.self) ?? 0
  }

  /// Whether the position was the same for so long; by the database's clock.
  package func hasRested(seconds: Double) async throws(PostgresError) -> Bool {
    try await session.first(
      """
      select clock_timestamp() - moved_at > make_interval(secs => \(seconds)) from follower
      where name = \(follower.rawValue)
      """)?.decode(Bool.self) ?? false
  }

  package func advance(to seq: Int64) async throws(PostgresError) {
    try await session.execute(
      "update follower set seq = \(seq), moved_at = clock_timestamp() where name = \(follower.rawValue) and seq < \(seq)"
    )
  }

  /// Notes whom to look at.
  package func queue(people: [Int64]) async throws(PostgresError) {
    try await session.execute(
      """
      insert into person_due (follower, person_id) select \(follower.rawValue), unnest(\(people))
      on conflict (follower, person_id) do update set since = excluded.since
      """)
  }

  /// Notes everybody of whom a batch told.
  package func queue(batch: Int64) async throws(PostgresError) {
    try await session.execute(
      """
      insert into person_due (follower, person_id)
      select \(follower.rawValue), p.person_id from (
        select person_id from person_description where batch_id = \(batch)
        union select person_id from person_identifier where batch_id = \(batch)
        union select person_id from custody_event where batch_id = \(batch)) p
      on conflict (follower, person_id) do update set since = excluded.since
      """)
  }

  /// Notes everybody whom a live source describes.
  package func queueEverybody() async throws(PostgresError) {
    try await session.execute(
      """
      insert into person_due (follower, person_id)
      select distinct \(follower.rawValue), d.person_id from paradero.live_description d on conflict do nothing
      """)
  }

  /// How many descriptions a batch brought, about.
  package func size(ofBatch batch: Int64) async throws(PostgresError) -> Int {
    try await session.first("select rows_accepted from batch where id = \(batch)")?.decode(Int.self) ?? 0
  }

  /// The kinds of source that live batches come from; nobody has a double while there is one source.
  package func liveSources() async throws(PostgresError) -> Int {
    try await session.first("select count(distinct source_id) from paradero.live_batch")?.decode(Int.self) ?? 0
  }

  /// Takes some people from the queue, the longest waiting first; they are off it once the transaction commits.
  /// - Parameter waited: leaves those who came less than so many seconds ago, by the database's clock.
  package func take(limit: Int, waited: Double = 0) async throws(PostgresError) -> [Int64] {
    let rows = try await session.rows(
      """
      delete from person_due where follower = \(follower.rawValue) and person_id in (
        select person_id from person_due
        where follower = \(follower.rawValue) and since <= clock_timestamp() - make_interval(secs => \(waited))
        order by since, person_id limit \(limit))
      returning person_id
      """)
    return try rows.map { row throws(PostgresError) in try row.decode(Int64.self) }
  }

  package func isAnyoneDue() async throws(PostgresError) -> Bool {
    try await session.first("select 1 from person_due where follower = \(follower.rawValue) limit 1") != nil
  }

  package func countDue() async throws(PostgresError) -> Int {
    try await session.first("select count(*) from person_due where follower = \(follower.rawValue)")?
      .decode(Int.self) ?? 0
  }
}
