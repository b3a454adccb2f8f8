package import CivilTime
package import Postgres
package import Records
internal import Stores
internal import Vault

/// Signing in with a name and a password and then a second factor, staying signed in, and signing out.
///
/// Setting both up is in `SignInService+SetUp`, showing the factor again in `SignInService+Again`.
package struct SignInService: Sendable {
  let database: Database
  let passwords: PasswordDesk
  let keys: KeyRing

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database, passwords: PasswordDesk, keys: KeyRing) {
    self.database = database
    self.passwords = passwords
    self.keys = keys
  }

  /// Who the door is to the database, while nobody is known yet.
  static let door = "service:sign-in"

  var factors: FactorDesk { FactorDesk(keys: keys.service) }

  /// How long things last, in seconds.
  package enum Life {
    package static let code = 24.0 * 3600
    package static let session = 12.0 * 3600
    /// How long the second factor counts as fresh.
    package static let fresh = 10.0 * 60
    /// Between the password and the second factor.
    static let entering = 10.0 * 60
    /// For setting up a password and an app.
    static let settingUp = 60.0 * 60
    /// Without use. Who waits at doors for hours must not lose the tap that says when they were let in.
    package static func idle(of role: Role) -> Double { role.worksInOffice ? 4.0 * 3600 : 15.0 * 60 }
    static let longestIdle = Role.allCases.map(idle).max() ?? 0
    /// The last use of a session is written no more often than this.
    static let touch = 30.0
  }

  // MARK: The first step

  package enum FirstStep: Sendable {
    /// The second factor is asked for next, in this browser.
    case next(cookie: String)
    /// It is no code at all: a character is wrong or missing. Nothing was looked up or counted.
    case mistyped
    /// Wrong, unknown, used, disabled: which of these is nobody's business.
    case refused
    /// Too many attempts of late; seconds until the next is looked at.
    case tooMany(seconds: Int)
  }

  // Strangers' guesses at a name make each other wait, longer each time up to a quarter of an hour; a browser in which the
  // owner signed in before has a count of its own and does not wait with them. All strangers' attempts together have a
  // limit too, which keeps hashing from taking the machine, and which known browsers are not held to. Who is kept
  // waiting on a new device has a way left that no stranger can block: a one-time code from an operator.
  static let perName = GuessRule(free: 5, first: 2, longest: 900)
  static let overall = ThrottleRate(burst: 120, pause: 1)
  static let overallSpace = "password"

  /// Looks at a name and a password. It takes the same time and says the same whatever of them is wrong.
  package func begin(name: String, password: String, device: String?, now: Timestamp) async throws -> FirstStep {
    let name = FormText.tidy(name).lowercased()
    let found = try await database.transaction(actor: Self.door) { transaction in
      let account = AccountService.isName(name) ? try await AccountStore(transaction).open(named: name) : nil
      let known = try await knownDevice(device, of: account, transaction, now)
      var wait = try await GuessStore(transaction).admit(space(name, known), Self.perName, now: now)
      if wait == nil, known == nil {
        wait = try await ThrottleStore(transaction).attempt(Self.overallSpace, Self.overall, now: now)
      }
      let encoded: String? =
        if let account { try await PasswordStore(transaction).encoded(of: account.id) } else { nil }
      return (account: account, encoded: encoded, known: known, wait: wait)
    }
    if let wait = found.wait { return .tooMany(seconds: max(1, Int(wait.rounded(.up)))) }
    let isRight = try await passwords.isRight(password, encoded: found.encoded)
    guard isRight, let account = found.account, let encoded = found.encoded else { return .refused }
    let renewed = passwords.isOutdated(encoded) ? try await passwords.hash(password) : nil
    return try await database.transaction(actor: Self.door) { transaction in
      // Between the two transactions the account may have been disabled or its password changed.
      guard try await AccountStore(transaction).open(named: name) != nil,
        try await PasswordStore(transaction).encoded(of: account.id) == encoded
      else { return .refused }
      if let renewed { try await PasswordStore(transaction).renew(encoded, as: renewed, of: account.id) }
      try await GuessStore(transaction).forget(space(name, found.known))
      try await GuessStore(transaction).forgetOld(now: now)
      return .next(cookie: try await enter(account, code: nil, for: Life.entering, transaction, now))
    }
  }

  /// A code has a throttle of its own, so that guessing at one never shuts out the owner of another; guesses that meet
  /// no code share one, which refuses only what is wrong anyhow. Beyond its first group 80 bits stand against these rates.
  static let perCode = ThrottleRate(burst: 10, pause: 60)
  static let allCodes = ThrottleRate(burst: 300, pause: 1)
  static let allCodesSpace = "one-time code"

  /// Looks at a one-time code of an invitation or of a reset. It is used up when password and factor are set.
  package func begin(code text: String, now: Timestamp) async throws -> FirstStep {
    guard let code = SpokenCode(text, .oneTime) else { return .mistyped }
    return try await database.transaction(actor: Self.door) { transaction in
      let throttle = ThrottleStore(transaction)
      let codes = try await AccountStore(transaction).codes(selector: code.selector, now: now)
      // Two codes with the same first group are one in a million; the attempt then counts for the one it fits.
      let stored = codes.first { Digests.isEqual($0.fingerprint, code.fingerprint) } ?? codes.first
      guard let stored else { return try await refusal(throttle, now) }
      if let wait = try await throttle.attempt("one-time code \(stored.id)", Self.perCode, now: now) {
        return .tooMany(seconds: max(1, Int(wait.rounded(.up))))
      }
      guard Digests.isEqual(stored.fingerprint, code.fingerprint), stored.account.role.permissions.contains(.signIn)
      else { return try await refusal(throttle, now) }
      return .next(
        cookie: try await enter(stored.account, code: stored.id, for: Life.settingUp, transaction, now))
    }
  }

  private func refusal(_ throttle: ThrottleStore, _ now: Timestamp) async throws -> FirstStep {
    guard let wait = try await throttle.attempt(Self.allCodesSpace, Self.allCodes, now: now) else { return .refused }
    return .tooMany(seconds: max(1, Int(wait.rounded(.up))))
  }

  private func enter(
    _ account: Account, code: Int64?, for seconds: Double, _ transaction: Transaction, _ now: Timestamp
  ) async throws -> String {
    let token = SessionToken()
    try await SignInStore(transaction).begin(
      account: account.id, code: code, fingerprint: token.fingerprint, now: now, expiresAt: now.adding(seconds: seconds)
    )
    return token.text
  }

  /// Names are kept as keyed hashes: people type all sorts of things into the first field.
  private func space(_ name: String, _ known: Int64?) -> String {
    let hash = Digests.hexadecimal(keys.service.hash(Array(name.utf8), purpose: .session).prefix(16))
    return "password \(hash)" + (known.map { " in \($0)" } ?? "")
  }

  func knownDevice(
    _ cookie: String?, of account: Account?, _ transaction: Transaction, _ now: Timestamp
  ) async throws -> Int64? {
    guard let token = cookie.flatMap(SessionToken.init), let account, let today = now.utcDay else { return nil }
    return try await DeviceStore(transaction).known(token.fingerprint, to: account.id, on: today)
  }

  // MARK: The second step

  /// Somebody who has just come in, and what their browser is to keep.
  package struct SignedIn: Sendable {
    package let staff: Staff
    package let cookie: String
    /// Set where the browser was not known yet.
    package let device: String?
    /// How many recovery codes are left, when one was used.
    package let recoveryLeft: Int?
  }

  package enum SecondStep: Sendable {
    case signedIn(SignedIn)
    case mistyped, refused
    case tooMany(seconds: Int)
    /// The first step was too long ago, or in another browser.
    case ended
  }

  /// Looks at the code of the second factor and begins a session. A session that the browser had before ends.
  package func finish(
    entering: String?, code: String, replacing cookie: String?, device: String?, now: Timestamp
  ) async throws -> SecondStep {
    try await database.transaction(actor: Self.door) { transaction in
      guard let begun = try await begun(entering, transaction, now), begun.codeID == nil else { return .ended }
      let known = try await knownDevice(device, of: begun.account, transaction, now)
      let outcome = try await factors.check(code, of: begun.account, device: known, transaction, now: now)
      var left: Int?
      switch outcome {
      case .right: break
      case .recovered(let count): left = count
      case .mistyped: return .mistyped
      case .wrong: return .refused
      case .tooMany(let seconds): return .tooMany(seconds: seconds)
      }
      return .signedIn(
        try await admit(begun, replacing: cookie, isKnown: known != nil, recoveryLeft: left, transaction, now))
    }
  }

  func begun(
    _ cookie: String?, _ transaction: Transaction, _ now: Timestamp
  ) async throws -> SignInStore.Begun? {
    guard let token = cookie.flatMap(SessionToken.init) else { return nil }
    return try await SignInStore(transaction).find(fingerprint: token.fingerprint, now: now)
  }

  func admit(
    _ begun: SignInStore.Begun, replacing cookie: String?, isKnown: Bool, recoveryLeft: Int? = nil,
    _ transaction: Transaction, _ now: Timestamp
  ) async throws -> SignedIn {
    try await SignInStore(transaction).end(begun.id)
    try await AccountStore(transaction).noteSignIn(begun.account.id, now: now)
    try await AuditStore(transaction).append(
      AuditEntry(
        actor: .account(begun.account.id), verb: .signedIn, object: .account(begun.account.id),
        facts: begun.codeID != nil ? ["set-up"] : recoveryLeft != nil ? ["recovery code"] : []), now: now)
    if let old = cookie.flatMap(SessionToken.init) {
      try await SessionStore(transaction).end(fingerprint: old.fingerprint, now: now)
    }
    let entry = try await beginSession(
      begun.account, expiresAt: now.adding(seconds: Life.session), transaction, now)
    var device: SessionToken?
    if !isKnown, let today = now.utcDay, let end = today.adding(days: DeviceStore.days) {
      let token = SessionToken()
      try await DeviceStore(transaction).add(token.fingerprint, to: begun.account.id, on: today, until: end)
      device = token
    }
    return SignedIn(staff: entry.staff, cookie: entry.cookie, device: device?.text, recoveryLeft: recoveryLeft)
  }

  /// A new session with a new token, which nobody but this answer holds.
  func beginSession(
    _ account: Account, expiresAt: Timestamp, _ transaction: Transaction, _ now: Timestamp
  ) async throws -> (staff: Staff, cookie: String) {
    let token = SessionToken()
    let id = try await SessionStore(transaction).begin(
      account: account.id, fingerprint: token.fingerprint, now: now, expiresAt: expiresAt)
    let session = AccountSession(id: id ?? 0, createdAt: now, lastSeenAt: now, expiresAt: expiresAt)
    return (Staff(account: account, session: session, token: token), token.text)
  }
}
