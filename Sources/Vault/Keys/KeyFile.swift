/// The text form of a key file, one line for each thing:
///
///     paradero-keys 1 service
///     lookup 8mZ…                      43 characters of base64url: 32 bytes
///     key 1 0 fQ3…                     version, from which second since 1970 it seals, 32 bytes
///     key 2 1795244460 Xr0…
///     sum 5d41402abc4b2a76             the first 16 hex digits of BLAKE2b of all that stands before this line
///
/// The kinds are `service` (sealing keys and the lookup key), `keeper` (X25519 secrets), `keeper-public` (their public
/// halves), `signing` (the seed of an Ed25519 key) and `signing-public` (the public halves of all that ever signed). The
/// newest version whose second has come seals; all open. The lookup key, from which keyed hashes are made, has no versions:
/// what was hashed cannot be hashed anew without what it was made from.
struct KeyFile {
  enum Kind: String {
    case service, keeper, keeperPublic = "keeper-public", signing, signingPublic = "signing-public"

    /// Public keys that signed are all kept; of the others a few are in use at once.
    var mostVersions: Int { self == .signingPublic ? 500 : KeyFile.mostVersions }
  }

  struct Version {
    let number: Int
    /// From this second on it seals.
    let since: Int64
    let key: SecretBytes
  }

  let kind: Kind
  var lookup: SecretBytes?
  /// In order of their numbers, at least one.
  var versions: [Version]

  static let mostVersions = 16

  /// - Parameter name: what the error calls the file.
  init(_ contents: [UInt8], kind: Kind, name: String) throws(KeyError) {
    guard let file = KeyFile(contents, kind) else { throw .damaged(name) }
    self = file
  }

  init(kind: Kind, lookup: SecretBytes?, versions: [Version]) {
    (self.kind, self.lookup, self.versions) = (kind, lookup, versions)
  }

  private init?(_ contents: [UInt8], _ kind: Kind) {
    guard let last = contents.dropLast().lastIndex(of: 10), contents.last == 10 else { return nil }
    let body = Array(contents[...last])
    guard String(decoding: contents[(last + 1)...], as: UTF8.self) == "sum \(Self.sum(body))\n" else { return nil }
    var lookup: SecretBytes?
    var versions: [Version] = []
    for (place, line) in body.split(separator: 10).enumerated() {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
      switch (words.first, words.count) {
      case ("paradero-keys", 3) where place == 0:
        guard words[1] == "1", words[2] == kind.rawValue else { return nil }
      case ("lookup", 2) where kind == .service && lookup == nil:
        guard let key = Self.key(words[1]) else { return nil }
        lookup = key
      case ("key", 4):
        guard let number = Int(words[1]), let since = Int64(words[2]), let key = Self.key(words[3]),
          number > versions.last?.number ?? 0, number <= Int(UInt16.max), versions.count < kind.mostVersions
        else { return nil }
        versions.append(Version(number: number, since: since, key: key))
      default: return nil
      }
    }
    guard !versions.isEmpty, (lookup != nil) == (kind == .service) else { return nil }
    (self.kind, self.lookup, self.versions) = (kind, lookup, versions)
  }

  /// The file's bytes; the caller wipes them.
  var contents: [UInt8] {
    var text = "paradero-keys 1 \(kind.rawValue)\n"
    if let lookup { text += "lookup \(Self.text(lookup))\n" }
    for version in versions { text += "key \(version.number) \(version.since) \(Self.text(version.key))\n" }
    let body = Array(text.utf8)
    return body + Array("sum \(Self.sum(body))\n".utf8)
  }

  private static func key(_ text: String) -> SecretBytes? {
    guard var bytes = Sodium.bytes(base64: text, count: Sodium.keySize) else { return nil }
    defer { SecretBytes.wipe(&bytes) }
    return SecretBytes(bytes)
  }

  private static func text(_ key: SecretBytes) -> String {
    var bytes = key.copy
    defer { SecretBytes.wipe(&bytes) }
    return Sodium.base64(bytes)
  }

  private static func sum(_ body: [UInt8]) -> String {
    fingerprint128(body).prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
