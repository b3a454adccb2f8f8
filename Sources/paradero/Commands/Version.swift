/// `paradero version`: what was built, for a report of a fault.
struct VersionCommand: Command {
  static let name = "version"
  static let summary = "print the version"
  static let usage = Usage()

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws { context.output.line(Build.description) }
}

/// What this binary is.
enum Build {
  static let version = "0.1"
  static var description: String { "paradero \(version)" }
}
