internal import CivilTime
internal import Services

/// `paradero account code`: gives somebody who has an account another way in.
struct AccountCodeCommand: Command {
  static let name = "account code"
  static let summary = "show a new one-time code for an account"
  static let usage = Usage(
    operands: [Operand("NAME", "the account")],
    notes: "A code that the account was given before and did not use is no longer good.")

  private let account: String

  init(_ arguments: Arguments) throws(UsageError) { account = arguments.operands.first ?? "" }

  func run(_ context: CommandContext) async throws {
    let accounts = AccountService(try context.database(as: .migrator))
    let invitation = try await accounts.code(for: account, now: .now)
    context.output.line(InvitationLines.text(invitation, origin: context.configuration[Settings.origin]))
  }
}
