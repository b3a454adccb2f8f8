package import CivilTime
package import Postgres

/// A message that waits or is being handed over.
package struct OutgoingMessage: Sendable, Equatable {
  package let id: Int64
  /// Its name in its headers.
  package let messageID: String
  package let search: Int64
  package let attempts: Int
}

/// Mail that waits to be sent, and what became of it.
package struct OutboxStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  // MARK: Queueing

  /// Takes the next part of the batch of this moment, for one instance at a time: where it begins, or nil when another
  /// has the turn or all is done.
  package func turn(of batch: Timestamp) async throws(PostgresError) -> Int64? {
    guard try await session.first("select pg_try_advisory_xact_lock(7236827461022)")?.decode(Bool.self) == true else {
      return nil
    }
    try await session.execute(
      "update mail_batch set of = \(batch), position = 0, is_done = false where of < \(batch)")
    return try await session.first("select position from mail_batch where not is_done and of = \(batch)")?
      .decode(Int64.self)
  }

  package func advance(to position: Int64, isDone: Bool) async throws(PostgresError) {
    try await session.execute("update mail_batch set position = \(position), is_done = \(isDone)")
  }

  /// A followed search whose family wants mail, with news since it last looked or was written to.
  package struct Candidate: Sendable {
    package let search: Int64
    package let people: [Int64]
  }

  package func withNews(limit: Int, after: Int64) async throws(PostgresError) -> [Candidate] {
    var found: [Candidate] = []
    for row in try await session.rows(
      """
      select f.search_id, array_agg(distinct m.person_id) from family_search f
      join search_match m on m.search_id = f.search_id and m.gone_at is null
      join match_report r on r.match_id = m.id
      where f.wants = 'mail' and f.search_id > \(after)
        and r.reported_at > greatest(f.looked_at, coalesce((select max(o.queued_at) from outbox o
          where o.search_id = f.search_id and o.state in ('waiting', 'sending', 'sent', 'failed')), f.looked_at))
      group by f.search_id order by f.search_id limit \(limit)
      """)
    {
      let (search, people) = try row.decode(Int64.self, [Int64].self)
      found.append(Candidate(search: search, people: people))
    }
    return found
  }

  /// Queues a message, unless one waits already.
  package func queue(search: Int64, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      """
      insert into outbox (search_id, queued_at, next_at, moved_at) values (\(search), \(now), \(now), \(now))
      on conflict (search_id) where state in ('waiting', 'sending') do nothing
      """)
  }

  // MARK: Sending

  /// Takes the message that has waited longest; from its commit on it counts as in the machine's hands.
  package func take(now: Timestamp) async throws(PostgresError) -> OutgoingMessage? {
    let row = try await session.first(
      """
      update outbox set state = 'sending', attempts = attempts + 1, moved_at = \(now)
      where id = (select id from outbox where state = 'waiting' and next_at <= \(now)
        order by next_at, id limit 1 for update skip locked)
      returning id, message_id::text as message, search_id, attempts
      """)
    return try row.map { row throws(PostgresError) in
      OutgoingMessage(
        id: try row["id", as: Int64.self], messageID: try row["message", as: String.self],
        search: try row["search_id", as: Int64.self], attempts: Int(try row["attempts", as: Int16.self]))
    }
  }

  package enum End: String, Sendable { case sent, failed }

  package func end(_ id: Int64, _ end: End, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      "update outbox set state = \(end.rawValue), moved_at = \(now) where id = \(id) and state = 'sending'")
  }

  /// The machine did not take it: it waits until a moment.
  package func postpone(_ id: Int64, until next: Timestamp, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      """
      update outbox set state = 'waiting', next_at = \(next), moved_at = \(now)
      where id = \(id) and state = 'sending'
      """)
  }

  /// What a program that ended left in the machine's hands: nobody knows whether it went out, so it is not sent again.
  @discardableResult
  package func settle(before moment: Timestamp, now: Timestamp) async throws(PostgresError) -> Int {
    try await session.execute(
      "update outbox set state = 'uncertain', moved_at = \(now) where state = 'sending' and moved_at < \(moment)")
  }

  /// How many are in each state: counts, for metrics.
  package func counts() async throws(PostgresError) -> [(state: String, count: Int)] {
    var counts: [(state: String, count: Int)] = []
    for row in try await session.rows("select state, count(*) from outbox group by state order by state") {
      let (state, count) = try row.decode(String.self, Int.self)
      counts.append((state, count))
    }
    return counts
  }
}
