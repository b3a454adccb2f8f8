internal import CivilTime
internal import Foundation
internal import Postgres
internal import Records
internal import Services

/// `paradero import records`: a roster or a release of detention stints into the database, whole or not at all.
struct ImportRecordsCommand: Command {
  static let name = "import records"
  static let summary = "import a roster or a release of detention stints"
  static let usage = Usage(
    operands: [Operand("FILE", "a table in text form: CSV, semicolons, tabs or pipes; - is standard input")],
    options: [
      .value("--source", "NAME", "who tells: the roster's or the organization's name"),
      .value(
        "--source-kind", "KIND",
        "make the source: roster, hotline, attorney, family, court, official or stint_release"),
      .value("--trust", "GRADE", "of a new source: 1 (best) to 5 (unverified)"),
      .flag("--public", "of a new source: anyone can read it themselves; so are roster, official and stint_release"),
      .flag("--private", "of a new source: told in confidence; so are hotline, attorney and family"),
      .value("--map", "FILE", "says which column is what; see below"),
      .value("--reported", "DATE", "the day the list was made (YYYY-MM-DD); otherwise the file's own date"),
      .value("--zone", "ZONE", "the clock of places that are no known facility, such as America/Chicago"),
      .flag("--as-above", "a blank place means the place above it, as in merged cells"),
      .flag("--dry-run", "write nothing; tell what would be written"),
      .flag("--strict", "write nothing if any row is rejected"),
      .value("--rejects", "FILE", "where to write what could not be taken; otherwise FILE.rejects.csv"),
      .flag("--rejects-with-data", "put the rows themselves there too (readable by you alone)"),
    ],
    notes: """
      The rejects file gives line, column and reason of everything that could not be taken, and nothing of what the
      file said. The same file, or the same rows in another file of the source, add nothing. An import is there as a
      whole or not at all, and “paradero import undo” takes it back as a whole.

      A map is lines of “field = heading” or “field = #3”, and of settings: date_order = dmy or mdy, header_line = 4
      (0: no headings), delimiter = ;, encoding = latin-1, zone = America/Chicago, as_above = facility,
      ignore = Heading, constant.facility = CODE.
      """)

  private let options: ImportOptions
  private let mapPath: String?

  init(_ arguments: Arguments) throws(UsageError) {
    var options = ImportOptions(path: arguments.operands[0], source: try arguments.required("--source"))
    options.newSource = try Self.newSource(arguments)
    options.isDryRun = arguments.has("--dry-run")
    options.isStrict = arguments.has("--strict")
    options.rejects = arguments.text("--rejects")
    options.rejectsHoldData = arguments.has("--rejects-with-data")
    options.placesAsAbove = arguments.has("--as-above")
    if let text = arguments.text("--reported") {
      guard let day = CivilDate(iso: text) else { throw UsageError("--reported takes a date such as 2026-11-20.") }
      options.reportedAt = Timestamp(utcMidnight: day).adding(seconds: 43_200)
    }
    if let text = arguments.text("--zone") {
      guard let zone = Zone(text) else { throw UsageError("--zone takes a name such as America/Chicago.") }
      options.zone = zone
    }
    self.options = options
    mapPath = arguments.text("--map")
  }

  private static func newSource(_ arguments: Arguments) throws(UsageError) -> ImportOptions.NewSource? {
    let trust = try arguments.integer("--trust", in: 1...5)
    guard let text = arguments.text("--source-kind") else {
      guard trust == nil, !arguments.has("--public"), !arguments.has("--private") else {
        throw UsageError("--trust, --public and --private are for a new source: give its --source-kind too.")
      }
      return nil
    }
    guard let kind = SourceKind(rawValue: text), ![.sample, .facilityList].contains(kind) else {
      throw UsageError(
        "--source-kind is roster, hotline, attorney, family, court, official or stint_release, not “\(text)”.")
    }
    return .init(kind: kind, trust: trust ?? kind.usualTrust, isPublic: try isPublic(arguments, kind))
  }

