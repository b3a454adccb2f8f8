internal import CSodium

/// The bytes of a sealed A-number: 24 of the nonce that is made from it, and 9 of its digits under a stream of XChaCha20.
///
/// Millions pass through here while an index is read: everything lies on the stack.
struct NumberCipher: Sendable {
  static let digits = 9
  /// Of the sealed bytes, and of their text: 33 bytes are 44 signs without a rest.
  static let size = 33
  static let textSize = 44
  private static let nonceSize = Int(crypto_stream_xchacha20_NONCEBYTES)

  private let nonceKey: SecretBytes
  private let streamKey: SecretBytes

  init(of key: SecretBytes) {
    nonceKey = Sodium.subkey("paradero number nonce v1", of: key)
    streamKey = Sodium.subkey("paradero number stream v1", of: key)
  }

  /// Appends nine digits when sealed; false for anything else, of which nothing is appended.
  func seal(_ number: String, to text: inout String) -> Bool {
    var number = number
    return number.withUTF8 { digits in
      guard digits.count == Self.digits, digits.allSatisfy({ (48...57).contains($0) }) else { return false }
      seal(digits) { text += String(decoding: $0, as: UTF8.self) }
      return true
    }
  }

  private func seal(_ digits: UnsafeBufferPointer<UInt8>, _ append: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard let plain = digits.baseAddress else { return }
    // One byte more than the text has, for the end of the C string.
    withUnsafeTemporaryAllocation(byteCount: Self.size + Self.textSize + 1, alignment: 1) { room in
      let bytes = room.bindMemory(to: UInt8.self)
      guard let sealed = bytes.baseAddress else { return }
      makeNonce(of: plain, at: sealed)
      stream(plain, nonce: sealed, to: sealed + Self.nonceSize)
      let text = sealed + Self.size
      text.withMemoryRebound(to: CChar.self, capacity: Self.textSize + 1) {
        _ = sodium_bin2base64($0, Self.textSize + 1, sealed, Self.size, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
      }
      append(UnsafeBufferPointer(start: text, count: Self.textSize))
    }
  }

  /// The nine digits of a text; nil unless it was sealed with this key, and is whole.
  func open(_ text: ArraySlice<UInt8>) -> String? { text.withUnsafeBufferPointer(open) }

  private func open(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    // libsodium takes some bytes beyond ASCII for letters; one token has one spelling.
    guard let start = text.baseAddress, text.count == Self.textSize, text.allSatisfy({ $0 < 0x80 }) else { return nil }
    return withUnsafeTemporaryAllocation(byteCount: Self.size + Self.digits + Self.nonceSize, alignment: 1) { room in
      let bytes = room.bindMemory(to: UInt8.self)
      guard let sealed = bytes.baseAddress, read(start, to: sealed) else { return nil }
      let plain = sealed + Self.size
      let nonce = plain + Self.digits
      stream(sealed + Self.nonceSize, nonce: sealed, to: plain)
      makeNonce(of: plain, at: nonce)
      guard sodium_memcmp(sealed, nonce, Self.nonceSize) == 0 else { return nil }
      return String(decoding: UnsafeBufferPointer(start: plain, count: Self.digits), as: UTF8.self)
    }
  }

  private func read(_ text: UnsafePointer<UInt8>, to sealed: UnsafeMutablePointer<UInt8>) -> Bool {
    var length = 0
    let isWhole = text.withMemoryRebound(to: CChar.self, capacity: Self.textSize) {
      sodium_base642bin(
        sealed, Self.size, $0, Self.textSize, nil, &length, nil, sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0
    }
    return isWhole && length == Self.size
  }

  private func makeNonce(of plain: UnsafePointer<UInt8>, at nonce: UnsafeMutablePointer<UInt8>) {
    let result = nonceKey.withBytes {
      crypto_generichash(nonce, Self.nonceSize, plain, UInt64(Self.digits), $0, nonceKey.count)
    }
    precondition(result == 0, "libsodium refused sizes that are constants of this program")
  }

  private func stream(
    _ from: UnsafePointer<UInt8>, nonce: UnsafePointer<UInt8>, to: UnsafeMutablePointer<UInt8>
  ) {
    streamKey.withBytes { _ = crypto_stream_xchacha20_xor(to, from, UInt64(Self.digits), nonce, $0) }
  }
}
