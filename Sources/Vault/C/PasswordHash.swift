internal import CSodium

/// How much work a hash of a password takes.
package struct PasswordCost: Sendable, Equatable {
  package let passes: UInt64
  package let bytes: Int

  package init(passes: UInt64, bytes: Int) {
    self.passes = passes
    self.bytes = bytes
  }

  /// 64 MiB, three passes: about an eighth of a second.
  package static let standard = PasswordCost(passes: 3, bytes: 64 << 20)
}

/// Argon2id. The text that comes out names algorithm, cost and salt, so that each hash can be checked as it was made.
package enum PasswordHash {
  /// Nil when there is no memory for it.
  package static func make(_ message: [UInt8], cost: PasswordCost) -> String? {
    Sodium.start()
    let size = Int(crypto_pwhash_strbytes())
    var encoded = [CChar](repeating: 0, count: size)
    guard crypto_pwhash_str(&encoded, characters(message), UInt64(message.count), cost.passes, cost.bytes) == 0 else {
      return nil
    }
    return String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Also false for a text that is no such hash.
  package static func isRight(_ message: [UInt8], encoded: String) -> Bool {
    guard let text = Self.padded(encoded) else { return false }
    return crypto_pwhash_str_verify(text, characters(message), UInt64(message.count)) == 0
  }

  /// Whether a hash was made with another cost than this.
  package static func isOutdated(_ encoded: String, cost: PasswordCost) -> Bool {
    guard let text = Self.padded(encoded) else { return true }
    return crypto_pwhash_str_needs_rehash(text, cost.passes, cost.bytes) != 0
  }

  /// With a zero at the end that is not counted, so that there is always an address.
  private static func characters(_ message: [UInt8]) -> [CChar] { message.map { CChar(bitPattern: $0) } + [0] }

  /// A C string of the length that the library reads.
  private static func padded(_ encoded: String) -> [CChar]? {
    Sodium.start()
    let size = Int(crypto_pwhash_strbytes())
    let bytes = encoded.utf8.map { CChar(bitPattern: $0) }
    guard bytes.count < size, !bytes.contains(0) else { return nil }
    return bytes + [CChar](repeating: 0, count: size - bytes.count)
  }
}
