internal import CivilTime
internal import Postgres
internal import Records
internal import Services
internal import Stores
internal import TestKit
internal import Testing
internal import Vault

/// A database with accounts in it, seen by its owner and by the login role of staff's pages.
struct AccountScene: Sendable {
  let owner: Database
  let accounts: AccountService
  let signIn: SignInService
  let staff: Database
  let keys: KeyRing
  /// A Saturday in November.
  let now = Timestamp(microseconds: 1_795_219_200_000_000)

  /// Cheap hashes: what is tested here is what is done with them.
  static let light = PasswordCost(passes: 1, bytes: 64 << 10)
  static let common = CommonPasswords(["password", "iloveyou", "dragon", "sunshine", "correcthorsebatterystaple"])
  static let password = "four lamps beside the canal"

  static func with(
    _ kind: String = "test", poolSize: Int = 2, _ body: (AccountScene) async throws -> Void
  ) async throws {
    try await withScratchDatabase(poolSize: poolSize) { owner, url in
      try await owner.execute("insert into installation (kind) values (\(kind)) on conflict do nothing")
      try await owner.execute("update installation set kind = \(kind)")
      let staff = Database(try DatabaseConfiguration(url: url, user: "paradero_staff", poolSize: poolSize))
      let keys = KeyRing(service: .generate(), keeper: nil)
      let scene = AccountScene(
        owner: owner, accounts: AccountService(owner),
        signIn: SignInService(
          staff, passwords: PasswordDesk(keys: keys, common: common, cost: light), keys: keys), staff: staff, keys: keys
      )
      let outcome: Result<Void, any Error>
      do { outcome = .success(try await body(scene)) } catch { outcome = .failure(error) }
      await staff.close()
      try outcome.get()
    }
  }

  /// Somebody who is signed in, and their cookie. The account is made if it is not there; no password is asked.
  func signedIn(
    _ name: String, _ role: Role = .responder, at moment: Timestamp? = nil
  ) async throws -> (staff: Staff, cookie: String)? {
    let moment = moment ?? now
    if try await !accounts.all().contains(where: { $0.name == name }) {
      _ = try await accounts.invite(
        name, role: role, office: role == .attorney ? "Ruiz & Chen" : nil,
        organisation: role == .monitor ? "Red" : nil, now: moment)
    }
    let account = try #require(try await AccountStore(owner).account(named: name))
    let token = SessionToken()
    _ = try await SessionStore(owner).begin(
      account: account.id, fingerprint: token.fingerprint, now: moment, expiresAt: moment.adding(seconds: 12 * 3600))
    return try await signIn.staff(cookie: token.text, now: moment).map { ($0, token.text) }
  }

  /// Somebody who has set a password and an app, as the one-time code of an invitation leads to.
  func enrolled(_ name: String, _ role: Role = .responder) async throws -> Enrolled {
    let invitation = try await accounts.invite(name, role: role, office: role == .attorney ? "Ruiz" : nil, now: now)
    return try await enrol(invitation, at: now)
  }

  func enrol(_ invitation: AccountService.Invitation, at moment: Timestamp) async throws -> Enrolled {
    let entering = try #require(try await signIn.begin(code: invitation.code.text, now: moment).cookie)
    // Who uses the same code may have been faster: then this set-up has ended, which is for the caller to judge.
    let kept = try await signIn.setUp(
      entering: entering, password: Self.password, repeated: Self.password, now: moment)
    guard kept == .kept else { throw Unexpected() }
    guard case .app(_, let secret) = try await signIn.setUp(entering: entering, now: moment) else {
      throw Unexpected()
    }
    let finished = try await signIn.finishSetUp(
      entering: entering, code: secret.code(at: moment), replacing: nil, now: moment)
    guard case .signedIn(let entry, let recovery) = finished else { throw Unexpected() }
    return Enrolled(name: invitation.account.name, secret: secret, recovery: recovery, entry: entry)
  }

  struct Unexpected: Error {}
}

/// What a person holds after the set-up.
struct Enrolled: Sendable {
  let name: String
  let secret: AppSecret
  let recovery: [SpokenCode]
  let entry: SignInService.SignedIn

  /// The whole way in.
  func signIn(
    _ scene: AccountScene, password: String = AccountScene.password, code: String? = nil, device: String? = nil,
    at moment: Timestamp
  ) async throws -> String {
    let first = try await scene.signIn.begin(name: name, password: password, device: device, now: moment)
    guard let cookie = first.cookie else { return first.word }
    return try await scene.signIn.finish(
      entering: cookie, code: code ?? secret.code(at: moment), replacing: nil, device: device, now: moment
    ).word
  }
}

extension AppSecret {
  func code(at moment: Timestamp) -> String {
    code(step: AppSecret.step(secondsSinceEpoch: Double(moment.microseconds) / 1_000_000))
  }
}

extension SignInService.FirstStep {
  var cookie: String? { if case .next(let cookie) = self { cookie } else { nil } }

  /// The outcome as a word, for tables.
  var word: String {
    switch self {
    case .next: "next"
    case .mistyped: "mistyped"
    case .refused: "refused"
    case .tooMany: "too many"
    }
  }
}

extension SignInService.SecondStep {
  var entry: SignInService.SignedIn? { if case .signedIn(let entry) = self { entry } else { nil } }

  var word: String {
    switch self {
    case .signedIn: "signed in"
    case .mistyped: "mistyped"
    case .refused: "refused"
    case .tooMany: "too many"
    case .ended: "ended"
    }
  }
}
