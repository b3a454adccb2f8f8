/// What words of records say of every word in an index of searches, worked out once for each word.
package struct SeekerWords: Sendable {
  /// What one part of a record's name agrees with.
  struct Agreeing: Sendable {
    struct Hit: Sendable {
      let word: UInt32
      let bits: Float
    }
    var words: [Hit] = []
    /// Parts that the word begins or ends with: it may be two of a sought name run together.
    var pieces: [Piece] = []
    var letters: [UInt8] = []
    /// Which of the letters occur, as `PartShape` has it.
    var mask: UInt32 = 0
    /// The most that it is worth so.
    var joinedBits: Float = 0
  }

  struct Piece: Sendable {
    let word: UInt32
    let part: UInt32
  }

  private var known: [ObjectIdentifier: [PartLetters: Agreeing]] = [:]
  /// Words beyond these are forgotten, all together.
  private static let most = 20_000

  package init() {}

  /// Forgets what was known of segments that are there no more.
  mutating func keep(_ segments: [ObjectIdentifier]) {
    guard known.keys.contains(where: { !segments.contains($0) }) else { return }
    known = known.filter { segments.contains($0.key) }
  }

  mutating func agreeing(_ part: PartLetters, _ segment: Segment, _ matcher: Matcher) -> Agreeing {
    let id = ObjectIdentifier(segment)
    if let found = known[id]?[part] { return found }
    let made = Self.make(part, segment, matcher)
    if known[id, default: [:]].count >= Self.most { known[id] = [:] }
    known[id, default: [:]][part] = made
    return made
  }

  private static func make(_ part: PartLetters, _ segment: Segment, _ matcher: Matcher) -> Agreeing {
    var own = PartTable()
    own.add(part.joined, wordStart: part.wordStart, matcher.lexicon)
    own.count(0, matcher.frequencies.rarity(own.word(0)))
    let shape = own.shapes[0]
    let letters = Array(part.joined[part.wordStart...])
    let comparison = PartComparison(weights: matcher.weights)
    let table = segment.table
    var best: [UInt32: Float] = [:]
    var found = Agreeing(letters: letters, mask: shape.mask)
    found.joinedBits = Float(max(0, Bits.log2(matcher.weights.rewriting.exact / Double(shape.share))))
    for (number, other) in table.shapes.enumerated() {
      let isPiece = letters.count >= 5 && other.mask & ~shape.mask == 0 && isPiece(number, other, of: letters, table)
      let score = PartComparison.mayAgree(other, shape) ? comparison.compare(table, number, own, 0) : nil
      let bits = score?.bits ?? 0
      // Most of them agree no better than by chance: their word need not be looked up.
      guard isPiece || bits > 0, let word = segment.vocabulary.words.find(table.letters[table.wordRange(number)]) else {
        continue
      }
      if isPiece { found.pieces.append(Piece(word: UInt32(word), part: UInt32(number))) }
      if bits > 0 { best[UInt32(word)] = max(best[UInt32(word)] ?? 0, Float(bits)) }
    }
    found.words = best.sorted { $0.key < $1.key }.map { Agreeing.Hit(word: $0.key, bits: $0.value) }
    return found
  }

  private static func isPiece(_ part: Int, _ shape: PartShape, of whole: [UInt8], _ table: PartTable) -> Bool {
    let letters = table.letters[table.joinedRange(part)]
    return shape.wordLength > 1 && letters.count < whole.count + 1
      && (whole.starts(with: letters) || whole.suffix(letters.count).elementsEqual(letters))
  }
}
