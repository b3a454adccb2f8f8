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

/// Compares single parts of names.
struct PartComparison {
  let lexicon: Lexicon
  let frequencies: NameFrequencies
  let weights: Weights

  /// The best level at which two parts agree, or nil when they are different.
  func compare(_ a: NamePart, _ b: NamePart) -> (level: Level, bits: Double)? {
    guard let (level, rewriting) = level(a, b) else { return nil }
    let first = frequencies.share(a.text)
    let second = frequencies.share(b.text)
    if level == .initial {
      // The initial is shared by every name that begins so, about one in twelve.
      return (level, min(2, bits(max(first, second), rewriting, 1 / 12)))
    }
    if a.text == b.text { return (level, Bits.log2(weights.rewriting.exact / first)) }
    return (level, bits(min(first, second), rewriting, max(first, second)))
  }

  /// A noisy channel: how likely the two come from one name, against how likely they meet by chance.
  ///
  /// A misspelling that is itself nobody's name says nearly as much as the name; one that is another common name
  /// (Garza, García) says little, because those people exist too.
  private func bits(_ rarer: Double, _ rewriting: Double, _ commoner: Double) -> Double {
    Bits.log2(rewriting / (rarer + rewriting * commoner))
  }

  private func level(_ a: NamePart, _ b: NamePart) -> (Level, Double)? {
    let rates = weights.rewriting
    if a.text == b.text {
      let isSame = a.particles == b.particles || a.particles.isEmpty || b.particles.isEmpty
      return (isSame && a.particles == b.particles ? .exact : .normalised, rates.exact)
    }
    if a.joined == b.joined || a.joined == b.text || a.text == b.joined { return (.normalised, 0.2) }
    if a.isInitial || b.isInitial { return a.letters.first == b.letters.first ? (.initial, rates.initial) : nil }
    if lexicon.areNicknames(a.text, b.text) { return (.nickname, rates.nickname) }
    if lexicon.areVariants(a.text, b.text) { return (.soundsAlike, rates.variant) }
    if a.key == b.key, a.key.utf8.count >= 2 { return (.soundsAlike, rates.soundsAlike) }
    let shorter = min(a.letters.count, b.letters.count)
    if shorter >= 3, EditDistance.isAtMostOne(a.letters, b.letters) { return (.oneTypingError, rates.typingError) }
    if shorter >= 4, isPrefix(a, b) || isPrefix(b, a) { return (.partial, rates.cutShort) }
    if shorter >= 3, EditDistance.isAtMostOne(Array(a.key.unicodeScalars), Array(b.key.unicodeScalars)), shorter >= 5 {
      return (.oneTypingError, rates.typingError / 4)
    }
    if shorter >= 7, EditDistance.isAtMostTwo(a.letters, b.letters) { return (.oneTypingError, rates.twoTypingErrors) }
    return nil
  }

  private func isPrefix(_ a: NamePart, _ b: NamePart) -> Bool {
    a.letters.count < b.letters.count && b.letters.starts(with: a.letters)
  }
}
