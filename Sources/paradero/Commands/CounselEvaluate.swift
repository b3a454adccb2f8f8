internal import CivilTime
internal import CounselRules
internal import Foundation

/// `paradero counsel evaluate`: what the rules say of one place and its requests, without a database.
struct CounselEvaluateCommand: Command {
  static let name = "counsel evaluate"
  static let summary = "say what the rules make of the facts in a file"
  static let usage = Usage(
    operands: [Operand("FACTS", "a file of facts in JSON; - reads standard input")],
    options: [
      .value(
        "--as-of", "TIME", "the moment the facts stand at (2025-08-06T14:00 by the place's clock); else the file's"),
      .value("--rulebook", "DIR", "another rulebook than the installation's"),
    ],
    notes: """
      Prints findings as JSON: outcome, reasons, rule version, facts used. The same facts and rules give the same bytes.
      The form is described by rulebook/facts.schema.json in PARADERO_SHARE, with examples in rulebook/examples/.
      What is wrong in the file is said by field. Findings are indicators for review, not legal advice.
      """)

  private let path: String
  private let asOf: String?
  private let folder: String?

  init(_ arguments: Arguments) throws(UsageError) {
    path = arguments.operands[0]
    asOf = arguments.text("--as-of")
    folder = arguments.text("--rulebook")
  }

  func run(_ context: CommandContext) async throws {
    let rules = try context.rulebookFolder(folder)
    let document: FactsDocument
    let rulebook = try rules.rulebook()
    do {
      document = try FactsReader.read(
        SourceFile(name: path == "-" ? "standard input" : path, data: try readFile(path)),
        schema: try rules.file(FactsReader.schemaName), rulebook: rulebook)
    } catch let faults as DataFaults {
      throw Failure("\(faults)", .badData)
    }
    let now = try moment(document)
    let findings = rulebook.findings(on: document.facts, now: now)
    context.output.line(
      try FindingsDocument(
        place: document.facts.place.id, zone: document.zone, asOf: now, findings: findings
      ).json())
  }

  /// Never the clock of the machine: yesterday's facts must give yesterday's findings.
  private func moment(_ document: FactsDocument) throws(Failure) -> Timestamp {
    guard let asOf else {
      guard let now = document.asOf else {
        throw Failure("Say --as-of TIME, or “asOf” in the file: whether a clock still runs depends on it.", .usage)
      }
      return now
    }
    if let moment = Timestamp(internet: asOf) { return moment }
    if let local = LocalTime(iso: asOf), let moment = document.zone.moments(of: local).first { return moment }
    throw Failure("--as-of takes a time such as 2025-08-06T14:00 or 2025-08-06T14:00:00-07:00.", .usage)
  }
}
