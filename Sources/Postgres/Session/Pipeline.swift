internal import CLibPQ

extension PostgresSession {
  /// Sends all statements at once and reads all answers: one journey for many statements.
  ///
  /// Outside of a transaction they are one: when one fails nothing of the others is kept. The answers are given back
  /// only after the server has confirmed the whole.
  package func pipeline(
    _ queries: [PostgresQuery], isolation: isolated (any Actor)? = #isolation, file: String = #fileID,
    line: Int = #line
  ) async throws(PostgresError) -> [[PostgresRow]] {
    let source = SourcePlace(file: file, line: line)
    return try await withLease(isolation: isolation, at: source) { (lease) async throws(PostgresError) in
      try await lease.cancellable { (ticket) async throws(PostgresError) in
        try await lease.connection.pipeline(queries, lease.id, ticket, source)
      }
    }.get()
  }
}

extension Connection {
  func pipeline(
    _ queries: [PostgresQuery], _ lease: LeaseID, _ ticket: StatementTicket, _ source: SourcePlace
  ) throws(PostgresError) -> [[PostgresRow]] {
    guard !queries.isEmpty else { return [] }
    let whole = source.with("pipeline")
    return try ticketed(lease, ticket, at: whole) { wire throws(PostgresError) in
      let arenas = try queries.map { query throws(PostgresError) in
        try ParameterArena(query.binds, at: source.with(query.sql))
      }
      guard wire.enterPipeline() else { throw wire.lostOrBroken(whole) }
      do throws(PostgresError) {
        for (query, arena) in zip(queries, arenas) { try wire.send(query.sql, arena, at: source.with(query.sql)) }
        guard wire.syncPipeline() else { throw wire.lostOrBroken(whole) }
        let blocks = try self.collectPipeline(queries.map { source.with($0.sql) }, wire)
        guard wire.exitPipeline() else { throw wire.lostOrBroken(whole) }
        return blocks.map(\.rows)
      } catch {
        // After an answer to the sync the connection is in order again, else it is dropped.
        if !wire.exitPipeline() { self.isSpoiled = true }
        throw error
      }
    }
  }

  /// Each statement gives a result and an end (nil); a last result confirms the whole. No more than that is read, for
  /// a server that goes away may answer in any way.
  private func collectPipeline(_ places: [Place], _ wire: Wire) throws(PostgresError) -> [RowBlock] {
    var blocks: [RowBlock] = []
    var failure: PostgresError?
    for place in places {
      do throws(PostgresError) {
        blocks.append(try collect(wire, place).rows)
      } catch {
        if wire.isBroken { throw error }
        failure = failure ?? error
      }
    }
    let last = places.last ?? Place("", #fileID, #line)
    let (status, syncFailure) = try wire.nextStatus(patience, at: last)
    if let failure = failure ?? syncFailure { throw failure }
    guard status == PGRES_PIPELINE_SYNC else { throw wire.lostOrBroken(last) }
    return blocks
  }
}
