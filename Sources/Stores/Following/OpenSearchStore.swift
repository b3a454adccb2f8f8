package import CivilTime
package import Linkage
package import Postgres

/// Open searches: opened, looked at, closed, deleted, and handed to whoever matches them.
///
/// Whatever changes which searches are matched tells followers, as the last thing that it does.
package struct OpenSearchStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  /// How long a search lives after it was last looked at, and how long it can be brought back after its end.
  package static var lifetime: Double { 90.0 * 86_400 }
  package static var grace: Double { 14.0 * 86_400 }

  private static var select: PostgresQuery {
    """
    select s.id, s.name, s.birth_dates, s.birth_year, s.birth_age, s.birth_age_on, s.country::text, s.sex, s.a_number,
      s.arrest_dates, s.arrest_place, a.name as account, s.opened_at, s.renewed_at, s.expires_at, s.closed_at, s.due_at,
      s.is_settling
    from open_search s left join account a on a.id = s.opened_by
    """
  }

  private func searches(_ query: PostgresQuery) async throws(PostgresError) -> [OpenSearch] {
    var found: [OpenSearch] = []
    let numbers = session.numbers
    for row in try await session.rows(query) { found.append(try OpenSearch(row, numbers)) }
    return found
  }

  package func search(_ id: Int64) async throws(PostgresError) -> OpenSearch? {
    try await searches("\(fragment: Self.select) where s.id = \(id)").first
  }

  /// Those that are matched now, by number.
  package func open(ids: [Int64]? = nil, now: Timestamp) async throws(PostgresError) -> [OpenSearch] {
    try await searches(
      """
      \(fragment: Self.select)
      where s.closed_at is null and s.expires_at > \(now)
        and (\(ids == nil) or s.id = any (\(ids ?? [])))
      order by s.id
      """)
  }

  /// Open ones with news first, then other open ones, then those that ended of late; in each the newest first.
  package func overview(limit: Int, now: Timestamp) async throws(PostgresError) -> [SearchOverview] {
    var found: [SearchOverview] = []
    for row in try await session.rows(
      """
      select o.* from (
        select s.*, coalesce(m.holding, 0) as holding, coalesce(m.likely, 0) as likely, coalesce(m.unseen, 0) as unseen
        from (\(fragment: Self.select)) s
        left join (
          select search_id, count(*) as holding, count(*) filter (where likelihood = 'likely') as likely,
            count(*) filter (where seen_at is null or seen_at < (
              select max(r.reported_at) from match_report r where r.match_id = m.id)) as unseen
          from search_match m where gone_at is null group by search_id
        ) m on m.search_id = s.id) o
      order by o.closed_at is null and o.expires_at > \(now) desc, o.unseen > 0 desc, o.opened_at desc, o.id desc
      limit \(limit)
      """)
    {
      found.append(
        SearchOverview(
          search: try OpenSearch(row, session.numbers), matches: try row["holding", as: Int.self],
          likely: try row["likely", as: Int.self],
          unseen: try row["unseen", as: Int.self]))
    }
    return found
  }

  // MARK: By hand

  @discardableResult
  package func add(_ facts: SearchRequest, account: Int64?, now: Timestamp) async throws(PostgresError) -> Int64 {
    let birth = facts.birthColumns
    let row = try await session.first(
      """
      with added as (
        insert into open_search (name, birth_dates, birth_year, birth_age, birth_age_on, country, sex, a_number,
          arrest_dates, arrest_place, opened_by, opened_at, renewed_at, expires_at, due_at)
        values (\(facts.name), \(birth.days), \(birth.year), \(birth.age), \(birth.on), \(facts.country),
          \(facts.sex?.rawValue), \(session.numbers.stored(facts.aNumber)), \(facts.arrestedOn),
          \(facts.arrestPlace), \(account), \(now), \(now), \(now.adding(seconds: Self.lifetime)), \(now))
        returning id)
      select id, paradero.append_change('search', id) from added
      """)
    return try row.map { row throws(PostgresError) in try row.decode(Int64.self, Int64.self).0 } ?? 0
  }

  /// Lets it live on from now. One that had run out is matched again, against all that came meanwhile.
  /// - Parameter minimum: does nothing if it was renewed less than so many seconds ago.
  package func renew(_ id: Int64, now: Timestamp, minimum: Double = 0) async throws(PostgresError) {
    let before = now.adding(seconds: -minimum)
    let row = try await session.first(
      """
      with old as (
        select id, expires_at <= \(now) as had_ended from open_search
        where id = \(id) and closed_at is null and renewed_at <= \(before) for update
      ), done as (
        update open_search s set renewed_at = \(now), expires_at = \(now.adding(seconds: Self.lifetime)),
          due_at = case when o.had_ended then \(now) else s.due_at end, is_settling = s.is_settling and not o.had_ended
        from old o where s.id = o.id returning s.id, o.had_ended)
      select paradero.append_change('search', id) from done where had_ended
      """)
    _ = row
  }

  /// Stops it from being matched; what it found stays until it is erased. False if it was closed already.
  @discardableResult
  package func close(_ id: Int64, now: Timestamp) async throws(PostgresError) -> Bool {
    try await session.first(
      """
      with done as (
        update open_search set closed_at = greatest(\(now), opened_at) where id = \(id) and closed_at is null
        returning id)
      select paradero.append_change('search', id) from done
      """) != nil
  }

  /// Opens a closed one again, and matches it against all that came meanwhile.
  @discardableResult
  package func reopen(_ id: Int64, now: Timestamp) async throws(PostgresError) -> Bool {
    try await session.first(
      """
      with done as (
        update open_search set closed_at = null, renewed_at = \(now),
          expires_at = \(now.adding(seconds: Self.lifetime)), due_at = \(now), is_settling = false
        where id = \(id) and closed_at is not null returning id)
      select paradero.append_change('search', id) from done
      """) != nil
  }

  /// Deletes it with all that was found for it. False if there is none.
  @discardableResult
  package func delete(_ id: Int64) async throws(PostgresError) -> Bool {
    try await session.first(
      """
      with gone as (delete from open_search where id = \(id) returning id)
      select paradero.append_change('search', id) from gone
      """) != nil
  }

  // MARK: For who matches them

  /// Those that are due, the longest waiting first; they stay locked until the transaction ends.
  package func due(limit: Int, now: Timestamp) async throws(PostgresError) -> [OpenSearch] {
    try await searches(
      """
      \(fragment: Self.select)
      where s.closed_at is null and s.expires_at > \(now) and s.due_at <= \(now)
      order by s.due_at, s.id limit \(limit) for no key update of s
      """)
  }

  package func isAnyDue(now: Timestamp) async throws(PostgresError) -> Bool {
    try await session.first(
      "select 1 from open_search where closed_at is null and expires_at > \(now) and due_at <= \(now) limit 1") != nil
  }

  package func setDue(_ ids: [Int64], at moment: Timestamp, isSettling: Bool = false) async throws(PostgresError) {
    try await session.execute(
      "update open_search set due_at = \(moment), is_settling = \(isSettling) where id = any (\(ids))")
  }

  /// Makes open searches due at once: all, or those that ask for something an arrest is known by.
  @discardableResult
  package func makeDue(onlyWithArrests: Bool = false, now: Timestamp) async throws(PostgresError) -> Int {
    try await session.execute(
      """
      update open_search set due_at = \(now), is_settling = false
      where closed_at is null and expires_at > \(now) and (due_at > \(now) or is_settling)
        and (not \(onlyWithArrests) or arrest_place is not null or cardinality(arrest_dates) > 0)
      """)
  }

  package func countOpen(now: Timestamp) async throws(PostgresError) -> Int {
    try await session.first("select count(*) from open_search where closed_at is null and expires_at > \(now)")?
      .decode(Int.self) ?? 0
  }

  /// Erases those that ended some time ago, with all that was found for them.
  @discardableResult
  package func eraseEnded(now: Timestamp) async throws(PostgresError) -> Int {
    try await session.execute(
      "delete from open_search where least(expires_at, closed_at) < \(now.adding(seconds: -Self.grace))")
  }

  /// The searches that changed after a number of the table of changes, and the newest number there was.
  package func changed(after seq: Int64) async throws(PostgresError) -> (ids: [Int64], seq: Int64) {
    let row = try await session.first(
      """
      select coalesce(array_agg(distinct id) filter (where kind = 'search'), '{}'), coalesce(max(seq), \(seq))
      from change where seq > \(seq)
      """)
    return try row.map { row throws(PostgresError) in try row.decode([Int64].self, Int64.self) } ?? ([], seq)
  }
}
