/// The folder of an installation's key files: what a process reads at its start, and what `paradero keys` writes.
package struct KeyFolder: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  package func serviceKeys() throws(KeyError) -> ServiceKeys? {
    guard var contents = try SecretFile.read(file(ServiceKeys.fileName)) else { return nil }
    defer { SecretBytes.wipe(&contents) }
    return try ServiceKeys(file: contents, name: file(ServiceKeys.fileName))
  }

  package func keeperKeys() throws(KeyError) -> KeeperKeys? {
    guard var contents = try SecretFile.read(file(KeeperKeys.fileName)) else { return nil }
    defer { SecretBytes.wipe(&contents) }
    return try KeeperKeys(file: contents, name: file(KeeperKeys.fileName))
  }

  package func keeperPublicKey() throws(KeyError) -> KeeperPublicKey? {
    guard let contents = try SecretFile.read(file(KeeperPublicKey.fileName)) else { return nil }
    return try KeeperPublicKey(file: contents, name: file(KeeperPublicKey.fileName))
  }

  package func signingKeys() throws(KeyError) -> SigningKeys? {
    guard var contents = try SecretFile.read(file(SigningKeys.fileName)) else { return nil }
    defer { SecretBytes.wipe(&contents) }
    return try SigningKeys(file: contents, name: file(SigningKeys.fileName))
  }

  /// Every public key that signed; those of the key alone where the register was lost.
  package func signingRegister() throws(KeyError) -> SigningRegister? {
    if let contents = try SecretFile.read(file(SigningRegister.fileName)) {
      return try SigningRegister(file: contents, name: file(SigningRegister.fileName))
    }
    return try signingKeys().map(SigningRegister.init)
  }

  package func write(_ keys: ServiceKeys) throws(KeyError) { try write(keys.contents, ServiceKeys.fileName) }
  package func write(_ keys: KeeperKeys) throws(KeyError) { try write(keys.contents, KeeperKeys.fileName) }
  package func write(_ keys: SigningKeys) throws(KeyError) { try write(keys.contents, SigningKeys.fileName) }
  package func write(_ keys: SigningRegister) throws(KeyError) { try write(keys.contents, SigningRegister.fileName) }
  package func write(_ keys: KeeperPublicKey) throws(KeyError) { try write(keys.contents, KeeperPublicKey.fileName) }

  /// Changes when a file was replaced, so that a running process reads it again.
  package func mark(_ name: String) -> String? { SecretFile.mark(file(name)) }

  package func file(_ name: String) -> String { "\(path)/\(name)" }

  private func write(_ contents: [UInt8], _ name: String) throws(KeyError) {
    var contents = contents
    defer { SecretBytes.wipe(&contents) }
    try SecretFile.write(contents, to: file(name))
  }
}
