extension PostgresSession {
  /// Runs `copy … to stdout` and lends its data to the closure, in parts that end with a row.
  ///
  /// The server is only read as fast as the closure takes the parts. A closure that stops early stops the COPY.
  package func copyOut<Value: Sendable>(
    _ query: PostgresQuery, isolation: isolated (any Actor)? = #isolation, file: String = #fileID,
    line: Int = #line, _ body: (CopyReader) async throws -> Value
  ) async throws -> Value {
    let source = SourcePlace(file: file, line: line)
    let place = source.with(query.sql)
    return try await withLease(isolation: isolation, at: source) { (lease) async throws(any Error) in
      try await lease.cancellable { (ticket) async throws(PostgresError) in
        try await lease.connection.beginCopy(.copyOut, query, lease.id, ticket, at: place)
      }
      let outcome = await result { () async throws(any Error) in
        try await body(CopyReader(lease: lease, place: place))
      }
      let succeeded = if case .success = outcome { true } else { false }
      await lease.connection.abandonCopy(lease.id, keepingTransaction: succeeded, at: place)
      return try outcome.get()
    }.get()
  }
}

/// The data of a `copy … to stdout`, in parts of about 64 KiB that end with a row.
package struct CopyReader: AsyncSequence, Sendable {
  package typealias Element = [UInt8]
  package typealias Failure = PostgresError

  let lease: SessionLease
  let place: Place

  package func makeAsyncIterator() -> Iterator { Iterator(reader: self) }

  package struct Iterator: AsyncIteratorProtocol {
    let reader: CopyReader

    package mutating func next() async throws(PostgresError) -> [UInt8]? {
      let lease = reader.lease
      let place = reader.place
      return try await lease.cancellable { (ticket) async throws(PostgresError) in
        try await lease.connection.readCopy(65_536, lease.id, ticket, at: place)
      }
    }

    package mutating func next(isolation actor: isolated (any Actor)?) async throws(PostgresError) -> [UInt8]? {
      try await next()
    }
  }
}
