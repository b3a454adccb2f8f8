internal import CivilTime
internal import Postgres
internal import Records
internal import Services
internal import TestKit
internal import Vault

/// A database with accounts in it, seen by its owner and by the login role of staff's pages.
struct AccountScene: Sendable {
  let owner: Database
  let accounts: AccountService
  let signIn: SignInService
  let staff: Database
  /// A Saturday in November.
  let now = Timestamp(microseconds: 1_795_219_200_000_000)

  static func with(
    _ kind: String = "test", poolSize: Int = 2, _ body: (AccountScene) async throws -> Void
  ) async throws {
    try await withScratchDatabase(poolSize: poolSize) { owner, url in
      try await owner.execute("insert into installation (kind) values (\(kind)) on conflict do nothing")
      try await owner.execute("update installation set kind = \(kind)")
      let staff = Database(try DatabaseConfiguration(url: url, user: "paradero_staff", poolSize: poolSize))
      let scene = AccountScene(
        owner: owner, accounts: AccountService(owner), signIn: SignInService(staff), staff: staff)
      let outcome: Result<Void, any Error>
      do { outcome = .success(try await body(scene)) } catch { outcome = .failure(error) }
      await staff.close()
      try outcome.get()
    }
  }

  /// Somebody who is signed in, and their cookie.
  func signedIn(_ name: String, at moment: Timestamp? = nil) async throws -> (staff: Staff, cookie: String)? {
    let moment = moment ?? now
    let known = try await accounts.all().contains { $0.name == name }
    let invitation =
      known
      ? try await accounts.code(for: name, now: moment)
      : try await accounts.invite(name, role: .responder, now: moment)
    return try await signIn.signIn(code: invitation.code.text, replacing: nil, now: moment).entry
  }
}

extension SignInService.SignIn {
  var entry: (staff: Staff, cookie: String)? {
    if case .signedIn(let staff, let cookie) = self { (staff, cookie) } else { nil }
  }

  /// The outcome as a word, for tables.
  var word: String {
    switch self {
    case .signedIn: "signed in"
    case .mistyped: "mistyped"
    case .refused: "refused"
    case .tooMany: "too many"
    }
  }
}
