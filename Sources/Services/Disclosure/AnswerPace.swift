internal import Locking

/// How long answers that name nobody are held back: as long as the slowest of the recent searches asks for.
///
/// If each answer left at the moment that its own work asks for, then under load the share that leaves late would tell
/// how much work was behind it. So the moment follows what all searches of the last seconds took, whoever searched and
/// whatever was behind them; only a search that is slower than all of those, or than sixteen seconds, leaves later.
package final class AnswerPace: Sendable {
  private struct Recent {
    var began: ContinuousClock.Instant
    /// The longest work since then, and of the window before.
    var slowest, before: Duration
  }

  private let recent: Locked<Recent>

  /// What is slow stays so for one to two windows.
  static let window = Duration.seconds(20)
  /// For no other search than itself an answer waits longer.
  static let longest = Duration.seconds(16)

  /// A start is slow: the first searches meet empty caches.
  package init(at now: ContinuousClock.Instant = .now) {
    recent = Locked(Recent(began: now, slowest: .milliseconds(200), before: .zero))
  }

  /// Takes note of what a search took, and says how long after it began its answer leaves.
  package func release(after work: Duration, at now: ContinuousClock.Instant) -> Duration {
    let slowest = recent.withLock { recent in
      if now >= recent.began + Self.window {
        recent.before = now >= recent.began + Self.window * 2 ? .zero : recent.slowest
        recent.slowest = .zero
        recent.began = now
      }
      recent.slowest = max(recent.slowest, work)
      return max(recent.slowest, recent.before)
    }
    // A quarter more, lest the next slowest be slower than its moment; but a search that a database in trouble kept for ever
    // makes nobody else wait beyond the time that a request has.
    return AnswerClock.release(after: max(work, min(slowest * 5 / 4, Self.longest)))
  }
}
