/// A name for one state of a resource, by which a client asks whether it still holds the same.
package struct EntityTag: Sendable, Hashable, CustomStringConvertible {
  package let value: String
  package let isWeak: Bool

  /// nil if the value has a character that tags cannot carry.
  package init?(_ value: String, isWeak: Bool = false) {
    guard value.utf8.allSatisfy({ $0 == 0x21 || (0x23..<0x7F).contains($0) }) else { return nil }
    self.value = value
    self.isWeak = isWeak
  }

  /// A tag made from the content (FNV-1a): the same in every instance, and no secret.
  package init(of content: [UInt8]) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in content { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    value = String(hash, radix: 36) + "-" + String(content.count, radix: 36)
    isWeak = false
  }

  package var description: String { (isWeak ? "W/" : "") + "\"\(value)\"" }

  /// The same content for a reader, though perhaps compressed on the way.
  func matchesWeakly(_ other: EntityTag) -> Bool { value == other.value }
  func matchesStrongly(_ other: EntityTag) -> Bool { value == other.value && !isWeak && !other.isWeak }

  /// The tags of `If-None-Match` or `If-Match`; nil if the header is "*".
  static func list(_ headers: [String]) -> [EntityTag]? {
    var tags: [EntityTag] = []
    for header in headers {
      var rest = Token.trimmed(header[...])
      if rest == "*" { return nil }
      while !rest.isEmpty {
        let isWeak = rest.hasPrefix("W/")
        if isWeak { rest = rest.dropFirst(2) }
        guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else { break }
        if let tag = EntityTag(String(rest[..<end].dropFirst()), isWeak: isWeak) { tags.append(tag) }
        rest = Token.trimmed(rest[end...].dropFirst())
        guard rest.first == "," else { break }
        rest = Token.trimmed(rest.dropFirst())
      }
    }
    return tags
  }
}
