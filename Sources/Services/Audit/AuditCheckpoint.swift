package import CivilTime
internal import Foundation
package import Stores
package import Vault

/// Where the audit log ended at a time, signed by the installation: one line of text, for others to keep.
///
/// `paradero-checkpoint-1 SEQ LEAF TIME KEY SIGNATURE`: number and hash of the last entry, the time in UTC, the public key
/// and an Ed25519 signature over everything before the last space; all bytes in hexadecimal digits. Whoever may do
/// anything to the database cannot make one: the key is not in it.
package struct AuditCheckpoint: Sendable, Equatable {
  package let head: AuditHead
  package let key: SigningPublicKey
  /// When it was signed, as the line says it.
  package let time: String
  private let signature: [UInt8]

  private static let label = "paradero-checkpoint-1"

  package init(_ head: AuditHead, at now: Timestamp, signedWith keys: SigningKeys) {
    self.head = head
    key = keys.publicKey
    time = Date(timeIntervalSince1970: (Double(now.microseconds) / 1_000_000).rounded(.down)).formatted(.iso8601)
    signature = keys.sign(Array(Self.signed(head, time, key).utf8))
  }

  /// Reads a line; nil for what is none. Whether it is signed, `isSigned` says.
  package init?(_ line: some StringProtocol) {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == Self.label, let seq = Int64(parts[1]), seq > 0, String(seq) == parts[1],
      let leaf = Digests.bytes(hexadecimal: parts[2]), leaf.count == AuditLeaf.size,
      let key = Digests.bytes(hexadecimal: parts[4]).flatMap(SigningPublicKey.init),
      let signature = Digests.bytes(hexadecimal: parts[5]), signature.count == 64
    else { return nil }
    head = AuditHead(seq: seq, leaf: leaf)
    time = String(parts[3])
    (self.key, self.signature) = (key, signature)
  }

  /// Whether the key that it names signed it as it stands here.
  package var isSigned: Bool { key.hasSigned(Array(Self.signed(head, time, key).utf8), signature) }

  package var line: String { Self.signed(head, time, key) + " " + Digests.hexadecimal(signature) }

  private static func signed(_ head: AuditHead, _ time: String, _ key: SigningPublicKey) -> String {
    [label, String(head.seq), Digests.hexadecimal(head.leaf), time, key.hex].joined(separator: " ")
  }

  /// A file of them, a line each; empty lines and those that begin with `#` are nothing. Throws the number of the line
  /// that is no checkpoint.
  package static func list(_ text: String) throws(NotACheckpoint) -> [AuditCheckpoint] {
    var list: [AuditCheckpoint] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      guard let checkpoint = AuditCheckpoint(line) else { throw NotACheckpoint(line: index + 1) }
      list.append(checkpoint)
    }
    return list
  }

  package struct NotACheckpoint: Error, Sendable { package let line: Int }
}
