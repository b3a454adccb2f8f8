internal import CivilTime
internal import Services

/// `paradero account reset-factor`: a way back in for who lost a phone, forgot a password, or let a code grow old.
struct AccountResetFactorCommand: Command {
  static let name = "account reset-factor"
  static let summary = "take password and second factor away and show a new one-time code"
  static let usage = Usage(
    operands: [Operand("NAME", "the account")],
    notes: """
      Every session of the account ends, and a code that it was given before is no longer good. Make sure that it is the
      person who asks: call back, at a number that you knew before.
      """)

  private let account: String

  init(_ arguments: Arguments) throws(UsageError) { account = arguments.operands.first ?? "" }

  func run(_ context: CommandContext) async throws {
    let accounts = AccountService(try context.database(as: .migrator))
    let invitation = try await accounts.resetFactor(account, now: .now)
    context.output.line(InvitationLines.text(invitation, origin: context.configuration[Settings.origin]))
  }
}
