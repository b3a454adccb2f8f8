/// Brings letters to a form in which case, accents and typography no longer differ.
///
/// Works on Unicode scalars. Latin letters become a to z; other scripts pass through in lower case, for the caller
/// to transliterate first if it can.
package enum Fold {
  /// The words of a text: runs of letters and digits, folded. Apostrophes vanish, every other sign separates.
  package static func words(_ text: String) -> [String] {
    if let words = plainWords(text) { return words }
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in abbreviationsJoined(text) {
      switch step(scalar) {
      case .letters(let folded): word.append(contentsOf: folded)
      case .nothing: continue
      case .separator:
        if !word.isEmpty {
          words.append(String(word))
          word = String.UnicodeScalarView()
        }
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// The same for a text of ASCII alone, as most records are; nil for any other.
  private static func plainWords(_ text: String) -> [String]? {
    let bytes = text.utf8Span.span
    for place in bytes.indices where bytes[place] >= 0x80 { return nil }
    var words: [String] = []
    var word: [UInt8] = []
    word.reserveCapacity(bytes.count)
    for place in bytes.indices {
      let byte = bytes[place]
      switch byte {
      case 0x61...0x7A, 0x30...0x39: word.append(byte)
      case 0x41...0x5A: word.append(byte + 32)
      case 0x27, 0x60: continue
      default:
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// The text without accents, its case and punctuation kept: "Peña-Núñez" becomes "Pena-Nunez".
  package static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar.value >= 0x80, case .letters(let letters) = step(scalar) else {
        if scalar.value < 0x80 || scalar.properties.generalCategory != .nonspacingMark { result.append(scalar) }
        continue
      }
      if scalar.properties.isUppercase {
        result.append(contentsOf: String(letters).uppercased().unicodeScalars)
      } else {
        result.append(contentsOf: letters)
      }
    }
    return String(result)
  }

  /// The words of a text as they were written, in step with `words`.
  package static func written(_ text: String) -> [String] {
    if let words = plainWritten(text) { return words }
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var hasLetters = false
    for scalar in abbreviationsJoined(text) {
      switch step(scalar) {
      case .letters, .nothing:
        if case .letters = step(scalar) { hasLetters = true }
        word.append(scalar)
      case .separator:
        if hasLetters { words.append(String(word)) }
        word = String.UnicodeScalarView()
        hasLetters = false
      }
    }
    if hasLetters { words.append(String(word)) }
    return words
  }

  /// The same for a text of ASCII alone; nil for any other.
  private static func plainWritten(_ text: String) -> [String]? {
    let bytes = text.utf8Span.span
    for place in bytes.indices where bytes[place] >= 0x80 { return nil }
    var words: [String] = []
    var word: [UInt8] = []
    var hasLetters = false
    for place in bytes.indices {
      switch bytes[place] {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39:
        hasLetters = true
        word.append(bytes[place])
      case 0x27, 0x60: word.append(bytes[place])
      default:
        if hasLetters { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
        hasLetters = false
      }
    }
    if hasLetters { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// "M.ª" is one word, the abbreviation of María: the period before a raised letter is no border.
  private static func abbreviationsJoined(_ text: String) -> String.UnicodeScalarView {
    guard text.unicodeScalars.contains(where: { $0 == "ª" || $0 == "º" }) else { return text.unicodeScalars }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "ª" || scalar == "º", result.last == "." { result.removeLast() }
      result.append(scalar)
    }
    return result
  }

  enum Step {
    case letters(String.UnicodeScalarView)
    case nothing, separator
  }

  static func step(_ scalar: Unicode.Scalar) -> Step {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: return .letters(String.UnicodeScalarView([scalar]))
    case 0x41...0x5A: return .letters(String.UnicodeScalarView([Unicode.Scalar(UInt8(scalar.value + 32))]))
    // Apostrophes, primes, the ʻokina and its like, grave and acute used as apostrophes.
    case 0x27, 0x60, 0xB4, 0x2B9...0x2BF, 0x2C8, 0x2018...0x201B, 0x2032, 0xA78C, 0xFF07: return .nothing
    case 0..<0x80: return .separator
    default: break
    }
    if let letters = latin[scalar.value] { return .letters(letters) }
    let properties = scalar.properties
    switch properties.generalCategory {
    // Marks that were written apart from their letter; in scripts where vowels are marks they are kept.
    case .nonspacingMark where (0x300...0x36F).contains(scalar.value), .format, .enclosingMark: return .nothing
    case .decimalNumber:
      guard let value = properties.numericValue else { return .separator }
      return .letters(String.UnicodeScalarView([Unicode.Scalar(48 + UInt8(value))]))
    case .nonspacingMark, .spacingMark: return .letters(String.UnicodeScalarView([scalar]))
    case _ where properties.isAlphabetic: return .letters(properties.lowercaseMapping.unicodeScalars)
    default: return .separator
    }
  }

  /// Code points in hexadecimal after the letters that they become: Latin-1, Latin Extended A, B and Additional,
  /// phonetic letters used in names, ligatures and full-width forms (Unicode's compatibility decomposition without marks, and
  /// the customary reading of letters that have none, such as ø and ß).
  private static let latin: [UInt32: String.UnicodeScalarView] = {
    var table: [UInt32: String.UnicodeScalarView] = [:]
    for line in lines.split(separator: "\n") {
      let columns = line.split(separator: " ")
      for column in columns.dropFirst() {
        if let scalar = UInt32(column, radix: 16) { table[scalar] = String(columns[0]).unicodeScalars }
      }
    }
    return table
  }()

  // swift-format-ignore
  private static let lines = """
    a AA C0 C1 C2 C3 C4 C5 E0 E1 E2 E3 E4 E5 100 101 102 103 104 105 18F 1CD 1CE 1DE 1DF 1E0 1E1 1FA 1FB 200 201 202
    a 203 226 227 1E00 1E01 1E9A 1EA0 1EA1 1EA2 1EA3 1EA4 1EA5 1EA6 1EA7 1EA8 1EA9 1EAA 1EAB 1EAC 1EAD 1EAE 1EAF
    a 1EB0 1EB1 1EB2 1EB3 1EB4 1EB5 1EB6 1EB7 FF21 FF41 259
    ae C6 E6 1E2 1E3 1FC 1FD
    b 181 1E02 1E03 1E04 1E05 1E06 1E07 FF22 FF42 253
    c C7 E7 106 107 108 109 10A 10B 10C 10D 1E08 1E09 FF23 FF43
    d D0 F0 10E 10F 110 111 18A 1E0A 1E0B 1E0C 1E0D 1E0E 1E0F 1E10 1E11 1E12 1E13 FF24 FF44 257
    dz 1C4 1C5 1C6 1F1 1F2 1F3
    e C8 C9 CA CB E8 E9 EA EB 112 113 114 115 116 117 118 119 11A 11B 18E 190 1DD 204 205 206 207 228 229 1E14 1E15
    e 1E16 1E17 1E18 1E19 1E1A 1E1B 1E1C 1E1D 1EB8 1EB9 1EBA 1EBB 1EBC 1EBD 1EBE 1EBF 1EC0 1EC1 1EC2 1EC3 1EC4 1EC5
    e 1EC6 1EC7 FF25 FF45 25B
    f 191 192 1E1E 1E1F FF26 FF46
    ff FB00
    ffi FB03
    ffl FB04
    fi FB01
    fl FB02
    g 11C 11D 11E 11F 120 121 122 123 194 1E6 1E7 1F4 1F5 1E20 1E21 FF27 FF47 263
    h 124 125 126 127 21E 21F 1E22 1E23 1E24 1E25 1E26 1E27 1E28 1E29 1E2A 1E2B 1E96 FF28 FF48
    i CC CD CE CF EC ED EE EF 128 129 12A 12B 12C 12D 12E 12F 130 131 1CF 1D0 208 209 20A 20B 1E2C 1E2D 1E2E 1E2F
    i 1EC8 1EC9 1ECA 1ECB FF29 FF49
    ij 132 133
    j 134 135 1F0 FF2A FF4A
    k 136 137 138 198 199 1E8 1E9 1E30 1E31 1E32 1E33 1E34 1E35 FF2B FF4B
    l 139 13A 13B 13C 13D 13E 13F 140 141 142 1E36 1E37 1E38 1E39 1E3A 1E3B 1E3C 1E3D FF2C FF4C
    lj 1C7 1C8 1C9
    m 1E3E 1E3F 1E40 1E41 1E42 1E43 FF2D FF4D
    n D1 F1 143 144 145 146 147 148 149 19D 1F8 1F9 1E44 1E45 1E46 1E47 1E48 1E49 1E4A 1E4B FF2E FF4E 272
    ng 14A 14B
    nj 1CA 1CB 1CC
    o BA D2 D3 D4 D5 D6 D8 F2 F3 F4 F5 F6 F8 14C 14D 14E 14F 150 151 186 1A0 1A1 1D1 1D2 1EA 1EB 1EC 1ED 1FE 1FF 20C
    o 20D 20E 20F 22A 22B 22C 22D 22E 22F 230 231 1E4C 1E4D 1E4E 1E4F 1E50 1E51 1E52 1E53 1ECC 1ECD 1ECE 1ECF 1ED0
    o 1ED1 1ED2 1ED3 1ED4 1ED5 1ED6 1ED7 1ED8 1ED9 1EDA 1EDB 1EDC 1EDD 1EDE 1EDF 1EE0 1EE1 1EE2 1EE3 FF2F FF4F 254
    oe 152 153
    p 1E54 1E55 1E56 1E57 FF30 FF50
    q FF31 FF51
    r 154 155 156 157 158 159 210 211 212 213 1E58 1E59 1E5A 1E5B 1E5C 1E5D 1E5E 1E5F FF32 FF52
    s 15A 15B 15C 15D 15E 15F 160 161 17F 218 219 1E60 1E61 1E62 1E63 1E64 1E65 1E66 1E67 1E68 1E69 1E9B FF33 FF53
    ss DF 1E9E
    st FB05 FB06
    t 162 163 164 165 166 167 21A 21B 1E6A 1E6B 1E6C 1E6D 1E6E 1E6F 1E70 1E71 1E97 FF34 FF54
    th DE FE
    u D9 DA DB DC F9 FA FB FC 168 169 16A 16B 16C 16D 16E 16F 170 171 172 173 1AF 1B0 1D3 1D4 1D5 1D6 1D7 1D8 1D9
    u 1DA 1DB 1DC 214 215 216 217 1E72 1E73 1E74 1E75 1E76 1E77 1E78 1E79 1E7A 1E7B 1EE4 1EE5 1EE6 1EE7 1EE8 1EE9
    u 1EEA 1EEB 1EEC 1EED 1EEE 1EEF 1EF0 1EF1 FF35 FF55
    v 1B2 1E7C 1E7D 1E7E 1E7F FF36 FF56 28B
    w 174 175 1E80 1E81 1E82 1E83 1E84 1E85 1E86 1E87 1E88 1E89 1E98 FF37 FF57
    x 1E8A 1E8B 1E8C 1E8D FF38 FF58
    y DD FD FF 176 177 178 1B3 1B4 232 233 1E8E 1E8F 1E99 1EF2 1EF3 1EF4 1EF5 1EF6 1EF7 1EF8 1EF9 FF39 FF59
    z 179 17A 17B 17C 17D 17E 1E90 1E91 1E92 1E93 1E94 1E95 FF3A FF5A
    """
}
