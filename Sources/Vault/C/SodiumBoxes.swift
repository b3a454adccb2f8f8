internal import CSodium

/// Boxes, subkeys and stretching: the parts of libsodium that work with keys in protected memory.
extension Sodium {
  static let keySize = 32
  static let nonceSize = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  static let tagSize = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)
  static let sealSize = crypto_box_sealbytes()

  /// So many bytes as C writes them; nil if it says that it could not.
  private static func made(_ count: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int32) -> [UInt8]? {
    guard isReady else { return nil }
    var isDone = false
    // One byte more than is used, so that nothing at all has an address to be written to.
    let bytes = [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      isDone = write(base) == 0
      filled = isDone ? count : 0
    }
    return isDone ? bytes : nil
  }

  /// For sizes that are constants of this program, which libsodium has no reason to refuse.
  private static func certainly(_ bytes: [UInt8]?) -> [UInt8] {
    guard let bytes else { preconditionFailure("libsodium refused sizes that are constants of this program") }
    return bytes
  }

  /// XChaCha20-Poly1305 as the IETF writes it: a random nonce, then the box.
  static func encrypt(_ plain: [UInt8], context: [UInt8], key: SecretBytes) -> [UInt8] {
    let nonce = random(nonceSize)
    return nonce
      + certainly(
        made(plain.count + tagSize) { box in
          key.withBytes {
            crypto_aead_xchacha20poly1305_ietf_encrypt(
              box, nil, plain, UInt64(plain.count), context, UInt64(context.count), nil, nonce, $0)
          }
        })
  }

  /// Nil for what was not sealed with this key and context.
  static func decrypt(_ sealed: ArraySlice<UInt8>, context: [UInt8], key: SecretBytes) -> [UInt8]? {
    guard sealed.count >= nonceSize + tagSize else { return nil }
    let nonce = Array(sealed.prefix(nonceSize))
    let box = Array(sealed.dropFirst(nonceSize))
    return made(box.count - tagSize) { plain in
      key.withBytes {
        crypto_aead_xchacha20poly1305_ietf_decrypt(
          plain, nil, nil, box, UInt64(box.count), context, UInt64(context.count), nonce, $0)
      }
    }
  }

  /// BLAKE2b with a key in protected memory.
  static func blake2b(_ message: [UInt8], key: SecretBytes) -> [UInt8] {
    certainly(
      made(keySize) { digest in
        key.withBytes { crypto_generichash(digest, keySize, message, UInt64(message.count), $0, keySize) }
      })
  }

  /// A key made from another one and a word; whoever has it learns nothing of the other.
  static func subkey(_ word: String, of key: SecretBytes) -> SecretBytes {
    var bytes = blake2b(Array(word.utf8), key: key)
    defer { SecretBytes.wipe(&bytes) }
    return SecretBytes(bytes)
  }

  /// The public half of an X25519 secret.
  static func publicKey(of secret: SecretBytes) -> [UInt8] {
    certainly(made(keySize) { half in secret.withBytes { crypto_scalarmult_base(half, $0) } })
  }

  /// A sealed box: whoever sealed it cannot open it. Nil if the public key is none.
  static func sealBox(_ plain: [UInt8], to publicKey: [UInt8]) -> [UInt8]? {
    guard publicKey.count == keySize else { return nil }
    return made(plain.count + sealSize) { crypto_box_seal($0, plain, UInt64(plain.count), publicKey) }
  }

  /// Nil for what was not sealed to this key.
  static func openBox(_ box: ArraySlice<UInt8>, publicKey: [UInt8], secret: SecretBytes) -> [UInt8]? {
    guard box.count >= sealSize, publicKey.count == keySize else { return nil }
    let box = Array(box)
    return made(box.count - sealSize) { plain in
      secret.withBytes { crypto_box_seal_open(plain, box, UInt64(box.count), publicKey, $0) }
    }
  }

  /// Argon2id: 32 bytes that cost time and memory to guess. Nil only when the machine has not that much memory.
  static func argon2id(_ secret: [UInt8], salt: [UInt8], rounds: UInt64, memory: Int) -> [UInt8]? {
    guard salt.count == Int(crypto_pwhash_SALTBYTES), !secret.isEmpty else { return nil }
    return secret.withUnsafeBytes { secret in
      guard let text = secret.bindMemory(to: CChar.self).baseAddress else { return nil }
      return made(keySize) {
        crypto_pwhash(
          $0, UInt64(keySize), text, UInt64(secret.count), salt, rounds, memory, crypto_pwhash_ALG_ARGON2ID13)
      }
    }
  }
}
