package import CivilTime
package import Postgres
package import Records
internal import Stores
internal import Vault

/// The accounts of a demo, one for each role: with passwords that are printed and second factors that are on.
package struct SampleAccounts: Sendable {
  private let database: Database
  private let passwords: PasswordDesk
  private let keys: KeyRing

  /// With the database as `paradero_staff` sees it: the key is readable to the service alone.
  package init(_ database: Database, passwords: PasswordDesk, keys: KeyRing) {
    self.database = database
    self.passwords = passwords
    self.keys = keys
  }

  /// Attorneys come before those who work under them.
  package static let all: [(name: String, role: Role)] = Role.allCases.map { ("sample-\($0.rawValue)", $0) }

  /// "a, b and c"
  package static let sentence = all.dropLast().map(\.name).joined(separator: ", ") + " and " + (all.last?.name ?? "")

  /// Where the demo's people work: invented, as everybody there is.
  package static let office = "Sample Law Office"
  package static let organisation = "Sample Support Network"

  /// No secret: every demo has it, and nothing but a demo lets these accounts in.
  package static let password = "quiet harbor seven lanterns"

  /// What signs somebody in: name, password, and the current code of the second factor.
  package struct SignIn: Sendable {
    package let account: Account
    package let password: String
    package let code: String
    /// Seconds until the code can be used. Nearly always none: a code works once, and the next counts a little early.
    package let wait: Int
  }

  /// The way in to a sample account, which is made if need be. Refused anywhere but in a demo.
  package func signIn(to name: String, now: Timestamp) async throws -> SignIn {
    guard let sample = Self.all.first(where: { $0.name == name }) else { throw AccountFault.noSample(name) }
    let account = try await database.transaction(actor: Self.actor) { transaction in
      guard try await InstallationStore(transaction).kind() == .demo else { throw AccountFault.notADemo }
      if sample.role.isSupervised { _ = try await Self.made("sample-attorney", .attorney, transaction, now) }
      return try await Self.made(name, sample.role, transaction, now)
    }
    guard account.isSample else { throw AccountFault.nameTaken(name) }
    guard account.disabledAt == nil else { throw AccountFault.isDisabled(name) }
    let hasPassword = try await database.transaction(readOnly: true, actor: Self.actor) { transaction in
      try await PasswordStore(transaction).encoded(of: account.id) != nil
    }
    // A hash takes its time, and the password is always the same.
    let encoded = hasPassword ? nil : try await passwords.hash(Self.password)
    let app = try await database.transaction(actor: Self.actor) { transaction in
      if let encoded { try await PasswordStore(transaction).set(encoded, of: account.id, now: now) }
      if let app = try await FactorStore(transaction).app(of: account.id) { return app }
      _ = try await FactorDesk(keys: keys.service).set(
        AppSecret(), proved: FactorDesk.step(now) - 2, of: account, transaction, now: now)
      guard let app = try await FactorStore(transaction).app(of: account.id) else {
        throw AccountFault.unknown(name)
      }
      return app
    }
    return try code(of: app, account, now)
  }

  /// The oldest code that would still be taken: the current one, or the next if that was used.
  private func code(of app: FactorStore.App, _ account: Account, _ now: Timestamp) throws -> SignIn {
    let sealedIn = FactorDesk.sealedIn + String(app.id)
    guard let secret = AppSecret(try keys.service.open(app.sealed, context: sealedIn)) else {
      throw KeyError.cannotOpen
    }
    let current = FactorDesk.step(now)
    let step = max(current, (app.lastStep ?? 0) + 1)
    // The next step counts already; the one after it does in time.
    let opens = Double((step - Int64(AppSecret.window)) * Int64(AppSecret.period))
    let wait = max(0, Timestamp(secondsSinceEpoch: opens).seconds(since: now))
    return SignIn(
      account: account, password: Self.password, code: secret.code(step: step), wait: Int(wait.rounded(.up)))
  }

  private static let actor = AccountKeeper.commandLine.actor

  private static func made(
    _ name: String, _ role: Role, _ transaction: Transaction, _ now: Timestamp
  ) async throws -> Account {
    if let known = try await AccountStore(transaction).account(named: name) { return known }
    return try await AccountService.add(
      name, role, office: role == .attorney ? office : nil,
      organisation: role.worksInOrganisation ? organisation : nil,
      under: role.isSupervised ? "sample-attorney" : nil, isSample: true, transaction, now)
  }
}
