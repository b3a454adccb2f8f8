internal import CivilTime
internal import CounselRules
internal import Foundation

/// `paradero bench counsel`: how many requests the rules judge in a second, on one core and on several in one run.
struct BenchCounselCommand: Command {
  static let name = "bench counsel"
  static let summary = "measure the rules on invented requests"
  static let usage = Usage(
    options: [
      .value("--requests", "N", "how many, of ten events each; 200,000 if not said"),
      .value("--cores", "N", "how many at once; 2 if not said"),
      .value("--seed", "S", "a number: the same one makes the same requests; 1 if not said"),
    ],
    notes: """
      The requests are made at B-18, which more rules bind than any other place. They are judged once on one core and once
      on several; both must say the same. Also measured: the rules made ready anew for each request, as a caller would
      that keeps nothing.
      """)

  private let requests: Int
  private let cores: Int
  private let seed: UInt64

  init(_ arguments: Arguments) throws(UsageError) {
    requests = try arguments.integer("--requests", in: 1...10_000_000) ?? 200_000
    cores = try arguments.integer("--cores", in: 1...64) ?? 2
    seed = UInt64(try arguments.integer("--seed", in: 0...Int.max) ?? 1)
  }

  func run(_ context: CommandContext) async throws {
    let rulebook = try context.rulebookFolder().rulebook()
    guard let known = rulebook.place("B-18"), let zone = Zone(known.zone) else {
      throw Failure("The rulebook lacks B-18.", .badData)
    }
    let place = CasePlace(id: known.id, kind: known.kind, zone: zone, building: known.building)
    let now = Timestamp(secondsSinceEpoch: 1_795_219_200)  // 2026-11-21 00:00 UTC
    var invented = InventedRequests(seed: seed)
    let made = (0..<requests).map { invented.next($0) }
    let rules = PlaceRules(rulebook, at: place)
    context.output.line("\(requests) requests of ten events, \(rulebook.rules.count) rules")

    let one = await Self.measured(made, cores: 1) { rules.findings(on: $0, now: now) }
    context.output.line("  one core        \(one.rate), \(one.tally.findings) findings")
    let several = await Self.measured(made, cores: cores) { rules.findings(on: $0, now: now) }
    let ratio = several.perSecond / one.perSecond
    context.output.line(
      "  \(cores) cores         \(several.rate), \(Self.rounded(ratio)) times as many (goal on two: 100000)")
    let anew = await Self.measured(Array(made.prefix(max(1, requests / 200))), cores: 1) {
      PlaceRules(rulebook, at: place).findings(on: $0, now: now)
    }
    context.output.line("  nothing kept    \(anew.rate)")
    guard one.tally == several.tally else {
      throw Failure("One core and \(cores) found different things.", .software)
    }
    let counts = Outcome.Kind.allCases.map { "\($0.rawValue) \(one.tally.outcomes[$0] ?? 0)" }
    context.output.line("  \(counts.joined(separator: ", ")); both runs the same")
  }

  /// What was found, in numbers that do not depend on the order.
  private struct Tally: Equatable {
    var findings = 0
    var facts = 0
    var outcomes: [Outcome.Kind: Int] = [:]
  }

  private struct Measured {
    let tally: Tally
    let perSecond: Double
    /// In a second of one processor: what it would be if nobody else used the machine.
    let perProcessorSecond: Double

    var rate: String { "\(Int(perSecond)) a second (\(Int(perProcessorSecond)) for each second of a processor)" }
  }

  private static func measured(
    _ requests: [CaseRequest], cores: Int, judge: @escaping @Sendable (CaseRequest) -> [CounselRules.Finding]
  ) async -> Measured {
    let began = ContinuousClock.now
    let used = clock()
    let size = (requests.count + cores - 1) / cores
    let tally = await withTaskGroup(of: Tally.self) { group in
      for start in stride(from: 0, to: requests.count, by: size) {
        let slice = requests[start..<min(start + size, requests.count)]
        group.addTask {
          var tally = Tally()
          for request in slice {
            for finding in judge(request) {
              tally.findings += 1
              tally.facts += finding.facts.count + finding.reasons.count
              tally.outcomes[finding.outcome.kind, default: 0] += 1
            }
          }
          return tally
        }
      }
      return await group.reduce(into: Tally()) { total, part in
        total.findings += part.findings
        total.facts += part.facts
        total.outcomes.merge(part.outcomes, uniquingKeysWith: +)
      }
    }
    let took = ContinuousClock.now - began
    let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    let processor = Double(clock() - used) / Double(CLOCKS_PER_SEC)
    return Measured(
      tally: tally, perSecond: Double(requests.count) / max(seconds, 1e-9),
      perProcessorSecond: Double(requests.count) / max(processor, 1e-9))
  }

  private static func rounded(_ number: Double) -> String { String((number * 100).rounded() / 100) }
}
