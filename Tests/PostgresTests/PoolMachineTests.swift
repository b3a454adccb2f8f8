import Testing

@testable import Postgres

@Suite struct `The pool's machine` {
  let now = ContinuousClock.now

  func machine(size: Int = 2, waiters: Int = 3) -> PoolMachine {
    PoolMachine(
      size: size, maxWaiters: waiters, trustIdleFor: .seconds(30),
      backoff: Backoff(base: .milliseconds(100), limit: .seconds(1)))
  }

  @Test func `opens a connection for who comes first and lends it`() {
    var pool = machine()
    #expect(pool.ask(7, now: now) == [.open(1, after: .zero)])
    #expect(pool.opened(1, now: now) == [.grant(7, 1, askingServer: false)])
    #expect(pool.lentCount == 1)
  }

  @Test func `lends an idle connection at once, the one used last first`() {
    var pool = machine()
    _ = pool.ask(1, now: now) + pool.ask(2, now: now) + pool.opened(1, now: now) + pool.opened(2, now: now)
    #expect(pool.returned(2, reusable: true, now: now) == [])
    #expect(pool.returned(1, reusable: true, now: now) == [])
    #expect(pool.ask(3, now: now) == [.grant(3, 1, askingServer: false)])
  }

  @Test func `asks a connection first that was idle for long`() {
    var pool = machine()
    _ = pool.ask(1, now: now) + pool.opened(1, now: now) + pool.returned(1, reusable: true, now: now)
    #expect(pool.ask(2, now: now + .seconds(31)) == [.grant(2, 1, askingServer: true)])
  }

  @Test func `never opens more than its size`() {
    var pool = machine()
    #expect(pool.ask(1, now: now) == [.open(1, after: .zero)])
    #expect(pool.ask(2, now: now) == [.open(2, after: .zero)])
    #expect(pool.ask(3, now: now) == [])
    #expect(pool.openCount == 2)
  }

  @Test func `serves in the order of asking`() {
    var pool = machine(size: 1)
    _ = pool.ask(1, now: now) + pool.ask(2, now: now) + pool.ask(3, now: now)
    #expect(pool.opened(1, now: now) == [.grant(1, 1, askingServer: false)])
    #expect(pool.returned(1, reusable: true, now: now) == [.grant(2, 1, askingServer: false)])
    #expect(pool.returned(1, reusable: true, now: now) == [.grant(3, 1, askingServer: false)])
  }

  @Test func `refuses who comes when too many wait`() {
    var pool = machine(size: 1, waiters: 1)
    _ = pool.ask(1, now: now) + pool.opened(1, now: now) + pool.ask(2, now: now)
    #expect(pool.ask(3, now: now) == [.refuse(3, .full)])
  }

  @Test func `does not refuse those for whom a connection can be opened`() {
    var pool = machine(size: 2, waiters: 0)
    #expect(pool.ask(1, now: now) == [.open(1, after: .zero)])
    #expect(pool.ask(2, now: now) == [.open(2, after: .zero)])
    #expect(pool.ask(3, now: now) == [.refuse(3, .full)])
  }

  @Test func `forgets who gave up`() {
    var pool = machine(size: 1)
    _ = pool.ask(1, now: now) + pool.opened(1, now: now) + pool.ask(2, now: now) + pool.ask(3, now: now)
    #expect(pool.leave(2, .cancelled) == [.refuse(2, .cancelled)])
    #expect(pool.leave(2, .deadline) == [])
    #expect(pool.returned(1, reusable: true, now: now) == [.grant(3, 1, askingServer: false)])
    #expect(pool.leave(3, .deadline) == [])
  }

  @Test func `keeps a connection that came too late for its waiter`() {
    var pool = machine()
    _ = pool.ask(1, now: now)
    _ = pool.leave(1, .deadline)
    #expect(pool.opened(1, now: now) == [])
    #expect(pool.idleCount == 1)
  }

  @Test func `replaces a broken connection for who waits`() {
    var pool = machine(size: 1)
    _ = pool.ask(1, now: now) + pool.opened(1, now: now) + pool.ask(2, now: now)
    #expect(pool.returned(1, reusable: false, now: now) == [.close(1)])
    #expect(pool.closed(1) == [.open(2, after: .zero)])
    #expect(pool.opened(2, now: now) == [.grant(2, 2, askingServer: false)])
  }

  @Test func `puts a waiter first again whose connection was dead`() {
    var pool = machine(size: 1)
    _ = pool.ask(1, now: now) + pool.opened(1, now: now) + pool.ask(2, now: now)
    #expect(pool.grantFailed(1, 1) == [.close(1)])
    #expect(pool.closed(1) == [.open(2, after: .zero)])
    #expect(pool.opened(2, now: now) == [.grant(1, 2, askingServer: false)])
  }

