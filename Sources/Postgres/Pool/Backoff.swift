/// How long to wait before the next attempt: doubling, with a limit, and spread by chance.
struct Backoff: Sendable {
  let base: Duration
  let limit: Duration
  private(set) var failures = 0

  init(base: Duration, limit: Duration) {
    self.base = base
    self.limit = limit
  }

  mutating func succeeded() { failures = 0 }

  /// After a failure: at least half of the doubled time, the rest by `chance` (0 to 1), so that not all come at once.
  mutating func failed(chance: Double) -> Duration {
    failures += 1
    let whole = min(limit, base * (1 << min(failures - 1, 20)))
    return whole * (0.5 + 0.5 * chance)
  }
}
