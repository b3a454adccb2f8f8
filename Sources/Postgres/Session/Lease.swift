/// A connection for the length of a closure. Each statement is its own transaction.
package struct Lease: PostgresSession {
  let lease: SessionLease
  package var companion: (any SessionCompanion)? { lease.companion }

  package func withLease<Value: Sendable, Failure: Error>(
    isolation: isolated (any Actor)?, at place: SourcePlace,
    _ body: (SessionLease) async throws(Failure) -> Value
  ) async throws(PostgresError) -> Result<Value, Failure> {
    await result(isolation: isolation) { () async throws(Failure) in try await body(lease) }
  }

  /// The number of the server's process, as in `pg_stat_activity`.
  package func serverProcess() async -> Int { await lease.connection.serverProcess }
}