  /// What private sources tell is told to strangers only once a responder has screened it.
  private static func isPublic(_ arguments: Arguments, _ kind: SourceKind) throws(UsageError) -> Bool {
    switch (arguments.has("--public"), arguments.has("--private"), kind.isUsuallyPublic) {
    case (true, true, _): throw UsageError("A source is --public or --private, not both.")
    case (true, false, _): return true
    case (false, true, _): return false
    case (false, false, let usual?): return usual
    case (false, false, nil):
      throw UsageError(
        "Say whether anyone can read a source of kind \(kind.rawValue) themselves: --public or --private.")
    }
  }

  func run(_ context: CommandContext) async throws {
    var options = options
    if let mapPath {
      guard let text = try? String(contentsOfFile: mapPath, encoding: .utf8) else {
        throw Failure("The map “\(mapPath)” cannot be read.", .missingInput)
      }
      options.map = text
    }
    let importer = RecordImport(
      database: try context.database(as: .staff, timeouts: .patient), share: try context.share())
    let line = StageLine(context)
    let report: ImportReport
    do {
      report = try await importer.run(options, now: .now) { line.show($0) }
    } catch let failure as ImportFailure {
      line.end()
      throw Failure(importing: failure)
    }
    line.end()
    for text in report.lines { context.output.line(text) }
  }
}

/// `paradero import undo`: takes an import back as a whole.
struct ImportUndoCommand: Command {
  static let name = "import undo"
  static let summary = "take an import back as a whole"
  static let usage = Usage(
    operands: [Operand("BATCH", "its number, as “paradero import list” shows it")],
    options: [.value("--reason", "TEXT", "why, for those who look at the list later")],
    notes: "Everything the import brought is hidden at once. The file can be imported again afterwards.")

  private let batch: Int64
  private let reason: String

  init(_ arguments: Arguments) throws(UsageError) {
    guard let batch = Int64(arguments.operands[0]), batch > 0 else {
      throw UsageError("A batch is a number, not “\(arguments.operands[0])”.")
    }
    self.batch = batch
    reason = arguments.text("--reason") ?? "taken back at the command line"
  }

  func run(_ context: CommandContext) async throws {
    let importer = RecordImport(
      database: try context.database(as: .staff, timeouts: .patient), share: try context.share())
    do {
      let undone = try await importer.undo(batch, reason: reason, now: .now)
      context.output.line(
        "Batch \(batch) (\(undone.batch.label ?? "no label"), \(undone.batch.sourceName)) is taken back: "
          + "\(undone.batch.counts.accepted) rows are hidden.")
      for later in undone.leaning {
        context.output.line(
          "Batch \(later.id) (\(later.label ?? "no label")) left out rows that were known then; "
            + "import its file again to get those of them that are now missing.")
      }
    } catch let failure as ImportFailure {
      throw Failure(importing: failure)
    }
  }
}

/// `paradero import list`: what was imported, and what was taken back.
struct ImportListCommand: Command {
  static let name = "import list"
  static let summary = "list imports, the newest first"
  static let usage = Usage()

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    let importer = RecordImport(database: try context.database(as: .staff), share: try context.share())
    let batches = try await importer.list()
    guard !batches.isEmpty else { return context.output.line("Nothing was imported yet.") }
    var rows = [["batch", "day", "source", "file", "new", "known", "rejected", "state"]]
    for batch in batches {
      let state = batch.withdrawnAt?.utcDay.map { "taken back \($0.iso)" } ?? (batch.isLive ? "live" : "unfinished")
      rows.append([
        "\(batch.id)", batch.startedAt.utcDay?.iso ?? "", batch.sourceName, batch.label ?? "",
        "\(batch.counts.accepted)", "\(batch.counts.duplicate)", "\(batch.counts.rejected)", state,
      ])
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      context.output.line(cells.joined(separator: "  ").replacing(#/\ +$/#, with: ""))
    }
  }
}

extension Failure {
  fileprivate init(importing failure: ImportFailure) {
    let code: ExitCode =
      switch failure {
      case .fileMissing, .fileUnreadable: .missingInput
      case .unknownSource, .sourceDiffers, .noSuchBatch, .alreadyWithdrawn, .notAnImport: .usage
      case .dataFileMissing, .dataFileFaulty, .numbersSealed: .configuration
      case .rejectsUnwritable: .cannotCreate
      case .diskFull: .inputOutput
      case .fileEmpty, .notText, .noHeader, .headerNamesNobody, .mapFaulty, .mapNamesNoColumn, .strict: .badData
      }
    self.init(failure.sentence, code)
  }
}
