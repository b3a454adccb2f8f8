package import CivilTime
package import Postgres
package import Records
internal import Stores
package import Vault

/// What an operator does with accounts at the command line, as the owner of the database.
package struct AccountService: Sendable {
  private let database: Database

  package init(_ database: Database) { self.database = database }

  /// A code that was just made: this is the only moment at which it can be shown.
  package struct Invitation: Sendable {
    package let account: Account
    package let code: SpokenCode
    package let expiresAt: Timestamp
  }

  /// Makes an account and its first code. An attorney belongs to an office, which is made if it is not known yet.
  package func invite(
    _ name: String, role: Role, office: String? = nil, now: Timestamp
  ) async throws -> Invitation {
    guard Self.isName(name) else { throw AccountFault.notAName }
    guard role.permissions.contains(.signIn) else { throw AccountFault.roleWithoutSignIn(role) }
    let officeName = office.map(FormText.tidy)
    if let officeName { guard (1...120).contains(officeName.count) else { throw AccountFault.notAnOffice } }
    guard role != .attorney || officeName != nil else { throw AccountFault.attorneyWithoutOffice }
    return try await database.transaction(actor: Self.actor) { transaction in
      var office: Int64?
      if let officeName {
        office = try await OfficeStore(transaction).findOrAdd(officeName, isSample: false, now: now)?.id
      }
      let account = try await AccountStore(transaction).add(
        name: name, role: role, isSample: false, office: office, now: now)
      guard let account else { throw AccountFault.nameTaken(name) }
      try await Self.note(.accountInvited, account, transaction, now)
      return try await Self.newCode(account, transaction, now)
    }
  }

  /// Whether accounts of this role have a door to come in by.
  package static func canSignIn(_ role: Role) -> Bool { role.permissions.contains(.signIn) }

  /// The first account of a role in a new installation. Nil once somebody of that role has signed in; before that the
  /// account that was made is given another code, because the first may have been lost.
  package func inviteFirst(
    _ name: String, role: Role, office: String? = nil, now: Timestamp
  ) async throws -> Invitation? {
    let others = try await AccountStore(database).all().filter {
      $0.role == role && !$0.isSample && $0.disabledAt == nil
    }
    if others.contains(where: { $0.signedInAt != nil }) { return nil }
    guard let known = others.first else { return try await invite(name, role: role, office: office, now: now) }
    return try await code(for: known.name, now: now)
  }

  /// Gives an account a new code; an older one that was not used is no longer good.
  package func code(for name: String, now: Timestamp) async throws -> Invitation {
    try await database.transaction(actor: Self.actor) { transaction in
      let account = try await Self.account(name, transaction)
      guard account.disabledAt == nil else { throw AccountFault.isDisabled(name) }
      guard !account.isSample else { throw AccountFault.isSample(name) }
      try await Self.note(.codeGiven, account, transaction, now)
      return try await Self.newCode(account, transaction, now)
    }
  }

  package func all() async throws -> [Account] { try await AccountStore(database).all() }

  /// Ends every session of the account and takes its code; it cannot sign in again.
  package func disable(_ name: String, now: Timestamp) async throws {
    try await database.transaction(actor: Self.actor) { transaction in
      let account = try await Self.account(name, transaction)
      let accounts = AccountStore(transaction)
      guard try await accounts.disable(account.id, now: now) else { throw AccountFault.isDisabled(name) }
      try await accounts.withdrawCode(of: account.id)
      try await SessionStore(transaction).endAll(of: account.id, now: now)
      try await Self.note(.accountDisabled, account, transaction, now)
    }
  }

  // MARK: Samples

  /// The accounts of a demo, one for each role that can sign in.
  package static let samples: [(name: String, role: Role)] =
    Role.allCases.filter { $0.permissions.contains(.signIn) }.map { ("sample-\($0.rawValue)", $0) }

  /// "a, b and c"
  package static let sampleNames =
    samples.dropLast().map(\.name).joined(separator: ", ") + " and " + (samples.last?.name ?? "")

  /// Where the demo's attorney works: invented, as everybody there is.
  package static let sampleOffice = "Sample Law Office"

  /// A code for a sample account, which is made if need be. Refused anywhere but in a demo.
  package func sampleCode(for name: String, now: Timestamp) async throws -> Invitation {
    guard let sample = Self.samples.first(where: { $0.name == name }) else { throw AccountFault.noSample(name) }
    return try await database.transaction(actor: Self.actor) { transaction in
      let accounts = AccountStore(transaction)
      guard try await InstallationStore(transaction).kind() == .demo else { throw AccountFault.notADemo }
      var office: Int64?
      if sample.role == .attorney {
        office = try await OfficeStore(transaction).findOrAdd(Self.sampleOffice, isSample: true, now: now)?.id
      }
      let added = try await accounts.add(
        name: name, role: sample.role, isSample: true, office: office, now: now)
      let account = if let added { added } else { try await Self.account(name, transaction) }
      guard account.isSample else { throw AccountFault.nameTaken(name) }
      guard account.disabledAt == nil else { throw AccountFault.isDisabled(name) }
      return try await Self.newCode(account, transaction, now)
    }
  }

  // MARK: Parts

  private static let actor = "operator at the command line"

  private static func account(_ name: String, _ transaction: Transaction) async throws -> Account {
    guard let account = try await AccountStore(transaction).account(named: name) else {
      throw AccountFault.unknown(name)
    }
    return account
  }

  private static func note(
    _ verb: AuditVerb, _ account: Account, _ transaction: Transaction, _ now: Timestamp
  ) async throws {
    try await AuditStore(transaction).append(
      AuditEntry(actor: .commandLine, verb: verb, object: .account(account.id), facts: [account.role.rawValue]),
      now: now)
  }

  private static func newCode(
    _ account: Account, _ transaction: Transaction, _ now: Timestamp
  ) async throws -> Invitation {
    let code = SpokenCode(.oneTime)
    let expires = now.adding(seconds: SignInService.Life.code)
    try await AccountStore(transaction).replaceCode(
      of: account.id, selector: code.selector, fingerprint: code.fingerprint, now: now, expiresAt: expires)
    try await ThrottleStore(transaction).forget(before: now)
    return Invitation(account: account, code: code, expiresAt: expires)
  }

  /// The same rule as the database's, so that a mistake is told in a sentence.
  static func isName(_ text: String) -> Bool {
    let parts = text.split(separator: /[.-]/, omittingEmptySubsequences: false)
    return text.utf8.count <= 40 && text.first.map { ("a"..."z").contains($0) } == true
      && parts.allSatisfy { part in
        !part.isEmpty && part.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
      }
  }
}

