internal import CivilTime
internal import Services

/// `paradero sample code`: the sign-ins of a demo.
struct SampleCodeCommand: Command {
  static let name = "sample code"
  static let summary = "show one-time codes for a demo's sample accounts"
  static let usage = Usage(
    operands: [Operand("NAME", "the sample account; all of them if none is named", count: .optional)],
    notes: """
      There are \(AccountService.sampleNames). Each call makes new codes, and
      those not used yet are no longer good. Refused in an installation for real records.
      """)

  private let account: String?

  init(_ arguments: Arguments) throws(UsageError) { account = arguments.operands.first }

  func run(_ context: CommandContext) async throws {
    let accounts = AccountService(try context.database(as: .migrator))
    for name in account.map({ [$0] }) ?? AccountService.samples.map(\.name) {
      let invitation = try await accounts.sampleCode(for: name, now: .now)
      context.output.line(InvitationLines.text(invitation, origin: context.configuration[Settings.origin]))
    }
  }
}
