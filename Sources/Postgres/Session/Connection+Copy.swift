internal import CLibPQ

extension Connection {
  /// Starts `copy … from stdin` or `copy … to stdout`.
  func beginCopy(_ kind: Stream, _ query: PostgresQuery, _ lease: LeaseID, _ ticket: StatementTicket, at place: Place)
    throws(PostgresError)
  {
    try ticketed(lease, ticket, at: place) { wire throws(PostgresError) in
      guard query.binds.isEmpty else { throw PostgresError(.encoding, "COPY takes no values", at: place) }
      self.streamIsInTransaction = wire.isInTransaction
      try wire.send(query.sql, at: place)
      let (status, failure) = try wire.nextStatus(self.patience, at: place)
      guard status == (kind == .copyIn ? PGRES_COPY_IN : PGRES_COPY_OUT) else {
        if failure == nil { self.isSpoiled = true } else { _ = try self.collect(wire, place) }
        throw failure ?? PostgresError(.protocolBroken, "the statement is not a COPY of this direction", at: place)
      }
      self.stream = kind
    }
  }

  /// Sends a part of the data; waits while the server cannot take more.
  func writeCopy(_ bytes: [UInt8], _ lease: LeaseID, _ ticket: StatementTicket, at place: Place) throws(PostgresError) {
    try inStream(.copyIn, lease, ticket, at: place) { wire throws(PostgresError) in
      guard !wire.putCopy(bytes) else { return }
      // The server has given up already: its reason is the one to tell.
      self.stream = nil
      _ = try self.collect(wire, place)
      throw wire.lostOrBroken(place)
    }
  }

  /// Ends the data and counts the rows.
  func endCopyIn(_ lease: LeaseID, _ ticket: StatementTicket, at place: Place) throws(PostgresError) -> Int {
    try inStream(.copyIn, lease, ticket, at: place) { wire throws(PostgresError) in
      self.stream = nil
      let wasTaken = wire.endCopy(failing: nil)
      let outcome = try self.collect(wire, place)
      guard wasTaken else { throw wire.lostOrBroken(place) }
      return outcome.affected
    }
  }

  /// The next part of the data, about as long as `size`; nil at its end.
  func readCopy(_ size: Int, _ lease: LeaseID, _ ticket: StatementTicket, at place: Place) throws(PostgresError)
    -> [UInt8]?
  {
    guard self.lease != lease || stream != nil else { return nil }
    return try inStream(.copyOut, lease, ticket, at: place) { wire throws(PostgresError) in
      var bytes: [UInt8] = []
      while bytes.count < size {
        switch try wire.getCopy(into: &bytes, waiting: bytes.isEmpty, self.patience, at: place) {
        case .some: continue
        case .noneYet: return bytes
        case .ended:
          self.stream = nil
          _ = try self.collect(wire, place)
          return bytes.isEmpty ? nil : bytes
        }
      }
      return bytes
    }
  }

  /// Leaves a COPY that was not brought to its end: the server keeps nothing of it.
  ///
  /// A COPY out is cancelled; within a transaction that is to go on it is read to its end instead.
  func abandonCopy(_ lease: LeaseID, keepingTransaction: Bool, at place: Place) {
    guard self.lease == lease, let wire, let stream else { return }
    self.stream = nil
    switch stream {
    case .copyIn: _ = wire.endCopy(failing: "the client gave up")
    case .copyOut:
      if !keepingTransaction || !streamIsInTransaction { wire.brake.cancelStatement() }
      var rest: [UInt8] = []
      while !wire.isBroken, (try? wire.getCopy(into: &rest, waiting: true, patience, at: place)) == .some {
        rest.removeAll(keepingCapacity: true)
      }
    }
    _ = try? collect(wire, place)
  }

  private func inStream<Value>(
    _ kind: Stream, _ lease: LeaseID, _ ticket: StatementTicket, at place: Place,
    _ body: (Wire) throws(PostgresError) -> Value
  ) throws(PostgresError) -> Value {
    guard self.lease == lease, stream == kind, let wire else {
      throw lastFailure ?? PostgresError(.leaseEnded, "the COPY was over before this", at: place)
    }
    return try ticketed(ticket, wire, at: place, body)
  }
}