/// Why nothing was done to an account. The names in it are the operator's own words.
package enum AccountFault: Error, Equatable, CustomStringConvertible {
  case notAName, notADemo, notAnOffice, attorneyWithoutOffice
  case nameTaken(String)
  case unknown(String)
  case isDisabled(String)
  case isSample(String)
  case noSample(String)
  case roleWithoutSignIn(Role)

  package var description: String {
    switch self {
    case .notAName:
      "An account's name is up to 40 small letters and digits, with single dots or dashes between them."
    case .notAnOffice: "An office's name has one to 120 characters."
    case .attorneyWithoutOffice: "An attorney belongs to an office: give its name with --office."
    case .notADemo: "This installation is not a demo: it has no sample accounts and makes none."
    case .nameTaken(let name): "There is an account called “\(name)” already; give another name."
    case .unknown(let name): "There is no account called “\(name)”; “paradero account list” shows all."
    case .isDisabled(let name): "The account “\(name)” is disabled; invite the person under another name."
    case .isSample(let name): "“\(name)” is a sample account; “paradero sample code \(name)” prints its code."
    case .noSample(let name):
      "There is no sample account called “\(name)”; there are "
        + AccountService.sampleNames + "."
    case .roleWithoutSignIn(let role): "The role \(role.rawValue) cannot sign in yet."
    }
  }
}
