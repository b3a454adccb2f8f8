internal import CCrypto

/// HMAC with SHA-1 (RFC 2104): what authenticator apps compute. For nothing else.
enum HMACSHA1 {
  static func of(_ message: [UInt8], key: [UInt8]) -> [UInt8]? {
    var length: UInt32 = 0
    let digest = [UInt8](unsafeUninitializedCapacity: 20) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      let made = HMAC(EVP_sha1(), key, Int32(key.count), message, message.count, base, &length)
      filled = made == nil ? 0 : Int(length)
    }
    return digest.count == 20 ? digest : nil
  }
}
