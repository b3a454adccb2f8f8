extension PostgresSession {
  /// Runs `copy … from stdin` with the data that the closure writes, and counts the rows.
  ///
  /// The writer waits while the server cannot take more. If the closure throws, or the task is cancelled, nothing of it is kept.
  package func copyIn(
    _ query: PostgresQuery, isolation: isolated (any Actor)? = #isolation, file: String = #fileID,
    line: Int = #line, _ body: (CopyWriter) async throws -> Void
  ) async throws -> Int {
    let source = SourcePlace(file: file, line: line)
    let place = source.with(query.sql)
    return try await withLease(isolation: isolation, at: source) { (lease) async throws(any Error) in
      try await lease.connection.beginCopyIn(query, lease.id, at: place)
      do {
        try await body(CopyWriter(lease: lease, place: place))
        if Task.isCancelled { throw PostgresError.cancelled(at: place) }
      } catch {
        // The server answers with a failure of its own when it was the cause, and with ours otherwise.
        do throws(PostgresError) {
          _ = try await lease.connection.endCopyIn(lease.id, failing: "stopped by the client", at: place)
        } catch let failure {
          let writerFailed = (error as? PostgresError)?.code == .connectionLost
          if writerFailed, failure.code != .statementStopped { throw failure }
        }
        throw error
      }
      return try await lease.connection.endCopyIn(lease.id, failing: nil, at: place)
    }.get()
  }
}

/// Takes the data of a `copy … from stdin`.
package struct CopyWriter: Sendable {
  let lease: SessionLease
  let place: Place

  /// Writes a part of the data, of any length; rows may be cut anywhere.
  package func write(_ bytes: [UInt8]) async throws(PostgresError) {
    guard !Task.isCancelled else { throw .cancelled(at: place) }
    guard !bytes.isEmpty else { return }
    try await lease.connection.writeCopy(bytes, lease.id, at: place)
  }

  package func write(_ rows: CopyRows) async throws(PostgresError) { try await write(rows.bytes) }
}

/// Rows in COPY's text format: values between tabs, rows between line ends, everything else escaped.
package struct CopyRows: Sendable {
  package private(set) var bytes: [UInt8] = []
  package private(set) var count = 0

  package init() {}

  /// A row of values, in the order of the columns.
  package mutating func append<each Value: PostgresEncodable>(
    _ values: repeat each Value
  ) throws(PostgresCodingFault) {
    let start = bytes.count
    func add(_ value: some PostgresEncodable) throws(PostgresCodingFault) {
      if bytes.count > start { bytes.append(UInt8(ascii: "\t")) }
      try appendField(value.postgresValue())
    }
    do throws(PostgresCodingFault) {
      repeat try add(each values)
    } catch {
      bytes.removeLast(bytes.count - start)
      throw error
    }
    bytes.append(UInt8(ascii: "\n"))
    count += 1
  }

  /// One value: `\N` for NULL, and a backslash before what would end the value or the row.
  private mutating func appendField(_ value: PostgresValue) {
    switch value {
    case .null: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
    case .bytes(let value): appendEscaped(Hexadecimal.bytea(value))
    case .text(let text): appendEscaped(text)
    }
  }

  private mutating func appendEscaped(_ text: [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\\"): bytes += [byte, byte]
      case UInt8(ascii: "\t"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: "\r"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      default: bytes.append(byte)
      }
    }
  }

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    count = 0
  }
}
