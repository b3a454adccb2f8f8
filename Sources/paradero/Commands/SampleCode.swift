internal import CivilTime
internal import Services
internal import Vault

/// `paradero sample code`: the sign-ins of a demo.
struct SampleCodeCommand: Command {
  static let name = "sample code"
  static let summary = "show how to sign in to a demo's sample accounts"
  static let usage = Usage(
    operands: [Operand("NAME", "the sample account; all of them if none is named", count: .optional)],
    options: [.flag("--bare", "the six digits alone, waiting until they can be used")],
    notes: """
      There are \(SampleAccounts.sentence).
      The six digits are those that an authenticator app would show. Each works once; when they were used, the next ones
      are shown. Refused in an installation for real records.
      """)

  private let account: String?
  private let isBare: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    account = arguments.operands.first
    isBare = arguments.has("--bare")
    guard !isBare || account != nil else { throw UsageError("--bare is for one account: name it.") }
  }

  func run(_ context: CommandContext) async throws {
    let keys = try KeyRing(try context.configuration.requiredKeyFolder())
    let samples = SampleAccounts(
      try context.database(as: .staff),
      passwords: PasswordDesk(keys: keys, common: try CommonPasswords(share: try context.share())), keys: keys)
    let origin = context.configuration[Settings.origin]
    var isFirst = true
    for name in account.map({ [$0] }) ?? SampleAccounts.all.map(\.name) {
      // Outside of a demo this refuses, before anything is said.
      let entry = try await samples.signIn(to: name, now: .now)
      if isFirst, account == nil {
        context.output.line("Sign in at \(origin)/en/staff/sign-in with the password “\(SampleAccounts.password)” and:")
      }
      isFirst = false
      if isBare {
        if entry.wait > 0 { try await Task.sleep(for: .seconds(entry.wait)) }
        context.output.line(entry.code)
      } else if account != nil {
        context.output.line("\(name): password “\(entry.password)”, second factor \(entry.code)\(Self.hint(entry))")
        context.output.line("  Sign in at \(origin)/en/staff/sign-in.")
      } else {
        context.output.line("  \(name), second factor \(entry.code)\(Self.hint(entry))")
      }
    }
  }

  private static func hint(_ entry: SampleAccounts.SignIn) -> String {
    entry.wait == 0 ? "" : " (in \(entry.wait) seconds)"
  }
}
