internal import CivilTime
internal import Services

/// `paradero bench people`: invented people as files, for programs that have no database.
struct BenchPeopleCommand: Command {
  static let name = "bench people"
  static let summary = "write invented people to files, with the errors that officers made"
  static let usage = Usage(
    options: [
      .value("--out", "DIR", "a folder for records.csv, searches.csv, cultures.csv and absent.csv"),
      .value("--people", "N", "how many, up to 10,000,000; 10,000 if not said"),
      .value("--seed", "S", "a number: the same one makes the same people; 7 if not said"),
      .value("--as-of", "DATE", "the day the records stand at (YYYY-MM-DD); today if not said"),
      .value("--searches", "N", "searches for people who are in the records; 2,000 if not said"),
      .value("--each-culture", "N", "besides, at most so many for each way in which names are built"),
      .value("--absent", "N", "searches for people who are not in the records"),
    ],
    notes:
      "They are the people, and the errors, of “paradero sample” with the same seed; “deploy/bench linkage” uses them.")

  private let plan: SampleFiles.Plan
  private let folder: String

  init(_ arguments: Arguments) throws(UsageError) {
    folder = try arguments.required("--out")
    let asOf = try arguments.text("--as-of").map { text throws(UsageError) in
      guard let day = CivilDate(iso: text) else { throw UsageError("--as-of takes a date such as 2026-11-20.") }
      return day
    }
    plan = SampleFiles.Plan(
      people: try arguments.integer("--people", in: 1...10_000_000) ?? 10_000,
      seed: UInt64(try arguments.integer("--seed", in: 0...Int.max) ?? 7),
      asOf: asOf ?? Timestamp.now.utcDay ?? .farthest,
      searches: try arguments.integer("--searches", in: 0...10_000_000) ?? 2000,
      eachCulture: try arguments.integer("--each-culture", in: 0...10_000_000) ?? 0,
      absent: try arguments.integer("--absent", in: 0...10_000_000) ?? 0)
  }

  func run(_ context: CommandContext) async throws {
    let line = context.progress("Inventing people", total: plan.people)
    do {
      try SampleFiles(share: try context.share()).write(plan, to: folder) { line.update($0) }
    } catch let fault as SampleFault {
      throw Failure("\(fault)", .configuration)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("The files cannot be written to \(folder).", .cannotCreate)
    }
    line.finish()
  }
}
