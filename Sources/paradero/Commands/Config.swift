/// `paradero config`: the settings in force and where each came from.
struct ConfigCommand: Command {
  static let name = "config"
  static let summary = "show the settings in force, secrets hidden"
  static let usage = Usage()

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    let lines = context.configuration.lines()
    let width = lines.map(\.name.count).max() ?? 0
    for line in lines {
      let name = line.name + String(repeating: " ", count: width - line.name.count)
      context.output.line("\(name)  \(line.value)  (\(line.source.rawValue))")
    }
  }
}
