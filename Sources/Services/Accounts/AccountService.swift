package import CivilTime
package import Postgres
package import Records
internal import Stores
package import Vault

/// Who keeps accounts: an operator on a page, or whoever the system lets run the command.
package enum AccountKeeper: Sendable {
  case commandLine
  case staff(Staff)

  var actor: String {
    switch self {
    case .commandLine: "service:operator"
    case .staff(let staff): staff.actor
    }
  }

  /// On a page it takes the role, and a second factor that was shown a short while ago.
  func require(now: Timestamp) throws {
    guard case .staff(let staff) = self else { return }
    try staff.require(.manageAccounts)
    try staff.requireFresh(now: now)
  }

  var auditActor: AuditActor {
    switch self {
    case .commandLine: .commandLine
    case .staff(let staff): .account(staff.account.id)
    }
  }

  var account: Int64? { if case .staff(let staff) = self { staff.account.id } else { nil } }
}

/// Inviting, listing, disabling, resetting: what operators do with accounts, at the command line and on their pages.
package struct AccountService: Sendable {
  let database: Database

  /// With the database as its owner, or as `paradero_staff` sees it.
  package init(_ database: Database) { self.database = database }

  /// Whether somebody may do any of this now; pages ask before they show a form.
  package func require(by keeper: AccountKeeper, now: Timestamp) throws { try keeper.require(now: now) }

  /// A code that was just made: this is the only moment at which it can be shown.
  package struct Invitation: Sendable {
    package let account: Account
    package let code: SpokenCode
    package let expiresAt: Timestamp
  }

  /// Makes an account and its first code. Offices and organisations are made if they are not known yet; an assistant or
  /// interpreter belongs to the office of the attorney who answers for them.
  package func invite(
    _ name: String, role: Role, office: String? = nil, organisation: String? = nil, under supervisor: String? = nil,
    by keeper: AccountKeeper = .commandLine, now: Timestamp
  ) async throws -> Invitation {
    try keeper.require(now: now)
    guard Self.isName(name) else { throw AccountFault.notAName }
    let office = try Self.place(office), organisation = try Self.place(organisation)
    guard role != .attorney || office != nil else { throw AccountFault.attorneyWithoutOffice }
    guard role != .monitor || organisation != nil else { throw AccountFault.monitorWithoutOrganisation }
    guard role.isSupervised == (supervisor != nil) else {
      throw role.isSupervised ? AccountFault.withoutSupervisor(role) : AccountFault.notSupervised(role)
    }
    return try await database.transaction(actor: keeper.actor) { transaction in
      let account = try await Self.add(
        name, role, office: office, organisation: organisation, under: supervisor, isSample: false, transaction, now)
      try await Self.note(.accountInvited, account, by: keeper, transaction, now)
      return try await Self.newCode(account, transaction, now)
    }
  }

  /// The first account of a role in a new installation. Nil once somebody of that role has signed in; before that the
  /// account that was made is given another code, because the first may have been lost.
  package func inviteFirst(
    _ name: String, role: Role, office: String? = nil, organisation: String? = nil, under supervisor: String? = nil,
    now: Timestamp
  ) async throws -> Invitation? {
    let others = try await all().filter { $0.role == role && !$0.isSample && $0.disabledAt == nil }
    if others.contains(where: { $0.signedInAt != nil }) { return nil }
    guard let known = others.first else {
      return try await invite(
        name, role: role, office: office, organisation: organisation, under: supervisor, now: now)
    }
    return try await resetFactor(known.name, now: now)
  }

  package func all() async throws -> [Account] { try await AccountStore(database).all() }

  /// Takes password, second factor, recovery codes and sessions away and gives a code to set them anew. It is for a lost
  /// phone, a forgotten password, and an invitation that was not used in its time.
  package func resetFactor(
    _ name: String, by keeper: AccountKeeper = .commandLine, now: Timestamp
  ) async throws -> Invitation {
    try keeper.require(now: now)
    return try await database.transaction(actor: keeper.actor) { transaction in
      let account = try await Self.account(name, transaction)
      guard account.disabledAt == nil else { throw AccountFault.isDisabled(name) }
      guard !account.isSample else { throw AccountFault.isSample(name) }
      try await Self.signOutEverywhere(account.id, transaction, now)
      try await PasswordStore(transaction).remove(of: account.id)
      try await FactorStore(transaction).remove(of: account.id)
      try await Self.note(.factorReset, account, by: keeper, transaction, now)
      return try await Self.newCode(account, transaction, now)
    }
  }

  /// Ends every session of the account and of those who work under it, and takes codes and tokens; nobody signs in with
  /// them again.
  package func disable(_ name: String, by keeper: AccountKeeper = .commandLine, now: Timestamp) async throws {
    try keeper.require(now: now)
    try await database.transaction(actor: keeper.actor) { transaction in
      let account = try await Self.account(name, transaction)
      guard account.id != keeper.account else { throw AccountFault.isOneself }
      let accounts = AccountStore(transaction)
      guard try await accounts.disable(account.id, now: now) else { throw AccountFault.isDisabled(name) }
      var all = [account.id]
      for assistant in try await accounts.under(account.id) where try await accounts.disable(assistant, now: now) {
        all.append(assistant)
      }
      for id in all {
        try await AuditStore(transaction).append(
          AuditEntry(actor: keeper.auditActor, verb: .accountDisabled, object: .account(id)), now: now)
        try await Self.signOutEverywhere(id, transaction, now)
        try await accounts.withdrawCode(of: id)
        try await TokenStore(transaction).revokeAll(of: id, now: now)
      }
    }
  }

  /// Gives an account another role of those that work for families or the installation. Its sessions and tokens end: what
  /// they could do was the old role's.
  package func change(
    _ name: String, to role: Role, organisation: String? = nil, by keeper: AccountKeeper = .commandLine, now: Timestamp
  ) async throws {
    try keeper.require(now: now)
    guard !role.worksInOffice else { throw AccountFault.notChangedTo(role) }
    let organisation = try Self.place(organisation)
    try await database.transaction(actor: keeper.actor) { transaction in
      let account = try await Self.account(name, transaction)
      guard account.disabledAt == nil else { throw AccountFault.isDisabled(name) }
      guard account.id != keeper.account else { throw AccountFault.isOneself }
      guard !account.role.worksInOffice else { throw AccountFault.notChangedTo(account.role) }
      var place = account.organisationID
      if let organisation {
        place = try await OrganisationStore(transaction).findOrAdd(organisation, isSample: account.isSample, now: now)
      }
      guard role != .monitor || place != nil else { throw AccountFault.monitorWithoutOrganisation }
      try await AccountStore(transaction).change(account.id, role: role, organisation: place)
      try await AuditStore(transaction).append(
        AuditEntry(
          actor: keeper.auditActor, verb: .roleChanged, object: .account(account.id),
          facts: [account.role.rawValue, role.rawValue]), now: now)
      try await Self.signOutEverywhere(account.id, transaction, now)
      try await TokenStore(transaction).revokeAll(of: account.id, now: now)
    }
  }

  // MARK: Parts

  static func add(
    _ name: String, _ role: Role, office: String?, organisation: String?, under supervisor: String?, isSample: Bool,
    _ transaction: Transaction, _ now: Timestamp
  ) async throws -> Account {
    var officeID: Int64?
    var organisationID: Int64?
    var supervisorID: Int64?
    if let supervisor {
      let attorney = try await account(supervisor, transaction)
      guard attorney.role == .attorney, attorney.disabledAt == nil else { throw AccountFault.notAnAttorney(supervisor) }
      (supervisorID, officeID) = (attorney.id, attorney.officeID)
    } else if let office {
      officeID = try await OfficeStore(transaction).findOrAdd(office, isSample: isSample, now: now)?.id
    }
    if let organisation {
      organisationID = try await OrganisationStore(transaction).findOrAdd(organisation, isSample: isSample, now: now)
    }
    let account = try await AccountStore(transaction).add(
      name: name, role: role, isSample: isSample, office: officeID, organisation: organisationID,
      supervisor: supervisorID, now: now)
    guard let account else { throw AccountFault.nameTaken(name) }
    return account
  }

  static func account(_ name: String, _ transaction: Transaction) async throws -> Account {
    guard let account = try await AccountStore(transaction).account(named: name) else {
      throw AccountFault.unknown(name)
    }
    return account
  }

  static func note(
    _ verb: AuditVerb, _ account: Account, by keeper: AccountKeeper, _ transaction: Transaction, _ now: Timestamp
  ) async throws {
    try await AuditStore(transaction).append(
      AuditEntry(actor: keeper.auditActor, verb: verb, object: .account(account.id), facts: [account.role.rawValue]),
      now: now)
  }

  static func newCode(
    _ account: Account, _ transaction: Transaction, _ now: Timestamp
  ) async throws -> Invitation {
    let code = SpokenCode(.oneTime)
    let expires = now.adding(seconds: SignInService.Life.code)
    try await AccountStore(transaction).replaceCode(
      of: account.id, selector: code.selector, fingerprint: code.fingerprint, now: now, expiresAt: expires)
    try await ThrottleStore(transaction).forget(before: now)
    return Invitation(account: account, code: code, expiresAt: expires)
  }

  private static func signOutEverywhere(_ id: Int64, _ transaction: Transaction, _ now: Timestamp) async throws {
    try await SessionStore(transaction).endAll(of: id, now: now)
    try await SignInStore(transaction).endAll(of: id)
    try await DeviceStore(transaction).forgetAll(of: id)
  }

  /// The name of an office or organisation, tidied; nil for none.
  private static func place(_ text: String?) throws(AccountFault) -> String? {
    guard let text = text.map(FormText.tidy), !text.isEmpty else { return nil }
    guard text.count <= 120 else { throw AccountFault.notAnOffice }
    return text
  }

  /// The same rule as the database's, so that a mistake is told in a sentence.
  package static func isName(_ text: String) -> Bool {
    let parts = text.split(separator: /[.-]/, omittingEmptySubsequences: false)
    return text.utf8.count <= 40 && text.first.map { ("a"..."z").contains($0) } == true
      && parts.allSatisfy { part in
        !part.isEmpty && part.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
      }
  }
}
