internal import CivilTime
internal import CounselRules
internal import Phrasebook
internal import Services

/// `paradero sample visits`: fills the sample attorney's pages; or a whole month of many.
struct SampleVisitsCommand: Command {
  static let name = "sample visits"
  static let summary = "fill a demo with invented requests for visits"
  static let usage = Usage(
    options: [
      .value("--requests", "N", "a month of so many requests, up to 1,000,000, of forty invented attorneys"),
      .value("--places", "N", "at so many places, 1 to 100; 30 if not said"),
      .value("--days", "N", "over so many days, 1 to 365; 30 if not said"),
      .value("--seed", "S", "a number: the same one makes the same month; 1 if not said"),
      .value("--until", "DAY", "the day after the last one (YYYY-MM-DD); today if not said"),
    ],
    notes: """
      Without --requests: thirty invented requests of the sample attorney at several places, in every state, with what the
      rules say of them, and two weeks of what was seen at one place.

      With --requests: requests, days of places and reviewers' decisions, judged by the rules as if people had typed them.
      An invented order is applied beside the rulebook, with terms that an invented person verified, because no real rule
      is verified and a demo has to show what follows. Needs the address of the database's owner.

      Given again it does nothing. Refused in an installation for real records; the sample accounts are made by “paradero
      sample code”.
      """)

  private let plan: SampleMonth.Plan?

  init(_ arguments: Arguments) throws(UsageError) {
    guard let requests = try arguments.integer("--requests", in: 1...1_000_000) else {
      plan = nil
      return
    }
    var until = Timestamp.now.utcDay ?? .farthest
    if let text = arguments.text("--until") {
      guard let day = CivilDate(iso: text) else { throw UsageError("--until takes a day such as 2026-11-30.") }
      until = day
    }
    var plan = SampleMonth.Plan(until: until)
    plan.requests = requests
    plan.places = try arguments.integer("--places", in: 1...100) ?? plan.places
    plan.days = try arguments.integer("--days", in: 1...365) ?? plan.days
    plan.seed = UInt64(try arguments.integer("--seed", in: 0...Int.max) ?? 1)
    self.plan = plan
  }

  func run(_ context: CommandContext) async throws {
    do {
      if let plan { try await month(plan, context) } else { try await few(context) }
    } catch let fault as SampleFault {
      throw Failure("\(fault)", .notPermitted)
    } catch let faults as DataFaults {
      throw Failure("\(faults)", .badData)
    }
  }

  private func few(_ context: CommandContext) async throws {
    let samples = SampleVisits(
      try context.database(as: .staff), judge: LiveRulebook(try context.rulebookFolder().rulebook()))
    let made = try await samples.make(now: .now)
    context.output.line(
      made.requests == 0
        ? "There are requests of the sample attorney already, or no such account."
        : "\(made.requests) invented requests, \(made.placeDays) days of one place.")
  }

  private func month(_ plan: SampleMonth.Plan, _ context: CommandContext) async throws {
    let database = try context.database(as: .staff)
    try await SampleMonth.requireDemo(database)
    let files = try SampleRulebook.files(
      try context.rulebookFolder().files, facilities: try await SampleMonth.facilities(database, plan))
    let rules = RulebookService(try context.database(as: .migrator))
    let line = context.progress("Inventing requests", total: plan.requests)
    let made = try await SampleMonth.withoutReleases(database) {
      let (_, rulebook) = try await rules.apply(files, languages: Phrases.all.map(\.language.code), now: .now)
      return try await SampleMonth(database, judge: RulebookJudge(rulebook)).make(plan, now: .now) { line.update($0) }
    }
    line.finish()
    context.output.line(
      made.requests == 0
        ? "There is such a month already."
        : "\(made.requests) invented requests, \(made.placeDays) days of places, \(made.decisions) decisions.")
  }
}
