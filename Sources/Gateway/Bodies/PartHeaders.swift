/// The few headers of a part that mean anything.
enum PartHeaders {
  static func parse(_ bytes: ArraySlice<UInt8>) throws(RequestError) -> MultipartReader.Event {
    let broken = RequestError.refused(.badRequest, "part-headers")
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .refused(.badRequest, "not-utf-8") }
    var disposition: Disposition?
    var type: String?
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
      guard !Gate.hasControls(String(line), tabs: true) else { throw broken }
      let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, Token.isToken(halves[0].utf8) else { throw broken }
      switch halves[0].lowercased() {
      case "content-disposition":
        guard disposition == nil, let parsed = Disposition(Array(Token.trimmed(halves[1]).utf8)) else { throw broken }
        disposition = parsed
      case "content-type":
        guard type == nil, let parsed = MediaType(String(Token.trimmed(halves[1]))) else { throw broken }
        type = parsed.essence
      // Deprecated by RFC 7578, and two readings of one body.
      case "content-transfer-encoding": throw .refused(.unsupportedMediaType, "transfer-encoding")
      default: break
      }
    }
    guard let disposition else { throw broken }
    return .part(name: disposition.name, fileName: disposition.fileName, type: type)
  }
}

/// `form-data; name="…"; filename="…"` as browsers write it: a quotation mark or an end of line in a value comes
/// percent-encoded, and a backslash is a backslash. Read by bytes, since a mark that combines with a quotation mark
/// would hide it from a reader of characters.
struct Disposition: Equatable {
  var name = ""
  var fileName: String?

  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    guard Disposition.takeWord(&rest).lowercased() == "form-data" else { return nil }
    var seen: Set<String> = []
    while !rest.isEmpty {
      guard rest.popFirst() == UInt8(ascii: ";") else { return nil }
      let key = Disposition.takeWord(&rest).lowercased()
      guard rest.popFirst() == UInt8(ascii: "="), rest.popFirst() == UInt8(ascii: "\""), seen.insert(key).inserted,
        let end = rest.firstIndex(of: UInt8(ascii: "\""))
      else { return nil }
      let value = Disposition.plain(rest[..<end])
      rest = rest[(end + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
      switch key {
      case "name": name = value
      case "filename": fileName = Disposition.lastPart(value)
      // `filename*` would be a second name (RFC 7578, section 4.2).
      default: return nil
      }
    }
    guard seen.contains("name") else { return nil }
  }

  /// A token and the spaces around it.
  private static func takeWord(_ rest: inout ArraySlice<UInt8>) -> String {
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
    let word = rest.prefix(while: Token.isTokenByte)
    rest = rest.dropFirst(word.count).drop { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: word, as: UTF8.self)
  }

  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("%22", with: "\"").replacing("%0D%0A", with: " ")
      .replacing("%0D", with: " ").replacing("%0A", with: " ")
  }

  /// A name without a way: some browsers once sent the whole path, and some attackers still do.
  private static func lastPart(_ text: String) -> String {
    let last = text.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.last
    return last.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
