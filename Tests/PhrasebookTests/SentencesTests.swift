import Testing

@testable import Phrasebook

/// Every text in a value, with the path to it.
private func texts(in value: Any, at path: String = "") -> [(path: String, text: String)] {
  switch value {
  case let text as String: return [(path, text)]
  case is Language: return []
  default:
    return Mirror(reflecting: value).children.enumerated().flatMap { index, child in
      texts(in: child.value, at: "\(path).\(child.label ?? String(index))")
    }
  }
}

private func words(_ text: String) -> [String] {
  text.lowercased().split { !$0.isLetter && $0 != "’" }.map(String.init)
}

private func blanks(_ text: String) -> Set<String> {
  Set(["{}", "{1}", "{2}", "{3}"].filter { text.contains($0) })
}

@Suite struct `The phrasebook` {
  @Test(arguments: Phrases.all.map(\.language.code)) func `has no empty sentence`(code: String) throws {
    let all = texts(in: try #require(Phrases.of(code)))
    #expect(all.count > 300)
    for (path, text) in all {
      #expect(!text.isEmpty && text.first != " " && text.last != " " && !text.contains("  "), "\(path)")
    }
  }

  @Test func `has the same blanks in every language`() {
    let english = Dictionary(uniqueKeysWithValues: texts(in: Phrases.english).map { ($0.path, blanks($0.text)) })
    for phrases in Phrases.all {
      for (path, text) in texts(in: phrases) {
        #expect(english[path] == blanks(text), "\(phrases.language.code)\(path)")
      }
    }
  }

  @Test func `leaves no English in the Spanish`() {
    let english = Dictionary(uniqueKeysWithValues: texts(in: Phrases.english))
    // Names and addresses are the same in both; the rest must differ.
    let same: Set<String> = ["Paradero", "Hospital", "Hotel", "{1}, {2}", "{1} – {2}", "{1} ({2})", "{1}: {2}", "No"]
    let telltale: Set<String> = [
      "the", "and", "of", "with", "is", "are", "you", "your", "this", "that", "not", "to", "search", "from", "what",
      "may", "person", "record", "held", "people",
    ]
    for (path, text) in texts(in: Phrases.spanish) where !text.contains(".gov") && !text.contains(".com") {
      if !same.contains(text) { #expect(english[path] != text, "\(path)") }
      #expect(telltale.isDisjoint(with: words(text)), "\(path): \(text)")
    }
  }

  @Test func `never claims to have found somebody`() {
    let claims = ["we found", "found him", "found her", "lo encontramos", "la encontramos", "hemos encontrado"]
    for phrases in Phrases.all {
      for (path, text) in texts(in: phrases) {
        #expect(!claims.contains { text.lowercased().contains($0) }, "\(path)")
      }
    }
  }

  @Test func `uses curly apostrophes and quotes, so that pages look cared for`() {
    for phrases in Phrases.all {
      for (path, text) in texts(in: phrases) { #expect(!text.contains("'") && !text.contains("\""), "\(path)") }
    }
  }
}

@Suite struct `A blank` {
  @Test func `is filled once, in any order, and keeps braces that come with a value`() {
    let two: TwoBlanks = "{2} before {1}"
    #expect(two("a", "{1}") == "{1} before a")
    let three: ThreeBlanks = "{1}{2}{3} {4}"
    #expect(three("a", "b", "c") == "abc {4}")
    let one: OneBlank = "no blank"
    #expect(one("x") == "no blank")
  }

  @Test func `isolates a value in a text that runs from right to left`() {
    let hebrew: OneBlank = "שלום {}"
    #expect(hebrew("Adelanto (CA)") == "שלום \u{2068}Adelanto (CA)\u{2069}")
  }

  @Test(arguments: [
    (PluralCategory.one, "1 uno"), (.two, "2 dos"), (.few, "3 pocos"), (.many, "9 otros"), (.other, "9 otros"),
  ])
  func `takes the form of its number, or the general one`(category: PluralCategory, text: String) {
    let plural = Plural(one: "{} uno", two: "{} dos", few: "{} pocos", other: "{} otros")
    #expect(plural(category, String(text.prefix(1))) == text)
  }
}
