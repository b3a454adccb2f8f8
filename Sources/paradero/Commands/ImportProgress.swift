internal import Locking
internal import Services

/// The stages of an import on one line of the terminal, one after the other.
final class ImportProgress: Sendable {
  private struct State: Sendable {
    var label = ""
    var line: ProgressLine?
  }

  private let context: CommandContext
  private let state = Locked(State())

  init(_ context: CommandContext) { self.context = context }

  func show(_ stage: ImportStage) {
    switch stage {
    case .surveying(let done, let total): line("Looking over bytes", total).update(done)
    case .waiting: line("Waiting for another import of this source", nil).update(0)
    case .reading(let done, let total): line("Reading rows", total).update(done)
    case .comparing: line("Comparing with what is known", nil).update(0)
    case .writing(let done, let total): line("Writing rows", total).update(done)
    }
  }

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
