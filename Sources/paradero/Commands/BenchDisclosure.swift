internal import CivilTime
internal import Disclosure
internal import Foundation
internal import Services

/// `paradero bench disclosure`: what adversaries learn of invented people in a day, and what families are told at once.
struct BenchDisclosureCommand: Command {
  static let name = "bench disclosure"
  static let summary = "attack the search of invented people, and count what strangers and families learn"
  static let usage = Usage(
    options: [
      .value("--people", "N", "how many are listed; 20,000 if not said"),
      .value("--searches", "N", "of each adversary, in one day; 100,000 if not said"),
      .value("--families", "N", "for each kind of knowledge; 4,000 if not said"),
      .value("--policy", "NAME", "standard, strict, numbers or none; all of them if not said"),
      .value("--seed", "S", "a number: the same one makes the same people; 7 if not said"),
      .value("--as-of", "DATE", "the day the records stand at (YYYY-MM-DD); today if not said"),
    ],
    notes: """
      It needs no database: budgets are counted by the same rules in memory. Five guesses at each listed person, evenly
      over one day, from as many addresses as there are searches. It ends with a failure when a target is missed.
      """)

  private let people, searches, families: Int
  private let policies: [DisclosurePolicy.Name]
  private let seed: UInt64
  private let asOf: CivilDate

  init(_ arguments: Arguments) throws(UsageError) {
    people = try arguments.integer("--people", in: 100...2_000_000) ?? 20_000
    searches = try arguments.integer("--searches", in: 1...10_000_000) ?? 100_000
    families = try arguments.integer("--families", in: 1...1_000_000) ?? 4000
    seed = UInt64(try arguments.integer("--seed", in: 0...Int.max) ?? 7)
    asOf = arguments.text("--as-of").flatMap { CivilDate(iso: $0) } ?? Timestamp.now.utcDay ?? .farthest
    if let text = arguments.text("--policy") {
      guard let policy = DisclosurePolicy.Name(rawValue: text) else {
        throw UsageError("--policy is standard, strict, numbers or none, not “\(text)”.")
      }
      policies = [policy]
    } else {
      policies = DisclosurePolicy.Name.allCases
    }
  }

  func run(_ context: CommandContext) async throws {
    let bench = try DisclosureBenchmark(share: try context.share(), people: people, seed: seed, today: asOf)
    context.output.line("\(bench.people) people are listed; each adversary makes \(searches) searches in one day.")
    let policies = policies.map { DisclosurePolicy.named($0) }
    // Two at a time: the machines that this runs on have two cores.
    let losses = await Self.each(Adversary.allCases) { bench.attack($0, policies, searches: searches) }
    let services = await Self.each(FamilyKnowledge.allCases) { bench.serve($0, policies, families: families) }
    var missed: [String] = []
    for (place, policy) in policies.enumerated() {
      context.output.line("")
      context.output.line("Policy “\(policy.name.rawValue)”")
      context.output.line("  " + Self.padded("adversary", 38) + "learns of   target   stops   closed")
      for loss in losses.map({ $0[place] }) {
        context.output.line("  " + Self.line(loss))
        if let target = loss.adversary.target, loss.learnt > target { missed.append(loss.adversary.rawValue) }
      }
      context.output.line(
        "  " + Self.padded("families who know", 38)
          + "at once   wait      of those whose record has it   wrong   why they wait")
      for service in services.map({ $0[place] }) {
        context.output.line("  " + Self.line(service))
        if policy.name == .standard, service.knowledge.isTarget, service.shareOfRecorded < 0.9 {
          missed.append(service.knowledge.rawValue)
        }
      }
    }
    if policies.count > 1 { Self.compare(policies, losses, services, context) }
    guard missed.isEmpty else { throw Failure("Missed: \(missed.joined(separator: "; ")).", .findings) }
    context.output.line("")
    context.output.line("Every target was met.")
  }

  /// What a stricter policy costs families, and what it keeps from strangers, side by side.
  private static func compare(
    _ policies: [DisclosurePolicy], _ losses: [[DisclosureBenchmark.Loss]], _ services: [[DisclosureBenchmark.Service]],
    _ context: CommandContext
  ) {
    context.output.line("")
    context.output.line("Side by side")
    let head = policies.map { padded($0.name.rawValue, 11) }.joined()
    context.output.line("  " + padded("families answered at once who know", 38) + head)
    for row in services {
      guard let first = row.first else { continue }
      context.output.line(
        "  " + padded(first.knowledge.rawValue, 38) + row.map { padded(percent($0.share), 11) }.joined())
    }
    context.output.line("  " + padded("people learnt of in a day by", 38) + head)
    for row in losses {
      guard let first = row.first else { continue }
      context.output.line(
        "  " + padded(first.adversary.rawValue, 38) + row.map { padded(String($0.learnt), 11) }.joined())
    }
  }

  private static func each<Item: Sendable, Found: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) -> Found
  ) async -> [Found] {
    await withTaskGroup(of: (Int, Found).self) { group in
      var found: [Int: Found] = [:]
      var next = 0
      func start() {
        guard next < items.count else { return }
        let (place, item) = (next, items[next])
        next += 1
        group.addTask { (place, body(item)) }
      }
      start()
      start()
      while let (place, one) = await group.next() {
        found[place] = one
        start()
      }
      return items.indices.compactMap { found[$0] }
    }
  }

  private static func line(_ loss: DisclosureBenchmark.Loss) -> String {
    let target = loss.adversary.target.map { $0 == 0 ? "none" : "≤ \($0)" } ?? "–"
    let closed = loss.closedAfter.map { "after \($0) people, at \(hour(loss.closedAtHour ?? 0))" } ?? "no"
    return padded(loss.adversary.rawValue, 38) + padded(String(loss.learnt), 12) + padded(target, 9)
      + padded(String(loss.stops), 8) + closed
  }

  private static func line(_ service: DisclosureBenchmark.Service) -> String {
    let why = service.waiting.sorted { $0.value > $1.value }.map { "\($0.key.rawValue) \($0.value)" }
    let goal = service.knowledge.isTarget ? " (≥ 90 %)" : ""
    return padded(service.knowledge.rawValue, 38) + padded(percent(service.share), 10)
      + padded(percent(1 - service.share), 10)
      + padded(percent(service.shareOfRecorded) + goal + " of \(service.recorded)", 30)
      + padded(String(service.wrong), 8) + why.joined(separator: ", ")
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  private static func hour(_ hour: Double) -> String {
    let minutes = Int(hour * 60)
    return "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
