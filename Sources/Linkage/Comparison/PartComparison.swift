/// How two parts of names agree, and what that is worth.
package struct PartAgreement: Sendable, Equatable {
  /// Folded text on each side; nil on the side that has nothing to set against the other.
  package let sought: String?
  package let listed: String?
  package let role: NameRole
  package let level: Level
  package let bits: Double

  package init(sought: String?, listed: String?, role: NameRole, level: Level, bits: Double) {
    self.sought = sought
    self.listed = listed
    self.role = role
    self.level = level
    self.bits = bits
  }
}

/// The level at which two parts agree, and its bits.
struct PartScore: Sendable {
  let level: Level
  /// Which of the weights for rewriting it was: what learning counts.
  let rewriting: RewritingKind
  let bits: Double
}

/// The ways in which one part is written as another, as learning tells them apart.
enum RewritingKind: UInt8, Sendable, CaseIterable {
  case exact, joined, nickname, variant, soundsAlike, soundsAlikeElsewhere, typingError, twoTypingErrors, resembles
  case cutShort, initial, different
}

/// Compares single parts of names.
struct PartComparison: Sendable {
  private let rates: Weights.Rewriting
  private let resembling: Weights.Odds

  init(weights: Weights) {
    rates = weights.rewriting
    resembling = weights.resembles
  }

  /// The best level at which two parts agree, or nil when they are different.
  func compare(_ tableA: PartTable, _ partA: Int, _ tableB: PartTable, _ partB: Int) -> PartScore? {
    let a = tableA.shapes[partA]
    let b = tableB.shapes[partB]
    if a.wordHash == b.wordHash, equal(tableA, tableA.wordRange(partA), tableB, tableB.wordRange(partB)) {
      let isSame = equal(tableA, tableA.joinedRange(partA), tableB, tableB.joinedRange(partB))
      return PartScore(
        level: isSame ? .exact : .normalised, rewriting: .exact,
        bits: Bits.log2(rates.exact / Double(max(a.share, b.share))))
    }
    if a.wordStart > 0 || b.wordStart > 0, isJoined(tableA, partA, tableB, partB) {
      return score(.normalised, .joined, 0.2, a, b)
    }
    if a.wordLength == 1 || b.wordLength == 1 { return initial(tableA, partA, tableB, partB) }
    if a.nicknames > 0, b.nicknames > 0, shareClass(tableA, a, tableB, b, isNickname: true) {
      return score(.nickname, .nickname, rates.nickname, a, b)
    }
    if a.variants > 0, b.variants > 0, shareClass(tableA, a, tableB, b, isNickname: false) {
      return score(.soundsAlike, .variant, rates.variant, a, b)
    }
    return spelling(tableA, partA, tableB, partB)
  }

  /// What two parts must have in common for comparing to find anything; `compare` goes the same ways.
  static func mayAgree(_ a: PartShape, _ b: PartShape) -> Bool {
    if a.wordHash == b.wordHash || a.keyHash == b.keyHash { return true }
    if a.wordStart > 0 || b.wordStart > 0,
      a.length == b.length || Int(a.length) == b.wordLength || a.wordLength == Int(b.length)
    {
      return true
    }
    let short = min(a.wordLength, b.wordLength)
    if short == 1 || (a.nicknames > 0 && b.nicknames > 0) || (a.variants > 0 && b.variants > 0) { return true }
    if a.broadHash != 0, a.broadHash == b.broadHash { return true }
    let most = short < 3 ? 0 : short < 5 ? 1 : short < 7 ? 2 : 3
    if most > 0, PartShape.mayBeNear(a, b, most: most) { return true }
    if short >= 4, a.wordLength < b.wordLength ? a.mask & ~b.mask == 0 : b.mask & ~a.mask == 0 { return true }
    return short >= 5 && abs(Int(a.keyLength) - Int(b.keyLength)) <= 1 && (a.keyMask ^ b.keyMask).nonzeroBitCount <= 2
  }

  /// By letters and sounds: the best of the ways in which one can have become the other.
  private func spelling(_ tableA: PartTable, _ partA: Int, _ tableB: PartTable, _ partB: Int) -> PartScore? {
    let a = tableA.shapes[partA]
    let b = tableB.shapes[partB]
    let short = min(a.wordLength, b.wordLength)
    if a.keyHash == b.keyHash, a.keyLength >= 2, equalKeys(tableA, partA, tableB, partB) {
      return score(.soundsAlike, .soundsAlike, rates.soundsAlike, a, b)
    }
    let long = max(a.wordLength, b.wordLength)
    let most = short < 3 ? 0 : short < 5 ? 1 : short < 7 ? 2 : 3
    var found: PartScore?
    func offer(_ score: PartScore) { if score.bits > found?.bits ?? -.infinity { found = score } }
    if most > 0, PartShape.mayBeNear(a, b, most: most) {
      let wordA = tableA.letters[tableA.wordRange(partA)]
      let wordB = tableB.letters[tableB.wordRange(partB)]
      switch EditDistance.difference(wordA, wordB, most: most) {
      case nil, .same?: break
      case .several(let edits)?:
        if edits == 2 {
          offer(score(.oneTypingError, .twoTypingErrors, rates.twoTypingErrors / Double(long * long), a, b))
        }
        if long >= 5 { offer(resembles(edits, long, a, b)) }
      case let slip?: offer(score(.oneTypingError, .typingError, rates.typingError * outcome(slip, long, a, b), a, b))
      }
    }
    if a.broadHash != 0, a.broadHash == b.broadHash, short >= 3 {
      offer(score(.soundsAlike, .soundsAlikeElsewhere, rates.soundsAlikeElsewhere, a, b))
    }
    if short >= 4, isPrefix(tableA, partA, tableB, partB) {
      offer(score(.partial, .cutShort, rates.cutShort, a, b))
    }
    if short >= 5, a.keyLength >= 3, b.keyLength >= 3, abs(Int(a.keyLength) - Int(b.keyLength)) <= 1,
      (a.keyMask ^ b.keyMask).nonzeroBitCount <= 2,
      EditDistance.difference(
        tableA.keys[tableA.keyRange(partA)], tableB.keys[tableB.keyRange(partB)], most: 1) != nil
    {
      offer(score(.oneTypingError, .twoTypingErrors, rates.typingError / Double(12 * long), a, b))
    }
    return found
  }

