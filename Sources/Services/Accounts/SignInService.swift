package import CivilTime
package import Postgres
package import Records
internal import Stores
internal import Vault

/// Signing in with a one-time code, staying signed in, and signing out.
package struct SignInService: Sendable {
  private let database: Database

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database) { self.database = database }

  /// How long things last, in seconds.
  package enum Life {
    package static let code = 24.0 * 3600
    package static let session = 12.0 * 3600
    /// Without use. Attorneys wait at doors for hours and must not lose the tap that says when they were let in.
    package static func idle(of role: Role) -> Double { role == .attorney ? 4.0 * 3600 : 15.0 * 60 }
    static let longestIdle = Role.allCases.map(idle).max() ?? 0
    /// The last use of a session is written no more often than this.
    static let touch = 30.0
  }

  // MARK: Signing in

  package enum SignIn: Sendable {
    case signedIn(Staff, cookie: String)
    /// It is no code at all: a character is wrong or missing. Nothing was looked up or counted.
    case mistyped
    /// Wrong, used, expired or taken back: which of these is nobody's business.
    case refused
    /// Too many attempts of late; seconds until the next is looked at.
    case tooMany(seconds: Int)
  }

  /// Uses the code up and begins a session. A session that the browser had before ends.
  package func signIn(code text: String, replacing cookie: String?, now: Timestamp) async throws -> SignIn {
    guard let code = SpokenCode(text, .oneTime) else { return .mistyped }
    return try await database.transaction { transaction in
      let throttle = ThrottleStore(transaction)
      guard let stored = try await Self.find(code, transaction, now) else {
        return try await Self.refusal(throttle, now)
      }
      let space = Self.space(stored)
      if let wait = try await throttle.attempt(space, Self.perCode, now: now) {
        return .tooMany(seconds: Int(wait.rounded(.up)))
      }
      guard Digests.isEqual(stored.fingerprint, code.fingerprint),
        stored.account.role.permissions.contains(.signIn)
      else { return try await Self.refusal(throttle, now) }
      guard try await AccountStore(transaction).useCode(stored.id, now: now) else { return .refused }
      try await AccountStore(transaction).noteSignIn(stored.account.id, now: now)
      try await throttle.forget(space)
      let sessions = SessionStore(transaction)
      if let old = cookie.flatMap(SessionToken.init) { try await sessions.end(fingerprint: old.fingerprint, now: now) }
      let token = SessionToken()
      let expires = now.adding(seconds: Life.session)
      guard
        let id = try await sessions.begin(
          account: stored.account.id, fingerprint: token.fingerprint, now: now, expiresAt: expires)
      else { return .refused }
      try await AuditStore(transaction).append(
        AuditEntry(actor: .account(stored.account.id), verb: .signedIn, object: .account(stored.account.id)), now: now)
      let session = AccountSession(id: id, createdAt: now, lastSeenAt: now, expiresAt: expires)
      return .signedIn(Staff(account: stored.account, session: session, token: token), cookie: token.text)
    }
  }

  // A code has a throttle of its own, so that guessing at one never shuts out the owner of another; guesses that meet
  // no code share one, which refuses only what is wrong anyhow. Nobody is locked out by strangers: they do not know
  // the first group of anybody's code, and beyond it 80 bits stand against these rates.
  static let perCode = ThrottleRate(burst: 10, pause: 60)
  static let overall = ThrottleRate(burst: 300, pause: 1)
  static let overallSpace = "one-time code"

  private static func space(_ code: StoredCode) -> String { "one-time code \(code.id)" }

  private static func refusal(_ throttle: ThrottleStore, _ now: Timestamp) async throws -> SignIn {
    guard let wait = try await throttle.attempt(overallSpace, overall, now: now) else { return .refused }
    return .tooMany(seconds: Int(wait.rounded(.up)))
  }

  private static func find(_ code: SpokenCode, _ transaction: Transaction, _ now: Timestamp) async throws -> StoredCode?
  {
    let codes = try await AccountStore(transaction).codes(selector: code.selector, now: now)
    // Two codes with the same first group are one in a million; the attempt then counts for the one it fits.
    return codes.first { Digests.isEqual($0.fingerprint, code.fingerprint) } ?? codes.first
  }

  // MARK: Being signed in

  /// Whose cookie this is, if its session is still good; its use is noted.
  package func staff(cookie: String, now: Timestamp) async throws -> Staff? {
    guard let token = SessionToken(cookie) else { return nil }
    let sessions = SessionStore(database)
    let found = try await sessions.current(
      fingerprint: token.fingerprint, now: now, seenSince: now.adding(seconds: -Life.longestIdle))
    guard let (session, account) = found, now.seconds(since: session.lastSeenAt) < Life.idle(of: account.role) else {
      return nil
    }
    if now.seconds(since: session.lastSeenAt) >= Life.touch { try await sessions.touch(session.id, now: now) }
    return Staff(account: account, session: session, token: token)
  }

  /// The person's own live sessions, the newest first.
  package func sessions(of staff: Staff, now: Timestamp) async throws -> [AccountSession] {
    try await SessionStore(database).live(
      of: staff.account.id, now: now, seenSince: now.adding(seconds: -Life.idle(of: staff.account.role)))
  }

  // MARK: Signing out

  package func signOut(_ staff: Staff, now: Timestamp) async throws {
    try await end(staff.session.id, by: staff, now: now)
  }

  /// Ends one of the person's own sessions; one of somebody else is not found.
  @discardableResult
  package func end(_ session: Int64, by staff: Staff, now: Timestamp) async throws -> Bool {
    try await database.transaction(actor: staff.actor) { transaction in
      try await SessionStore(transaction).end(session, of: staff.account.id, now: now)
    }
  }

  /// Ends all the person's sessions but this one.
  package func endOthers(by staff: Staff, now: Timestamp) async throws {
    try await database.transaction(actor: staff.actor) { transaction in
      try await SessionStore(transaction).endAll(of: staff.account.id, except: staff.session.id, now: now)
    }
  }
}
