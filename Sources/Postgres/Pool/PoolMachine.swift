/// What the pool does and when, as a value: the shell around it connects, closes and resumes, and decides nothing.
struct PoolMachine {
  typealias Seat = Int
  typealias Waiter = Int
  typealias Instant = ContinuousClock.Instant

  enum Refusal: Equatable { case full, closed, deadline, cancelled, unreachable }

  enum Action: Equatable {
    case grant(Waiter, Seat, askingServer: Bool)
    case refuse(Waiter, Refusal)
    case open(Seat, after: Duration)
    case close(Seat)
    /// The last connection of a closed pool is gone.
    case finished
  }

  private enum State: Equatable {
    case opening
    case idle(since: Instant)
    case lent
    case closing
  }

  let size: Int
  let maxWaiters: Int
  /// A connection that has been idle for longer is asked a question before it is lent.
  let trustIdleFor: Duration
  private var seats: [Seat: State] = [:]
  /// Longest idle first; the last is lent next, so that the first can be closed.
  private var idle: [Seat] = []
  private var waiters: [Waiter] = []
  private var stale: Set<Seat> = []
  private var nextSeat = 0
  private var backoff: Backoff
  private var refusals = 0
  private(set) var isClosed = false

  init(size: Int, maxWaiters: Int, trustIdleFor: Duration = .seconds(30), backoff: Backoff) {
    self.size = size
    self.maxWaiters = maxWaiters
    self.trustIdleFor = trustIdleFor
    self.backoff = backoff
  }

  var openCount: Int { seats.count }
  var idleCount: Int { idle.count }
  var lentCount: Int { seats.values.count { $0 == .lent } }
  var waiterCount: Int { waiters.count }

  // MARK: Waiters

  mutating func ask(_ waiter: Waiter, now: Instant) -> [Action] {
    guard !isClosed else { return [.refuse(waiter, .closed)] }
    if let seat = idle.popLast() { return [lend(seat, to: waiter, now: now)] }
    // Those for whom a connection can still be opened do not count as waiting.
    guard waiters.count < maxWaiters + size - lentCount else { return [.refuse(waiter, .full)] }
    waiters.append(waiter)
    return openIfNeeded(after: .zero)
  }

  /// The waiter gives up: its deadline has passed or its task was cancelled. Nothing if it was served before.
  mutating func leave(_ waiter: Waiter, _ reason: Refusal) -> [Action] {
    guard let index = waiters.firstIndex(of: waiter) else { return [] }
    waiters.remove(at: index)
    return [.refuse(waiter, reason)]
  }

  // MARK: Connections

  mutating func opened(_ seat: Seat, now: Instant) -> [Action] {
    backoff.succeeded()
    refusals = 0
    guard !isClosed else { return close(seat) }
    return free(seat, now: now) + openIfNeeded(after: .zero)
  }

  /// Nobody answered, or the server refused us (`refused`), which will hardly change: then all who wait are told.
  mutating func openFailed(_ seat: Seat, refused: Bool, chance: Double) -> [Action] {
    seats[seat] = nil
    let delay = backoff.failed(chance: chance)
    refusals = refused ? refusals + 1 : 0
    guard !isClosed else { return finishIfEmpty() }
    if refusals >= 3 {
      defer { waiters = [] }
      return waiters.map { .refuse($0, .unreachable) }
    }
    return openIfNeeded(after: delay)
  }

  mutating func returned(_ seat: Seat, reusable: Bool, now: Instant) -> [Action] {
    guard reusable, !isClosed, !stale.contains(seat) else { return close(seat) }
    return free(seat, now: now)
  }

  /// A lent connection turned out dead before its waiter used it: the waiter is first in the queue again.
  mutating func grantFailed(_ seat: Seat, _ waiter: Waiter) -> [Action] {
    guard !isClosed else { return [.refuse(waiter, .closed)] + close(seat) }
    waiters.insert(waiter, at: 0)
    return close(seat)
  }

  /// The connection has been closed; its seat is free for another.
  mutating func closed(_ seat: Seat) -> [Action] {
    seats[seat] = nil
    stale.remove(seat)
    return isClosed ? finishIfEmpty() : openIfNeeded(after: .zero)
  }

  /// The server has changed its role or was restarted: no connection made before is to be used again.
  mutating func distrustAll() -> [Action] {
    stale.formUnion(seats.keys.filter { seats[$0] == .lent })
    return closeIdle { _ in true }
  }

  /// Closes what has been idle since before that moment.
  mutating func retire(idleSince limit: Instant) -> [Action] {
    closeIdle { since in since < limit }
  }

  /// Refuses who comes and who waits, closes what is idle, and the rest as it comes back.
  mutating func shutDown() -> [Action] {
    guard !isClosed else { return finishIfEmpty() }
    isClosed = true
    let refused = waiters.map { Action.refuse($0, .closed) }
    waiters = []
    return refused + closeIdle { _ in true } + finishIfEmpty()
  }

  // MARK: Parts

  private mutating func lend(_ seat: Seat, to waiter: Waiter, now: Instant) -> Action {
    var askingServer = false
    if case .idle(let since) = seats[seat] { askingServer = since.duration(to: now) > trustIdleFor }
    seats[seat] = .lent
    return .grant(waiter, seat, askingServer: askingServer)
  }

  private mutating func free(_ seat: Seat, now: Instant) -> [Action] {
    seats[seat] = .idle(since: now)
    guard !waiters.isEmpty else {
      idle.append(seat)
      return []
    }
    return [lend(seat, to: waiters.removeFirst(), now: now)]
  }

  /// One attempt for each who waits, within the size of the pool; while the server is away only one at a time.
  private mutating func openIfNeeded(after delay: Duration) -> [Action] {
    let allowed = min(waiters.count, backoff.failures > 0 ? 1 : size)
    let missing = allowed - seats.values.count { $0 == .opening }
    return (0..<max(0, min(missing, size - seats.count))).map { _ in
      nextSeat += 1
      seats[nextSeat] = .opening
      return .open(nextSeat, after: delay)
    }
  }

  private mutating func close(_ seat: Seat) -> [Action] {
    seats[seat] = .closing
    return [.close(seat)]
  }

  private mutating func closeIdle(where condition: (Instant) -> Bool) -> [Action] {
    let leaving = idle.filter { seat in
      if case .idle(let since) = seats[seat] { condition(since) } else { false }
    }
    idle.removeAll { leaving.contains($0) }
    return leaving.flatMap { close($0) }
  }

  private func finishIfEmpty() -> [Action] { isClosed && seats.isEmpty ? [.finished] : [] }
}
