internal import Foundation

/// A public key of Ed25519, with which anybody checks what an installation signed.
package struct SigningPublicKey: Sendable, Hashable {
  package let bytes: [UInt8]

  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Sodium.keySize else { return nil }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits, or the PEM form.
  package init?(text: String) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if let bytes = Digests.bytes(hexadecimal: text) {
      self.init(bytes)
    } else {
      let lines = text.split(whereSeparator: \.isNewline).map(String.init)
      guard lines.count == 3, lines[0] == Self.head, lines[2] == Self.foot,
        let der = Data(base64Encoded: lines[1]), der.starts(with: Self.prefix)
      else { return nil }
      self.init(Array(der.dropFirst(Self.prefix.count)))
    }
  }

  /// As 64 hexadecimal digits.
  package var hex: String { Digests.hexadecimal(bytes) }

  /// As `openssl` reads it: SubjectPublicKeyInfo (RFC 8410) in PEM.
  package var pem: String { "\(Self.head)\n\(Data(Self.prefix + bytes).base64EncodedString())\n\(Self.foot)\n" }

  /// Whether this key signed the message.
  package func hasSigned(_ message: [UInt8], _ signature: [UInt8]) -> Bool {
    Sodium.isSigned(message, signature, by: bytes)
  }

  private static let head = "-----BEGIN PUBLIC KEY-----"
  private static let foot = "-----END PUBLIC KEY-----"
  private static let prefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
}

/// What an installation signs checkpoints and bundles with. It never lies in the database.
package struct SigningKeys: Sendable, Redacted {
  private let file: KeyFile
  package let publicKey: SigningPublicKey
  package static let fileName = "signing.key"

  /// A new random key.
  /// - Parameter number: which one of the installation it is; the first is 1.
  package static func generate(number: Int = 1) throws(KeyError) -> SigningKeys {
    try SigningKeys(
      KeyFile(
        kind: .signing, lookup: nil,
        versions: [KeyFile.Version(number: number, since: 0, key: .random(Sodium.keySize))]))
  }

  package init(file contents: [UInt8], name: String = SigningKeys.fileName) throws(KeyError) {
    try self.init(try KeyFile(contents, kind: .signing, name: name))
  }

  private init(_ file: KeyFile) throws(KeyError) {
    guard let newest = file.versions.last, let key = SigningPublicKey(Sodium.signingPublicKey(of: newest.key)) else {
      throw .damaged(Self.fileName)
    }
    self.file = file
    publicKey = key
  }

  package var number: Int { file.versions.last?.number ?? 0 }

  /// An Ed25519 signature of 64 bytes.
  package func sign(_ message: [UInt8]) -> [UInt8] {
    guard let seed = file.versions.last?.key else { return [] }
    return Sodium.sign(message, seed: seed)
  }

  /// The key file's bytes; the caller wipes them.
  package var contents: [UInt8] { file.contents }
}

/// Every public key with which the installation ever signed: what was signed once can be checked as long as it is kept.
package struct SigningRegister: Sendable {
  private var file: KeyFile
  package static let fileName = "signing.pub"

  /// Of a first key.
  package init(_ keys: SigningKeys) {
    file = KeyFile(kind: .signingPublic, lookup: nil, versions: [Self.version(keys)])
  }

  package init(file contents: [UInt8], name: String = SigningRegister.fileName) throws(KeyError) {
    file = try KeyFile(contents, kind: .signingPublic, name: name)
  }

  /// The oldest first.
  package var keys: [SigningPublicKey] { file.versions.compactMap { SigningPublicKey($0.key.copy) } }
  package var newest: Int { file.versions.last?.number ?? 0 }

  /// With one key more, which is not forgotten again.
  package func adding(_ keys: SigningKeys) throws(KeyError) -> SigningRegister {
    guard keys.number > newest, file.versions.count < KeyFile.Kind.signingPublic.mostVersions else {
      throw .damaged(Self.fileName)
    }
    var register = self
    register.file.versions.append(Self.version(keys))
    return register
  }

  package var contents: [UInt8] { file.contents }

  private static func version(_ keys: SigningKeys) -> KeyFile.Version {
    KeyFile.Version(number: keys.number, since: 0, key: SecretBytes(keys.publicKey.bytes))
  }
}
