internal import Foundation
internal import Postgres

/// What a command may use: settings, databases, and ways to say something.
struct CommandContext: Sendable {
  let configuration: Configuration
  /// Results, and nothing else.
  let output: Output
  /// Progress and complaints.
  let errors: Output
  let quiet: Bool
  private let databases: Databases

  init(configuration: Configuration, output: Output, errors: Output, quiet: Bool) {
    (self.configuration, self.output, self.errors, self.quiet) = (configuration, output, errors, quiet)
    databases = Databases(configuration)
  }

  /// The database as a role; the pool is shared within the command and closed at its end.
  func database(
    as role: DatabaseRole, timeouts: DatabaseConfiguration.Timeouts = DatabaseConfiguration.Timeouts()
  ) throws -> Database {
    try databases.pool(as: role, timeouts: timeouts)
  }

  /// The pools that this command uses, for metrics.
  var pools: [(role: DatabaseRole, statistics: Database.Statistics)] { databases.inUse }

  /// A line that tells how far a long job is; silent if nobody watches.
  func progress(_ label: String, total: Int? = nil) -> ProgressLine {
    ProgressLine(label, total: total, output: quiet || !errors.isTerminal ? nil : errors)
  }

  /// One-line JSON, for what a service says while it runs.
  var log: LineLog { LineLog(output: output) }

  /// The folder with `seed/`, `names/` and `rulebook/`.
  func share() throws(Failure) -> String {
    if let folder = configuration[Settings.share] { return folder }
    guard let folder = ShareFolder.find() else {
      throw Failure(
        "The folder with seed/, names/ and rulebook/ was not found; set PARADERO_SHARE to it.", .configuration)
    }
    return folder
  }

  func close() async { await databases.close() }
}

/// Finds the data files: `../share/paradero` beside an installed program, else `sql/` of the checkout it was built in.
enum ShareFolder {
  static func find(executable: String? = Bundle.main.executablePath) -> String? {
    guard let executable else { return nil }
    var folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
    let installed = folder.deletingLastPathComponent().appendingPathComponent("share/paradero")
    if holdsData(installed) { return installed.path }
    while folder.path != "/" {
      let checkout = folder.appendingPathComponent("sql")
      if holdsData(checkout) { return checkout.path }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  private static func holdsData(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("seed").path)
      && FileManager.default.fileExists(atPath: folder.appendingPathComponent("names").path)
  }
}
