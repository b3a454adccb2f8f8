internal import Locking

/// One piece of work at a time beside a loop, which picks its result up when it comes by.
final class Background<Value: Sendable>: Sendable {
  private struct State {
    /// Which work's result is wanted: that of earlier work is dropped.
    var generation = 0
    var isRunning = false
    var result: Value?
  }

  private let state = Locked(State())

  var isRunning: Bool { state.withLock { $0.isRunning } }

  func start(_ bell: Bell, _ work: @escaping @Sendable () async -> Value) {
    let generation = state.withLock { state in
      state.generation += 1
      state.isRunning = true
      state.result = nil
      return state.generation
    }
    Task.detached(priority: .utility) { [state] in
      let value = await work()
      state.withLock { state in
        guard state.generation == generation else { return }
        state.isRunning = false
        state.result = value
      }
      bell.ring()
    }
  }

  /// The result, once.
  func take() -> Value? {
    state.withLock { state in
      let result = state.result
      state.result = nil
      return result
    }
  }

  /// Lets go of what is under way.
  func forget() {
    state.withLock {
      $0.generation += 1
      $0.isRunning = false
      $0.result = nil
    }
  }
}
