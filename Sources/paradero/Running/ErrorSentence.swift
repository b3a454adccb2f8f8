extension Failure {
  /// Any error as a sentence and an exit code; errors that know better say it themselves.
  init(explaining error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let usage as UsageError: self.init(usage.sentence, .usage)
    default: self.init("\(error)", .software)
    }
  }
}
