package import CivilTime
package import Disclosure
package import Postgres

/// Protects people, and screens what private sources tell of them.
package struct ProtectionStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  // MARK: Protections

  package func protect(
    _ person: Int64, _ kind: Hindrance, askedBy: ProtectionAsker, by account: Int64?, until: Timestamp?, now: Timestamp
  ) async throws(PostgresError) -> ProtectionOutcome {
    guard try await session.first("select 1 from person where id = \(person)") != nil else { return .unknown }
    // One that has ended makes room for a new one.
    try await session.execute(
      """
      update protection set lifted_at = \(now), lifted_because = 'over'
      where person_id = \(person) and kind = \(kind.rawValue) and lifted_at is null and until <= \(now)
      """)
    let added = try await session.first(
      """
      insert into protection (person_id, kind, asked_by, set_by, set_at, until)
      values (\(person), \(kind.rawValue), \(askedBy.rawValue), \(account), \(now), \(until))
      on conflict do nothing returning id
      """)
    return added == nil ? .already : .done
  }

  /// Lifts a protection; gives whose it was, nil when it does not stand.
  package func lift(
    _ id: Int64, because reason: LiftReason, by account: Int64?, now: Timestamp
  ) async throws(PostgresError) -> (person: Int64, kind: Hindrance)? {
    let row = try await session.first(
      """
      update protection set lifted_at = greatest(\(now), set_at), lifted_by = \(account),
        lifted_because = \(reason.rawValue)
      where id = \(id) and lifted_at is null returning person_id, kind
      """)
    guard let (person, kind) = try row?.decode(Int64.self, String.self) else { return nil }
    return (person, Hindrance(rawValue: kind) ?? .safety)
  }

  // MARK: Contests

  /// Takes a contested record back for good; gives whose it was, nil when the contest does not stand.
  package func uphold(_ contest: Int64, by account: Int64?, now: Timestamp) async throws(PostgresError) -> Int64? {
    try await session.first(
      "select person_id from paradero.uphold_contest(\(contest), \(account)::bigint, \(now))")?.decode(Int64.self)
  }

  /// Rejects a contest: the record is as good as any other again; gives whose it is, nil when the contest does not stand.
  package func reject(_ contest: Int64, by account: Int64?, now: Timestamp) async throws(PostgresError) -> Int64? {
    try await session.first(
      """
      update protection set lifted_at = greatest(\(now), set_at), lifted_by = \(account), lifted_because = 'decided'
      where id = \(contest) and kind = 'contested' and lifted_at is null returning person_id
      """)?.decode(Int64.self)
  }

  /// Undoes an upheld contest; false when there is none.
  package func restore(_ contest: Int64) async throws(PostgresError) -> Bool {
    try await session.execute("delete from suppression where contest_id = \(contest)") > 0
  }

  /// Makes digests that were made without the session's key again, with it; none where the session has no key.
  @discardableResult
  package func keySuppressions() async throws -> Int {
    Int(try await session.first("select paradero.key_suppressions()")?.decode(Int32.self) ?? 0)
  }

  /// Upheld contests, the newest first.
  package func upheld(limit: Int) async throws -> [UpheldContest] {
    try await session.rows(
      """
      select s.contest_id, max(s.person_id) as person_id, max(a.name) as made_by, max(s.made_at) as made_at,
        count(*) > 1 as is_known_again
      from suppression s left join account a on a.id = s.made_by
      group by s.contest_id order by max(s.made_at) desc, s.contest_id desc limit \(limit)
      """
    ).map { row in
      UpheldContest(
        id: try row["contest_id", as: Int64.self], person: try row["person_id", as: Int64?.self],
        madeBy: try row["made_by", as: String?.self], madeAt: try row["made_at", as: Timestamp.self],
        isKnownAgain: try row["is_known_again", as: Bool.self])
    }
  }

  /// Those that stand, the newest first.
  package func standing(of person: Int64? = nil, limit: Int, now: Timestamp) async throws -> [Protection] {
    try await session.rows(
      """
      select p.id, p.person_id, p.kind, p.asked_by, a.name as set_by, p.set_at, p.until
      from protection p left join account a on a.id = p.set_by
      where p.lifted_at is null and (p.until is null or p.until > \(now))
        and (\(person)::bigint is null or p.person_id = \(person))
      order by p.set_at desc, p.id desc limit \(limit)
      """
    ).compactMap { row in
      guard let kind = Hindrance(rawValue: try row["kind", as: String.self]),
        let asker = ProtectionAsker(rawValue: try row["asked_by", as: String.self])
      else { return nil }
      return Protection(
        id: try row["id", as: Int64.self], person: try row["person_id", as: Int64.self], kind: kind, askedBy: asker,
        setBy: try row["set_by", as: String?.self], setAt: try row["set_at", as: Timestamp.self],
        until: try row["until", as: Timestamp?.self])
    }
  }

  // MARK: Screening

  /// People of whom private sources tell what nobody has screened, those told of first at the head; and how many.
  package func unscreened(limit: Int) async throws -> (people: [Int64], waiting: Int) {
    let rows = try await session.rows(
      """
      select x.id, count(*) over () as waiting from (
        select d.person_id as id, min(d.id) as first from paradero.live_description d
        where not d.is_public and not exists (
          select from screening s where s.person_id = d.person_id and s.batch_id = d.batch_id)
        group by d.person_id
      ) x order by x.first limit \(limit)
      """)
    let people = try rows.map { try $0["id", as: Int64.self] }
    return (people, Int(try rows.first?["waiting", as: Int64.self] ?? 0))
  }

  /// Writes down what a responder found for all that private sources tell of somebody; false when there is nothing.
  package func screen(
    _ person: Int64, isSafe: Bool, by account: Int64?, now: Timestamp
  ) async throws(PostgresError) -> Bool {
    let rows = try await session.rows(
      """
      insert into screening (person_id, batch_id, is_safe, screened_by, screened_at)
      select distinct s.person_id, d.batch_id, \(isSafe), \(account)::bigint, \(now)
      from paradero.shown_as(array[\(person)]) s
      join paradero.live_description d on d.person_id = s.person_id and not d.is_public
      on conflict (person_id, batch_id) do update set is_safe = excluded.is_safe,
        screened_by = excluded.screened_by, screened_at = excluded.screened_at
      returning batch_id
      """)
    return !rows.isEmpty
  }

  // MARK: What strangers did

  /// Those of which no responder has taken note, the newest first; and how many.
  package func unseenStops(limit: Int) async throws -> (stops: [GuessStop], waiting: Int) {
    let rows = try await session.rows(
      """
      select id, person_id, stopped_at, until, count(*) over () as waiting from automatic_stop
      where seen_at is null order by stopped_at desc, id desc limit \(limit)
      """)
    let stops = try rows.map { row in
      GuessStop(
        id: try row["id", as: Int64.self], person: try row["person_id", as: Int64.self],
        stoppedAt: try row["stopped_at", as: Timestamp.self], until: try row["until", as: Timestamp.self])
    }
    return (stops, Int(try rows.first?["waiting", as: Int64.self] ?? 0))
  }

  package func see(stop id: Int64, by account: Int64, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      "update automatic_stop set seen_by = \(account), seen_at = \(now) where id = \(id) and seen_at is null")
  }

  /// What is closed now.
  package func closings(now: Timestamp) async throws -> [ClosedAnswers] {
    try await session.rows(
      """
      select id, by_number, closed_at, until, answered, usual from automatic_closing
      where opened_at is null and until > \(now) order by closed_at, id
      """
    ).map { row in
      ClosedAnswers(
        id: try row["id", as: Int64.self], isByNumber: try row["by_number", as: Bool.self],
        closedAt: try row["closed_at", as: Timestamp.self], until: try row["until", as: Timestamp.self],
        answered: Int(try row["answered", as: Int32.self]), usual: Int(try row["usual", as: Int32.self]))
    }
  }

  package func forget(now: Timestamp) async throws(PostgresError) {
    try await session.execute("select paradero.forget_answers(\(now))")
  }

  /// Opens automatic answers again; gives how many closings that ended.
  package func openAnswers(by account: Int64?, now: Timestamp) async throws(PostgresError) -> Int {
    try await session.rows(
      """
      update automatic_closing set opened_at = greatest(\(now), closed_at), opened_by = \(account)
      where opened_at is null and until > \(now) returning id
      """
    ).count
  }
}
