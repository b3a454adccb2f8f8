/// What an authenticator app and this service share: 160 random bits, from which both make six digits every 30 seconds
/// (RFC 6238 with HMAC-SHA-1, which all such apps know).
package struct AppSecret: Sendable, Redacted, Equatable {
  package let bytes: [UInt8]

  package static let size = 20
  package static let period = 30
  package static let digits = 6
  /// How many steps a phone's clock may be ahead or behind.
  package static let window = 1

  package init() { bytes = Sodium.random(AppSecret.size) }

  /// Nil for anything that is too short to be a secret.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count >= 16 else { return nil }
    self.bytes = bytes
  }

  /// The number of the period that a moment lies in.
  package static func step(secondsSinceEpoch seconds: Double) -> Int64 {
    Int64((seconds / Double(period)).rounded(.down))
  }

  /// The digits of a step.
  package func code(step: Int64) -> String { code(step: step, digits: AppSecret.digits) }

  func code(step: Int64, digits: Int) -> String {
    let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
    guard let digest = HMACSHA1.of(counter, key: bytes), let last = digest.last else { return "" }
    let offset = Int(last & 15)
    let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let modulus = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
    let text = String(number % modulus)
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }

  /// The step whose digits these are, among those that a phone's clock may show; the newest of them first.
  package func step(of typed: String, around step: Int64) -> Int64? {
    let typed = Array(typed.utf8)
    var found: Int64?
    // All are compared, so that the time tells nothing of which one fits.
    for candidate in (step - Int64(AppSecret.window))...(step + Int64(AppSecret.window))
    where Sodium.isEqual(Array(code(step: candidate).utf8), typed) {
      found = candidate
    }
    return found
  }

  /// The digits that somebody typed, spaces and dashes left out; nil for what is no such code.
  package static func digits(_ text: String) -> String? {
    guard text.utf8.count <= 40 else { return nil }
    let kept = text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "-" }
    guard kept.count == digits, kept.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return String(String.UnicodeScalarView(kept))
  }

  /// The secret to type by hand, in groups of four.
  package var text: String {
    let letters = Array(Base32.text(bytes))
    return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
      .joined(separator: " ")
  }

  /// The address that an app reads from a QR code or a tap. `issuer` and `account` hold no colon.
  package func address(issuer: String, account: String) -> String {
    let issuer = Self.encoded(issuer)
    return "otpauth://totp/\(issuer):\(Self.encoded(account))?secret=\(Base32.text(bytes))&issuer=\(issuer)"
      + "&algorithm=SHA1&digits=\(AppSecret.digits)&period=\(AppSecret.period)"
  }

  private static func encoded(_ text: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { text, byte in
      let scalar = Unicode.Scalar(byte)
      if byte < 128,
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-._~".unicodeScalars.contains(scalar)
      {
        text.unicodeScalars.append(scalar)
      } else {
        text.append("%")
        text.append(hexadecimal[Int(byte >> 4)])
        text.append(hexadecimal[Int(byte & 15)])
      }
    }
  }
}
