/// When an answer that names nobody leaves: at fixed moments after the search began, whatever the work took.
///
/// How long a search takes says how many people bear a name like it, and whether somebody had to be looked up. So every
/// answer that names nobody waits for one of a few moments; the pace says for which, the same for all that search now.
package struct AnswerClock: Sendable {
  private let began: ContinuousClock.Instant
  private let pace: AnswerPace

  init(_ pace: AnswerPace, began: ContinuousClock.Instant = .now) { (self.pace, self.began) = (pace, began) }

  package static let steps: [Duration] = [
    .milliseconds(60), .milliseconds(125), .milliseconds(250), .milliseconds(500), .seconds(1), .seconds(2),
    .seconds(4),
  ]

  /// The first moment after so much work; past the last one, its multiples.
  package static func release(after work: Duration) -> Duration {
    if let step = steps.first(where: { work <= $0 }) { return step }
    let last = steps[steps.count - 1]
    return last * Int((work / last).rounded(.up))
  }

  /// An earned answer tells by itself that somebody is listed, so it waits for no moment: only for what must be counted
  /// before it.
  ///
  /// - Parameter limit: since the search began.
  func waitToAsk(_ order: CountingOrder, _ place: Int, atMost limit: Duration) async {
    await order.waitForEarlier(than: place, atMost: max(.zero, began + limit - .now))
  }

  func waitToSayNothing() async throws {
    let now = ContinuousClock.now
    try await wait(until: pace.release(after: now - began, at: now))
  }

  private func wait(until moment: Duration) async throws {
    guard ContinuousClock.now < began + moment else { return }
    try await Task.sleep(until: began + moment, tolerance: .zero, clock: .continuous)
  }
}
