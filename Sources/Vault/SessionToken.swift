/// The 256 random bits in the cookie of somebody who signed in. The database holds only their SHA-256.
package struct SessionToken: Sendable, Redacted {
  private let bytes: [UInt8]

  package static let size = 32

  package init() { bytes = Sodium.random(SessionToken.size) }

  /// Reads a cookie's value; nil for anything that is not such a token.
  package init?(_ text: String) {
    guard let bytes = Sodium.bytes(base64: text, count: SessionToken.size) else { return nil }
    self.bytes = bytes
  }

  /// The cookie's value: 43 characters of base64url.
  package var text: String { Sodium.base64(bytes) }

  /// What is stored and looked up.
  package var fingerprint: [UInt8] { Sodium.sha256(Array("paradero session v1:".utf8) + bytes) }

  /// What is stored of the same bits where they are a program's key: another hash, so that neither passes for the other.
  package var tokenFingerprint: [UInt8] { Sodium.sha256(Array("paradero token v1:".utf8) + bytes) }

  /// The token of every form of this session: nobody can make it without the cookie, and it tells nothing of the cookie.
  package var formToken: String { Sodium.base64(Sodium.blake2b(Array("paradero form v1".utf8), key: bytes)) }

  /// Whether a form that was sent carries this session's token.
  package func isFormToken(_ text: String) -> Bool {
    Sodium.isEqual(Array(text.utf8), Array(formToken.utf8))
  }
}
