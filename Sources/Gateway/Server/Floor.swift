/// Who is being served, who waits, and who is turned away: a value, so that every order of events is a short test.
struct Floor {
  enum Arrival: Equatable { case start, wait, refuse }

  private(set) var running: Set<Int> = []
  private(set) var waiting: [Int] = []
  private let places: Int
  private let seats: Int

  init(running: Int, waiting: Int) {
    places = max(1, running)
    seats = max(0, waiting)
  }

  var isEmpty: Bool { running.isEmpty && waiting.isEmpty }

  mutating func arrive(_ id: Int) -> Arrival {
    if running.count < places {
      running.insert(id)
      return .start
    }
    guard waiting.count < seats else { return .refuse }
    waiting.append(id)
    return .wait
  }

  /// A place became free; gives who takes it.
  mutating func finish(_ id: Int) -> Int? {
    guard running.remove(id) != nil, running.count < places, !waiting.isEmpty else { return nil }
    let next = waiting.removeFirst()
    running.insert(next)
    return next
  }

  /// Somebody who waited went away.
  mutating func leave(_ id: Int) { waiting.removeAll { $0 == id } }
}
