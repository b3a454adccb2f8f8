extension PostgresError {
  /// A SQLSTATE of the server, or a code of this client (`PD…`).
  package struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package var description: String { rawValue }

    /// The first two characters: what kind of trouble.
    package var errorClass: Substring { rawValue.prefix(2) }
  }
}

extension PostgresError.Code {
  // Of the server, and its standard codes for trouble with a connection
  package static let cannotConnect = Self(rawValue: "08001")
  /// A server answers, but not to this role, password or database.
  package static let loginRefused = Self(rawValue: "28000")
  package static let connectionLost = Self(rawValue: "08006")
  package static let outcomeUnknown = Self(rawValue: "08007")
  package static let notNullViolation = Self(rawValue: "23502")
  package static let foreignKeyViolation = Self(rawValue: "23503")
  package static let uniqueViolation = Self(rawValue: "23505")
  package static let checkViolation = Self(rawValue: "23514")
  package static let exclusionViolation = Self(rawValue: "23P01")
  package static let readOnlyTransaction = Self(rawValue: "25006")
  package static let inFailedTransaction = Self(rawValue: "25P02")
  package static let serializationFailure = Self(rawValue: "40001")
  package static let deadlockDetected = Self(rawValue: "40P01")
  package static let insufficientPrivilege = Self(rawValue: "42501")
  package static let undefinedTable = Self(rawValue: "42P01")
  package static let lockNotAvailable = Self(rawValue: "55P03")
  package static let raisedByDatabase = Self(rawValue: "P0001")
  /// The server stopped the statement: its timeout passed, or an administrator cancelled it.
  package static let statementStopped = Self(rawValue: "57014")
  package static let terminatedByAdministrator = Self(rawValue: "57P01")

  // Of this client
  /// The task that asked was cancelled, and so was its statement.
  package static let cancelled = Self(rawValue: "PD001")
  /// No connection became free before the deadline.
  package static let poolDeadline = Self(rawValue: "PD002")
  /// Too many are waiting for a connection already.
  package static let poolFull = Self(rawValue: "PD003")
  package static let poolClosed = Self(rawValue: "PD004")
  /// A lease or a transaction was used after its closure had returned.
  package static let leaseEnded = Self(rawValue: "PD005")
  /// A COPY or a stream is under way on this connection.
  package static let connectionBusy = Self(rawValue: "PD006")
  /// COMMIT answered ROLLBACK: a statement had failed before, and nothing was kept.
  package static let rolledBack = Self(rawValue: "PD007")
  /// Committed on this server, but the standby that was to confirm it has not.
  package static let notReplicated = Self(rawValue: "PD008")
  package static let encoding = Self(rawValue: "PD009")
  package static let decoding = Self(rawValue: "PD010")
  package static let configuration = Self(rawValue: "PD011")
  /// The server answered something that the protocol does not foresee here.
  package static let protocolBroken = Self(rawValue: "PD012")
}
