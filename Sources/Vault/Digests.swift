/// Fresh randomness, and fingerprints that do not lead back.
package enum Digests {
  package static func randomBytes(_ count: Int) -> [UInt8] { Sodium.random(max(0, count)) }

  /// 32 bytes. What is stored of a secret that is itself long and random.
  package static func sha256(_ message: [UInt8]) -> [UInt8] { Sodium.sha256(message) }

  /// 32 bytes of BLAKE2b that nobody can make without the key.
  package static func keyed(_ message: [UInt8], _ key: HashKey) -> [UInt8] { Sodium.blake2b(message, key: key.bytes) }

  /// Two small digits for each byte.
  package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Compares without telling by its time where the difference is.
  package static func isEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool { Sodium.isEqual(one, other) }
}

extension Digests {
  /// Reads pairs of hexadecimal digits; nil for anything else.
  package static func bytes(hexadecimal text: some StringProtocol) -> [UInt8]? {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == text.utf8.count, digits.count % 2 == 0 else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}

/// A key for `Digests.keyed`: 32 bytes that no description, dump or mirror shows.
package struct HashKey: Sendable, Redacted {
  let bytes: [UInt8]

  package static let size = 32

  /// A new random key.
  package init() { bytes = Sodium.random(HashKey.size) }

  /// nil unless there are 32 bytes.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == HashKey.size else { return nil }
    self.bytes = bytes
  }
}

/// A secret value: printing, interpolating or mirroring it shows nothing of it.
package protocol Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Redacted {
  package var description: String { "(secret)" }
  package var debugDescription: String { "(secret)" }
  package var customMirror: Mirror { Mirror(reflecting: "(secret)") }
}
