/// What goes along with the sessions of a pool, for the stores that work with them; nothing here knows what it is.
package protocol SessionCompanion: Sendable {}

/// Where statements can be run: a leased connection, a transaction, or the pool itself (a lease for each statement).
package protocol PostgresSession: Sendable {
  /// What the pool's configuration gave its sessions to go along.
  var companion: (any SessionCompanion)? { get }

  /// Lends what the functions below work on. Not to be called by others.
  func withLease<Value: Sendable, Failure: Error>(
    isolation: isolated (any Actor)?, at place: SourcePlace,
    _ body: (SessionLease) async throws(Failure) -> Value
  ) async throws(PostgresError) -> Result<Value, Failure>

  /// Runs one statement for the functions below. Not to be called by others.
  func run(
    _ query: PostgresQuery, isolation: isolated (any Actor)?, at place: SourcePlace
  ) async throws(PostgresError) -> SessionOutcome
}

/// What a statement left behind, for the functions that give it out.
package struct SessionOutcome: Sendable {
  let outcome: Connection.Outcome
}

/// Where in the source a statement was asked for.
package struct SourcePlace: Sendable {
  let file: String
  let line: Int

  func with(_ sql: String) -> Place { Place(sql, file, line) }
}

/// A connection and the right to use it until the lease ends.
package struct SessionLease: Sendable {
  let connection: Connection
  let brake: Brake
  let id: Connection.LeaseID
  let place: SourcePlace
  let companion: (any SessionCompanion)?

  /// Runs a statement that is cancelled when this task is.
  func cancellable<Value: Sendable>(
    _ operation: (StatementTicket) async throws(PostgresError) -> Value
  ) async throws(PostgresError) -> Value {
    let ticket = StatementTicket()
    let brake = brake
    return try await withTaskCancellationHandler {
      await result { () async throws(PostgresError) in try await operation(ticket) }
    } onCancel: {
      ticket.cancel(brake)
    }.get()
  }

  @discardableResult
  func run(_ query: PostgresQuery, _ place: SourcePlace) async throws(PostgresError) -> Connection.Outcome {
    try await cancellable { (ticket) async throws(PostgresError) in
      try await connection.run(query, id, ticket, at: place.with(query.sql))
    }
  }
}

/// Typed errors as a value, where a function can only rethrow untyped ones.
func result<Value, Failure: Error>(
  isolation: isolated (any Actor)? = #isolation,
  _ body: () async throws(Failure) -> Value
) async -> Result<Value, Failure> {
  do {
    return .success(try await body())
  } catch {
    return .failure(error)
  }
}

extension PostgresSession {
  /// All rows of the result.
  package func rows(
    _ query: PostgresQuery, isolation: isolated (any Actor)? = #isolation, file: String = #fileID, line: Int = #line
  ) async throws(PostgresError) -> [PostgresRow] {
    try await run(query, isolation: isolation, at: SourcePlace(file: file, line: line)).outcome.rows.rows
  }

  /// The first row, nil when there is none.
  package func first(
    _ query: PostgresQuery, isolation: isolated (any Actor)? = #isolation, file: String = #fileID, line: Int = #line
  ) async throws(PostgresError) -> PostgresRow? {
    try await run(query, isolation: isolation, at: SourcePlace(file: file, line: line)).outcome.rows.rows.first
  }

  /// Runs the statement and counts the rows that it inserted, updated or deleted.
  @discardableResult
  package func execute(
    _ query: PostgresQuery, isolation: isolated (any Actor)? = #isolation, file: String = #fileID, line: Int = #line
  ) async throws(PostgresError) -> Int {
    try await run(query, isolation: isolation, at: SourcePlace(file: file, line: line)).outcome.affected
  }

  /// Runs several statements of the program's own SQL; for migrations and set-up only.
  package func runScript(
    _ script: TrustedScript, isolation: isolated (any Actor)? = #isolation, file: String = #fileID,
    line: Int = #line
  ) async throws(PostgresError) {
    let source = SourcePlace(file: file, line: line)
    let place = Place(script.text, file, line, script: script.name)
    try await withLease(isolation: isolation, at: source) { (lease) async throws(PostgresError) in
      try await lease.cancellable { (ticket) async throws(PostgresError) in
        try await lease.connection.script(script, lease.id, ticket, at: place)
      }
    }.get()
  }

  package func run(
    _ query: PostgresQuery, isolation: isolated (any Actor)?, at place: SourcePlace
  ) async throws(PostgresError) -> SessionOutcome {
    try await withLease(isolation: isolation, at: place) { (lease) async throws(PostgresError) in
      SessionOutcome(outcome: try await lease.run(query, place))
    }.get()
  }
}
