internal import CivilTime
internal import Foundation
internal import Services

/// `paradero bench search`: how often the search finds invented people, beside exact matching in the same run.
struct BenchSearchCommand: Command {
  static let name = "bench search"
  static let summary = "measure the search on invented people"
  static let usage = Usage(
    options: [
      .value("--truth", "FILE", "the file that “paradero sample --truth FILE” wrote"),
      .value("--searches", "N", "how many; 500 if not said"),
      .value("--know", "FACTS", "date, year or country: what is known beside the name; all three if not said"),
      .value("--as-of", "DATE", "the day the records stand at (YYYY-MM-DD); today if not said"),
    ],
    notes: """
      Exact matching is what official locators do: first and last name exactly, and the country; accents and case are
      forgiven here. R@1 and R@10: the right person is the first, or among the first ten.
      """)

  private let truth: String
  private let searches: Int
  private let knowledge: [SearchBenchmark.Knowledge]
  private let asOf: CivilDate?

  init(_ arguments: Arguments) throws(UsageError) {
    truth = try arguments.required("--truth")
    searches = try arguments.integer("--searches", in: 1...1_000_000) ?? 500
    switch arguments.text("--know") {
    case "date": knowledge = [.date]
    case "year": knowledge = [.year]
    case "country": knowledge = [.country]
    case nil: knowledge = [.date, .year, .country]
    case let other?: throw UsageError("--know is date, year or country, not “\(other)”.")
    }
    asOf = arguments.text("--as-of").flatMap { CivilDate(iso: $0) }
  }

  func run(_ context: CommandContext) async throws {
    guard let text = try? String(contentsOfFile: truth, encoding: .utf8) else {
      throw Failure("The file \(truth) cannot be read.", .missingInput)
    }
    let now = asOf.map { Timestamp(utcMidnight: $0).adding(seconds: 86_399) } ?? .now
    let bench = SearchBenchmark(
      database: try context.database(as: .migrator), share: try context.share(), now: now)
    try await bench.withIndex { index in
      let seconds = (index.loadTime ?? .zero) / .seconds(1)
      context.output.line(
        "\(index.people) people in memory after \(Self.rounded(seconds)) s, \(index.memory >> 20) MB")
      for kind in knowledge {
        let line = context.progress("Searching by name, \(kind.rawValue)", total: searches)
        let report = try await bench.run(truth: text, searches: searches, knowledge: kind) { line.update($0) }
        line.finish()
        for row in Self.lines(report) { context.output.line(row) }
      }
    }
  }

  /// Two decimals.
  private static func rounded(_ number: Double) -> String { String((number * 100).rounded() / 100) }

  private static func times(_ label: String, _ sorted: [Double]) -> [String] {
    guard !sorted.isEmpty else { return [] }
    return [
      "  \(label): median \(rounded(sorted[sorted.count / 2])) ms, 95th percentile "
        + "\(rounded(sorted[sorted.count * 95 / 100])) ms"
    ]
  }

  private static func lines(_ report: SearchBenchmark.Report) -> [String] {
    var lines = [
      "Name, \(report.knowledge.rawValue): \(report.all.searches) searches",
      "  \(padded("", 20)) searches   exact R@1  R@10   ours R@1  R@10", row("all", report.all),
    ]
    lines += report.byCulture.sorted { $0.key < $1.key }.map { row($0.key, $0.value) }
    lines += report.byError.sorted { $0.key < $1.key }.map { row($0.key, $0.value) }
    lines.append(
      "  shown \(report.shown), of these \(report.shownWrong) somebody else; likely \(report.likely), of these "
        + "\(report.likelyWrong) somebody else")
    lines += times("in memory", report.milliseconds) + times("by the database's keys", report.keyMilliseconds)
    lines.append(
      "  \(report.differences) of \(report.keyMilliseconds.count) searches were answered otherwise by the database's keys"
    )
    return lines
  }

  private static func row(_ label: String, _ tally: SearchBenchmark.Tally) -> String {
    func share(_ hits: Int) -> String {
      let thousandths = hits * 1000 / max(1, tally.searches)
      let digits = String(thousandths % 1000)
      return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
    }
    return
      "  \(padded(label, 20)) \(padded(String(tally.searches), 8))       \(share(tally.exactFirst)) \(share(tally.exactTen))"
      + "      \(share(tally.first)) \(share(tally.ten))"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
