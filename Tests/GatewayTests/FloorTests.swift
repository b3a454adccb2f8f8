import Testing

@testable import Gateway

@Suite struct `The floor` {
  @Test func `seats as many as it has places, lets as many wait, and turns the next away`() {
    var floor = Floor(running: 2, waiting: 1)
    let arrivals = [1, 2, 3, 4].map { floor.arrive($0) }
    #expect(arrivals == [.start, .start, .wait, .refuse])
    #expect(floor.finish(1) == 3)
    #expect(floor.arrive(5) == .wait)
    #expect(floor.finish(3) == 5)
    #expect(floor.finish(2) == nil)
    #expect(floor.finish(5) == nil)
    #expect(floor.isEmpty)
  }

  @Test func `gives no place to one who left while waiting`() {
    var floor = Floor(running: 1, waiting: 2)
    _ = [1, 2, 3].map { floor.arrive($0) }
    floor.leave(2)
    #expect(floor.finish(1) == 3)
  }

  @Test func `keeps the place of one who left until the work has really ended`() {
    var floor = Floor(running: 1, waiting: 0)
    #expect(floor.arrive(1) == .start)
    floor.leave(1)
    #expect(floor.arrive(2) == .refuse)
    #expect(floor.finish(1) == nil)
    #expect(floor.arrive(3) == .start)
  }

  @Test func `frees nothing twice`() {
    var floor = Floor(running: 1, waiting: 2)
    _ = [1, 2, 3].map { floor.arrive($0) }
    #expect(floor.finish(1) == 2)
    #expect(floor.finish(1) == nil)
    #expect(floor.running == [2])
  }
}
