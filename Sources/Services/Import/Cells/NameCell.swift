/// A person's name as the cells give it, parts kept where the source kept them apart.
struct NameCell: Equatable, Sendable {
  /// In the order of speaking: given names, then family names. Empty when the file knows no name.
  var full = ""
  var given: String?
  var family: String?
  /// What follows "aka" or "alias".
  var others: [String] = []

  enum Fault: String, Error, Equatable, Sendable {
    case twoPeople = "two_people"
    case notAName = "not_a_name"
  }

  init() {}

  /// One cell: `LAST, FIRST MIDDLE`, `First Last`, `LOPEZ, ANA aka ANITA`.
  init(whole text: String) throws(Fault) {
    let written = tidyKeepingLines(text)
    let words = NameWords(written)
    let named = words.contains(.mayHaveAlias) ? Self.splitAliases(written) : (name: written, others: [])
    guard !words.contains(.mayBeTwo) || !Self.namesTwo(named.name) else { throw .twoPeople }
    others = named.others.map { Self.natural(tidy($0)) }.filter { !$0.isEmpty }
    // Tidy text has single spaces only, so that a part needs no more than those at its ends taken off.
    let commas = tidy(named.name).utf8.split(separator: UInt8(ascii: ",")).map(Self.withoutSpaces)
    var parts = commas.filter { !$0.isEmpty }
    var suffix = ""
    if parts.count > 1, let last = parts.last, last.utf8.count <= 8, suffixes.contains(Self.bare(last)) {
      suffix = parts.removeLast()
    }
    switch parts.count {
    case 0: break
    case 1:
      full = Self.join(Self.known(parts[0]), suffix)
    case 2, 3:
      family = Self.nilIfEmpty(Self.join(Self.known(parts[0]), suffix))
      given = Self.nilIfEmpty(Self.known(parts.dropFirst().joined(separator: " ")))
      full = Self.join(given ?? "", family ?? "")
    default: throw .twoPeople
    }
    guard full.isEmpty || full.unicodeScalars.contains(where: \.properties.isAlphabetic) else { throw .notAName }
  }

  /// Cells apart: given names, middle names, family names (the second one from a column of its own).
  init(given: String, middle: String, family: String, secondFamily: String) throws(Fault) {
    let cells = [given, middle, family, secondFamily].map { Self.known(tidy($0)) }
    guard ![given, family].contains(where: { Self.namesTwo(tidyKeepingLines($0)) }) else { throw .twoPeople }
    self.given = Self.nilIfEmpty(Self.join(cells[0], cells[1]))
    self.family = Self.nilIfEmpty(Self.join(cells[2], cells[3]))
    full = Self.join(self.given ?? "", self.family ?? "")
    guard full.isEmpty || full.unicodeScalars.contains(where: \.properties.isAlphabetic) else { throw .notAName }
  }

  /// The words that are a name: `FNU`, `LNU`, `UNKNOWN` and the like stand for one that is missing.
  private static func known(_ text: String) -> String {
    // Placeholders without a letter are short.
    guard text.utf8.count <= 3 || NameWords(text).contains(.mayBeMissing) else { return text }
    guard !placeholderCells.contains(foldedASCII(text)) else { return "" }
    let words = text.split(separator: " ")
    guard words.contains(where: { missingWords.contains(bare(String($0))) }) else { return text }
    return words.filter { !missingWords.contains(bare(String($0))) }.joined(separator: " ")
  }

  /// `LAST, FIRST` as it is spoken.
  private static func natural(_ text: String) -> String {
    let parts = text.split(separator: ",", maxSplits: 1).map { known(tidy(String($0))) }
    return parts.count == 2 ? join(parts[1], parts[0]) : known(text)
  }

  /// Names that follow `aka`, `a/k/a`, `alias`, also in brackets.
  private static func splitAliases(_ text: String) -> (name: String, others: [String]) {
    let lower = foldedASCII(text)
    guard lower.contains("aka") || lower.contains("a/k/a") || lower.contains("a.k.a") || lower.contains("alias") else {
      return (text, [])
    }
    var pieces: [[Substring]] = [[]]
    for word in text.split(whereSeparator: \.isWhitespace) {
      if aliasWords.contains(foldedASCII(word.filter { $0 != "(" && $0 != ":" })) {
        pieces.append([])
      } else {
        pieces[pieces.count - 1].append(word)
      }
    }
    guard pieces.count > 1 else { return (text, []) }
    let names = pieces.map { words in words.joined(separator: " ").trimming { "(),;[]".contains($0) || $0 == " " } }
    return (names[0], Array(names.dropFirst()))
  }

  /// Two people in one cell: the other cells of the row can belong to only one of them.
  private static func namesTwo(_ text: String) -> Bool {
    for mark: Character in ["\n", ";", "/", "&", "+"] where text.contains(mark) {
      let sides = text.split(separator: mark).map { wordCount($0) }.filter { $0 > 0 }
      if sides.count > 1, sides.allSatisfy({ $0 >= 2 }) { return true }
    }
    // "Ortega y Gasset" is one family name; a whole name stands on both sides only of two people.
    let words = text.split(whereSeparator: \.isWhitespace)
    for (index, word) in words.enumerated() where ["y", "e", "and"].contains(word.lowercased()) {
      let after = words.count - index - 1
      if index >= 2, after >= 2, !text.contains(",") { return true }
    }
    return false
  }

  private static func withoutSpaces(_ part: Substring.UTF8View) -> String {
    var rest = part
    while rest.first == 0x20 { rest.removeFirst() }
    while rest.last == 0x20 { rest.removeLast() }
    return String(Substring(rest))
  }

  private static func wordCount(_ text: Substring) -> Int {
    text.split(whereSeparator: { $0 == " " || $0 == "," }).count
  }

  private static func bare(_ word: String) -> String { foldedASCII(word).filter { $0.isLetter } }
  private static func join(_ left: String, _ right: String) -> String {
    left.isEmpty ? right : right.isEmpty ? left : left + " " + right
  }
  private static func nilIfEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}

private let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv", "hijo"]
private let aliasWords: Set<String> = ["aka", "a.k.a.", "a.k.a", "a/k/a", "alias", "aliases"]
private let missingWords: Set<String> = [
  "fnu", "lnu", "mnu", "nfn", "nln", "nmn", "nmi", "unknown", "unk", "noname", "desconocido", "desconocida",
]
private let placeholderCells: Set<String> = [
  "no name", "no name given", "sin nombre", "sin apellido", "n/a", "not known", "not given", "-", "--", ".", "?", "x",
  "xx", "xxx", "none", "null", "s/n", "name unknown", "no last name", "no first name",
]

private func tidyKeepingLines(_ text: String) -> String {
  guard text.utf8.contains(0x0A) || text.utf8.contains(0x0D) else { return tidy(text) }
  return text.split(whereSeparator: \.isNewline).map { tidy(String($0)) }.filter { !$0.isEmpty }
    .joined(separator: "\n")
}

extension String {
  fileprivate func trimming(_ drop: (Character) -> Bool) -> String {
    var rest = self[...]
    while let first = rest.first, drop(first) { rest.removeFirst() }
    while let last = rest.last, drop(last) { rest.removeLast() }
    return String(rest)
  }
}
