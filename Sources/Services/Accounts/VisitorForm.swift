internal import Vault

/// Ties a form to the browser that it was shown to, before anybody has signed in: a cookie, and a token made from it.
package struct VisitorForm: Sendable {
  private let secret: SessionToken

  /// For a browser that has no such cookie yet.
  package init() { secret = SessionToken() }

  /// Nil for anything that is no such cookie.
  package init?(cookie: String) {
    guard let secret = SessionToken(cookie) else { return nil }
    self.secret = secret
  }

  package var cookie: String { secret.text }
  /// What the form carries.
  package var token: String { secret.formToken }

  package func isToken(_ text: String) -> Bool { secret.isFormToken(text) }
}
