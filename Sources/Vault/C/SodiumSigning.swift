internal import CSodium

/// Ed25519 (RFC 8032): signatures that anybody can check with the public key, with `openssl` too.
extension Sodium {
  static let signatureSize = 64

  /// The public key of a seed of 32 bytes.
  static func signingPublicKey(of seed: SecretBytes) -> [UInt8] { signingPair(of: seed).publicKey }

  static func sign(_ message: [UInt8], seed: SecretBytes) -> [UInt8] {
    signingPair(of: seed).secret.withBytes { secret in
      [UInt8](unsafeUninitializedCapacity: signatureSize) { buffer, filled in
        guard let base = buffer.baseAddress else { return }
        filled = crypto_sign_detached(base, nil, message, UInt64(message.count), secret) == 0 ? signatureSize : 0
      }
    }
  }

  static func isSigned(_ message: [UInt8], _ signature: [UInt8], by publicKey: [UInt8]) -> Bool {
    guard isReady, signature.count == signatureSize, publicKey.count == keySize else { return false }
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
  }

  private static func signingPair(of seed: SecretBytes) -> (publicKey: [UInt8], secret: SecretBytes) {
    start()
    var publicKey = [UInt8](repeating: 0, count: keySize)
    let secret = SecretBytes(count: signatureSize) { memory in
      guard let base = memory.assumingMemoryBound(to: UInt8.self).baseAddress else { return }
      _ = seed.withBytes { crypto_sign_seed_keypair(&publicKey, base, $0) }
    }
    return (publicKey, secret)
  }
}
