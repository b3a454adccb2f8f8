internal import CivilTime
internal import CounselRules
internal import Services

/// `paradero sample visits`: fills the sample attorney's pages.
struct SampleVisitsCommand: Command {
  static let name = "sample visits"
  static let summary = "fill a demo's list of visits with invented requests"
  static let usage = Usage(
    notes: """
      Thirty invented requests of the sample attorney at several places, in every state, with what the rules say of them,
      and two weeks of what was seen at one place. Given again it does nothing. Refused in an installation for real
      records; the sample accounts are made by “paradero sample code”.
      """)

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    let samples = SampleVisits(
      try context.database(as: .staff), judge: LiveRulebook(try context.rulebookFolder().rulebook()))
    do {
      let made = try await samples.make(now: .now)
      context.output.line(
        made.requests == 0
          ? "There are requests of the sample attorney already, or no such account."
          : "\(made.requests) invented requests, \(made.placeDays) days of one place.")
    } catch let fault as SampleFault {
      throw Failure("\(fault)", .notPermitted)
    }
  }
}
