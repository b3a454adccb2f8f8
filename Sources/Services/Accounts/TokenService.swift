package import CivilTime
package import Postgres
package import Records
internal import Stores
internal import Vault

/// Keys with which a person's programs ask the API, each for what its scopes say and never for more than the person may.
package struct TokenService: Sendable {
  private let database: Database

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database) { self.database = database }

  /// How long a token may last, in days.
  package static let days = [7, 30, 90, 365]
  /// How many live tokens somebody has at most.
  package static let most = 10

  package enum Fault: Error, Equatable { case noLabel, noScope, notForYou, unknownTime, tooMany }

  package struct Made: Sendable {
    package let token: APIToken
    /// Shown this once.
    package let secret: String
  }

  /// Which scopes somebody of this role can give.
  package static func scopes(of role: Role) -> [TokenScope] {
    TokenScope.allCases.filter { $0.permissions.isSubset(of: role.permissions) }
  }

  package func make(
    label: String, scopes: [TokenScope], days: Int, by staff: Staff, now: Timestamp
  ) async throws -> Result<Made, Fault> {
    try staff.requireFresh(now: now)
    let label = String(FormText.tidy(label).prefix(60))
    if label.isEmpty { return .failure(.noLabel) }
    if scopes.isEmpty { return .failure(.noScope) }
    if !Set(scopes).isSubset(of: Self.scopes(of: staff.account.role)) { return .failure(.notForYou) }
    guard Self.days.contains(days) else { return .failure(.unknownTime) }
    let secret = SessionToken()
    let expires = now.adding(seconds: Double(days) * 86_400)
    return try await database.transaction(actor: staff.actor) { transaction in
      let store = TokenStore(transaction)
      guard try await store.live(of: staff.account.id, now: now).count < Self.most else { return .failure(.tooMany) }
      let id = try await store.add(
        label: label, scopes: Set(scopes).map(\.rawValue).sorted(), fingerprint: secret.tokenFingerprint,
        of: staff.account.id, now: now, expiresAt: expires)
      try await AuditStore(transaction).append(
        AuditEntry(
          actor: .account(staff.account.id), verb: .tokenCreated, object: AuditObject(.token, id ?? 0),
          facts: Set(scopes).map { $0.rawValue.replacing(":", with: " ") }.sorted()), now: now)
      let token = APIToken(id: id ?? 0, label: label, scopes: Set(scopes), createdAt: now, expiresAt: expires)
      return .success(Made(token: token, secret: Self.prefix + secret.text))
    }
  }

  /// The person's own live tokens, the newest first.
  package func all(of staff: Staff, now: Timestamp) async throws -> [APIToken] {
    try await database.transaction(readOnly: true, actor: staff.actor) { transaction in
      try await TokenStore(transaction).live(of: staff.account.id, now: now)
    }
  }

  /// Takes one of the person's own tokens back; one of somebody else is not found.
  @discardableResult
  package func revoke(_ id: Int64, by staff: Staff, now: Timestamp) async throws -> Bool {
    guard staff.session != nil else { throw NotFresh() }
    return try await database.transaction(actor: staff.actor) { transaction in
      guard try await TokenStore(transaction).revoke(id, of: staff.account.id, now: now) else { return false }
      try await AuditStore(transaction).append(
        AuditEntry(actor: .account(staff.account.id), verb: .tokenRevoked, object: AuditObject(.token, id)), now: now)
      return true
    }
  }

  /// Whose token this is, while it is good; the day of its use is noted.
  package func staff(bearer text: String, now: Timestamp) async throws -> Staff? {
    guard text.hasPrefix(Self.prefix), let secret = SessionToken(String(text.dropFirst(Self.prefix.count))) else {
      return nil
    }
    return try await database.transaction(actor: SignInService.door) { transaction in
      let store = TokenStore(transaction)
      guard let (token, account) = try await store.current(fingerprint: secret.tokenFingerprint, now: now) else {
        return nil
      }
      if let today = now.utcDay { try await store.noteUse(token.id, on: today) }
      return Staff(account: account, token: token)
    }
  }

  /// Tells those who find one lying about what it is, and scanners too.
  static let prefix = "paradero_"
}
