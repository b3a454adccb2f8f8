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
  var result = ""
  var gap = false
  for scalar in foldedASCII(text).unicodeScalars {
    let keep = (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value) || scalar == "#"
    if keep {
      if gap, !result.isEmpty { result.unicodeScalars.append(" ") }
      gap = false
      result.unicodeScalars.append(scalar)
    } else {
      gap = true
    }
  }
  return result
}

/// Spaces at the ends gone, runs of any white space made one space, control characters gone.
func tidy(_ text: String) -> String {
  var isTidy = true
  var previous: UInt8 = 0x20
  for byte in text.utf8 {
    if byte < 0x20 || byte >= 0x7F || (byte == 0x20 && previous == 0x20) {
      isTidy = false
      break
    }
    previous = byte
  }
  if isTidy, previous != 0x20 { return text }
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

/// What people write where they know nothing.
func isPlaceholder(_ text: String) -> Bool {
  if text.isEmpty { return true }
  guard text.utf8.count <= 20 else { return false }
  return placeholders.contains(foldedASCII(tidy(text)))
}

private let placeholders: Set<String> = [
  "", "-", "--", "---", ".", "?", "??", "???", "*", "x", "xx", "xxx", "na", "n/a", "n.a.", "n/d", "nd", "s/d", "none",
  "null", "nil", "unk", "unknown", "not known", "unavailable", "pending", "tbd", "blank", "no data", "desconocido",
  "desconocida", "se desconoce", "no se sabe", "ninguno", "ninguna", "pendiente", "sin dato", "sin datos", "#n/a",
  "b(6), b(7)c", "(b)(6)", "(b)(6), (b)(7)(c)",
]
