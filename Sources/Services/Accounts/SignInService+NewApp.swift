package import CivilTime
internal import Foundation
internal import Postgres
internal import Records
internal import Stores
package import Vault

/// Another phone: somebody who is signed in replaces their authenticator app, without an operator.
///
/// The sign-in has to be fresh: password and the old app, or a recovery code where the old phone is gone.
extension SignInService {
  /// The secret of an app that is not set up yet. It is kept by the page that shows it, sealed for this session: there is
  /// nothing to clear away when somebody turns back, and with the session it ends.
  package struct NewApp: Sendable {
    package let secret: AppSecret
    package let sealed: String
  }

  package func newApp(for staff: Staff, now: Timestamp) throws -> NewApp {
    try staff.requireFresh(now: now)
    let secret = AppSecret()
    let sealed = keys.service.seal(
      secret.bytes, context: Self.sealedFor(staff), at: now.microseconds / 1_000_000)
    return NewApp(secret: secret, sealed: Data(sealed).base64EncodedString())
  }

  package enum NewAppStep: Sendable {
    /// The old app is gone, every session has ended, and this is a new one.
    case changed(SignedInAgain)
    /// The code was none, was wrong, or came too soon; the same app is shown again.
    case mistyped(NewApp), refused(NewApp)
    case tooMany(NewApp, seconds: Int)
    /// The page was of another session.
    case ended
  }

  package struct SignedInAgain: Sendable {
    package let staff: Staff
    package let cookie: String
    /// Shown this once; the old ones are gone.
    package let recovery: [SpokenCode]
  }

  /// The first code of the new app proves that it was set up.
  package func setNewApp(
    _ sealed: String, code: String, by staff: Staff, now: Timestamp
  ) async throws -> NewAppStep {
    try staff.requireFresh(now: now)
    guard let session = staff.session, let bytes = Data(base64Encoded: sealed),
      let plain = try? keys.service.open(Array(bytes), context: Self.sealedFor(staff)), let secret = AppSecret(plain)
    else { return .ended }
    let shown = NewApp(secret: secret, sealed: sealed)
    guard let digits = AppSecret.digits(code) else { return .mistyped(shown) }
    return try await database.transaction(actor: staff.actor) { transaction in
      if let wait = try await GuessStore(transaction).admit("new app \(session.id)", FactorDesk.rule, now: now) {
        return .tooMany(shown, seconds: max(1, Int(wait.rounded(.up))))
      }
      guard let step = secret.step(of: digits, around: FactorDesk.step(now)) else { return .refused(shown) }
      // Of two windows that come this far at once, the first does it.
      guard try await SessionStore(transaction).end(session.id, of: staff.account.id, now: now) else { return .ended }
      try await SessionStore(transaction).endAll(of: staff.account.id, now: now)
      try await DeviceStore(transaction).forgetAll(of: staff.account.id)
      let recovery = try await factors.set(secret, proved: step, of: staff.account, transaction, now: now)
      try await Self.note("authenticator app", staff, transaction, now)
      let begun = try await beginSession(staff.account, expiresAt: session.expiresAt, transaction, now)
      return .changed(SignedInAgain(staff: begun.staff, cookie: begun.cookie, recovery: recovery))
    }
  }

  private static func sealedFor(_ staff: Staff) -> String {
    "second_factor.new.\(staff.account.id).\(staff.session?.id ?? 0)"
  }
}