  @Test func `tries again one at a time and ever later while the server is away`() {
    var pool = machine(size: 3)
    _ = pool.ask(1, now: now) + pool.ask(2, now: now) + pool.ask(3, now: now)
    #expect(pool.openFailed(1, refused: false, chance: 1) == [])
    #expect(pool.openFailed(2, refused: false, chance: 1) == [])
    #expect(pool.openFailed(3, refused: false, chance: 1) == [.open(4, after: .milliseconds(400))])
    #expect(pool.openFailed(4, refused: false, chance: 0) == [.open(5, after: .milliseconds(400))])
    #expect(pool.openFailed(5, refused: false, chance: 1) == [.open(6, after: .seconds(1))])
    // Back again: the others need not wait.
    #expect(
      pool.opened(6, now: now) == [.grant(1, 6, askingServer: false), .open(7, after: .zero), .open(8, after: .zero)])
  }

  @Test func `tells who waits when the server keeps refusing the login`() {
    var pool = machine(size: 1)
    _ = pool.ask(1, now: now) + pool.ask(2, now: now)
    #expect(pool.openFailed(1, refused: true, chance: 0) == [.open(2, after: .milliseconds(50))])
    #expect(pool.openFailed(2, refused: true, chance: 0) == [.open(3, after: .milliseconds(100))])
    #expect(pool.openFailed(3, refused: true, chance: 0) == [.refuse(1, .unreachable), .refuse(2, .unreachable)])
    #expect(pool.ask(3, now: now) == [.open(4, after: .zero)])
  }

  @Test func `stops trying when nobody waits`() {
    var pool = machine()
    _ = pool.ask(1, now: now) + pool.leave(1, .deadline)
    #expect(pool.openFailed(1, refused: false, chance: 1) == [])
    #expect(pool.openCount == 0)
  }

  @Test func `drops every connection of a server that changed its role`() {
    var pool = machine()
    _ = pool.ask(1, now: now) + pool.ask(2, now: now) + pool.opened(1, now: now) + pool.opened(2, now: now)
    _ = pool.returned(1, reusable: true, now: now)
    #expect(pool.distrustAll() == [.close(1)])
    #expect(pool.returned(2, reusable: true, now: now) == [.close(2)])
  }

  @Test func `closes what was idle for long`() {
    var pool = machine()
    _ = pool.ask(1, now: now) + pool.opened(1, now: now) + pool.returned(1, reusable: true, now: now)
    #expect(pool.retire(idleSince: now) == [])
    #expect(pool.retire(idleSince: now + .seconds(1)) == [.close(1)])
  }

  @Test func `drains when it closes`() {
    var pool = machine(size: 2)
    _ = pool.ask(1, now: now) + pool.ask(2, now: now) + pool.opened(1, now: now) + pool.opened(2, now: now)
    _ = pool.returned(1, reusable: true, now: now)
    #expect(pool.shutDown() == [.close(1)])
    #expect(pool.ask(3, now: now) == [.refuse(3, .closed)])
    #expect(pool.closed(1) == [])
    #expect(pool.returned(2, reusable: true, now: now) == [.close(2)])
    #expect(pool.closed(2) == [.finished])
  }

  @Test func `refuses who waits when it closes, and closes what is still opening`() {
    var pool = machine(size: 1)
    _ = pool.ask(1, now: now)
    #expect(pool.shutDown() == [.refuse(1, .closed)])
    #expect(pool.opened(1, now: now) == [.close(1)])
    #expect(pool.closed(1) == [.finished])
  }

  @Test func `closes at once when nothing is open`() {
    var pool = machine()
    #expect(pool.shutDown() == [.finished])
    #expect(pool.shutDown() == [.finished])
  }

  /// Random orders of events: each waiter is answered once, each connection has at most one user, none is lost.
  @Test(arguments: 0..<200) func `answers each waiter once, whatever happens`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    var pool = machine(size: 3, waiters: 5)
    var (asked, answered, users): (Int, Set<Int>, [Int: Int]) = (0, [], [:])
    var (opening, closing): ([Int], [Int]) = ([], [])
    func take(_ actions: [PoolMachine.Action]) {
      for action in actions {
        switch action {
        case .grant(let waiter, let seat, _):
          let isFirst = answered.insert(waiter).inserted
          let before = users.updateValue(waiter, forKey: seat)
          #expect(isFirst && before == nil)
        case .refuse(let waiter, _):
          let isFirst = answered.insert(waiter).inserted
          #expect(isFirst)
        case .open(let seat, _): opening.append(seat)
        case .close(let seat): closing.append(seat)
        case .finished: #expect(opening.isEmpty && users.isEmpty)
        }
      }
      #expect(pool.openCount <= 3)
    }
    for _ in 0..<300 {
      switch Int.random(in: 0..<7, using: &random) {
      case 0, 1:
        asked += 1
        take(pool.ask(asked, now: now))
      case 2: if let seat = opening.popLast() { take(pool.opened(seat, now: now)) }
      case 3:
        if let seat = opening.popLast() { take(pool.openFailed(seat, refused: Bool.random(using: &random), chance: 0)) }
      case 4:
        if let seat = users.keys.min() {
          users[seat] = nil
          take(pool.returned(seat, reusable: Bool.random(using: &random), now: now))
        }
      case 5: if let seat = closing.popLast() { take(pool.closed(seat)) }
      default: if asked > 0 { take(pool.leave(Int.random(in: 1...asked, using: &random), .deadline)) }
      }
    }
    // Once everything comes back, everybody gets an answer.
    take(pool.shutDown())
    while !opening.isEmpty || !closing.isEmpty || !users.isEmpty {
      if let seat = opening.popLast() { take(pool.opened(seat, now: now)) }
      if let seat = closing.popLast() { take(pool.closed(seat)) }
      if let seat = users.keys.first {
        users[seat] = nil
        take(pool.returned(seat, reusable: true, now: now))
      }
    }
    #expect(asked == 0 || answered == Set(1...asked))
    #expect(pool.openCount == 0)
  }
}

/// A repeatable source of chance.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
