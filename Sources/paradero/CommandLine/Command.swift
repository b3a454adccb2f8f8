/// One thing that `paradero` does when told to. Adding one is one file and one line in `allCommands`.
protocol Command: Sendable {
  /// What is typed after `paradero`; two words for a command of a family, as in `import records`.
  static var name: String { get }
  /// One line for the list of commands.
  static var summary: String { get }
  /// What may follow the name. It is both what `--help` prints and what the arguments are read by.
  static var usage: Usage { get }

  init(_ arguments: Arguments) throws(UsageError)
  func run(_ context: CommandContext) async throws
}

/// The operands and options of a command, and what more there is to say about it.
struct Usage: Sendable {
  var operands: [Operand] = []
  var options: [Option] = []
  /// Paragraphs and examples printed under the options.
  var notes: String = ""
}

/// A word that stands without a flag, such as a file.
struct Operand: Sendable {
  enum Count: Sendable { case one, optional, many }

  let name: String
  let summary: String
  let count: Count

  init(_ name: String, _ summary: String, count: Count = .one) {
    (self.name, self.summary, self.count) = (name, summary, count)
  }

  /// As it stands in the usage line.
  var shape: String {
    switch count {
    case .one: name
    case .optional: "[\(name)]"
    case .many: "\(name)…"
    }
  }
}

/// A flag, with or without a value.
struct Option: Sendable {
  let flag: String
  /// What the value is called in the help; nil for a flag that takes none.
  let value: String?
  let summary: String

  /// An option that is there or is not: `--dry-run`.
  static func flag(_ flag: String, _ summary: String) -> Option {
    Option(flag: flag, value: nil, summary: summary)
  }

  /// An option with a value: `--source NAME` or `--source=NAME`.
  static func value(_ flag: String, _ value: String, _ summary: String) -> Option {
    Option(flag: flag, value: value, summary: summary)
  }

  /// As it stands in the help.
  var shape: String { value.map { "\(flag) \($0)" } ?? flag }
}
