/// When an answer that names nobody leaves: at fixed moments after the search began, whatever the work took.
///
/// How long a search takes says how many people bear a name like it, and whether somebody had to be looked up. So every
/// answer that names nobody waits for the next of a few moments. Nearly all searches end before the first; under load,
/// or while the records are read in, they end before the second, and which of the two says little.
package struct AnswerClock: Sendable {
  private let began: ContinuousClock.Instant

  init(began: ContinuousClock.Instant = .now) { self.began = began }

  /// When an earned answer is asked for: by then every guess that came before it has been counted.
  static let asking = Duration.milliseconds(40)
  package static let steps: [Duration] = [.milliseconds(60), .milliseconds(250), .seconds(1), .seconds(4)]

  /// The first moment after so much work; past the last one, its multiples.
  package static func release(after work: Duration) -> Duration {
    if let step = steps.first(where: { work <= $0 }) { return step }
    let last = steps[steps.count - 1]
    return last * Int((work / last).rounded(.up))
  }

  func waitToAsk() async throws { try await wait(until: Self.asking) }

  func waitToSayNothing() async throws { try await wait(until: Self.release(after: .now - began)) }

  private func wait(until moment: Duration) async throws {
    guard ContinuousClock.now < began + moment else { return }
    try await Task.sleep(until: began + moment, tolerance: .zero, clock: .continuous)
  }
}
