internal import Foundation
internal import Linkage

/// The tables of names in the share folder.
struct NameTables: Sendable {
  let lexicon: Lexicon
  /// How common names are where too few records have been counted.
  let common: NameFrequencies
  let letters: Transliteration

  init(share: String) throws(MissingNameTable) {
    func table(_ name: String) throws(MissingNameTable) -> String {
      let path = "\(share)/names/\(name).tsv"
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw MissingNameTable(path: path) }
      return text
    }
    lexicon = Lexicon(
      nicknames: try table("nicknames"), variants: try table("variants"), particles: try table("particles"),
      titles: try table("titles"), suffixes: try table("suffixes"), placeholders: try table("placeholders"))
    common = NameFrequencies(perHundredThousand: try table("common"))
    letters = Transliteration(table: try table("letters"))
  }
}

package struct MissingNameTable: Error, Sendable, CustomStringConvertible {
  package let path: String
  package var description: String {
    "The table of names \(path) is missing. Set PARADERO_SHARE to the folder that has names/."
  }
}

/// Brings names in other scripts to Latin letters, as passports do.
struct Transliteration: Sendable {
  private let letters: [Unicode.Scalar: String]

  init(table: String) {
    var letters: [Unicode.Scalar: String] = [:]
    for row in Lexicon.rows(table) where row.count == 2 {
      if let letter = row[0].unicodeScalars.first { letters[letter] = row[1] == "-" ? "" : row[1] }
    }
    self.letters = letters
  }

  /// The text in Latin letters; unchanged when it is in them already.
  func latin(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: Self.isForeign) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if let known = letters[scalar] {
        result += known
      } else if let lower = scalar.properties.lowercaseMapping.unicodeScalars.first, let known = letters[lower] {
        result += known.capitalizedFirst
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    guard result.unicodeScalars.contains(where: Self.isForeign) else { return result }
    // Not NSMutableString.applyTransform: it takes the length before for the length after, loses letters, and traps.
    guard let latin = result.applyingTransform(StringTransform("Any-Latin"), reverse: false),
      !latin.unicodeScalars.contains(where: Self.isForeign)
    else { return result }
    return latin
  }

  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x370 && scalar.properties.isAlphabetic && !(0x1E00...0x1EFF).contains(scalar.value)
      && !(0xFF21...0xFF5A).contains(scalar.value)
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
