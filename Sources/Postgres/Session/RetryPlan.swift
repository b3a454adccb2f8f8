/// Whether and when a transaction that failed without its own fault is tried again.
struct RetryPlan {
  private var left: Int
  /// A lost connection before COMMIT has left nothing behind; but a statement that kills its server is not to do so often.
  private var lossesLeft = 1
  /// The server was asked for because it takes writes, and does not any more.
  private let retriesReadOnly: Bool
  private var backoff = Backoff(base: .milliseconds(10), limit: .milliseconds(500))

  init(retries: Int, retriesReadOnly: Bool = false) {
    left = max(0, retries)
    self.retriesReadOnly = retriesReadOnly
  }

  /// The time to wait before the next attempt; nil when the failure is final.
  mutating func next(after error: PostgresError, chance: Double) -> Duration? {
    guard left > 0, isWorthwhile(error) else { return nil }
    left -= 1
    return backoff.failed(chance: chance)
  }

  private mutating func isWorthwhile(_ error: PostgresError) -> Bool {
    switch error.code {
    case .connectionLost:
      lossesLeft -= 1
      return lossesLeft >= 0
    case .readOnlyTransaction: return retriesReadOnly
    default: return error.isRetryable
    }
  }
}
