internal import CivilTime
internal import Postgres
internal import Services
internal import Stores

/// `paradero retention sweep`: erases what has been kept for as long as it may be.
struct RetentionSweepCommand: Command {
  static let name = "retention sweep"
  static let summary = "erase what has been kept for as long as it may be"
  static let usage = Usage(
    options: [
      .flag("--dry-run", "say what would go, and let it stay"),
      .flag("--scrub", "also clear what deleting leaves in the files of the database; locks its tables meanwhile"),
    ],
    notes: """
      “paradero serve” does the same once a day, without --scrub. PostgreSQL leaves deleted rows in its files until they
      are written over: --scrub rewrites the tables that hold personal data and starts a new file of the write-ahead log,
      which needs a superuser. How long what is kept, “paradero retention table” lists.
      """)

  private let isRehearsal: Bool
  private let scrubs: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    isRehearsal = arguments.has("--dry-run")
    scrubs = arguments.has("--scrub")
    if isRehearsal, scrubs { throw UsageError("--dry-run leaves everything as it is, so there is nothing to scrub.") }
  }

  func run(_ context: CommandContext) async throws {
    let database = try context.database(as: .migrator, timeouts: .patient)
    let sweep = RetentionSweep(database)
    let report = isRehearsal ? try await sweep.rehearse(now: .now) : try await sweep.run(now: .now)
    for step in RetentionStep.allCases {
      context.output.line("\(ProgressLine.grouped(report.erased[step] ?? 0))  \(step.rawValue)")
    }
    if report.held > 0 {
      context.output.line("\(ProgressLine.grouped(report.held))  visit requests stay because of a legal hold")
    }
    if isRehearsal { context.output.line("Nothing was erased: this was a rehearsal.") }
    if scrubs {
      try await Scrubbing(database).run()
      context.output.line("The tables were rewritten, and the write-ahead log goes on in a new file.")
    }
  }
}

/// `paradero retention table`: every column that there is, and how long it is kept.
struct RetentionTableCommand: Command {
  static let name = "retention table"
  static let summary = "list every stored column: how it is kept, of what class it is, and for how long"
  static let usage = Usage(notes: "Prints Markdown, from the comments of the schema.")

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    let columns = try await RetentionStore(try context.database(as: .migrator)).columns()
    var table = ""
    for column in columns {
      if column.table != table {
        context.output.line("\(table.isEmpty ? "" : "\n")## \(column.table)\n")
        context.output.line("| column | form | class | retention | what |\n|---|---|---|---|---|")
        table = column.table
      }
      let cells = [column.column, column.protection, column.kind, column.retention, column.text]
      context.output.line("| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |")
    }
  }
}

/// `paradero retention hold set`: keeps records of incidents from being erased.
struct HoldSetCommand: Command {
  static let name = "retention hold set"
  static let summary = "keep records of incidents from being erased, by name of who ordered it"
  static let usage = Usage(
    operands: [Operand("WHAT", "a request's reference, a facility's code, or “everything”")],
    options: [
      .value("--by", "NAME", "who ordered it"),
      .value("--because", "WORDS", "why, such as a docket number"),
    ])

  private let scope: LegalHoldService.Scope
  private let by: String
  private let why: String

  init(_ arguments: Arguments) throws(UsageError) {
    scope = LegalHoldService.Scope(arguments.operands.first ?? "")
    by = try arguments.required("--by")
    why = try arguments.required("--because")
  }

  func run(_ context: CommandContext) async throws {
    let holds = LegalHoldService(try context.database(as: .migrator))
    guard let id = try await holds.set(scope, by: by, because: why, now: .now) else {
      throw Failure("There is no such request or facility.", .badData)
    }
    context.output.line("Hold \(id) is set; “paradero retention hold lift \(id)” ends it.")
  }
}

/// `paradero retention hold lift`: ends a hold.
struct HoldLiftCommand: Command {
  static let name = "retention hold lift"
  static let summary = "end a legal hold, by name of who ordered that"
  static let usage = Usage(
    operands: [Operand("HOLD", "its number, as “paradero retention hold list” shows it")],
    options: [
      .value("--by", "NAME", "who ordered that it end"),
      .value("--because", "WORDS", "why"),
    ])

  private let hold: Int64
  private let by: String
  private let why: String

  init(_ arguments: Arguments) throws(UsageError) {
    guard let hold = Int64(arguments.operands.first ?? ""), hold > 0 else {
      throw UsageError("HOLD is the number of a hold.")
    }
    self.hold = hold
    by = try arguments.required("--by")
    why = try arguments.required("--because")
  }

  func run(_ context: CommandContext) async throws {
    let holds = LegalHoldService(try context.database(as: .migrator))
    guard try await holds.lift(hold, by: by, because: why, now: .now) else {
      throw Failure("There is no hold \(hold) that stands.", .badData)
    }
    context.output.line("Hold \(hold) is lifted. What it kept goes with the next sweep.")
  }
}

/// `paradero retention hold list`: what must stay, and by whose order.
struct HoldListCommand: Command {
  static let name = "retention hold list"
  static let summary = "show legal holds, those that stand first"
  static let usage = Usage()

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    let holds = try await LegalHoldService(try context.database(as: .migrator)).all()
    guard !holds.isEmpty else {
      context.output.line("There are no legal holds.")
      return
    }
    for hold in holds {
      var line = "\(hold.id)  \(hold.request ?? hold.facility ?? "everything")  ordered by \(hold.orderedBy), "
      line += "\(InvitationLines.moment(hold.setAt)): \(hold.why)"
      if let lifted = hold.lifted {
        line += "; lifted by \(lifted.by), \(InvitationLines.moment(lifted.at)): \(lifted.why)"
      }
      context.output.line(line)
    }
  }
}
