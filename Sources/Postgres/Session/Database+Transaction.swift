extension Database {
  /// Runs the closure in a transaction and commits it; a thrown error undoes everything.
  ///
  /// When the database gives up in favor of others (SQLSTATE 40001, 40P01), or the connection is lost before COMMIT,
  /// the closure runs again from its beginning, at most `retries` times: it must have no effect outside of the
  /// database. An error whose `outcomeIsUnknown` is never followed by another attempt. `actor` is who does this, for
  /// the database's own record (`paradero.actor`).
  @discardableResult
  package func transaction<Value: Sendable>(
    isolation level: Isolation = .readCommitted, readOnly: Bool = false, retries: Int = 5, actor: String? = nil,
    on isolation: isolated (any Actor)? = #isolation, file: String = #fileID, line: Int = #line,
    _ body: (Transaction) async throws -> Value
  ) async throws -> Value {
    let place = SourcePlace(file: file, line: line)
    var plan = RetryPlan(retries: retries, retriesReadOnly: configuration.wantsWritable && !readOnly)
    while true {
      let attempt = try await withLease(isolation: isolation, at: place) { (lease) async throws(any Error) in
        try await lease.attempt(level, readOnly, actor, on: isolation, body)
      }
      switch attempt {
      case .success(let value): return value
      case .failure(let failure as TransactionFailure):
        guard let delay = plan.next(after: failure.cause, chance: .random(in: 0...1)) else { throw failure.thrown }
        try? await Task.sleep(for: delay)
        if Task.isCancelled { throw PostgresError.cancelled(at: place.with("begin")) }
      case .failure(let error): throw error
      }
    }
  }
}

extension Database {
  /// Runs one statement that is a whole transaction, and gives its rows once they are committed: in one journey to the
  /// server.
  ///
  /// Tried again as `transaction` is, but for a connection that is lost while the statement runs: the server commits at
  /// its end, so the outcome is unknown. A task that is cancelled while a standby is waited for learns that it has not
  /// confirmed.
  @discardableResult
  package func transact(
    _ query: PostgresQuery, retries: Int = 5, file: String = #fileID, line: Int = #line
  ) async throws(PostgresError) -> [PostgresRow] {
    let source = SourcePlace(file: file, line: line)
    let place = source.with(query.sql)
    var plan = RetryPlan(retries: retries, retriesReadOnly: configuration.wantsWritable)
    while true {
      let ticket = StatementTicket()
      do throws(PostgresError) {
        return try await visit(ticket, at: source) { (connection, lease) throws(PostgresError) in
          try connection.transact(query, lease, ticket, at: place)
        }.rows.rows
      } catch {
        guard !error.outcomeIsUnknown, let delay = plan.next(after: error, chance: .random(in: 0...1)) else {
          throw error
        }
        try? await Task.sleep(for: delay)
        if Task.isCancelled { throw PostgresError.cancelled(at: place) }
      }
    }
  }
}

extension Lease {
  /// One transaction on this connection, without another attempt.
  @discardableResult
  package func transaction<Value: Sendable>(
    isolation level: Isolation = .readCommitted, readOnly: Bool = false, actor: String? = nil,
    on isolation: isolated (any Actor)? = #isolation, file: String = #fileID, line: Int = #line,
    _ body: (Transaction) async throws -> Value
  ) async throws -> Value {
    let place = SourcePlace(file: file, line: line)
    let lease = SessionLease(
      connection: lease.connection, brake: lease.brake, id: lease.id, place: place, companion: companion)
    do {
      return try await lease.attempt(level, readOnly, actor, on: isolation, body)
    } catch let failure as TransactionFailure {
      throw failure.thrown
    }
  }
}

extension Transaction {
  /// A part that can fail by itself: a thrown error undoes the part only, and the transaction can go on.
  @discardableResult
  package func savepoint<Value: Sendable>(
    on isolation: isolated (any Actor)? = #isolation, file: String = #fileID, line: Int = #line,
    _ body: (Transaction) async throws -> Value
  ) async throws -> Value {
    let place = SourcePlace(file: file, line: line).with("savepoint")
    try await lease.connection.savepoint("savepoint part", lease.id, at: place)
    let outcome = await result { () async throws(any Error) in try await body(self) }
    if case .failure = outcome {
      try await lease.connection.savepoint("rollback to savepoint part", lease.id, at: place)
    }
    try await lease.connection.savepoint("release savepoint part", lease.id, at: place)
    return try outcome.get()
  }
}

/// What a failed transaction threw, and the database's failure behind it, which the closure may have wrapped.
private struct TransactionFailure: Error {
  let thrown: any Error
  let cause: PostgresError
}

extension SessionLease {
  fileprivate func attempt<Value: Sendable>(
    _ level: Isolation, _ readOnly: Bool, _ actor: String?, on isolation: isolated (any Actor)?,
    _ body: (Transaction) async throws -> Value
  ) async throws -> Value {
    do {
      try await connection.begin(id, isolation: level, readOnly: readOnly, actor: actor, at: place.with("begin"))
      let value = try await body(Transaction(lease: self))
      // Until here it can be given up; once COMMIT is sent it is seen through.
      if Task.isCancelled { throw PostgresError.cancelled(at: place.with("commit")) }
      try await connection.commit(id, at: place.with("commit"))
      return value
    } catch {
      let failure = await connection.lastFailure
      await connection.rollback(id, at: place.with("rollback"))
      let own = error as? PostgresError
      guard let cause = own?.code == .rolledBack ? failure : own ?? failure, own?.outcomeIsUnknown != true else {
        throw error
      }
      throw TransactionFailure(thrown: error, cause: cause)
    }
  }
}
