/// How a transaction sees what others do meanwhile.
package enum Isolation: String, Sendable {
  case readCommitted = "read committed"
  case repeatableRead = "repeatable read"
  case serializable
}

/// A connection within a transaction, for the length of a closure.
package struct Transaction: PostgresSession {
  let lease: SessionLease
  package var companion: (any SessionCompanion)? { lease.companion }

  package func withLease<Value: Sendable, Failure: Error>(
    isolation: isolated (any Actor)?, at place: SourcePlace,
    _ body: (SessionLease) async throws(Failure) -> Value
  ) async throws(PostgresError) -> Result<Value, Failure> {
    await result(isolation: isolation) { () async throws(Failure) in try await body(lease) }
  }
}
