/// Seals A-numbers so that equal ones stay equal: what is sealed can be compared, joined and looked up, and nothing else.
///
/// A synthetic IV (Rogaway and Shrimpton, Deterministic Authenticated-Encryption, EUROCRYPT 2006): the nonce is a keyed
/// BLAKE2b-192 of the nine digits, and the digits are enciphered by XChaCha20 with it, under a second key. Opening makes
/// the nonce anew from what comes out, and refuses what was changed or sealed with another key. Both keys are made from the
/// service's lookup key, which does not rotate, so that a number's token stays the same.
///
///     n1.bPkrUW…   44 signs of base64url: 24 bytes of the nonce, 9 of the digits
///
/// It shows which rows have the same number, as the joins need it, and nothing else of it to whoever has not the key. A
/// process that has the key can try all numbers: it could open them as well.
package struct NumberSeal: Sendable, Redacted {
  private let cipher: NumberCipher

  /// What every token begins with.
  package static let mark = "n1."
  private static let markBytes = Array(mark.utf8)

  init(of key: SecretBytes) { cipher = NumberCipher(of: key) }

  /// Whether a text has the form of a token; whether it opens is another matter.
  package static func isToken(_ text: some StringProtocol) -> Bool { text.hasPrefix(mark) }
  package static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.starts(with: markBytes) }

  /// The token of nine digits; nil for anything else.
  package func seal(_ number: String) -> String? {
    var token = Self.mark
    token.reserveCapacity(Self.markBytes.count + NumberCipher.textSize)
    return cipher.seal(number, to: &token) ? token : nil
  }

  /// The nine digits of a token; nil unless it was sealed with this key.
  package func open(_ token: ArraySlice<UInt8>) -> String? {
    Self.isToken(token) ? cipher.open(token.dropFirst(Self.markBytes.count)) : nil
  }

  package func open(_ token: String) -> String? { open(Array(token.utf8)[...]) }
}
