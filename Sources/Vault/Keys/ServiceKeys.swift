/// The service's symmetric keys: several versions, of which the newest that is in force seals and all open.
package struct ServiceKeys: Sendable, Redacted {
  private struct Opened {
    let number: Int
    let since: Int64
    let sealing: SecretBytes
    let check: [UInt8]
  }

  private let versions: [Opened]
  private let lookups: [KeyPurpose: SecretBytes]
  private let lookupCheck: [UInt8]
  /// Seals A-numbers; of the lookup key alone, so that it is the same for every version.
  package let numbers: NumberSeal
  private let file: KeyFile

  package static let fileName = "service.key"

  /// New random keys, as of a first start.
  package static func generate() -> ServiceKeys {
    ServiceKeys(
      KeyFile(
        kind: .service, lookup: .random(Sodium.keySize),
        versions: [KeyFile.Version(number: 1, since: 0, key: .random(Sodium.keySize))]))
  }

  /// Reads what a key file holds.
  package init(file contents: [UInt8], name: String = ServiceKeys.fileName) throws(KeyError) {
    self.init(try KeyFile(contents, kind: .service, name: name))
  }

  private init(_ file: KeyFile) {
    self.file = file
    versions = file.versions.map {
      Opened(
        number: $0.number, since: $0.since, sealing: Sodium.subkey("paradero seal v1", of: $0.key),
        check: Array(Sodium.blake2b(Array("paradero check v1".utf8), key: $0.key).prefix(16)))
    }
    let lookup = file.lookup ?? .random(Sodium.keySize)
    lookups = Dictionary(
      uniqueKeysWithValues: KeyPurpose.allCases.map { ($0, Sodium.subkey("paradero \($0.rawValue) v1", of: lookup)) })
    lookupCheck = Array(Sodium.blake2b(Array("paradero check v1".utf8), key: lookup).prefix(16))
    numbers = NumberSeal(of: lookups[.aNumber] ?? .random(Sodium.keySize))
  }

  // MARK: Sealing

  private static let format: UInt8 = 1
  private static let headSize = 3

  /// Seals with the newest version that is in force.
  /// - Parameters:
  ///   - context: `table.column.rowid`, which is sealed in: a value that was moved elsewhere does not open.
  ///   - second: the present, in seconds since 1970.
  package func seal(_ plain: [UInt8], context: String, at second: Int64 = ProcessMemory.seconds) -> [UInt8] {
    guard let version = versions.last(where: { $0.since <= second }) ?? versions.first else { return [] }
    let head = Self.head(version.number)
    return head + Sodium.encrypt(plain, context: head + Array(context.utf8), key: version.sealing)
  }

  /// Opens what any version sealed for this place.
  package func open(_ sealed: [UInt8], context: String) throws(KeyError) -> [UInt8] {
    guard let number = Self.version(of: sealed) else { throw .cannotOpen }
    guard let version = versions.first(where: { $0.number == number }) else { throw .versionMissing(number) }
    guard
      let plain = Sodium.decrypt(
        sealed.dropFirst(Self.headSize), context: Self.head(number) + Array(context.utf8), key: version.sealing)
    else { throw .cannotOpen }
    return plain
  }

  /// Which version sealed it; nil for what is not sealed with such a key.
  package static func version(of sealed: [UInt8]) -> Int? {
    guard sealed.count > headSize, sealed[0] == format else { return nil }
    return Int(sealed[1]) << 8 | Int(sealed[2])
  }

  /// What everything begins with that the newest version seals.
  package var newestHead: [UInt8] { Self.head(newestVersion) }

  private static func head(_ number: Int) -> [UInt8] { [format, UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)] }

  // MARK: Keyed hashes

  /// 32 bytes of BLAKE2b that nobody can make without the key, and that are another for each purpose.
  package func hash(_ message: [UInt8], purpose: KeyPurpose) -> [UInt8] {
    lookups[purpose].map { Sodium.blake2b(message, key: $0) } ?? []
  }

  /// The key of a purpose, for what makes its own hashes.
  package func hashKey(_ purpose: KeyPurpose) -> HashKey {
    lookups[purpose].flatMap { HashKey($0.copy) } ?? HashKey()
  }

  // MARK: Versions

  /// What the database keeps to know the key again: it tells nothing of the key. Version 0 is the lookup key.
  package var checks: [KeyCheck] {
    [KeyCheck(version: 0, value: lookupCheck)] + versions.map { KeyCheck(version: $0.number, value: $0.check) }
  }

  package var newestVersion: Int { versions.last?.number ?? 0 }

  /// With one version more, which seals from a second on.
  package func adding(sealsFrom second: Int64) throws(KeyError) -> ServiceKeys {
    guard versions.count < KeyFile.mostVersions, newestVersion < Int(UInt16.max) else { throw .damaged(Self.fileName) }
    var file = file
    file.versions.append(KeyFile.Version(number: newestVersion + 1, since: second, key: .random(Sodium.keySize)))
    return ServiceKeys(file)
  }

  /// Without all versions but the newest, once nothing is sealed with them.
  package func retiringOld() -> ServiceKeys {
    var file = file
    file.versions = Array(file.versions.suffix(1))
    return ServiceKeys(file)
  }

  /// From which second on the newest version seals.
  package var newestSealsFrom: Int64 { versions.last?.since ?? 0 }

  /// The key file's bytes.
  package var contents: [UInt8] { file.contents }
}

/// A version of a key, and what the database knows it by.
package struct KeyCheck: Sendable, Equatable {
  package let version: Int
  package let value: [UInt8]

  package init(version: Int, value: [UInt8]) { (self.version, self.value) = (version, value) }
}
