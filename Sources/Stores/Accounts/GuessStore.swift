package import CivilTime
package import Postgres

/// How the wait between guesses grows: some are free, then it doubles up to a limit, and a day without one forgets all.
package struct GuessRule: Sendable, Equatable {
  package let free: Int
  /// Seconds after the first guess that is not free.
  package let first: Double
  package let longest: Double

  package init(free: Int, first: Double, longest: Double) {
    self.free = free
    self.first = first
    self.longest = longest
  }

  /// Seconds to wait after so many guesses in a row.
  package func wait(after guesses: Int) -> Double {
    guard guesses >= free else { return 0 }
    var wait = first
    for _ in 0..<min(guesses - free, 40) where wait < longest { wait *= 2 }
    return min(wait, longest)
  }
}

/// Counts guesses at one secret, for all instances of the service together; each makes the wait for the next longer.
package struct GuessStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  static let memory = 24.0 * 3600

  /// Counts one guess before it is looked at, so that many at the same moment are counted one after the other. Nil if it
  /// may be looked at; else the seconds until the next may, and nothing was counted.
  package func admit(_ space: String, _ rule: GuessRule, now: Timestamp) async throws(PostgresError) -> Double? {
    let forgotten = now.adding(seconds: -Self.memory)
    let longestStep = 60
    let waits = (0...longestStep).map { rule.wait(after: $0) }
    let counted = try await session.first(
      """
      insert into guess_delay as g (space, guesses, last_at, next_at)
      values (\(space), 1, \(now), \(now.adding(seconds: rule.wait(after: 1))))
      on conflict (space) do update set
        guesses = case when g.last_at <= \(forgotten) then 1 else least(g.guesses + 1, \(longestStep)) end,
        last_at = \(now),
        next_at = \(now) + make_interval(secs => (\(waits)::float8[])[
          1 + case when g.last_at <= \(forgotten) then 1 else least(g.guesses + 1, \(longestStep)) end])
      where g.next_at <= \(now)
      returning true
      """)
    if counted != nil { return nil }
    guard let row = try await session.first("select next_at from guess_delay where space = \(space)") else { return 0 }
    return max(0, try row.decode(Timestamp.self).seconds(since: now))
  }

  /// Forgets a space, as when its secret was known after all.
  package func forget(_ space: String) async throws(PostgresError) {
    try await session.execute("delete from guess_delay where space = \(space)")
  }

  /// Forgets what nobody guessed at for a day.
  package func forgetOld(now: Timestamp) async throws(PostgresError) {
    try await session.execute("delete from guess_delay where last_at <= \(now.adding(seconds: -Self.memory))")
  }
}
