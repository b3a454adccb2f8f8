internal import Foundation

/// Where the process begins: it runs one command and ends with its exit code.
@main
enum Entry {
  static func main() async {
    let program = Program(
      commands: allCommands, environment: ProcessInfo.processInfo.environment,
      output: .standardOutput, errors: .standardError)
    exit(await program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }
}
