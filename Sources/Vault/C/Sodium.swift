internal import CSodium

/// Every call into libsodium. Nothing outside this folder knows that it is C.
enum Sodium {
  /// `sodium_init` may be called from any thread, but must have returned before anything else is used.
  static let isReady = sodium_init() >= 0

  /// Without its source of randomness nothing here is safe to go on with, so a failure to start ends the program.
  static func start() { precondition(isReady, "libsodium could not start: no source of randomness") }

  static func random(_ count: Int) -> [UInt8] {
    start()
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      // A count of zero has no address to write to.
      if let base = buffer.baseAddress, count > 0 { randombytes_buf(base, count) }
      filled = count
    }
  }

  static func sha256(_ message: [UInt8]) -> [UInt8] {
    start()
    return filled(Int(crypto_hash_sha256_BYTES)) { crypto_hash_sha256($0, message, UInt64(message.count)) }
  }

  /// BLAKE2b with a key of 32 bytes and a result of 32.
  static func blake2b(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    start()
    return filled(Int(crypto_generichash_BYTES)) {
      crypto_generichash($0, Int(crypto_generichash_BYTES), message, UInt64(message.count), key, key.count)
    }
  }

  /// Takes the same time wherever the first difference is. Unequal lengths are no secret.
  static func isEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    start()
    return one.count == other.count && sodium_memcmp(one, other, one.count) == 0
  }

  /// base64url without padding.
  static func base64(_ bytes: [UInt8]) -> String {
    start()
    let variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING
    let size = sodium_base64_encoded_len(bytes.count, variant)
    return String(unsafeUninitializedCapacity: size) { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      base.withMemoryRebound(to: CChar.self, capacity: size) {
        _ = sodium_bin2base64($0, size, bytes, bytes.count, variant)
      }
      return size - 1  // its last byte is the C string's end
    }
  }

  /// Reads base64url without padding; nil for anything that encodes otherwise than exactly `count` bytes.
  static func bytes(base64 text: String, count: Int) -> [UInt8]? {
    start()
    var text = text
    var length = 0
    var isWhole = false
    let bytes = text.withUTF8 { source in
      [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        guard let base = buffer.baseAddress, let start = source.baseAddress else { return }
        start.withMemoryRebound(to: CChar.self, capacity: source.count) {
          isWhole =
            sodium_base642bin(
              base, count, $0, source.count, nil, &length, nil, sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0
        }
        filled = isWhole ? length : 0
      }
    }
    return isWhole && bytes.count == count ? bytes : nil
  }

  private static func filled(_ count: Int, _ hash: (UnsafeMutablePointer<UInt8>) -> Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      let result = hash(base)
      precondition(result == 0, "libsodium refused sizes that are constants of this program")
      filled = count
    }
  }
}
