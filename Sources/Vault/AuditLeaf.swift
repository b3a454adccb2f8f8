/// A leaf of the audit log: the SHA-256 of its fields, each after its length in four bytes, the highest first.
///
/// Version 1, which never changes: a label, the number, the time in UTC with six digits of a second, the actor, the verb,
/// the object, the hash of the purpose, the kinds of facts between commas, the leaf before. The same bytes are made in
/// SQL when an entry is sealed, and by the recipe in sql/AUDIT.md.
package enum AuditLeaf {
  package static let size = 32
  /// What the first entry follows.
  package static let beginning = [UInt8](repeating: 0, count: size)

  private static let label = Array("paradero audit leaf v1".utf8)

  /// The fields in the order of the format, without the label.
  package static func hash(_ fields: [ArraySlice<UInt8>]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(label.count + 4 + fields.reduce(0) { $0 + $1.count + 4 })
    append(label[...], to: &bytes)
    for field in fields { append(field, to: &bytes) }
    return Sodium.sha256(bytes)
  }

  /// What holds a purpose, so that it can be erased without breaking the chain.
  package static func purpose(_ text: [UInt8], salt: [UInt8]) -> [UInt8] { Sodium.sha256(salt + text) }

  private static func append(_ field: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    let count = UInt32(field.count)
    bytes.append(UInt8(truncatingIfNeeded: count >> 24))
    bytes.append(UInt8(truncatingIfNeeded: count >> 16))
    bytes.append(UInt8(truncatingIfNeeded: count >> 8))
    bytes.append(UInt8(truncatingIfNeeded: count))
    bytes += field
  }
}
