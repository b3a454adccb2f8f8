internal import Foundation
internal import Locking

/// One line of a terminal, rewritten while a job goes on: how much is done, how fast, how long it will still take.
final class ProgressLine: Sendable {
  private struct State {
    var done = 0
    var lastShown: ContinuousClock.Instant?
  }

  private let label: String
  private let total: Int?
  private let output: Output?
  private let start = ContinuousClock.now
  private let state = Locked(State())

  init(_ label: String, total: Int?, output: Output?) {
    (self.label, self.total, self.output) = (label, total, output)
  }

  /// Says how much is done in all.
  func update(_ done: Int) {
    guard let output else { return }
    let now = ContinuousClock.now
    let due = state.withLock { state in
      state.done = done
      guard state.lastShown.map({ now - $0 >= .milliseconds(200) }) ?? true else { return false }
      state.lastShown = now
      return true
    }
    if due { output.write("\r\u{1B}[K" + Self.text(label, done, of: total, after: now - start)) }
  }

  /// Ends the line and leaves the sum on it.
  func finish() {
    guard let output else { return }
    let done = state.withLock { $0.done }
    output.write("\r\u{1B}[K" + Self.text(label, done, of: nil, after: ContinuousClock.now - start) + "\n")
  }

  /// `Reading rows: 120,000 of 1,000,000 (12%), 60,000/s, 15 s left`
  static func text(_ label: String, _ done: Int, of total: Int?, after elapsed: Duration) -> String {
    let seconds = max(0.001, elapsed / .seconds(1))
    let rate = Double(done) / seconds
    var text = "\(label): \(grouped(done))"
    if let total, total > 0 { text += " of \(grouped(total)) (\(min(100, done * 100 / total))%)" }
    text += ", \(grouped(Int(rate)))/s"
    if let total, rate > 0, done < total { text += ", \(Self.span(Double(total - done) / rate)) left" }
    return total == nil ? text + ", \(span(seconds))" : text
  }

  static func grouped(_ number: Int) -> String {
    var digits = Array(String(abs(number)))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return (number < 0 ? "-" : "") + String(digits)
  }

  private static func span(_ seconds: Double) -> String {
    guard seconds < 1e9 else { return "long" }
    let whole = Int(seconds.rounded(.up))
    return whole < 120 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }
}
