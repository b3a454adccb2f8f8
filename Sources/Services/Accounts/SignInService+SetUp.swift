package import CivilTime
internal import Postgres
package import Records
internal import Stores
package import Vault

/// Setting a password and an authenticator app with a one-time code, which is used up only when both are set.
extension SignInService {
  /// What a set-up asks for next.
  package enum SetUpStep: Sendable {
    case password(Account)
    case app(Account, AppSecret)
    /// The code was used or replaced, the hour is over, or it is another browser.
    case ended
  }

  package func setUp(entering: String?, now: Timestamp) async throws -> SetUpStep {
    try await database.transaction(actor: Self.door) { transaction in
      guard let begun = try await begun(entering, transaction, now), begun.codeID != nil else { return .ended }
      guard begun.newPassword != nil else { return .password(begun.account) }
      guard let secret = try await newSecret(begun, transaction, now) else { return .ended }
      return .app(begun.account, secret)
    }
  }

  package enum PasswordStep: Sendable, Equatable { case kept, fault(PasswordFault), ended }

  /// Keeps the new password until the app is set up too.
  package func setUp(
    entering: String?, password: String, repeated: String, now: Timestamp
  ) async throws -> PasswordStep {
    let found = try await database.transaction(actor: Self.door) { try await begun(entering, $0, now) }
    guard let found, found.codeID != nil else { return .ended }
    if let fault = passwords.fault(password, repeated: repeated, account: found.account.name) { return .fault(fault) }
    let encoded = try await passwords.hash(password)
    try await database.transaction(actor: Self.door) { transaction in
      try await SignInStore(transaction).keep(password: encoded, of: found.id)
    }
    return .kept
  }

  package enum FinishedSetUp: Sendable {
    /// Signed in; the recovery codes are shown this once.
    case signedIn(SignedIn, recovery: [SpokenCode])
    case mistyped, refused, ended
    case tooMany(seconds: Int)
  }

  /// The first code of the new app proves that it was set up; then password, app and recovery codes are the account's, and
  /// the one-time code is used up. Of several browsers that come this far with one code, the first does it.
  package func finishSetUp(
    entering: String?, code: String, replacing cookie: String?, now: Timestamp
  ) async throws -> FinishedSetUp {
    try await database.transaction(actor: Self.door) { transaction in
      guard let begun = try await begun(entering, transaction, now), let codeID = begun.codeID,
        let password = begun.newPassword, let secret = try await newSecret(begun, transaction, now)
      else { return .ended }
      guard let digits = AppSecret.digits(code) else { return .mistyped }
      if let wait = try await GuessStore(transaction).admit("set-up \(begun.id)", FactorDesk.rule, now: now) {
        return .tooMany(seconds: max(1, Int(wait.rounded(.up))))
      }
      guard let step = secret.step(of: digits, around: FactorDesk.step(now)) else { return .refused }
      guard try await AccountStore(transaction).useCode(codeID, now: now) else { return .ended }
      let account = begun.account
      try await SessionStore(transaction).endAll(of: account.id, now: now)
      try await DeviceStore(transaction).forgetAll(of: account.id)
      try await PasswordStore(transaction).set(password, of: account.id, now: now)
      let recovery = try await factors.set(secret, proved: step, of: account, transaction, now: now)
      let entry = try await admit(begun, replacing: cookie, isKnown: false, transaction, now)
      try await SignInStore(transaction).endAll(of: account.id)
      return .signedIn(entry, recovery: recovery)
    }
  }

  private static let sealedIn = "sign_in.new_secret."

  /// The app's secret of this set-up, made when it is first asked for.
  private func newSecret(
    _ begun: SignInStore.Begun, _ transaction: Transaction, _ now: Timestamp
  ) async throws -> AppSecret? {
    let context = Self.sealedIn + String(begun.id)
    if let sealed = begun.newSecret { return AppSecret(try keys.service.open(sealed, context: context)) }
    let made = keys.service.seal(AppSecret().bytes, context: context, at: now.microseconds / 1_000_000)
    guard let kept = try await SignInStore(transaction).keep(secret: made, of: begun.id) else { return nil }
    return AppSecret(try keys.service.open(kept, context: context))
  }
}
