/// From the words of a command line to an exit code: finds the command, reads its arguments, runs it, says what failed.
struct Program: Sendable {
  let commands: [any Command.Type]
  let environment: [String: String]
  let output: Output
  let errors: Output

  /// Options that every command takes besides its own.
  static let commonOptions: [Option] =
    [
      .flag("--help", "print this and stop"),
      .flag("--quiet", "no progress, only results and errors"),
    ] + Settings.all.compactMap(\.option)

  func run(_ words: [String]) async -> ExitCode {
    do {
      try await start(words)
      return .success
    } catch let error as UsageError {
      errors.line("paradero: \(error.sentence) “paradero --help” lists what there is.")
      return .usage
    } catch {
      let failure = Failure(explaining: error)
      if !failure.sentence.isEmpty { errors.line("paradero: \(failure.sentence)") }
      return failure.code
    }
  }

  private func start(_ words: [String]) async throws {
    guard let first = words.first, !["--help", "-h", "help"].contains(first) else {
      return output.line(Help.overview(commands))
    }
    if first == "--version" { return output.line(Build.description) }
    guard let (command, rest) = find(words) else { throw unknown(words) }
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      return output.line(Help.text(command))
    }
    var usage = command.usage
    usage.options += Self.commonOptions
    let arguments = try Arguments(rest, usage: usage)
    let configuration = try Configuration(environment: environment, arguments: arguments)
    let made = try command.init(arguments)
    let context = CommandContext(
      configuration: configuration, output: output, errors: errors, quiet: arguments.has("--quiet"))
    do {
      try await made.run(context)
      await context.close()
    } catch {
      await context.close()
      throw error
    }
  }

  /// The command whose words the line begins with; of two, the one with more words.
  private func find(_ words: [String]) -> (any Command.Type, [String])? {
    let found = commands.filter { words.starts(with: $0.name.split(separator: " ").map(String.init)) }
    guard let command = found.max(by: { $0.name.count < $1.name.count }) else { return nil }
    return (command, Array(words.dropFirst(command.name.split(separator: " ").count)))
  }

  private func unknown(_ words: [String]) -> UsageError {
    let family = commands.map { $0.name }.filter { $0.hasPrefix(words[0] + " ") }
    if !family.isEmpty { return UsageError("Say which: \(family.map { "“\($0)”" }.joined(separator: ", ")).") }
    return UsageError("There is no command “\(words[0])”.")
  }
}
