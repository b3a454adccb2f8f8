/// How a command ended, in the numbers of BSD's `sysexits.h`, so that a script can tell one failure from another.
enum ExitCode: Int32, Sendable {
  case success = 0
  /// Something is out of order, as `doctor` and the checks say it.
  case findings = 1
  case usage = 64
  case badData = 65
  case missingInput = 66
  case unavailable = 69
  case software = 70
  case cannotCreate = 73
  case inputOutput = 74
  case tryAgain = 75
  case notPermitted = 77
  case configuration = 78
}

/// A command that cannot go on, in one sentence that says what to do.
struct Failure: Error, Sendable, CustomStringConvertible {
  let sentence: String
  let code: ExitCode

  init(_ sentence: String, _ code: ExitCode = .software) { (self.sentence, self.code) = (sentence, code) }

  var description: String { sentence }
}

/// A command line that cannot be read.
struct UsageError: Error, Sendable, CustomStringConvertible {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }

  var description: String { sentence }
}
