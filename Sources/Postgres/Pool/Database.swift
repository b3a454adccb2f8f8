internal import Dispatch
internal import Locking

/// The pool of connections to one database: leases them out for the length of a closure.
///
/// As a session it takes a lease for each statement: inside of a transaction use the transaction instead, for a task
/// that holds one lease and waits for another can wait for itself. Call `close` before the last reference goes.
package final class Database: PostgresSession {
  package let configuration: DatabaseConfiguration
  package var companion: (any SessionCompanion)? { configuration.companion }
  private let state: Locked<PoolState>
  private static let clock = DispatchQueue(label: "paradero.postgres.deadlines")
  /// Where connections are opened and closed: work of the pool that must go on while tasks keep every thread busy.
  private static let tasks = QueueTasks(label: "paradero.postgres.pool")

  package init(_ configuration: DatabaseConfiguration) {
    self.configuration = configuration
    state = Locked(PoolState(configuration))
  }

  /// Numbers for metrics; the last four only grow.
  package struct Statistics: Hashable, Sendable {
    package let size, open, idle, lent, waiting: Int
    package let leases, refusals, connects, connectFailures: Int
  }

  package var statistics: Statistics { state.withLock { $0.statistics } }

  /// Refuses new work, waits until what is under way has ended, and closes all connections.
  package func close() async {
    await withCheckedContinuation { done in perform { $0.whenFinished(done) } }
  }

  /// A connection for the length of the closure; each statement is its own transaction.
  @discardableResult
  package func withConnection<Value: Sendable>(
    isolation: isolated (any Actor)? = #isolation, file: String = #fileID, line: Int = #line,
    _ body: (Lease) async throws -> Value
  ) async throws -> Value {
    let place = SourcePlace(file: file, line: line)
    return try await withLease(isolation: isolation, at: place) { (lease) async throws(any Error) in
      try await body(Lease(lease: lease))
    }.get()
  }

  package func withLease<Value: Sendable, Failure: Error>(
    isolation: isolated (any Actor)?, at place: SourcePlace,
    _ body: (SessionLease) async throws(Failure) -> Value
  ) async throws(PostgresError) -> Result<Value, Failure> {
    let lease = try await take(at: place)
    let outcome = await result(isolation: isolation) { () async throws(Failure) in try await body(lease) }
    await giveBack(lease)
    return outcome
  }

  package func run(
    _ query: PostgresQuery, isolation: isolated (any Actor)?, at place: SourcePlace
  ) async throws(PostgresError) -> SessionOutcome {
    let ticket = StatementTicket()
    let outcome = try await visit(ticket, at: place) { (connection, lease) throws(PostgresError) in
      try connection.run(query, lease, ticket, at: place.with(query.sql))
    }
    return SessionOutcome(outcome: outcome)
  }

  /// A lease that ends before the connection's thread is left: going there and back takes as long as a small statement,
  /// and taking, asking and giving back apart would go three times.
  func visit<Value: Sendable>(
    _ ticket: StatementTicket, at place: SourcePlace,
    _ work: @escaping @Sendable (isolated Connection, Connection.LeaseID) throws(PostgresError) -> Value
  ) async throws(PostgresError) -> Value {
    let visited = try await lend(at: place) { grant, id in
      let brake = grant.brake
      return await withTaskCancellationHandler {
        await grant.connection.visit(id, askingServer: grant.askingServer, work)
      } onCancel: {
        ticket.cancel(brake)
      }
    }
    returned(visited.seat, visited.fitness)
    return try visited.outcome.get()
  }

  func add(_ listener: Listener) -> Int? { state.withLock { $0.add(listener) } }
  func remove(listener key: Int) { state.withLock { $0.remove(listener: key) } }

  // MARK: Taking and giving back

  private func take(at place: SourcePlace) async throws(PostgresError) -> SessionLease {
    try await lend(at: place) { grant, id in
      guard await grant.connection.begin(id, askingServer: grant.askingServer) else { return nil }
      return SessionLease(
        connection: grant.connection, brake: grant.brake, id: id, place: place, companion: self.companion)
    }
  }

  /// Lends a connection to the closure; another one where that says, by nil, that the connection has died.
  private func lend<Value: Sendable>(
    at place: SourcePlace, _ body: (PoolState.Grant, Connection.LeaseID) async -> Value?
  ) async throws(PostgresError) -> Value {
    let waiter = state.withLock { $0.newWaiter() }
    let deadline = ContinuousClock.now + configuration.leaseTimeout
    var asking: @Sendable (inout PoolState) -> [PoolMachine.Action] = { $0.machine.ask(waiter, now: .now) }
    while true {
      let grant: PoolState.Grant
      switch await wait(as: waiter, until: deadline, asking) {
      case .success(let granted): grant = granted
      case .failure(let refusal): throw refusal.error(configuration, at: place.with(""))
      }
      if let value = await body(grant, state.withLock({ $0.newLease() })) { return value }
      let seat = grant.connection.id
      asking = { $0.machine.grantFailed(seat, waiter) }
    }
  }

  private func wait(
    as waiter: PoolMachine.Waiter, until deadline: ContinuousClock.Instant,
    _ asking: @Sendable (inout PoolState) -> [PoolMachine.Action]
  ) async -> PoolState.Answer {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        perform { state in
          state.register(waiter, continuation)
          return asking(&state)
        }
        guard state.withLock({ $0.isWaiting(waiter) }) else { return }
        // A cancellation that came before the waiter was registered found nobody.
        if Task.isCancelled { return perform { $0.machine.leave(waiter, .cancelled) } }
        let left = ContinuousClock.now.duration(to: deadline)
        Self.clock.asyncAfter(deadline: .now() + .nanoseconds(Int(max(left, .zero) / .nanoseconds(1)))) {
          [weak self] in self?.perform { $0.machine.leave(waiter, .deadline) }
        }
      }
    } onCancel: {
      perform { $0.machine.leave(waiter, .cancelled) }
    }
  }

  private func giveBack(_ lease: SessionLease) async {
    returned(lease.connection.id, await lease.connection.end())
  }

  private func returned(_ seat: PoolMachine.Seat, _ fitness: Connection.Fitness) {
    perform { state in
      let now = ContinuousClock.now
      let before = fitness == .demoted ? state.machine.distrustAll() : []
      return before + state.machine.returned(seat, reusable: fitness == .good, now: now)
        + state.machine.retire(idleSince: now - .seconds(600))
    }
  }

  // MARK: Doing what the machine says

  private func perform(_ change: (inout PoolState) -> [PoolMachine.Action]) {
    let effects = state.withLock { state in
      let actions = change(&state)
      return state.effects(of: actions)
    }
    for effect in effects {
      switch effect {
      case .resume(let continuation, let answer): continuation.resume(returning: answer)
      case .open(let seat, let delay):
        Task(executorPreference: Self.tasks) { await self.open(seat, after: delay) }
      case .close(let seat, let connection):
        Task(executorPreference: Self.tasks) {
          await connection?.close()
          self.perform { $0.machine.closed(seat) }
        }
      case .finish(let continuation): continuation.resume()
      }
    }
  }

  private func open(_ seat: PoolMachine.Seat, after delay: Duration) async {
    if delay > .zero { try? await Task.sleep(for: delay) }
    let connection = Connection(id: seat, configuration)
    do throws(PostgresError) {
      let brake = try await connection.open()
      perform { $0.connected(connection, brake, now: .now) }
    } catch {
      perform { $0.connectFailed(seat, error, chance: .random(in: 0...1)) }
    }
  }
}
