internal import CivilTime
internal import Postgres
internal import Services

/// `paradero duplicates propose`: compares everybody with everybody of other sources.
struct DuplicatesProposeCommand: Command {
  static let name = "duplicates propose"
  static let summary = "compare everybody with the people of other sources, and propose pairs"
  static let usage = Usage(
    notes: """
      The service compares what comes in by itself; this does it for all who were there before. Nothing is joined:
      responders decide about each pair on staff's pages. It can be stopped and run again.
      """)

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    let database = try context.database(as: .staff)
    let line = context.progress("People compared")
    let report = try await LoadedRecords.with(context) { records in
      let follower = DuplicateFollower(database, records: records)
      try await follower.queueEverybody()
      var compared = 0
      while true {
        switch try await follower.step(now: .now, waits: false) {
        case .compared(let people):
          compared += people
          line.update(compared)
        case .tookIn: continue
        // The service has its turn; it works on the same queue.
        case .standingBy: try await Task.sleep(for: .milliseconds(20))
        case .rested: return (compared, try await follower.proposed())
        }
      }
    }
    line.finish()
    context.output.line("\(report.0) people compared; \(report.1) pairs wait for a decision.")
  }
}

/// `paradero duplicates list`: pairs that wait for a decision, by number.
struct DuplicatesListCommand: Command {
  static let name = "duplicates list"
  static let summary = "list pairs of records that may be one person, by number"
  static let usage = Usage(
    options: [.value("--limit", "N", "how many; 50 if not said"), .flag("--json", "print JSON")],
    notes: "Who they are is not printed: staff's pages show it to responders, who decide.")

  private let limit: Int
  private let isJSON: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    limit = try arguments.integer("--limit", in: 1...10_000) ?? 50
    isJSON = arguments.has("--json")
  }

  private struct Line: Encodable {
    let first: Int64
    let second: Int64
    let probability: Double
    let facts: [String]
  }

  func run(_ context: CommandContext) async throws {
    let pairs = try await ConsoleDuplicates(try context.database(as: .staff)).open(limit: limit)
    if isJSON {
      context.output.line(
        try JSONLines.text(
          pairs.map {
            Line(first: $0.first, second: $0.second, probability: $0.probability, facts: $0.facts)
          }))
      return
    }
    if pairs.isEmpty { context.output.line("No pair waits for a decision.") }
    for pair in pairs {
      // Never 100%: a weight is evidence, not certainty.
      let percent = Int((min(pair.probability, 0.99) * 100).rounded())
      context.output.line("\(pair.first) and \(pair.second)  \(percent)%  \(pair.facts.joined(separator: ", "))")
    }
  }
}
