import Locking

@testable import paradero

/// What one run of the program printed, and how it ended.
struct Ran: Sendable {
  let output: String
  let errors: String
  let code: ExitCode
}

/// Runs the program in this process, as `paradero WORDS` would.
func run(
  words: [String], environment: [String: String] = [:], commands: [any Command.Type] = allCommands
) async -> Ran {
  let output = Locked(""), errors = Locked("")
  let program = Program(
    commands: commands, environment: environment,
    output: Output { text in output.withLock { $0 += text } },
    errors: Output { text in errors.withLock { $0 += text } })
  let code = await program.run(words)
  return Ran(output: output.withLock { $0 }, errors: errors.withLock { $0 }, code: code)
}

/// The same, with the words one by one.
func run(_ words: String..., environment: [String: String] = [:]) async -> Ran {
  await run(words: words, environment: environment)
}
