internal import Locking

/// The stages of a long job on one line of the terminal, one after the other.
final class StageLine: Sendable {
  private struct State: Sendable {
    var label = ""
    var line: ProgressLine?
  }

  private let context: CommandContext
  private let state = Locked(State())

  init(_ context: CommandContext) { self.context = context }

  /// Says how far a stage is; the stage before it keeps its sum.
  func show(_ label: String, _ done: Int, of total: Int?) { line(label, total).update(done) }

  func end() { state.withLock { $0.line }?.finish() }

  private func line(_ label: String, _ total: Int?) -> ProgressLine {
    let fresh = context.progress(label, total: total)
    let (line, ended) = state.withLock { state -> (ProgressLine, ProgressLine?) in
      if let line = state.line, state.label == label { return (line, nil) }
      let ended = state.line
      state = State(label: label, line: fresh)
      return (fresh, ended)
    }
    ended?.finish()
    return line
  }
}
