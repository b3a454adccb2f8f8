internal import Linkage

/// Reads the short fields of a form the way people fill them in.
enum FormText {
  /// Without control and invisible characters, runs of spaces made one, trimmed.
  static func tidy(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .format, .unassigned, .privateUse, .surrogate: continue
      case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: pendingSpace = !result.isEmpty
      default:
        if pendingSpace {
          result.append(" ")
          pendingSpace = false
        }
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// What people write in a field that they cannot fill in.
  static let unknownWords: Set<String> = [
    "unknown", "unk", "dont know", "do not know", "not known", "not sure", "na", "none", "no se", "nose", "no lo se",
    "desconocido", "desconocida", "no sabemos", "ninguno", "ninguna", "nd", "sn",
  ]

  static func saysUnknown(_ text: String) -> Bool {
    let plain = Fold.words(text).joined(separator: " ")
    return plain.isEmpty || unknownWords.contains(plain)
  }

  static func name(_ text: String) throws(InputFault) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { throw .notAName }
    return text
  }

  /// Any punctuation, a leading A, letters that are read for digits; zeros lost in front are put back.
  static func aNumber(_ text: String) throws(InputFault) -> String? {
    guard !saysUnknown(text) else { return nil }
    guard let number = ANumber.normalised(text) else { throw .notAnANumber }
    return number
  }

  static func country(_ text: String) throws(InputFault) -> String? {
    guard !saysUnknown(text) else { return nil }
    guard let code = Countries.code(text) else { throw .unknownCountry }
    return code
  }

  static func sex(_ text: String) throws(InputFault) -> Sex? {
    switch Fold.words(text).joined(separator: " ") {
    case "f", "female", "woman", "girl", "femenino", "mujer", "fem", "nina": .female
    case "m", "male", "man", "boy", "masculino", "hombre", "masc", "nino", "varon": .male
    case "x", "other", "nonbinary", "otro", "otra", "no binario": .other
    case "any", "cualquiera": nil
    case let words where words.isEmpty || unknownWords.contains(words): nil
    default: throw .unknownSex
    }
  }
}
