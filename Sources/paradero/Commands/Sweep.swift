internal import CivilTime
internal import Services

/// `paradero sweep`: judges visit requests whose clocks ran out.
struct SweepCommand: Command {
  static let name = "sweep"
  static let summary = "judge visit requests whose clocks ran out"
  static let usage = Usage(
    notes: """
      “paradero serve” does the same once a minute; of several at a time one does it. Needs the address of the role
      “staff”.
      """)

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    guard let swept = try await VisitSweep.service(context).sweep(now: .now) else {
      context.output.line("Another instance is sweeping.")
      return
    }
    context.output.line(swept == 1 ? "One request was judged anew." : "\(swept) requests were judged anew.")
  }
}
