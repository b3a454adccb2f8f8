internal import CSodium

/// SHA-256 of bytes that arrive in pieces.
package struct SHA256Digest {
  private var state = crypto_hash_sha256_state()

  package init() { crypto_hash_sha256_init(&state) }

  package mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { _ = crypto_hash_sha256_update(&state, $0.baseAddress, UInt64($0.count)) }
  }

  /// The 32 bytes of the digest of everything added so far; more may be added afterwards.
  package func finish() -> [UInt8] {
    var copy = state
    var digest = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256_final(&copy, &digest)
    return digest
  }

  package static func of(_ bytes: [UInt8]) -> [UInt8] {
    var digest = SHA256Digest()
    digest.add(bytes)
    return digest.finish()
  }
}

/// A short fingerprint (BLAKE2b, 128 bits) for telling whether two texts are the same. It hides nothing.
package func fingerprint128(_ bytes: [UInt8]) -> [UInt8] {
  var digest = [UInt8](repeating: 0, count: 16)
  crypto_generichash(&digest, 16, bytes, UInt64(bytes.count), nil, 0)
  return digest
}
