package import CivilTime
internal import Postgres
internal import Records
internal import Stores
package import Vault

/// What somebody who is signed in does about their own sign-in: shows password and factor again, changes them.
extension SignInService {
  package enum Again: Sendable {
    /// A new session with a new cookie; the old one has ended. It lasts no longer than the old one would have.
    case fresh(cookie: String, recoveryLeft: Int?)
    case mistyped, refused
    case tooMany(seconds: Int)
  }

  /// Asks for password and second factor again, for what needs a fresh sign-in.
  package func again(
    _ staff: Staff, password: String, code: String, device: String?, now: Timestamp
  ) async throws -> Again {
    guard let session = staff.session else { return .refused }
    let account = staff.account
    let found = try await database.transaction(actor: staff.actor) { transaction in
      let known = try await knownDevice(device, of: account, transaction, now)
      let wait = try await GuessStore(transaction).admit("again \(session.id)", Self.perName, now: now)
      return (encoded: try await PasswordStore(transaction).encoded(of: account.id), known: known, wait: wait)
    }
    if let wait = found.wait { return .tooMany(seconds: max(1, Int(wait.rounded(.up)))) }
    guard try await passwords.isRight(password, encoded: found.encoded) else { return .refused }
    return try await database.transaction(actor: staff.actor) { transaction in
      let outcome = try await factors.check(code, of: account, device: found.known, transaction, now: now)
      var left: Int?
      switch outcome {
      case .right: break
      case .recovered(let count): left = count
      case .mistyped: return .mistyped
      case .wrong: return .refused
      case .tooMany(let seconds): return .tooMany(seconds: seconds)
      }
      try await GuessStore(transaction).forget("again \(session.id)")
      guard try await SessionStore(transaction).end(session.id, of: account.id, now: now) else { return .refused }
      let entry = try await beginSession(account, expiresAt: session.expiresAt, transaction, now)
      return .fresh(cookie: entry.cookie, recoveryLeft: left)
    }
  }

  /// What the page about one's own sign-in says.
  package struct OwnSignIn: Sendable {
    package let passwordSetAt: Timestamp?
    package let appSince: Timestamp?
    package let recoveryLeft: Int

    package init(passwordSetAt: Timestamp?, appSince: Timestamp?, recoveryLeft: Int) {
      self.passwordSetAt = passwordSetAt
      self.appSince = appSince
      self.recoveryLeft = recoveryLeft
    }
  }

  package func own(_ staff: Staff) async throws -> OwnSignIn {
    try await database.transaction(readOnly: true, actor: staff.actor) { transaction in
      let factors = FactorStore(transaction)
      return OwnSignIn(
        passwordSetAt: try await PasswordStore(transaction).setAt(of: staff.account.id),
        appSince: try await factors.app(of: staff.account.id)?.createdAt,
        recoveryLeft: try await factors.recoveryLeft(of: staff.account.id))
    }
  }

  /// Sets another password; every other session of the account ends, and known browsers are strangers again.
  package func changePassword(
    _ password: String, repeated: String, by staff: Staff, now: Timestamp
  ) async throws -> PasswordFault? {
    try staff.requireFresh(now: now)
    if let fault = passwords.fault(password, repeated: repeated, account: staff.account.name) { return fault }
    let encoded = try await passwords.hash(password)
    try await database.transaction(actor: staff.actor) { transaction in
      try await PasswordStore(transaction).set(encoded, of: staff.account.id, now: now)
      try await Self.note("password", staff, transaction, now)
      try await SessionStore(transaction).endAll(of: staff.account.id, except: staff.session?.id, now: now)
      try await DeviceStore(transaction).forgetAll(of: staff.account.id)
    }
    return nil
  }

  /// New recovery codes, shown this once; the old ones are gone.
  package func renewRecovery(by staff: Staff, now: Timestamp) async throws -> [SpokenCode] {
    try staff.requireFresh(now: now)
    return try await database.transaction(actor: staff.actor) { transaction in
      try await Self.note("recovery codes", staff, transaction, now)
      return try await factors.renewRecovery(of: staff.account, transaction, now: now)
    }
  }

  /// People reset parts of their own sign-in too.
  static func note(
    _ part: String, _ staff: Staff, _ transaction: Transaction, _ now: Timestamp
  ) async throws {
    try await AuditStore(transaction).append(
      AuditEntry(
        actor: .account(staff.account.id), verb: .factorReset, object: .account(staff.account.id), facts: [part]),
      now: now)
  }
}
