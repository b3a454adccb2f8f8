internal import Locking

/// Hands values from one task to another, a few ahead and no more: who makes them waits for who takes them.
final class Handoff<Value: Sendable>: Sendable {
  private struct State {
    var values: [Value] = []
    var isFinished = false
    var isClosed = false
    var taker: CheckedContinuation<Value?, Never>?
    var maker: CheckedContinuation<Bool, Never>?
  }

  private let capacity: Int
  private let state = Locked(State())

  init(capacity: Int) { self.capacity = capacity }

  /// False when nobody takes any more.
  func send(_ value: Value) async -> Bool {
    await withCheckedContinuation { maker in
      let (taker, answer): (CheckedContinuation<Value?, Never>?, Bool?) = state.withLock { state in
        if state.isClosed { return (nil, false) }
        if let taker = state.taker {
          state.taker = nil
          return (taker, true)
        }
        state.values.append(value)
        if state.values.count < capacity { return (nil, true) }
        state.maker = maker
        return (nil, nil)
      }
      taker?.resume(returning: value)
      if let answer { maker.resume(returning: answer) }
    }
  }

  /// The next value; nil after the last.
  func next() async -> Value? {
    await withCheckedContinuation { taker in
      let (maker, answer): (CheckedContinuation<Bool, Never>?, Value??) = state.withLock { state in
        if state.values.isEmpty {
          if state.isFinished || state.isClosed { return (nil, .some(nil)) }
          state.taker = taker
          return (nil, nil)
        }
        let maker = state.maker
        state.maker = nil
        return (maker, .some(state.values.removeFirst()))
      }
      maker?.resume(returning: true)
      if let answer { taker.resume(returning: answer) }
    }
  }

  /// There are no more values.
  func finish() {
    let taker = state.withLock { state in
      state.isFinished = true
      let taker = state.taker
      state.taker = nil
      return taker
    }
    taker?.resume(returning: nil)
  }

  /// Nobody takes any more.
  func close() {
    let (taker, maker) = state.withLock { state in
      state.isClosed = true
      state.values = []
      let waiting = (state.taker, state.maker)
      (state.taker, state.maker) = (nil, nil)
      return waiting
    }
    taker?.resume(returning: nil)
    maker?.resume(returning: false)
  }
}
