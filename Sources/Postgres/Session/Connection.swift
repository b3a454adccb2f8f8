internal import CLibPQ

/// One connection to the server, on a queue of its own. Seen only through a lease.
///
/// An actor lets others in wherever it waits; so no function here waits, and each call says by which lease it comes.
actor Connection {
  typealias ID = Int
  typealias LeaseID = Int

  /// What a statement left behind.
  struct Outcome: Sendable {
    var rows: RowBlock
    var affected = 0
    var tag = ""
  }

  nonisolated let id: ID
  private nonisolated let executor: QueueExecutor
  private let configuration: DatabaseConfiguration
  var wire: Wire?
  var lease: LeaseID?
  var cache = StatementCache()
  /// What a stream left open: until it is closed no other statement can run.
  var stream: Stream?
  var streamIsInTransaction = false
  /// Not to be used again although the socket still stands.
  var isSpoiled = false
  /// The last failure of this lease or transaction: a body may have swallowed it.
  var lastFailure: PostgresError?
  /// The transaction was asked to be read only, or the last one was.
  var isReadOnly = false

  enum Stream { case copyIn, copyOut }

  /// How many cursors this lease has named.
  var cursors = 0

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  init(id: ID, _ configuration: DatabaseConfiguration) {
    self.id = id
    self.configuration = configuration
    executor = QueueExecutor(label: "paradero.postgres.\(id)")
  }

  /// Connects, and gives what other threads may hold of it.
  func open() throws(PostgresError) -> Brake {
    let wire = try Wire.open(configuration.parameters, at: Place("", #fileID, #line))
    self.wire = wire
    return wire.brake
  }

  func close() {
    wire = nil
    lease = nil
  }

  // MARK: Leases

  /// False when the connection has died in the meantime.
  func begin(_ lease: LeaseID, askingServer: Bool) -> Bool {
    guard let wire, wire.seemsAlive() else { return false }
    self.lease = lease
    lastFailure = nil
    isReadOnly = false
    cursors = 0
    guard askingServer else { return true }
    return (try? control("select", at: Place("select", #fileID, #line), within: .seconds(3))) != nil
  }

  /// Whether a connection can be lent again after a lease.
  enum Fitness {
    case good, broken
    /// The server takes no writes any more although one that does was asked for: all connections are to be made anew.
    case demoted
  }

  func end() -> Fitness {
    lease = nil
    if configuration.wantsWritable, lastFailure?.code == .readOnlyTransaction, !isReadOnly { return .demoted }
    guard let wire, !wire.isBroken, !isSpoiled, stream == nil else { return .broken }
    switch wire.transactionStatus {
    case PQTRANS_IDLE: return .good
    case PQTRANS_INTRANS, PQTRANS_INERROR:
      let isUndone = (try? control("rollback", at: Place("rollback", #fileID, #line), within: .seconds(10))) != nil
      return isUndone ? .good : .broken
    default: return .broken
    }
  }

  struct Visited<Value: Sendable>: Sendable {
    let seat: ID
    let outcome: Result<Value, PostgresError>
    let fitness: Fitness
  }

  /// A whole lease at once; nil when the connection has died in the meantime.
  func visit<Value: Sendable>(
    _ lease: LeaseID, askingServer: Bool, _ work: (isolated Connection, LeaseID) throws(PostgresError) -> Value
  ) -> Visited<Value>? {
    guard begin(lease, askingServer: askingServer) else { return nil }
    let outcome = Result { () throws(PostgresError) in try work(self, lease) }
    return Visited(seat: id, outcome: outcome, fitness: end())
  }

  /// The wire, if this lease may use it now.
  func wire(for lease: LeaseID, at place: Place) throws(PostgresError) -> Wire {
    guard self.lease == lease else {
      throw PostgresError(.leaseEnded, "the connection was given back before this statement", at: place)
    }
    guard let wire, !wire.isBroken, !isSpoiled else {
      throw PostgresError(.connectionLost, "the connection to the database was lost", at: place)
    }
    guard stream == nil else {
      throw PostgresError(.connectionBusy, "a COPY or a stream is under way on this connection", at: place)
    }
    return wire
  }

  var serverProcess: Int { wire?.serverProcess ?? 0 }

  // MARK: Statements

  /// Runs one statement with its values and reads its whole result.
  func run(_ query: PostgresQuery, _ lease: LeaseID, _ ticket: StatementTicket, at place: Place)
    throws(PostgresError) -> Outcome
  {
    try ticketed(lease, ticket, at: place) { wire throws(PostgresError) in
      let arena = try ParameterArena(query.binds, at: place)
      try self.forgetDiscarded(wire, place)
      let key = StatementCache.Key(sql: query.sql, types: arena.types)
      do throws(PostgresError) {
        let action = query.isPreparable ? self.cache.use(key) : .runUnprepared
        return try self.run(action, key, arena, on: wire, place)
      } catch {
        guard error.planIsStale else { throw error }
        self.cache.forgetAll()
        guard wire.transactionStatus == PQTRANS_IDLE else { throw error }
        try self.forgetDiscarded(wire, place)
        return try self.run(.runUnprepared, key, arena, on: wire, place)
      }
    }
  }

  /// Runs statements of a script, several in one text.
  func script(_ script: TrustedScript, _ lease: LeaseID, _ ticket: StatementTicket, at place: Place)
    throws(PostgresError)
  {
    try ticketed(lease, ticket, at: place) { wire throws(PostgresError) in
      try wire.send(script.text, at: place)
      _ = try self.collect(wire, place)
    }
  }

  /// Transaction control: never cancelled, and waited for as long as the server is there, unless a limit is given.
  @discardableResult
  func control(_ sql: String, at place: Place, within limit: Duration? = nil) throws(PostgresError) -> String {
    guard let wire else {
      throw PostgresError(.connectionLost, "the connection to the database was lost", at: place)
    }
    try wire.send(sql, at: place)
    return try collect(wire, place, limit.map { .atMost($0) } ?? patience).tag
  }

  /// What every cancellable statement has around it: the ticket's begin and end, and the memory of a failure.
  func ticketed<Result>(
    _ lease: LeaseID, _ ticket: StatementTicket, at place: Place,
    _ body: (Wire) throws(PostgresError) -> Result
  ) throws(PostgresError) -> Result {
    try ticketed(ticket, wire(for: lease, at: place), at: place, body)
  }

  func ticketed<Result>(
    _ ticket: StatementTicket, _ wire: Wire, at place: Place, _ body: (Wire) throws(PostgresError) -> Result
  ) throws(PostgresError) -> Result {
    guard ticket.begin() else { throw .cancelled(at: place) }
    do throws(PostgresError) {
      let result = try body(wire)
      if !ticket.end().isSettled { isSpoiled = true }
      return result
    } catch {
      let (wasFired, isSettled) = ticket.end()
      isSpoiled = isSpoiled || !isSettled
      lastFailure = error
      throw wasFired && (error.code == .statementStopped || error.code == .connectionLost)
        ? .cancelled(at: place) : error
    }
  }

  private func run(
    _ action: StatementCache.Action, _ key: StatementCache.Key, _ arena: ParameterArena, on wire: Wire,
    _ place: Place
  ) throws(PostgresError) -> Outcome {
    switch action {
    case .runUnprepared: try wire.send(key.sql, arena, at: place)
    case .runPrepared(let name): try wire.sendPrepared(name, arena, at: place)
    case .prepare(let name):
      try wire.sendPrepare(name, key.sql, arena, at: place)
      _ = try collect(wire, place)
      cache.prepared(key, as: name)
      try wire.sendPrepared(name, arena, at: place)
    }
    return try collect(wire, place)
  }

  private func forgetDiscarded(_ wire: Wire, _ place: Place) throws(PostgresError) {
    guard wire.transactionStatus == PQTRANS_IDLE || wire.transactionStatus == PQTRANS_INTRANS else { return }
    for name in cache.takeDiscarded() {
      try wire.send("deallocate \(name)", at: place)
      _ = try? collect(wire, place)
    }
  }

  /// Asks after a silent server when it should have stopped the statement by itself; it may have been given longer
  /// by `set local`, or have stopped where it was.
  var patience: Wire.Patience {
    let limit = configuration.timeouts.statement
    return .asking(every: (limit > .zero ? limit : .seconds(60)) + .seconds(10))
  }

  func collect(_ wire: Wire, _ place: Place) throws(PostgresError) -> Outcome {
    try collect(wire, place, patience)
  }

  /// Reads results until there are no more; the first failure is thrown after the last was read.
  func collect(_ wire: Wire, _ place: Place, _ patience: Wire.Patience) throws(PostgresError) -> Outcome {
    var rows = RowBlock.Builder()
    var outcome = Outcome(rows: RowBlock(sql: place.sql, columns: [], count: 0, slots: [], bytes: []))
    var failure: PostgresError?
    while let result = try wire.next(patience, at: place) {
      switch result.status {
      case PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE:
        rows = RowBlock.Builder()
        rows.columns = result.columns()
        result.append(to: &rows)
        outcome.affected = result.affected
        outcome.tag = result.tag
      case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
        outcome.affected = result.affected
        outcome.tag = result.tag
      case PGRES_PIPELINE_ABORTED: break
      case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
        isSpoiled = true
        throw PostgresError(.protocolBroken, "COPY is only for copyIn and copyOut", at: place)
      default:
        failure = failure ?? result.report.error(at: place)
        if wire.isBroken { throw wire.lostOrBroken(place) }
      }
    }
    if wire.isBroken { throw wire.lostOrBroken(place) }
    if let failure { throw failure }
    outcome.rows = rows.block(sql: place.sql)
    return outcome
  }
}

extension PostgresError {
  static func cancelled(at place: Place) -> PostgresError {
    PostgresError(.cancelled, "the task that asked was cancelled", at: place)
  }
}
