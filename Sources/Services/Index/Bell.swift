internal import Locking

/// Wakes a task that waits, or lets it not fall asleep.
final class Bell: Sendable {
  private enum State {
    case silent, rung
    case waitedFor(CheckedContinuation<Void, Never>)
  }

  private let state = Locked(State.silent)

  func ring() {
    let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
      if case .waitedFor(let waiter) = state {
        state = .silent
        return waiter
      }
      state = .rung
      return nil
    }
    waiter?.resume()
  }

  /// Waits until it rings, the time has passed, or the task is cancelled. One task at a time.
  func wait(atMost limit: Duration) async {
    let timer = Task {
      guard (try? await Task.sleep(for: limit)) != nil else { return }
      ring()
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isRung = state.withLock { state -> Bool in
          if case .rung = state {
            state = .silent
            return true
          }
          state = .waitedFor(continuation)
          return false
        }
        if isRung { continuation.resume() }
      }
    } onCancel: {
      ring()
    }
    timer.cancel()
  }
}
