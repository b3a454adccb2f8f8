/// The keeper's public keys: whoever holds them can seal for the keeper, and cannot open anything.
package struct KeeperPublicKey: Sendable, Equatable {
  struct Version: Sendable, Equatable {
    let number: Int
    let key: [UInt8]
  }

  let versions: [Version]

  package static let fileName = "keeper.pub"

  package init(file contents: [UInt8], name: String = KeeperPublicKey.fileName) throws(KeyError) {
    self.init(
      versions: try KeyFile(contents, kind: .keeperPublic, name: name).versions.map {
        Version(number: $0.number, key: $0.key.copy)
      })
  }

  init(versions: [Version]) { self.versions = versions }

  /// The file's bytes. They are no secret, and have the same form and sum as a key file.
  package var contents: [UInt8] {
    KeyFile(
      kind: .keeperPublic, lookup: nil,
      versions: versions.map { KeyFile.Version(number: $0.number, since: 0, key: SecretBytes($0.key)) }
    ).contents
  }

  package var newestVersion: Int { versions.last?.number ?? 0 }

  /// What the database knows each version by: its public half itself.
  package var checks: [KeyCheck] { versions.map { KeyCheck(version: $0.number, value: $0.key) } }

  /// Which version a value is sealed to; nil for what is not sealed for a keeper.
  package static func version(of sealed: [UInt8]) -> Int? { SealedBox.version(of: sealed) }

  /// Seals for the keeper alone. Texts of about the same length become boxes of the same length.
  /// - Parameter context: `table.column.rowid`, which is sealed in: a value that was moved elsewhere does not open.
  package func seal(_ plain: [UInt8], context: String) throws(KeyError) -> [UInt8] {
    guard let version = versions.last,
      let box = Sodium.sealBox(SealedBox.padded(plain, context: context), to: version.key)
    else { throw .damaged(Self.fileName) }
    return SealedBox.head(version.number) + box
  }
}

/// The keeper's secret keys: only the keeper's process has them.
package struct KeeperKeys: Sendable, Redacted {
  private let file: KeyFile
  package let publicKey: KeeperPublicKey

  package static let fileName = "keeper.key"

  /// New random keys.
  package static func generate() -> KeeperKeys {
    KeeperKeys(
      KeyFile(
        kind: .keeper, lookup: nil,
        versions: [KeyFile.Version(number: 1, since: 0, key: .random(Sodium.keySize))]))
  }

  package init(file contents: [UInt8], name: String = KeeperKeys.fileName) throws(KeyError) {
    self.init(try KeyFile(contents, kind: .keeper, name: name))
  }

  private init(_ file: KeyFile) {
    self.file = file
    publicKey = KeeperPublicKey(
      versions: file.versions.map { KeeperPublicKey.Version(number: $0.number, key: Sodium.publicKey(of: $0.key)) })
  }

  /// Opens what was sealed for this place.
  package func open(_ sealed: [UInt8], context: String) throws(KeyError) -> [UInt8] {
    guard let number = SealedBox.version(of: sealed) else { throw .cannotOpen }
    guard let secret = file.versions.first(where: { $0.number == number })?.key,
      let half = publicKey.versions.first(where: { $0.number == number })
    else { throw .versionMissing(number) }
    guard let padded = Sodium.openBox(sealed.dropFirst(SealedBox.headSize), publicKey: half.key, secret: secret),
      let plain = SealedBox.unpadded(padded, context: context)
    else { throw .cannotOpen }
    return plain
  }

  /// With one version more. What is sealed from then on only it can open.
  package func adding() throws(KeyError) -> KeeperKeys {
    let newest = publicKey.newestVersion
    guard file.versions.count < KeyFile.mostVersions, newest < Int(UInt16.max) else { throw .damaged(Self.fileName) }
    var file = file
    file.versions.append(KeyFile.Version(number: newest + 1, since: 0, key: .random(Sodium.keySize)))
    return KeeperKeys(file)
  }

  package func retiringOld() -> KeeperKeys {
    var file = file
    file.versions = Array(file.versions.suffix(1))
    return KeeperKeys(file)
  }

  /// The key file's bytes.
  package var contents: [UInt8] { file.contents }
}

/// The form of what is sealed for the keeper: a head with the version, and a box of the context, the text and padding.
enum SealedBox {
  private static let format: UInt8 = 2
  static let headSize = 3
  /// Boxes grow in steps of so many bytes, so that a length tells little of what is inside.
  private static let step = 128

  static func head(_ number: Int) -> [UInt8] { [format, UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)] }

  static func version(of sealed: [UInt8]) -> Int? {
    guard sealed.count > headSize, sealed[0] == format else { return nil }
    return Int(sealed[1]) << 8 | Int(sealed[2])
  }

  // The context's hash, the text, one byte 0x80, and zeros.
  static func padded(_ plain: [UInt8], context: String) -> [UInt8] {
    let body = Sodium.sha256(Array(context.utf8)) + plain + [0x80]
    return body + [UInt8](repeating: 0, count: (step - body.count % step) % step)
  }

  static func unpadded(_ padded: [UInt8], context: String) -> [UInt8]? {
    let mark = Sodium.sha256(Array(context.utf8))
    guard padded.count > mark.count, Sodium.isEqual(Array(padded.prefix(mark.count)), mark),
      let end = padded.lastIndex(where: { $0 != 0 }), end >= mark.count, padded[end] == 0x80
    else { return nil }
    return Array(padded[mark.count..<end])
  }
}
