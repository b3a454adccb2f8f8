/// A quick look at the words of a name, so that only the few unusual ones are taken apart slowly.
struct NameWords: OptionSet {
  let rawValue: Int

  /// "y", "e", "and", or a mark that can stand between two people.
  static let mayBeTwo = NameWords(rawValue: 1)
  /// "aka", "alias", or a bracket.
  static let mayHaveAlias = NameWords(rawValue: 2)
  /// "FNU", "LNU", "UNKNOWN" and the like.
  static let mayBeMissing = NameWords(rawValue: 4)

  init(rawValue: Int) { self.rawValue = rawValue }

  init(_ text: String) {
    var found: NameWords = []
    // The first eight letters of a word, small, one byte each.
    var word: UInt64 = 0
    var letters = 0
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A:
        if letters < 8 { word = word << 8 | UInt64(byte | 0x20) }
        letters += 1
        continue
      case 0x0A, 0x0D, UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "+"):
        found.insert(.mayBeTwo)
        if byte == UInt8(ascii: "/") { found.insert(.mayHaveAlias) }
      case UInt8(ascii: "("), UInt8(ascii: ":"), UInt8(ascii: "."): found.insert(.mayHaveAlias)
      default: break
      }
      if letters > 0 { found.formUnion(Self.meaning[word] ?? []) }
      word = 0
      letters = 0
    }
    if letters > 0 { found.formUnion(Self.meaning[word] ?? []) }
    self = found
  }

  private static let meaning: [UInt64: NameWords] = {
    var table: [UInt64: NameWords] = [:]
    func add(_ words: String, _ meaning: NameWords) {
      for word in words.split(separator: " ") {
        table[word.utf8.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }] = meaning
      }
    }
    add("y e and", .mayBeTwo)
    add("aka alias aliases", .mayHaveAlias)
    add("fnu lnu mnu nfn nln nmn nmi unknown unk noname desconocido no not sin none null name x xx xxx", .mayBeMissing)
    return table
  }()
}
