/// The words on paper that bring the keeper's key back when its machine is lost: 130 bits, read aloud or typed.
///
/// They are the seed of a key pair. The public half stays with the installation, and each version of the keeper's key is
/// sealed to it, so that a rotation needs no paper.
package struct RecoveryKey: Sendable, Redacted {
  private let secret: SecretBytes
  package let code: SpokenCode

  package init() { self.init(SpokenCode(.recovery)) }

  /// Reads what was typed; nil if it is no such code.
  package init?(_ text: String) {
    guard let code = SpokenCode(text, .recovery) else { return nil }
    self.init(code)
  }

  private init(_ code: SpokenCode) {
    self.code = code
    // 130 random bits need no stretching.
    var seed = Sodium.sha256(Array("paradero recovery v1:".utf8) + Array(code.text.utf8))
    defer { SecretBytes.wipe(&seed) }
    secret = SecretBytes(seed)
  }

  /// What stays with the installation.
  package var publicHalf: [UInt8] { Sodium.publicKey(of: secret) }

  /// Seals the keeper's keys for whoever has the paper.
  package static func sealing(_ keys: KeeperKeys, to publicHalf: [UInt8]) throws(KeyError) -> [UInt8] {
    var contents = keys.contents
    defer { SecretBytes.wipe(&contents) }
    guard let box = Sodium.sealBox(contents, to: publicHalf) else { throw .damaged("recovery") }
    return box
  }

  /// The keeper's keys; `cannotOpen` when the code is that of another installation.
  package func opening(_ sealed: [UInt8]) throws(KeyError) -> KeeperKeys {
    guard var contents = Sodium.openBox(sealed[...], publicKey: publicHalf, secret: secret) else { throw .cannotOpen }
    defer { SecretBytes.wipe(&contents) }
    return try KeeperKeys(file: contents)
  }
}
