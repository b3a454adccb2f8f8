internal import CounselRules
internal import Phrasebook

/// `paradero counsel coverage`: which patterns of denial are modelled, by what law, where, since when.
struct CounselCoverageCommand: Command {
  static let name = "counsel coverage"
  static let summary = "list the patterns of denied counsel and the rules that model them"
  static let usage = Usage(
    options: [.value("--rulebook", "DIR", "another rulebook than the installation's")],
    notes: """
      One line a rule and pattern, D01 to D34: authority, place, rule, first and last day (the end exclusive), status, text.
      “unverified”: nobody has compared the text with the document; such a rule says at most “possible”. “no law”: a threshold
      that asks for a look and is never called a violation.
      """)

  private let folder: String?

  init(_ arguments: Arguments) throws(UsageError) { folder = arguments.text("--rulebook") }

  func run(_ context: CommandContext) async throws {
    let coverage = Coverage(try context.rulebookFolder(folder).rulebook())
    let words = Phrases.english.findings
    let rows = coverage.rows.map { row in
      [
        row.authority.rawValue, row.place, row.rule.description, row.from, row.to, row.status.rawValue,
        row.authority == .heuristic ? "no law" : row.isTextVerified ? "verified" : "unverified",
        row.confidence.rawValue,
      ]
    }
    let titles = ["authority", "place", "rule", "from", "to", "status", "text", "conf."]
    let widths = titles.indices.map { column in ([titles] + rows).map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      return "  " + String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
    context.output.line(line(titles))
    var last: Pattern??
    for (row, cells) in zip(coverage.rows, rows) {
      if last != .some(row.pattern) {
        last = .some(row.pattern)
        context.output.line(row.pattern.map { "\($0.rawValue) \(words.name(of: $0))" } ?? "Custody, for any pattern")
      }
      context.output.line(line(cells))
    }
    let modelled = Set(coverage.rows.compactMap(\.pattern)), rules = Set(coverage.rows.map(\.rule))
    let heuristics = Set(coverage.rows.filter { $0.authority == .heuristic }.map(\.rule))
    let unverified = Set(coverage.rows.filter { !$0.isTextVerified && $0.authority != .heuristic }.map(\.rule))
    context.output.line(
      "\(modelled.count) of \(Pattern.allCases.count) patterns, \(rules.count) rules, \(rules.count - heuristics.count) of them law; "
        + "the text of \(unverified.count) is not verified.")
  }
}
