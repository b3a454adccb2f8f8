internal import Locking

/// The searches that have come and whose guesses are not counted yet, in the order in which they came.
///
/// An earned answer waits for those that came before it: so who guesses many times at once is told no more than who
/// guesses one after the other. Between instances the database's order counts: a guess there is before or after the
/// right one by chance, and as likely to be told of as if all came one by one.
package final class CountingOrder: Sendable {
  private struct State {
    var next = 0
    /// Places of those who are not counted, the earliest first.
    var uncounted: [Int] = []
    var waiting: [(place: Int, bell: Bell)] = []
  }

  private let state = Locked(State())

  package init() {}

  /// A search has come; its place in the order.
  package func come() -> Int {
    state.withLock { state in
      defer { state.next += 1 }
      state.uncounted.append(state.next)
      return state.next
    }
  }

  /// Whether all who came before are counted.
  package func isFirst(_ place: Int) -> Bool { state.withLock { ($0.uncounted.first ?? .max) >= place } }

  /// Its guesses are counted, or it will make none. Said twice it is as said once.
  package func counted(_ place: Int) {
    let due = state.withLock { state -> [Bell] in
      guard let index = state.uncounted.firstIndex(of: place) else { return [] }
      state.uncounted.remove(at: index)
      let earliest = state.uncounted.first ?? .max
      return state.waiting.filter { $0.place < earliest }.map(\.bell)
    }
    for bell in due { bell.ring() }
  }

  /// Returns once all who came before are counted, the time has passed, or the task is cancelled.
  package func waitForEarlier(than place: Int, atMost limit: Duration) async {
    let bell = state.withLock { state -> Bell? in
      guard let earliest = state.uncounted.first, earliest < place else { return nil }
      let bell = Bell()
      state.waiting.append((place, bell))
      return bell
    }
    guard let bell else { return }
    await bell.wait(atMost: limit)
    state.withLock { $0.waiting.removeAll { $0.place == place } }
  }
}
