internal import CivilTime
internal import Services

/// `paradero link`: who of one list is who of another, or stands in a list twice. Needs no database.
struct LinkCommand: Command {
  static let name = "link"
  static let summary = "link two lists of people, or find who is in one twice"
  static let usage = Usage(
    operands: [
      Operand("LEFT", "a table in text form: CSV, semicolons, tabs or pipes; - is standard input", count: .optional),
      Operand("RIGHT", "the list to find them in", count: .optional),
    ],
    options: [
      .value("--dedupe", "FILE", "instead of two lists: find who is in this one twice"),
      .value("--out", "FILE", "where to write the matches; - is standard output"),
      .value("--threshold", "P", "the least probability that is written, from 0 to 1; 0.5 if not said"),
      .flag("--one-to-one", "no row in two matches: the surest come first"),
      .flag("--reasons", "add a column: each fact, how well it agreed, and the bits it is worth"),
    ],
    notes: """
      Columns are known by their headings, in English or Spanish: id, full_name or given_name and family_name,
      birth_date, birth_year, sex, country, a_number, place (or city, state). Names may be in any order, spelling and
      script. The matches are left_id, right_id, weight (bits: each doubles how likely it is that both are one person)
      and probability. Weights are learnt from the two lists themselves; nothing is kept, and no database is needed.
      """)

  private let options: LinkOptions

  init(_ arguments: Arguments) throws(UsageError) {
    let output = try arguments.required("--out")
    let files = arguments.operands
    switch (arguments.text("--dedupe"), files.count) {
    case (let file?, 0): options = try Self.options(.one(file), output, arguments)
    case (nil, 2):
      guard files != ["-", "-"] else { throw UsageError("Only one of the two lists can be standard input.") }
      options = try Self.options(.two(left: files[0], right: files[1]), output, arguments)
    case (_?, _): throw UsageError("--dedupe takes one file and no others: --dedupe FILE --out FILE.")
    case (nil, _): throw UsageError("Name two lists to link, or one with --dedupe FILE.")
    }
  }

  private static func options(
    _ lists: LinkOptions.Lists, _ output: String, _ arguments: Arguments
  ) throws(UsageError) -> LinkOptions {
    var options = LinkOptions(lists, output: output)
    options.reasons = arguments.has("--reasons")
    options.oneToOne = arguments.has("--one-to-one")
    if let text = arguments.text("--threshold") {
      guard let number = Double(text), (0...1).contains(number) else {
        throw UsageError("--threshold takes a number from 0 to 1, not “\(text)”.")
      }
      options.threshold = number
    }
    return options
  }

  func run(_ context: CommandContext) async throws {
    let line = StageLine(context)
    let report: LinkReport
    do {
      report = try await FileLinking(share: try context.share()).run(
        options, today: Timestamp.now.utcDay ?? .farthest
      ) { stage in line.show(stage) }
    } catch let failure as LinkFailure {
      line.end()
      throw Failure(linking: failure)
    } catch let failure as ImportFailure {
      line.end()
      throw Failure(failure.sentence, .badData)
    }
    line.end()
    // Standard output may be where the matches went.
    let told = options.output == "-" ? context.errors : context.output
    if !context.quiet { for text in report.lines { told.line(text) } }
  }
}

extension Failure {
  fileprivate init(linking failure: LinkFailure) {
    let code: ExitCode =
      switch failure {
      case .file(_, .fileMissing), .file(_, .fileUnreadable): .missingInput
      case .sameFile: .usage
      case .unwritable: .cannotCreate
      case .diskFull: .inputOutput
      case .file, .noNames, .noRows: .badData
      }
    self.init(failure.sentence, code)
  }
}

extension StageLine {
  fileprivate func show(_ stage: LinkStage) {
    switch stage {
    case .surveying: show("Looking over the lists", 0, of: nil)
    case .indexing(let done, let total): show("Reading rows", done, of: total)
    case .learning: show("Learning weights", 0, of: nil)
    case .linking(let done, let total): show("Looking up rows", done, of: total)
    }
  }
}
