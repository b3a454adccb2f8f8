internal import CLibPQ

extension Connection {
  func begin(
    _ lease: LeaseID, isolation: Isolation, readOnly: Bool, actor: String?, at place: Place
  ) throws(PostgresError) {
    let wire = try wire(for: lease, at: place)
    guard wire.transactionStatus == PQTRANS_IDLE else {
      throw PostgresError(.connectionBusy, "a transaction is open on this connection already", at: place)
    }
    lastFailure = nil
    isReadOnly = readOnly
    try control(
      "begin isolation level \(isolation.rawValue) read \(readOnly ? "only" : "write")", at: place, within: .seconds(30)
    )
    guard let actor else { return }
    let query: PostgresQuery = "select set_config('paradero.actor', \(actor)::text, true)"
    _ = try run(query, lease, StatementTicket(), at: Place(query.sql, place.file, place.line))
  }

  /// Ends the transaction for good. Never cancelled: a COMMIT that was sent is waited for, however long it takes.
  func commit(_ lease: LeaseID, at place: Place) throws(PostgresError) {
    let wire = try wire(for: lease, at: place)
    _ = wire.notices.takeUnreplicatedCommit()
    let tag: String
    do throws(PostgresError) {
      tag = try control("commit", at: place)
    } catch {
      guard error.code == .connectionLost || wire.isBroken else { throw error }
      throw PostgresError(
        .outcomeUnknown, "the connection was lost during COMMIT: nobody knows whether it took effect", at: place)
    }
    guard tag == "COMMIT" else {
      throw PostgresError(
        .rolledBack, "COMMIT was answered by \(tag): a statement had failed before, nothing was kept", at: place)
    }
    try refuseUnreplicated(wire, at: place)
  }

  /// One statement outside of a transaction: the server commits before it says that the statement is done.
  func transact(
    _ query: PostgresQuery, _ lease: LeaseID, _ ticket: StatementTicket, at place: Place
  ) throws(PostgresError) -> Outcome {
    let wire = try wire(for: lease, at: place)
    _ = wire.notices.takeUnreplicatedCommit()
    let outcome: Outcome
    do throws(PostgresError) {
      outcome = try run(query, lease, ticket, at: place)
    } catch {
      // Where the server did not say that it is done, whatever the failure is called.
      guard error.code == .connectionLost || wire.isBroken || wire.transactionStatus != PQTRANS_IDLE else {
        throw error
      }
      throw PostgresError(
        .outcomeUnknown, "the connection was lost while the statement ran: nobody knows whether it took effect",
        at: place)
    }
    try refuseUnreplicated(wire, at: place)
    return outcome
  }

  private func refuseUnreplicated(_ wire: Wire, at place: Place) throws(PostgresError) {
    guard wire.notices.takeUnreplicatedCommit() else { return }
    throw PostgresError(
      .notReplicated, "committed on this server only: the standby that was to confirm it has not", at: place)
  }

  /// `savepoint`, and what ends one.
  func savepoint(_ sql: String, _ lease: LeaseID, at place: Place) throws(PostgresError) {
    _ = try wire(for: lease, at: place)
    try control(sql, at: place, within: .seconds(30))
  }

  /// Undoes the transaction; what cannot be undone in time is dropped with its connection.
  func rollback(_ lease: LeaseID, at place: Place) {
    guard self.lease == lease, let wire, wire.isInTransaction, stream == nil else { return }
    if (try? control("rollback", at: place, within: .seconds(10))) == nil { isSpoiled = true }
  }
}
