/// One part of a listed name in four bytes: which part of a table, what the source called it, whether the name ends here.
struct NameCode: Sendable, Equatable {
  var raw: UInt32

  enum Kind: UInt32 { case unknown, given, family, suffix }

  init(part: Int, _ kind: Kind) { raw = UInt32(part) << 3 | kind.rawValue }

  var part: Int { Int(raw >> 3) }
  var isLast: Bool {
    get { raw & 4 != 0 }
    set { raw = newValue ? raw | 4 : raw & ~4 }
  }
  var isSuffix: Bool { raw & 3 == Kind.suffix.rawValue }
  var role: NameRole { raw & 3 == 1 ? .given : raw & 3 == 2 ? .family : .unknown }

  /// The same code with its part at another place.
  func moved(to part: Int) -> NameCode {
    var code = self
    code.raw = UInt32(part) << 3 | raw & 7
    return code
  }
}

extension NameRole {
  var kind: NameCode.Kind {
    switch self {
    case .given: .given
    case .family: .family
    case .unknown: .unknown
    }
  }
}

/// The letters of a part as a table keeps them: particles and word run together, and where the word begins.
struct PartLetters: Hashable {
  let joined: [UInt8]
  let wordStart: Int

  init(_ part: NamePart) { self.init(particles: part.particles, text: part.text) }

  init(particles: [String], text: String) {
    let word = text.utf8.prefix(PartTable.longest)
    var joined: [UInt8] = []
    for particle in particles where joined.count + particle.utf8.count + word.count <= PartTable.longest {
      joined.append(contentsOf: particle.utf8)
    }
    wordStart = joined.count
    joined.append(contentsOf: word)
    self.joined = joined
  }
}

/// The names of one person, coded as an index codes them.
struct CodedNames {
  private(set) var table = PartTable()
  private(set) var names: [ArraySlice<NameCode>] = []
  private let lexicon: Lexicon
  private let frequencies: NameFrequencies
  private var known: [PartLetters: Int] = [:]

  init(lexicon: Lexicon, frequencies: NameFrequencies) {
    self.lexicon = lexicon
    self.frequencies = frequencies
  }

  mutating func add(_ name: ParsedName) {
    var codes = name.parts.map { NameCode(part: intern(PartLetters($0)), $0.role.kind) }
    if let suffix = name.suffix {
      codes.append(NameCode(part: intern(PartLetters(particles: [], text: suffix)), .suffix))
    }
    if !codes.isEmpty { names.append(codes[...]) }
  }

  private mutating func intern(_ letters: PartLetters) -> Int {
    if let part = known[letters] { return part }
    let part = table.count
    let word = table.add(letters.joined, wordStart: letters.wordStart, lexicon)
    table.count(part, frequencies.rarity(word))
    table.lift(part, frequencies.lifts(word))
    known[letters] = part
    return part
  }
}
