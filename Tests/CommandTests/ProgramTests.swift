import Testing

@testable import paradero

@Suite struct `The command line` {
  @Test func `lists commands and settings`() async throws {
    // Two commands stand for all, so that a new one changes no golden file but its own.
    let ran = await run(words: ["--help"], commands: [ServeCommand.self, ConfigCommand.self])
    #expect(ran.code == .success)
    try expectGolden(ran.output, "help.txt")
  }

  @Test func `lists every command with its summary`() async {
    let lines = await run("--help").output.split(separator: "\n")
    for command in allCommands {
      #expect(lines.contains { $0.hasPrefix("  \(command.name) ") && $0.hasSuffix(command.summary) }, "\(command.name)")
    }
  }

  @Test(arguments: allCommands.map { $0.name }) func `explains each command`(_ name: String) async throws {
    let ran = await run(words: name.split(separator: " ").map(String.init) + ["--help"])
    #expect(ran.code == .success)
    try expectGolden(ran.output, "\(name.replacing(" ", with: "-")).txt")
  }

  @Test(arguments: [
    (["no-such-thing"], "There is no command “no-such-thing”."),
    (["config", "--no-such-flag"], "There is no option “--no-such-flag”."),
    (["config", "extra"], "“extra” is one word too many."),
    (["config", "--quiet=yes"], "--quiet takes no value."),
    (["config", "--socket"], "--socket needs a value: --socket PATH."),
    (
      ["report", "--from", "2026-12-01", "--until", "2026-11-01"],
      "There is no day to count: --from 2026-12-01 has to come before --until 2026-11-01."
    ),
    (["pair"], "Say which: “pair of”."),
    (["pair", "of"], "FILE is missing."),
    (["pair", "of", "shoes", "--size", "many"], "--size takes a whole number from 1 to 50, not “many”."),
  ]) func `says in one sentence what it cannot read`(_ words: [String], _ sentence: String) async {
    let ran = await run(words: words, commands: allCommands + [PairOf.self])
    #expect(ran.code == .usage)
    #expect(ran.output.isEmpty)
    #expect(ran.errors.hasPrefix("paradero: \(sentence)"))
    #expect(ran.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test func `hands operands, values and flags to the command`() async {
    let ran = await run(words: ["pair", "of", "--size=42", "shoes", "--", "--left"], commands: [PairOf.self])
    #expect(ran.output == "shoes --left 42\n")
  }

  @Test func `turns a failure into its exit code`() async {
    let ran = await run(words: ["pair", "of", "nothing"], commands: [PairOf.self])
    #expect(ran.code == .missingInput)
    #expect(ran.errors == "paradero: There is nothing there.\n")
  }
}

/// A command with everything a command can have.
private struct PairOf: Command {
  static let name = "pair of"
  static let summary = "for tests"
  static let usage = Usage(
    operands: [Operand("FILE", "a file"), Operand("MORE", "more", count: .optional)],
    options: [.value("--size", "N", "a size")])
  let files: [String]
  let size: Int?

  init(_ arguments: Arguments) throws(UsageError) {
    files = arguments.operands
    size = try arguments.integer("--size", in: 1...50)
  }

  func run(_ context: CommandContext) async throws {
    guard files != ["nothing"] else { throw Failure("There is nothing there.", .missingInput) }
    context.output.line("\(files.joined(separator: " ")) \(size ?? 0)")
  }
}
