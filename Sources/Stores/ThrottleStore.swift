package import CivilTime
package import Postgres

/// How fast a secret may be tried: so many attempts at once, and then one after each pause.
package struct ThrottleRate: Sendable, Equatable {
  package let burst: Int
  /// Seconds until one more attempt is allowed.
  package let pause: Double

  package init(burst: Int, pause: Double) {
    self.burst = burst
    self.pause = pause
  }
}

/// Counts attempts at secrets, for all instances of the service together.
package struct ThrottleStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  /// Counts one attempt. Nil if it is allowed; else the seconds until the next one is, and nothing was counted.
  package func attempt(
    _ space: String, _ rate: ThrottleRate, now: Timestamp
  ) async throws(PostgresError) -> Double? {
    let afterPause = now.adding(seconds: rate.pause)
    let latest = now.adding(seconds: rate.pause * Double(rate.burst - 1))
    // One statement, so that attempts at the same moment are counted one after the other.
    let counted = try await session.first(
      """
      insert into attempt_throttle as t (space, clear_at) values (\(space), \(afterPause))
      on conflict (space) do update set clear_at = greatest(t.clear_at, \(now)) + (\(afterPause) - \(now))
      where t.clear_at <= \(latest)
      returning true
      """)
    if counted != nil { return nil }
    guard let row = try await session.first("select clear_at from attempt_throttle where space = \(space)") else {
      return 0
    }
    return max(0, try row.decode(Timestamp.self).seconds(since: latest))
  }

  /// Forgets a space, as when its secret was used up.
  package func forget(_ space: String) async throws(PostgresError) {
    try await session.execute("delete from attempt_throttle where space = \(space)")
  }

  /// Forgets what has leaked away by this moment.
  package func forget(before moment: Timestamp) async throws(PostgresError) {
    try await session.execute("delete from attempt_throttle where clear_at < \(moment)")
  }
}
