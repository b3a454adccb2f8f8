/// What `--help` prints, from the commands' own declarations.
enum Help {
  /// All commands, one line each, and the settings.
  static func overview(_ commands: [any Command.Type]) -> String {
    """
    Paradero finds people in immigration detention for their families.

    Usage: paradero COMMAND [OPTION…]

    Commands
    \(table(commands.map { ($0.name, $0.summary) }))

    Every command
    \(table(Program.commonOptions.prefix(2).map { ($0.shape, $0.summary) }))

    Settings come from the environment, or from a flag where one is named; secrets also from a file of that name in
    the folder CREDENTIALS_DIRECTORY. “paradero config” shows what is in force.
    \(table(Settings.all.map { ([$0.name, $0.option?.flag].compactMap(\.self).joined(separator: ", "), $0.summary) }))

    “paradero COMMAND --help” tells more about one.
    """
  }

  /// One command: its usage line, operands, options and notes.
  static func text(_ command: any Command.Type) -> String {
    let usage = command.usage
    let shapes = usage.operands.map(\.shape) + (usage.options.isEmpty ? [] : ["[OPTION…]"])
    var parts = [
      "\(command.summary)",
      "Usage: " + (["paradero", command.name] + shapes).joined(separator: " "),
    ]
    if !usage.operands.isEmpty { parts.append(table(usage.operands.map { ($0.name, $0.summary) })) }
    if !usage.options.isEmpty { parts.append(table(usage.options.map { ($0.shape, $0.summary) })) }
    if !usage.notes.isEmpty { parts.append(usage.notes) }
    return parts.joined(separator: "\n\n")
  }

  /// Two columns; a left one that is too wide gets a line of its own.
  static func table(_ rows: [(left: String, right: String)]) -> String {
    let width = min(30, rows.map(\.left.count).max() ?? 0)
    return rows.map { row in
      guard row.left.count <= width else {
        return "  \(row.left)\n  \(String(repeating: " ", count: width))  \(row.right)"
      }
      return "  \(row.left)\(String(repeating: " ", count: width - row.left.count))  \(row.right)"
    }.joined(separator: "\n")
  }
}
