package import CivilTime
internal import Postgres
package import Records
internal import Stores
internal import Vault

/// Being signed in, and signing out.
extension SignInService {
  /// Whose cookie this is, if its session is still good; its use is noted.
  package func staff(cookie: String, now: Timestamp) async throws -> Staff? {
    guard let token = SessionToken(cookie) else { return nil }
    return try await database.transaction(actor: Self.door) { transaction in
      let sessions = SessionStore(transaction)
      let found = try await sessions.current(
        fingerprint: token.fingerprint, now: now, seenSince: now.adding(seconds: -Life.longestIdle))
      guard let (session, account) = found, now.seconds(since: session.lastSeenAt) < Life.idle(of: account.role)
      else { return nil }
      if now.seconds(since: session.lastSeenAt) >= Life.touch { try await sessions.touch(session.id, now: now) }
      return Staff(account: account, session: session, token: token)
    }
  }

  /// The person's own live sessions, the newest first.
  package func sessions(of staff: Staff, now: Timestamp) async throws -> [AccountSession] {
    try await database.transaction(readOnly: true, actor: staff.actor) { transaction in
      try await SessionStore(transaction).live(
        of: staff.account.id, now: now, seenSince: now.adding(seconds: -Life.idle(of: staff.account.role)))
    }
  }

  package func signOut(_ staff: Staff, now: Timestamp) async throws {
    if let session = staff.session { try await end(session.id, by: staff, now: now) }
  }

  /// Ends one of the person's own sessions; one of somebody else is not found.
  @discardableResult
  package func end(_ session: Int64, by staff: Staff, now: Timestamp) async throws -> Bool {
    try await database.transaction(actor: staff.actor) { transaction in
      guard try await SessionStore(transaction).end(session, of: staff.account.id, now: now) else { return false }
      try await AuditStore(transaction).append(
        AuditEntry(
          actor: .account(staff.account.id), verb: session == staff.session?.id ? .signedOut : .sessionEnded,
          object: AuditObject(.session, session)), now: now)
      return true
    }
  }

  /// Ends all the person's sessions but this one.
  package func endOthers(by staff: Staff, now: Timestamp) async throws {
    try await database.transaction(actor: staff.actor) { transaction in
      try await SessionStore(transaction).endAll(of: staff.account.id, except: staff.session?.id, now: now)
    }
  }
}
