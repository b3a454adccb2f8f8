/// Whether and when a transaction that lost against others is tried again.
struct RetryPlan {
  private var left: Int
  private var backoff = Backoff(base: .milliseconds(10), limit: .milliseconds(500))

  init(retries: Int) { left = max(0, retries) }

  /// The time to wait before the next attempt; nil when the failure is final.
  mutating func next(after error: PostgresError, chance: Double) -> Duration? {
    guard error.isRetryable, left > 0 else { return nil }
    left -= 1
    return backoff.failed(chance: chance)
  }
}
