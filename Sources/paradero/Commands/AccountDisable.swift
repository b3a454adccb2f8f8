internal import CivilTime
internal import Services

/// `paradero account disable`: ends every session of an account and lets nobody in by it again.
struct AccountDisableCommand: Command {
  static let name = "account disable"
  static let summary = "sign an account out everywhere, for good"
  static let usage = Usage(
    operands: [Operand("NAME", "the account")],
    notes: "It takes effect with the next request. What the account did stays under its name, which is not given again."
  )

  private let account: String

  init(_ arguments: Arguments) throws(UsageError) { account = arguments.operands.first ?? "" }

  func run(_ context: CommandContext) async throws {
    try await AccountService(try context.database(as: .migrator)).disable(account, now: .now)
    context.output.line("The account “\(account)” is disabled and signed out everywhere.")
  }
}
