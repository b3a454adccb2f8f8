internal import Linkage

/// Brings the names, streets and cities of places to a form in which two lists can be compared.
enum PlaceWords {
  /// A place's name: abbreviations written out, what stands in parentheses left out.
  static func name(_ text: String) -> String {
    words(withoutParentheses(text)).flatMap { abbreviations[$0] ?? [$0] }.filter { !empty.contains($0) }
      .joined(separator: " ")
  }

  static func city(_ text: String) -> String { name(text) }

  /// A county without the word that says so.
  static func county(_ text: String) -> String {
    var words = words(text).flatMap { abbreviations[$0] ?? [$0] }
    while let last = words.last, words.count > 1, ["county", "parish", "borough"].contains(last) { words.removeLast() }
    return words.joined(separator: " ")
  }

  /// A number and street; what follows the first comma (suite, city) is left out. Nil without a number.
  static func street(_ text: String) -> String? {
    let line = text.split(separator: ",").first.map(String.init) ?? ""
    let words = words(line).map { streets[$0] ?? $0 }
    guard words.count > 1, words[0].contains(where: \.isNumber) else { return nil }
    return words.joined(separator: " ")
  }

  /// Capital letters brought down to those that begin a word.
  static func titled(_ text: String) -> String {
    guard text == text.uppercased() else { return text }
    return text.lowercased().split(separator: " ").enumerated().map { index, word in
      if index > 0, ["and", "of", "the"].contains(word) { return String(word) }
      if word.hasPrefix("mc"), word.count > 3 { return "Mc" + capitalised(word.dropFirst(2)) }
      return word.split(separator: "-").map(capitalised).joined(separator: "-")
    }.joined(separator: " ")
  }

  private static func capitalised(_ word: Substring) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  private static func withoutParentheses(_ text: String) -> String {
    var depth = 0
    return String(
      text.filter { character in
        if character == "(" { depth += 1 }
        defer { if character == ")", depth > 0 { depth -= 1 } }
        return depth == 0
      })
  }

  private static func words(_ text: String) -> [String] { Fold.words(text) }

  private static let empty: Set<String> = ["the", "of", "and", "at", "in"]

  private static let abbreviations: [String: [String]] = [
    "ctr": ["center"], "cntr": ["center"], "centre": ["center"], "co": ["county"], "cnty": ["county"],
    "cty": ["county"], "det": ["detention"], "corr": ["correctional"], "correction": ["correctional"],
    "corrections": ["correctional"], "fac": ["facility"], "dept": ["department"], "inst": ["institution"],
    "fed": ["federal"], "reg": ["regional"], "proc": ["processing"], "processsing": ["processing"], "st": ["saint"],
    "ste": ["saint"], "sainte": ["saint"], "ft": ["fort"], "mt": ["mount"], "sheriffs": ["sheriff"],
    "juv": ["juvenile"], "comm": ["community"], "intl": ["international"], "ci": ["correctional", "institution"],
    "fci": ["federal", "correctional", "institution"], "fdc": ["federal", "detention", "center"],
    "spc": ["service", "processing", "center"], "svc": ["service"], "services": ["service"],
    "ipc": ["ice", "processing", "center"], "nw": ["northwest"],
  ]

  private static let streets: [String: String] = [
    "road": "rd", "street": "st", "avenue": "ave", "drive": "dr", "highway": "hwy", "boulevard": "blvd",
    "lane": "ln", "north": "n", "south": "s", "east": "e", "west": "w", "court": "ct", "parkway": "pkwy",
    "place": "pl", "route": "rt", "rte": "rt", "trail": "trl",
  ]
}
