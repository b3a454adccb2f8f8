/// Names and values as queries and simple forms carry them.
enum URLEncoded {
  /// Decodes strictly: broken escapes, text that is not UTF-8 and control characters are refused.
  static func fields(
    _ bytes: some Collection<UInt8>, limit: Int, allowsLines: Bool
  ) throws(RequestError) -> Fields {
    var fields = Fields()
    var count = 0
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      count += 1
      guard count <= limit else { throw .refused(.contentTooLarge, "too-many-fields") }
      let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = try text(halves[0], allowsLines: false)
      let value = halves.count == 2 ? try text(halves[1], allowsLines: allowsLines) : ""
      fields.add(name, value)
    }
    return fields
  }

  private static func text(
    _ bytes: some Collection<UInt8>, allowsLines: Bool
  ) throws(RequestError) -> String {
    guard let decoded = Percent.decode(bytes, plus: true) else { throw .refused(.badRequest, "broken-escape") }
    return try FieldText.checked(decoded, allowsLines: allowsLines)
  }
}

/// The text of a field: UTF-8, and no control characters but the ends of lines and tabs where text may have lines.
enum FieldText {
  static func checked(_ bytes: [UInt8], allowsLines: Bool) throws(RequestError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .refused(.badRequest, "not-utf-8") }
    let isClean = !bytes.contains { byte in
      switch byte {
      case 0x09, 0x0A, 0x0D: !allowsLines
      default: byte < 0x20 || byte == 0x7F
      }
    }
    // Those of Latin-1 count too where text has no lines; pasted text may bear them, and readers pass over them.
    let bearsLatin1Controls = !allowsLines && text.unicodeScalars.contains { (0x80...0x9F).contains($0.value) }
    guard isClean, !bearsLatin1Controls else { throw .refused(.badRequest, "control-character") }
    return text
  }
}
