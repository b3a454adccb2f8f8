extension PostgresSession {
  /// Hands the rows of a big result to the closure one by one; only a batch at a time is in memory.
  ///
  /// Reads through a cursor, so each batch has the statement timeout for itself, and inside a transaction other
  /// statements can run between two rows. Only for `select` and `values`.
  package func forEach(
    _ query: PostgresQuery, batch: Int = 1000, isolation: isolated (any Actor)? = #isolation,
    file: String = #fileID, line: Int = #line, _ body: (PostgresRow) async throws -> Void
  ) async throws {
    try await forEachBatch(query, of: batch, isolation: isolation, file: file, line: line) { rows in
      for row in rows { try await body(row) }
    }
  }

  /// The same, a batch at a time.
  package func forEachBatch(
    _ query: PostgresQuery, of size: Int = 1000, isolation: isolated (any Actor)? = #isolation,
    file: String = #fileID, line: Int = #line, _ body: ([PostgresRow]) async throws -> Void
  ) async throws {
    let source = SourcePlace(file: file, line: line)
    try await withLease(isolation: isolation, at: source) { (lease) async throws(any Error) in
      let cursor = try await lease.connection.openCursor(lease.id, at: source.with("begin"))
      do {
        try await lease.run(.cursor("declare \(cursor.name) no scroll cursor for ", query), source)
        while true {
          let fetch = PostgresQuery.cursor("fetch forward \(max(1, size)) from \(cursor.name)")
          let rows = try await lease.run(fetch, source).rows.rows
          guard !rows.isEmpty else { break }
          try await body(rows)
        }
      } catch {
        await lease.connection.abandonCursor(cursor, lease.id, at: source.with("rollback"))
        throw error
      }
      try await lease.connection.closeCursor(cursor, lease.id, at: source.with("close"))
    }.get()
  }
}

/// A cursor, and whether the transaction around it was begun for it.
struct Cursor: Sendable {
  let name: String
  let ownsTransaction: Bool
}

extension Connection {
  /// Names the next cursor; begins a transaction unless there is one.
  func openCursor(_ lease: LeaseID, at place: Place) throws(PostgresError) -> Cursor {
    let wasInTransaction = try wire(for: lease, at: place).isInTransaction
    if !wasInTransaction { try control("begin", at: place, within: .seconds(30)) }
    cursors += 1
    return Cursor(name: "paradero_\(cursors)", ownsTransaction: !wasInTransaction)
  }

  func closeCursor(_ cursor: Cursor, _ lease: LeaseID, at place: Place) throws(PostgresError) {
    _ = try wire(for: lease, at: place)
    try control(cursor.ownsTransaction ? "commit" : "close \(cursor.name)", at: place, within: .seconds(30))
  }

  /// After a failure: undoes the transaction that was begun for the cursor, or closes it if the caller's goes on.
  func abandonCursor(_ cursor: Cursor, _ lease: LeaseID, at place: Place) {
    guard self.lease == lease else { return }
    if cursor.ownsTransaction {
      rollback(lease, at: place)
    } else if let wire, wire.canRunStatements {
      _ = try? control("close \(cursor.name)", at: place, within: .seconds(30))
    }
  }
}
