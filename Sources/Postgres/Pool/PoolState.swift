/// The machine and what it must not know: connections, and the tasks that wait for one.
struct PoolState {
  /// A connection that was lent to a waiter.
  struct Grant: Sendable {
    let connection: Connection
    let brake: Brake
    let askingServer: Bool
  }

  typealias Answer = Result<Grant, PoolRefusal>

  /// What is to be done once the lock is free.
  enum Effect: Sendable {
    case resume(CheckedContinuation<Answer, Never>, Answer)
    case open(PoolMachine.Seat, after: Duration)
    case close(PoolMachine.Seat, Connection?)
    case finish(CheckedContinuation<Void, Never>)
  }

  var machine: PoolMachine
  var lastConnectFailure: PostgresError?
  private var connections: [PoolMachine.Seat: (connection: Connection, brake: Brake)] = [:]
  private var waiting: [PoolMachine.Waiter: CheckedContinuation<Answer, Never>] = [:]
  private var finishing: [CheckedContinuation<Void, Never>] = []
  private var listeners: [Int: Listener] = [:]
  private var waiters = 0
  private var leases = 0
  private var refusals = 0
  private var connects = 0
  private var connectFailures = 0

  init(_ configuration: DatabaseConfiguration) {
    machine = PoolMachine(
      size: configuration.poolSize, maxWaiters: configuration.maxWaiters,
      backoff: Backoff(base: .milliseconds(20), limit: .seconds(2)))
  }

  var statistics: Database.Statistics {
    Database.Statistics(
      size: machine.size, open: machine.openCount, idle: machine.idleCount, lent: machine.lentCount,
      waiting: machine.waiterCount, leases: leases, refusals: refusals, connects: connects,
      connectFailures: connectFailures)
  }

  mutating func newWaiter() -> PoolMachine.Waiter {
    waiters += 1
    return waiters
  }

  mutating func newLease() -> Connection.LeaseID {
    leases += 1
    return leases
  }

  mutating func register(_ waiter: PoolMachine.Waiter, _ continuation: CheckedContinuation<Answer, Never>) {
    waiting[waiter] = continuation
  }

  /// Nil when the pool is closed.
  mutating func add(_ listener: Listener) -> Int? {
    guard !machine.isClosed else { return nil }
    waiters += 1
    listeners[waiters] = listener
    return waiters
  }

  mutating func remove(listener key: Int) { listeners[key] = nil }

  func isWaiting(_ waiter: PoolMachine.Waiter) -> Bool { waiting[waiter] != nil }

  mutating func connected(_ connection: Connection, _ brake: Brake, now: ContinuousClock.Instant) -> [PoolMachine
    .Action]
  {
    connections[connection.id] = (connection, brake)
    connects += 1
    lastConnectFailure = nil
    return machine.opened(connection.id, now: now)
  }

  mutating func connectFailed(_ seat: PoolMachine.Seat, _ error: PostgresError, chance: Double) -> [PoolMachine.Action]
  {
    connectFailures += 1
    lastConnectFailure = error
    return machine.openFailed(seat, refused: error.code == .loginRefused, chance: chance)
  }

  mutating func whenFinished(_ continuation: CheckedContinuation<Void, Never>) -> [PoolMachine.Action] {
    finishing.append(continuation)
    for listener in listeners.values { listener.stop() }
    return machine.shutDown()
  }

  /// Translates the machine's actions; every waiter it names is answered exactly once.
  mutating func effects(of actions: [PoolMachine.Action]) -> [Effect] {
    var effects: [Effect] = []
    for action in actions {
      switch action {
      case .grant(let waiter, let seat, let askingServer):
        guard let continuation = waiting.removeValue(forKey: waiter), let lent = connections[seat] else { continue }
        let grant = Grant(connection: lent.connection, brake: lent.brake, askingServer: askingServer)
        effects.append(.resume(continuation, .success(grant)))
      case .refuse(let waiter, let reason):
        refusals += 1
        guard let continuation = waiting.removeValue(forKey: waiter) else { continue }
        let refusal = PoolRefusal(reason: reason, size: machine.size, connectFailure: lastConnectFailure)
        effects.append(.resume(continuation, .failure(refusal)))
      case .open(let seat, let delay): effects.append(.open(seat, after: delay))
      case .close(let seat): effects.append(.close(seat, connections.removeValue(forKey: seat)?.connection))
      case .finished:
        effects += finishing.map { .finish($0) }
        finishing = []
      }
    }
    return effects
  }
}

/// Why the pool lent nothing, before it is known where the asking stands in the source.
struct PoolRefusal: Error {
  let reason: PoolMachine.Refusal
  let size: Int
  let connectFailure: PostgresError?

  func error(_ configuration: DatabaseConfiguration, at place: Place) -> PostgresError {
    switch reason {
    case .cancelled: return .cancelled(at: place)
    case .closed: return PostgresError(.poolClosed, "the pool of connections was closed", at: place)
    case .full:
      let text = "\(configuration.maxWaiters) tasks wait for one of \(size) connections to the database already"
      return PostgresError(.poolFull, text, at: place)
    case .deadline, .unreachable:
      if let connectFailure { return PostgresError(connectFailure.code, connectFailure.message, at: place) }
      let text = "none of \(size) connections to the database became free within \(configuration.leaseTimeout)"
      return PostgresError(.poolDeadline, text, at: place)
    }
  }
}
