internal import Foundation

/// Lower-case ASCII for comparing words: accents and case gone, what has no ASCII form left out.
func foldedASCII(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return text }
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
  let folded = text.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
  return String(String.UnicodeScalarView(folded.lowercased().unicodeScalars.compactMap(asciiForm)))
}

private func asciiForm(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  if scalar.isASCII { return scalar }
  switch scalar {
  case "\u{F8}": return "o"
  case "\u{131}": return "i"
  case "\u{AA}": return "a"
  case "\u{BA}": return "o"
  default: return scalar.properties.isWhitespace ? " " : nil
  }
}

/// Words of letters and digits with one space between: the form in which headers and places are compared.
/// The number sign is kept as `#`, because `A` and `A#` are different headers.
func comparable(_ text: String) -> String {
  var result: [UInt8] = []
  var gap = false
  for byte in foldedASCII(text).utf8 {
    let keep = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "#")
    if keep {
      if gap, !result.isEmpty { result.append(0x20) }
      gap = false
      result.append(byte)
    } else {
      gap = true
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// Spaces at the ends gone, runs of any white space made one space, control characters gone.
func tidy(_ text: String) -> String {
  if isTidy(text) { return text }
  var result = ""
  var gap = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      gap = true
      continue
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse: continue
    default: break
    }
    if gap, !result.isEmpty { result.unicodeScalars.append(" ") }
    gap = false
    result.unicodeScalars.append(scalar)
  }
  return result
}

/// A quick look that spares nearly all cells the slow way: no white space to mend, nothing that is not to be seen.
private func isTidy(_ text: String) -> Bool {
  var previous: UInt8 = 0x20
  for byte in text.utf8 {
    switch byte {
    case 0x20: if previous == 0x20 { return false }
    case 0x21...0x7E: break
    // After these first bytes come spaces, format characters and private ones, among letters: looked at slowly.
    case 0..<0x20, 0x7F, 0xE1, 0xE2, 0xE3, 0xEE...0xFF: return false
    case 0x80...0xA0: if previous == 0xC2 { return false }
    case 0xAD: if previous == 0xC2 { return false }
    default: break
    }
    previous = byte
  }
  return previous != 0x20
}

/// What people write where they know nothing.
func isPlaceholder(_ text: String) -> Bool {
  if text.isEmpty { return true }
  guard text.utf8.count <= 20, let first = text.utf8.first, placeholderStarts.contains(first | 0x20) else {
    return false
  }
  return placeholders.contains(foldedASCII(tidy(text)))
}

/// First bytes of placeholders; a space in front is looked past slowly.
private let placeholderStarts: Set<UInt8> = Set(placeholders.compactMap { $0.utf8.first.map { $0 | 0x20 } } + [0x20])

private let placeholders: Set<String> = [
  "", "-", "--", "---", ".", "?", "??", "???", "*", "x", "xx", "xxx", "na", "n/a", "n.a.", "n/d", "nd", "s/d", "none",
  "null", "nil", "unk", "unknown", "not known", "unavailable", "pending", "tbd", "blank", "no data", "desconocido",
  "desconocida", "se desconoce", "no se sabe", "ninguno", "ninguna", "pendiente", "sin dato", "sin datos", "#n/a",
  "b(6), b(7)c", "(b)(6)", "(b)(6), (b)(7)(c)",
]
