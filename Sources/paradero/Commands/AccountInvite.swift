internal import CivilTime
internal import Foundation
internal import Records
internal import Services

/// `paradero account invite`: makes an account and shows its first one-time code.
struct AccountInviteCommand: Command {
  static let name = "account invite"
  static let summary = "make an account and show its one-time code"
  static let usage = Usage(
    operands: [Operand("NAME", "what the account is called: small letters, digits, dots and dashes")],
    options: [
      .value("--role", "ROLE", "operator, responder, attorney, assistant, interpreter or monitor"),
      .value("--office", "NAME", "the office of an attorney, who sees its requests and no other's"),
      .value("--organisation", "NAME", "the organisation of a responder or monitor"),
      .value("--under", "ACCOUNT", "the attorney whom an assistant or interpreter works under"),
      .flag("--if-none", "only while nobody of that role has ever signed in; a code given before is replaced"),
    ],
    notes: """
      The code is shown this once, works once, and for 24 hours. Only its hash is stored. Give it to the person by
      voice or in person; “paradero account reset-factor NAME” makes another. Attorneys apply at /en/sign-up and are
      verified there by a call to the number that their bar lists: whoever invites one here vouches for that.
      """)

  private let account: String
  private let role: Role
  private let office: String?
  private let organisation: String?
  private let supervisor: String?
  private let onlyIfNone: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    account = arguments.operands.first ?? ""
    let text = try arguments.required("--role")
    guard let role = Role(rawValue: text) else {
      throw UsageError("--role is operator, responder, attorney, assistant, interpreter or monitor, not “\(text)”.")
    }
    self.role = role
    office = arguments.text("--office")
    organisation = arguments.text("--organisation")
    supervisor = arguments.text("--under")
    guard role != .attorney || office != nil else { throw UsageError("An attorney needs --office.") }
    guard !role.worksInOrganisation || organisation != nil else {
      throw UsageError("A \(role.rawValue) needs --organisation.")
    }
    guard role.isSupervised == (supervisor != nil) else {
      throw UsageError(
        role.isSupervised ? "An \(role.rawValue) needs --under." : "--under is for assistants and interpreters.")
    }
    onlyIfNone = arguments.has("--if-none")
  }

  func run(_ context: CommandContext) async throws {
    let accounts = AccountService(try context.database(as: .migrator))
    let invitation =
      onlyIfNone
      ? try await accounts.inviteFirst(
        account, role: role, office: office, organisation: organisation, under: supervisor, now: .now)
      : try await accounts.invite(
        account, role: role, office: office, organisation: organisation, under: supervisor, now: .now)
    guard let invitation else { return }
    context.output.line(InvitationLines.text(invitation, origin: context.configuration[Settings.origin]))
  }
}

extension Timestamp {
  static var now: Timestamp { Timestamp(secondsSinceEpoch: Date().timeIntervalSince1970) }
}
