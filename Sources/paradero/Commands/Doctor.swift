internal import Foundation

/// `paradero doctor`: looks at everything that an installation needs and says what is wrong.
struct DoctorCommand: Command {
  static let name = "doctor"
  static let summary = "look at everything an installation needs and say what is wrong"
  static let usage = Usage(
    notes: """
      Looks at the database, its migrations, clock, log and durability, at disk, files, permissions, mail and nginx.
      Ends with 1 if there is a fault; what is only worth knowing is marked with “!”.
      """)

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    var faults = 0
    var hasDatabase = true
    for examination in Examination.all where hasDatabase || !examination.needsDatabase {
      for finding in await examination.findings(context) {
        if finding.verdict == .fault { faults += 1 }
        // Everything else would only say the same, and take its time.
        if finding.verdict == .fault, examination.subject == "database" { hasDatabase = false }
        let subject = finding.subject.padding(toLength: 12, withPad: " ", startingAt: 0)
        context.output.line("\(finding.verdict.rawValue) \(subject) \(finding.sentence)")
      }
    }
    guard faults == 0 else {
      throw Failure("\(faults == 1 ? "1 fault was" : "\(faults) faults were") found.", .findings)
    }
  }
}
