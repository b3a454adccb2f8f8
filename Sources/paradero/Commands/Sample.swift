internal import CivilTime
internal import Foundation
internal import Postgres
internal import Services

/// `paradero sample`: fills a demo or a test with invented people.
struct SampleCommand: Command {
  static let name = "sample"
  static let summary = "fill a demo with invented people"
  static let usage = Usage(
    options: [
      .value("--people", "N", "how many, up to 10,000,000; 2,000 if not said"),
      .value("--seed", "S", "a number: the same one makes the same people; 1 if not said"),
      .value("--as-of", "DATE", "the last day of the records (YYYY-MM-DD); yesterday if not said: today is not over"),
      .value("--truth", "FILE", "write who they really are to a file, for benchmarks"),
    ],
    notes: """
      Names are put together at random from lists; nobody is meant. The errors are those that officers make, and the paths
      follow the counts of real transfers. A database for real records refuses them.
      """)

  private let people: Int
  private let seed: UInt64
  private let asOf: CivilDate?
  private let truth: String?

  init(_ arguments: Arguments) throws(UsageError) {
    people = try arguments.integer("--people", in: 1...10_000_000) ?? 2000
    seed = UInt64(try arguments.integer("--seed", in: 0...Int.max) ?? 1)
    truth = arguments.text("--truth")
    asOf = try arguments.text("--as-of").map { text throws(UsageError) in
      guard let day = CivilDate(iso: text) else { throw UsageError("--as-of takes a date such as 2026-11-20.") }
      return day
    }
  }

  func run(_ context: CommandContext) async throws {
    let service = SampleService(
      database: try context.database(as: .migrator, timeouts: .patient), share: try context.share())
    let line = context.progress("Inventing people", total: people)
    do {
      let made = try await service.make(
        .init(people: people, seed: seed, asOf: asOf ?? Self.yesterday, truthFile: truth)
      ) { line.update($0) }
      line.finish()
      context.output.line(
        "\(made.people) invented people, \(made.descriptions) descriptions, \(made.events) events in batch \(made.batch)."
      )
    } catch let fault as SampleFault {
      throw Failure("\(fault)", fault == .production ? .notPermitted : .configuration)
    }
  }
}

extension SampleCommand {
  /// The last day that is over: nothing that was reported lies in the future.
  fileprivate static var yesterday: CivilDate {
    let today = Timestamp.now.utcDay ?? .farthest
    return today.adding(days: -1) ?? today
  }
}

/// `paradero sample examples`: what to type to find the invented people that every demo has.
struct SampleExamplesCommand: Command {
  static let name = "sample examples"
  static let summary = "show searches to try in a demo"
  static let usage = Usage(notes: "They work in a demo made with seed 1, which is the usual one.")

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    for person in demoPeople {
      let typed = person.typed
      let facts = [
        typed.birth.isEmpty ? "" : "born \(typed.birth)", typed.country, typed.aNumber,
        typed.arrestPlace.isEmpty ? "" : "arrested in \(typed.arrestPlace)",
      ].filter { !$0.isEmpty }
      context.output.line(([typed.name] + facts).joined(separator: " · "))
    }
  }
}
