internal import Dispatch
internal import Locking

/// Lets a few passwords be hashed at once, each in 64 MiB, keeps some waiting, and sends the others away.
package final class HashQueue: Sendable {
  private struct State {
    var running = 0
    var waiting: [CheckedContinuation<Bool, Never>] = []
  }

  private let places: Int
  private let waitingPlaces: Int
  private let state = Locked(State())
  private let threads = DispatchQueue(label: "paradero.hashing", attributes: .concurrent)

  package init(places: Int = 4, waiting: Int = 32) {
    self.places = max(1, places)
    waitingPlaces = max(0, waiting)
  }

  /// Runs the work on a thread of its own, never on those that answer requests.
  package func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws(HashQueueFull) -> Value {
    let isIn = await withCheckedContinuation { enter($0) }
    guard isIn else { throw HashQueueFull() }
    let value = await withCheckedContinuation { continuation in
      threads.async { continuation.resume(returning: work()) }
    }
    leave()
    return value
  }

  /// Resumed with true once there is a place: at once, or by the one who leaves; with false if there is no room to wait.
  private func enter(_ turn: CheckedContinuation<Bool, Never>) {
    let answer = state.withLock { state -> Bool? in
      if state.running < places {
        state.running += 1
        return true
      }
      guard state.waiting.count < waitingPlaces else { return false }
      state.waiting.append(turn)
      return nil
    }
    if let answer { turn.resume(returning: answer) }
  }

  /// The place goes to who has waited longest.
  private func leave() {
    let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.running -= 1
      return nil
    }
    next?.resume(returning: true)
  }
}

/// Too many passwords wait to be hashed already.
package struct HashQueueFull: Error, Equatable, CustomStringConvertible {
  package var description: String { "too many passwords wait to be hashed" }
}
