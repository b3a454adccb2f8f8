internal import CivilTime
internal import Records
internal import Services

/// `paradero account list`: who may sign in.
struct AccountListCommand: Command {
  static let name = "account list"
  static let summary = "show all accounts"
  static let usage = Usage()

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    let accounts = try await AccountService(try context.database(as: .migrator)).all()
    guard !accounts.isEmpty else {
      context.output.line("There are no accounts; “paradero account invite NAME --role operator” makes one.")
      return
    }
    let width = accounts.map(\.name.count).max() ?? 0
    for account in accounts {
      let name = account.name + String(repeating: " ", count: width - account.name.count)
      let role = account.role.rawValue + String(repeating: " ", count: max(0, 11 - account.role.rawValue.count))
      context.output.line("\(name)  \(role)  \(Self.state(account))")
    }
  }

  private static func state(_ account: Account) -> String {
    if let disabled = account.disabledAt { return "disabled \(InvitationLines.moment(disabled))" }
    return (account.isSample ? "sample, " : "") + "since \(InvitationLines.moment(account.createdAt))"
  }
}
