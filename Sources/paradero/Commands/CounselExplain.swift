internal import CivilTime
internal import CounselRules
internal import Phrasebook

/// `paradero counsel explain`: a finding that `counsel evaluate` printed, in plain words.
struct CounselExplainCommand: Command {
  static let name = "counsel explain"
  static let summary = "tell findings in plain words"
  static let usage = Usage(
    operands: [
      Operand("FINDING", "the id of a finding, or the beginning of ids; all of them if not said", count: .optional)
    ],
    options: [
      .value("--in", "FILE", "what “counsel evaluate” printed; standard input if not said"),
      .value("--language", "CODE", "en or es; en if not said"),
      .value("--rulebook", "DIR", "another rulebook than the installation's"),
    ],
    notes: """
      paradero counsel evaluate facts.json > findings.json
      paradero counsel explain R1.e2.B18-WHO-VISITS --in findings.json --language es
      """)

  private let wanted: String?
  private let path: String
  private let language: String
  private let folder: String?

  init(_ arguments: Arguments) throws(UsageError) {
    wanted = arguments.operands.first
    path = arguments.text("--in") ?? "-"
    language = arguments.text("--language") ?? "en"
    folder = arguments.text("--rulebook")
  }

  func run(_ context: CommandContext) async throws {
    guard let phrases = Phrases.of(language) else {
      let known = Phrases.all.map(\.language.code).joined(separator: ", ")
      throw Failure("--language is one of \(known), not “\(language)”.", .usage)
    }
    let rulebook = try context.rulebookFolder(folder).rulebook()
    let document: FindingsDocument
    do {
      document = try FindingsDocument.read(
        SourceFile(name: path == "-" ? "standard input" : path, data: try readFile(path)))
    } catch let faults as DataFaults {
      throw Failure("\(faults)", .badData)
    }
    guard let zone = Zone(document.zone) else { throw Failure("There is no time zone “\(document.zone)”.", .badData) }
    let findings = document.findings.filter { wanted.map($0.id.hasPrefix) ?? true }
    guard !findings.isEmpty || wanted == nil else {
      let ids = document.findings.map(\.id).joined(separator: ", ")
      throw Failure("There is no such finding; there are: \(ids).", .missingInput)
    }
    for (index, finding) in findings.enumerated() {
      if index > 0 { context.output.line("") }
      context.output.line(finding.id)
      for line in phrases.explanation(of: finding, by: rulebook.rule(finding.rule), in: zone) {
        context.output.line("  \(line)")
      }
      for question in rulebook.rule(finding.rule)?.openQuestions ?? [] where language == "en" {
        context.output.line("  \(phrases.findings.open(question))")
      }
    }
  }
}