  /// A noisy channel: how likely the two come from one name, against how likely they meet by chance.
  ///
  /// A misspelling that is itself nobody's name says nearly as much as the name; one that is another common name
  /// (Garza, García) says little, because those people exist too.
  private func score(_ level: Level, _ kind: RewritingKind, _ rate: Double, _ a: PartShape, _ b: PartShape) -> PartScore
  {
    let rarer = Double(min(a.legitimate, b.legitimate))
    let commoner = Double(max(a.share, b.share))
    return PartScore(
      level: level, rewriting: kind, bits: Bits.log2(rates.slipped * rate / (rarer + rate * commoner)))
  }

  /// Two or three slips have too many outcomes to count: how often words resemble each other so by chance is counted
  /// instead, and a word that many bear resembles by chance.
  private func resembles(_ edits: Int, _ long: Int, _ a: PartShape, _ b: PartShape) -> PartScore {
    let far = edits >= 3 || long < 7
    let chance = resembling.u * (far ? 4 : 1)
    let rarer = Double(min(a.share, b.share))
    let bits = Bits.log2(resembling.m * (far ? 0.5 : 1) / (chance + rarer * 20))
    return PartScore(level: .oneTypingError, rewriting: .resembles, bits: bits)
  }

  /// The share of one outcome among those of one slip in a word of so many letters.
  private func outcome(_ slip: EditDistance.Difference, _ long: Int, _ a: PartShape, _ b: PartShape) -> Double {
    let letters = Double(long)
    switch slip {
    case .inserted(let isDouble):
      // The rarer of the two is taken for the slip: left out where it is the shorter one.
      let isLeftOut = (a.legitimate < b.legitimate) == (a.wordLength < b.wordLength)
      return isDouble ? 0.18 / letters : isLeftOut ? 0.25 / letters : 0.15 / (letters * 20)
    case .exchanged: return 0.2 / letters
    case .replaced(let first, let second):
      return Keyboard.areBeside(first, second) ? 0.2 / (letters * 4) : 0.15 / (letters * 12)
    default: return 0
    }
  }

  /// An initial is shared by every name that begins so, about one in twelve.
  private func initial(_ tableA: PartTable, _ partA: Int, _ tableB: PartTable, _ partB: Int) -> PartScore? {
    let first = tableA.letters[tableA.wordRange(partA)].first
    guard first != nil, first == tableB.letters[tableB.wordRange(partB)].first else { return nil }
    let rate = rates.initial
    let common = Double(max(tableA.shapes[partA].share, tableB.shapes[partB].share))
    return PartScore(
      level: .initial, rewriting: .initial, bits: min(2, Bits.log2(rate / (common + rate / 12))))
  }

  private func isJoined(_ tableA: PartTable, _ a: Int, _ tableB: PartTable, _ b: Int) -> Bool {
    let left = tableA.joinedRange(a)
    let right = tableB.joinedRange(b)
    return equal(tableA, left, tableB, right) || equal(tableA, left, tableB, tableB.wordRange(b))
      || equal(tableA, tableA.wordRange(a), tableB, right)
  }

  private func isPrefix(_ tableA: PartTable, _ partA: Int, _ tableB: PartTable, _ partB: Int) -> Bool {
    let left = tableA.wordRange(partA)
    let right = tableB.wordRange(partB)
    let (a, b) = (tableA.shapes[partA].mask, tableB.shapes[partB].mask)
    // A letter that only the shorter word has settles it without reading either.
    guard left.count != right.count, left.count < right.count ? a & ~b == 0 : b & ~a == 0 else { return false }
    let length = min(left.count, right.count)
    return equal(tableA, left.prefix(length), tableB, right.prefix(length))
  }

  private func equal(_ tableA: PartTable, _ left: Range<Int>, _ tableB: PartTable, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for step in 0..<left.count
    where tableA.letters[left.lowerBound + step] != tableB.letters[right.lowerBound + step] { return false }
    return true
  }

  private func equalKeys(_ tableA: PartTable, _ partA: Int, _ tableB: PartTable, _ partB: Int) -> Bool {
    tableA.keys[tableA.keyRange(partA)].elementsEqual(tableB.keys[tableB.keyRange(partB)])
  }

  private func shareClass(
    _ tableA: PartTable, _ a: PartShape, _ tableB: PartTable, _ b: PartShape, isNickname: Bool
  ) -> Bool {
    let left = classes(a, isNickname: isNickname)
    let right = classes(b, isNickname: isNickname)
    for i in left { for j in right where tableA.classes[i] == tableB.classes[j] { return true } }
    return false
  }

  private func classes(_ shape: PartShape, isNickname: Bool) -> Range<Int> {
    let start = Int(shape.classStart)
    let middle = start + Int(shape.nicknames)
    return isNickname ? start..<middle : middle..<(middle + Int(shape.variants))
  }
}
