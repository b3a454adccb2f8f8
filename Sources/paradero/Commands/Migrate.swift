internal import Migrator
internal import Postgres
internal import Records
internal import Stores

/// `paradero migrate`: brings the database to this program's schema and says once what the installation is for.
struct MigrateCommand: Command {
  static let name = "migrate"
  static let summary = "bring the database up to date"
  static let usage = Usage(
    options: [
      .value("--kind", "KIND", "what a new installation is for: demo, production or test"),
      .flag("--rebuild", "build views, functions and rights anew even if they are this program's"),
    ],
    notes: """
      One transaction under a lock: it happens whole or not at all, and doing it twice does nothing. It needs
      PARADERO_DATABASE_URL, the address of the database's owner, and makes the login roles that the service uses.
      The kind stays with the database: invented people never enter one made for production.
      """)

  private let kind: InstallationKind?
  private let rebuild: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    let text = arguments.text("--kind")
    kind = text.flatMap(InstallationKind.init(rawValue:))
    if let text, kind == nil { throw UsageError("--kind is demo, production or test, not “\(text)”.") }
    rebuild = arguments.has("--rebuild")
  }

  func run(_ context: CommandContext) async throws {
    let database = try context.database(as: .migrator, timeouts: .patient)
    let report: SchemaMigrator.Report
    do {
      report = try await SchemaMigrator().migrate(database, rebuild: rebuild)
    } catch let fault as MigrationFault {
      throw Failure("\(fault)", .configuration)
    }
    let applied = report.applied.isEmpty ? "" : ": \(report.applied.joined(separator: ", "))"
    context.output.line(
      report.didNothing
        ? "The database is at version \(report.version) already."
        : "The database is at version \(report.version)\(applied).")
    try await settle(database, context)
  }

  /// The first migration with a kind decides what the database is for; a later one that differs is refused.
  private func settle(_ database: Database, _ context: CommandContext) async throws {
    guard let kind else { return }
    let settled = try await InstallationStore(database).settle(kind)
    guard settled == kind else {
      throw Failure(
        "This database was made for \(settled.purpose), and cannot become one for \(kind.purpose): use another database.",
        .configuration)
    }
  }
}

extension InstallationKind {
  fileprivate var purpose: String {
    switch self {
    case .demo: "a demonstration"
    case .production: "real records"
    case .test: "tests"
    }
  }
}
