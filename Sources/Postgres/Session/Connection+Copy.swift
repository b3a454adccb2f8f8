internal import CLibPQ

extension Connection {
  /// Starts `copy … from stdin`.
  func beginCopyIn(_ query: PostgresQuery, _ lease: LeaseID, at place: Place) throws(PostgresError) {
    let wire = try wire(for: lease, at: place)
    guard query.binds.isEmpty else { throw PostgresError(.encoding, "COPY takes no values", at: place) }
    try wire.send(query.sql, at: place)
    let (status, failure) = try wire.nextStatus(before: answerDeadline, at: place)
    guard status == PGRES_COPY_IN else {
      _ = try collect(wire, place)
      throw failure ?? PostgresError(.protocolBroken, "the statement is not COPY … FROM STDIN", at: place)
    }
    stream = .copyIn
  }

  /// Sends a part of the data; waits while the server cannot take more.
  func writeCopy(_ bytes: [UInt8], _ lease: LeaseID, at place: Place) throws(PostgresError) {
    guard self.lease == lease, stream == .copyIn, let wire else {
      throw PostgresError(.leaseEnded, "the COPY was over before this was written", at: place)
    }
    if !wire.putCopy(bytes) { throw wire.lostOrBroken(place) }
  }

  /// Ends the data and counts the rows; with a reason the server keeps none of them.
  func endCopyIn(_ lease: LeaseID, failing reason: String?, at place: Place) throws(PostgresError) -> Int {
    guard self.lease == lease, stream == .copyIn, let wire else {
      throw PostgresError(.leaseEnded, "the COPY was over before its end", at: place)
    }
    stream = nil
    do throws(PostgresError) {
      try wire.endCopy(failing: reason, at: place)
      return try collect(wire, place).affected
    } catch {
      lastFailure = error
      throw error
    }
  }
}
