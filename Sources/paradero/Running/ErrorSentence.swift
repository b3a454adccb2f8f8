internal import Gateway
internal import Postgres
internal import Services
internal import Vault

extension Failure {
  /// Any error as a sentence and an exit code; errors that know better say it themselves.
  init(explaining error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let usage as UsageError: self.init(usage.sentence, .usage)
    case let error as PostgresError: self.init(explaining: error)
    case let error as SocketError: self.init("\(error.description).", .cannotCreate)
    case let fault as AccountFault: self.init("\(fault)", fault == .notADemo ? .notPermitted : .badData)
    case let error as KeyError: self.init("\(error)", .configuration)
    case let error as NumbersSealed: self.init("\(error)", .configuration)
    case is CancellationError: self.init("Stopped before the end.", .tryAgain)
    default: self.init("\(error)", .software)
    }
  }

  private init(explaining error: PostgresError) {
    switch error.code {
    // The message says which server, and what to look at.
    case .cannotConnect, .connectionLost: self.init(error.asSentence, .unavailable)
    case .loginRefused: self.init(error.asSentence, .notPermitted)
    case .insufficientPrivilege:
      self.init("This database user may not do that: use the address of a role that may. (\(error))", .notPermitted)
    case .undefinedTable:
      self.init("The database is not the program's: run “paradero migrate”. (\(error))", .configuration)
    case .configuration: self.init(error.asSentence, .configuration)
    case .poolDeadline, .poolFull, .lockNotAvailable, .statementStopped:
      self.init("The database is busy: try again in a moment. (\(error))", .tryAgain)
    // Disk full, out of memory, too many connections.
    case let code where code.errorClass == "53":
      self.init(
        "The database server is out of disk, memory or connections: free some and try again. (\(error))", .tryAgain)
    default: self.init("\(error)", .software)
    }
  }
}

extension PostgresError {
  /// The message as a sentence of its own.
  fileprivate var asSentence: String { message.prefix(1).uppercased() + message.dropFirst() + " [\(code)]." }
}
