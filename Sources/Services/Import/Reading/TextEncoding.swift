/// How the bytes of a file stand for characters.
enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// Windows-1252, of which Latin-1 is the part without the characters at 0x80 to 0x9F.
  case windows1252 = "windows-1252"

  /// The encoding by the name that people write: `latin-1`, `ISO-8859-1`, `cp1252`, `UTF8` …
  init?(named name: String) {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8", "utf8bom", "ascii", "usascii": self = .utf8
    case "utf16", "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "windows1252", "cp1252", "latin1", "iso88591", "ansi": self = .windows1252
    default: return nil
    }
  }

  var isWide: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  /// What the first bytes say for certain: a byte order mark, or the regular NUL bytes of UTF-16 without one.
  static func sniff(_ head: ArraySlice<UInt8>) -> TextEncoding? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let sample = head.prefix(4096)
    guard sample.count >= 16 else { return nil }
    var even = 0
    var odd = 0
    for (offset, byte) in sample.enumerated() where byte == 0 {
      if offset.isMultiple(of: 2) { even += 1 } else { odd += 1 }
    }
    // Western text in UTF-16 has a NUL in nearly every second byte, and nothing else does.
    if odd > sample.count * 2 / 5, even * 10 < odd { return .utf16LittleEndian }
    if even > sample.count * 2 / 5, odd * 10 < even { return .utf16BigEndian }
    return nil
  }

  /// The text of one cell. A file in UTF-8 may hold lines that are not; those are read as Windows-1252.
  func text(_ bytes: ArraySlice<UInt8>) -> String {
    if self == .windows1252 { return Self.fromWindows1252(bytes) }
    return String(validating: bytes, as: UTF8.self) ?? Self.fromWindows1252(bytes)
  }

  private static func fromWindows1252(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    text.unicodeScalars.append(
      contentsOf: bytes.lazy.map { byte in
        (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
      })
    return text
  }

  /// What Windows-1252 puts where Latin-1 has control characters; the five unused places stay as they are.
  private static let upperControls: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{2C6}",
    "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}", "\u{90}", "\u{2018}", "\u{2019}",
    "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}", "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}",
    "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]
}

/// Counts, over a whole file, the lines that are valid UTF-8 beyond ASCII and those that are not.
///
/// A roster of 100,000 lines may have its first accent on the last one, so that only the whole file can tell.
struct EncodingEvidence: Sendable {
  private(set) var validLines = 0
  private(set) var invalidLines = 0
  private var rest: [UInt8] = []

  init() {}

  mutating func add(_ block: [UInt8]) {
    // Cut at the last line feed, which is never inside a character.
    guard let last = block.lastIndex(of: 0x0A), last > 0 || !rest.isEmpty else {
      // A line longer than any character's memory: judged in pieces, cut where a character may begin.
      rest += block
      if rest.count > 1 << 20 { flush() }
      return
    }
    judge(rest + block[...last])
    rest = Array(block[(last + 1)...])
  }

  mutating func flush() {
    judge(rest)
    rest = []
  }

  private mutating func judge(_ bytes: [UInt8]) {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    if String(validating: bytes, as: UTF8.self) != nil {
      validLines += 1
      return
    }
    for line in bytes.split(separator: 0x0A) where line.contains(where: { $0 >= 0x80 }) {
      if String(validating: line, as: UTF8.self) != nil { validLines += 1 } else { invalidLines += 1 }
    }
  }

  /// The encoding of the whole.
  var encoding: TextEncoding {
    invalidLines == 0 || validLines >= invalidLines ? .utf8 : .windows1252
  }
}

/// Turns UTF-16 into UTF-8 block by block, and takes a byte order mark away from either.
final class Transcoded: ByteSource {
  private let source: any ByteSource
  private let encoding: TextEncoding
  private var atStart = true
  /// An odd byte, or a high surrogate without its partner.
  private var rest: [UInt8] = []

  init(_ source: any ByteSource, from encoding: TextEncoding) {
    self.source = source
    self.encoding = encoding
  }

  func next() throws -> [UInt8]? {
    while let block = try source.next() {
      let text = encoding.isWide ? narrow(block) : block
      let stripped = atStart && text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
      if !text.isEmpty { atStart = false }
      if !stripped.isEmpty { return stripped }
    }
    guard !rest.isEmpty else { return nil }
    rest = []
    return Array("\u{FFFD}".utf8)
  }

  private func narrow(_ block: [UInt8]) -> [UInt8] {
    let bytes = rest + block
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index + 1 < bytes.count {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second)
      index += 2
    }
    if let last = units.last, (0xD800...0xDBFF).contains(last) {
      units.removeLast()
      index -= 2
    }
    rest = Array(bytes[index...])
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
