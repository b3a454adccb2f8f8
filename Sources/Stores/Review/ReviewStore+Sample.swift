package import CivilTime
package import Postgres

/// Decisions of invented monitors, for a demo and for measurements: many at once, by the same rules as any other.
extension ReviewStore {
  /// Decides this monitor's part of the cases that are two days old, and gives a second word on what another upheld.
  /// Gives how many it wrote.
  package func decideSample(
    as account: Int64, round: Int, of rounds: Int, seed: Int64, now: Timestamp
  ) async throws(PostgresError) -> Int {
    try await session.execute(
      """
      insert into review_decision (case_id, finding_id, place_finding_id, account_id, verdict, reason, decided_at)
      select c.id, c.finding_id, c.place_finding_id, \(account),
        case when c.state = 'second' then case when h.n % 7 = 0 then 'not_upheld' else 'upheld' end
          when h.n % 10 < 7 then 'upheld' when h.n % 10 < 9 then 'not_upheld' else 'unclear' end,
        'Invented: the accounts were compared.',
        least(\(now), c.opened_at + interval '1 day' * (1 + h.n % 3 + case when c.state = 'second' then 1 else 0 end))
      from review_case c, lateral (select abs(hashint8(c.id + \(seed))::bigint) as n) h
      where c.opened_at < \(now)::timestamptz - interval '2 days'
        and (c.state = 'open' and h.n / 16 % \(Int64(rounds)) = \(Int64(round))
          or c.state = 'second' and h.n / 16 % \(Int64(rounds)) = \(Int64(round - 1)))
      """)
  }
}
