extension PostgresSession {
  /// Runs `copy … from stdin` with the data that the closure writes, and counts the rows.
  ///
  /// The writer waits while the server cannot take more. Nothing is kept if the closure throws or its task is cancelled.
  @discardableResult
  package func copyIn(
    _ query: PostgresQuery, isolation: isolated (any Actor)? = #isolation, file: String = #fileID,
    line: Int = #line, _ body: (CopyWriter) async throws -> Void
  ) async throws -> Int {
    let source = SourcePlace(file: file, line: line)
    let place = source.with(query.sql)
    return try await withLease(isolation: isolation, at: source) { (lease) async throws(any Error) in
      let connection = lease.connection
      try await lease.cancellable { (ticket) async throws(PostgresError) in
        try await connection.beginCopy(.copyIn, query, lease.id, ticket, at: place)
      }
      do {
        try await body(CopyWriter(lease: lease, place: place))
        return try await lease.cancellable { (ticket) async throws(PostgresError) in
          try await connection.endCopyIn(lease.id, ticket, at: place)
        }
      } catch {
        await connection.abandonCopy(lease.id, keepingTransaction: false, at: place)
        throw error
      }
    }.get()
  }
}

/// Takes the data of a `copy … from stdin`.
package struct CopyWriter: Sendable {
  let lease: SessionLease
  let place: Place

  /// Writes a part of the data, of any length; rows may be cut anywhere.
  package func write(_ bytes: [UInt8]) async throws(PostgresError) {
    guard !bytes.isEmpty else { return }
    try await lease.cancellable { (ticket) async throws(PostgresError) in
      try await lease.connection.writeCopy(bytes, lease.id, ticket, at: place)
    }
  }

  package func write(_ rows: CopyRows) async throws(PostgresError) { try await write(rows.bytes) }
}
