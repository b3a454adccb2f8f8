extension Database {
  /// Runs the closure in a transaction and commits it; a thrown error undoes everything.
  ///
  /// When the database gives up in favor of others (SQLSTATE 40001, 40P01) the closure runs again from its beginning,
  /// at most `retries` times: it must have no effect outside of the database. `actor` is who does this, for the
  /// database's own record (`paradero.actor`).
  package func transaction<Value: Sendable>(
    isolation level: Isolation = .readCommitted, readOnly: Bool = false, retries: Int = 5, actor: String? = nil,
    on isolation: isolated (any Actor)? = #isolation, file: String = #fileID, line: Int = #line,
    _ body: (Transaction) async throws -> Value
  ) async throws -> Value {
    let place = SourcePlace(file: file, line: line)
    var plan = RetryPlan(retries: retries)
    while true {
      let attempt = try await withLease(isolation: isolation, at: place) { (lease) async throws(any Error) in
        try await lease.attempt(level, readOnly, actor, on: isolation, body)
      }
      switch attempt {
      case .success(let value): return value
      case .failure(let error as PostgresError):
        guard let delay = plan.next(after: error, chance: .random(in: 0...1)) else { throw error }
        try await Task.sleep(for: delay)
      case .failure(let error): throw error
      }
    }
  }
}

extension Lease {
  /// One transaction on this connection, without another attempt.
  package func transaction<Value: Sendable>(
    isolation level: Isolation = .readCommitted, readOnly: Bool = false, actor: String? = nil,
    on isolation: isolated (any Actor)? = #isolation, file: String = #fileID, line: Int = #line,
    _ body: (Transaction) async throws -> Value
  ) async throws -> Value {
    let place = SourcePlace(file: file, line: line)
    let lease = SessionLease(connection: lease.connection, brake: lease.brake, id: lease.id, place: place)
    return try await lease.attempt(level, readOnly, actor, on: isolation, body)
  }
}

extension SessionLease {
  fileprivate func attempt<Value: Sendable>(
    _ level: Isolation, _ readOnly: Bool, _ actor: String?, on isolation: isolated (any Actor)?,
    _ body: (Transaction) async throws -> Value
  ) async throws -> Value {
    try await connection.begin(id, isolation: level, readOnly: readOnly, actor: actor, at: place.with("begin"))
    let value: Value
    do {
      value = try await body(Transaction(lease: self))
      // Until here it can be given up; once COMMIT is sent it is seen through.
      if Task.isCancelled { throw PostgresError.cancelled(at: place.with("commit")) }
    } catch {
      let cause = await connection.lastFailure
      await connection.rollback(id, at: place.with("rollback"))
      // A body may wrap the database's error in its own: what can be retried must still be seen.
      if let cause, cause.isRetryable, !Task.isCancelled { throw cause }
      throw error
    }
    try await connection.commit(id, at: place.with("commit"))
    return value
  }
}
