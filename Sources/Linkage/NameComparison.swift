/// Compares whole names: the best assignment of parts to parts, whatever their order.
package struct NameComparison: Sendable {
  package let lexicon: Lexicon
  package let frequencies: NameFrequencies
  package let weights: Weights

  package init(lexicon: Lexicon, frequencies: NameFrequencies, weights: Weights) {
    self.lexicon = lexicon
    self.frequencies = frequencies
    self.weights = weights
  }

  package struct Result: Sendable {
    package var parts: [PartAgreement]
    package var bits: Double { parts.reduce(0) { $0 + $1.bits } }
  }

  /// Nil when one side has no name to compare.
  package func compare(_ sought: ParsedName, _ listed: ParsedName) -> Result? {
    guard !sought.parts.isEmpty, !listed.parts.isEmpty else { return nil }
    let (left, right) = Joining.align(sought.parts, listed.parts)
    let comparison = PartComparison(lexicon: lexicon, frequencies: frequencies, weights: weights)
    var table: [[(level: Level, bits: Double)?]] = []
    for part in left { table.append(right.map { compareJoined(part, $0, comparison) }) }
    let pairs = Assignment.best(table.map { $0.map { $0?.bits } }, unmatched: -3.5)
    var result = Result(parts: [])
    var openLeft = Set(left.indices)
    var openRight = Set(right.indices)
    for (i, j) in pairs {
      guard let found = table[i][j] else { continue }
      openLeft.remove(i)
      openRight.remove(j)
      result.parts.append(
        PartAgreement(
          sought: left[i].text, listed: right[j].text, role: role(right[j], left[i]), level: found.level,
          bits: found.bits))
    }
    addLeftovers(&result, openLeft.sorted().map { left[$0] }, openRight.sorted().map { right[$0] })
    holdBack(&result)
    if let a = sought.suffix, let b = listed.suffix, a != b {
      result.parts.append(
        PartAgreement(sought: a, listed: b, role: .family, level: .different, bits: weights.suffixDiffers.bits))
    }
    return result
  }

  private func compareJoined(
    _ a: Joining.Part, _ b: Joining.Part, _ comparison: PartComparison
  ) -> (level: Level, bits: Double)? {
    guard !a.pieces.isEmpty || !b.pieces.isEmpty else { return comparison.compare(a.part, b.part) }
    // Joined on one side only: worth what its pieces are worth, less a little for the joining.
    let pieces = a.pieces.isEmpty ? b.pieces : a.pieces
    let isSame = a.part.text == b.part.text
    let bits = pieces.reduce(0) { $0 + Bits.log2(weights.rewriting.exact / frequencies.share($1)) }
    return (isSame ? .normalised : .oneTypingError, bits - (isSame ? 1 : 5))
  }

  /// What a pair's part is: by counts where they are plain, else by what the source said, else by counts.
  private func role(_ listed: Joining.Part, _ sought: Joining.Part) -> NameRole {
    let share = frequencies.givenShare(listed.text) ?? frequencies.givenShare(sought.text)
    if let share, share >= 0.95 { return .given }
    if let share, share <= 0.05 { return .family }
    if listed.part.role != .unknown { return listed.part.role }
    if sought.part.role != .unknown { return sought.part.role }
    guard let share else { return .unknown }
    return share >= 0.7 ? .given : share <= 0.3 ? .family : .unknown
  }

  /// Parts that found no partner: two of a kind contradict each other; one alone was merely left out.
  private func addLeftovers(_ result: inout Result, _ left: [Joining.Part], _ right: [Joining.Part]) {
    var rest = right
    for part in left {
      let mine = role(part, part)
      let match = rest.firstIndex {
        let other = role($0, $0); return other == mine || other == .unknown || mine == .unknown
      }
      guard let match else {
        result.parts.append(alone(sought: part.text, listed: nil, mine))
        continue
      }
      let other = rest.remove(at: match)
      let kind = mine == .unknown ? role(other, other) : mine
      let hasAgreeing = result.parts.contains { $0.role != .given && $0.bits > 0 }
      let odds =
        kind == .given
        ? weights.differentGiven : hasAgreeing ? weights.differentOtherFamily : weights.differentFamily
      result.parts.append(
        PartAgreement(sought: part.text, listed: other.text, role: kind, level: .different, bits: odds.bits))
    }
    for part in rest { result.parts.append(alone(sought: nil, listed: part.text, role(part, part))) }
  }

  private func alone(sought: String?, listed: String?, _ role: NameRole) -> PartAgreement {
    PartAgreement(sought: sought, listed: listed, role: role, level: .partial, bits: weights.dropped.bits)
  }

  /// Keeps given names from carrying a match alone: without an agreeing surname they weigh six bits at most.
  private func holdBack(_ result: inout Result) {
    let agreeing = result.parts.filter { $0.bits > 0 && $0.sought != nil && $0.listed != nil }
    guard !agreeing.contains(where: { $0.role == .family || ($0.role == .unknown && agreeing.count > 1) }) else {
      return
    }
    let sum = agreeing.reduce(0) { $0 + $1.bits }
    let most = weights.mostBitsWithoutFamilyName
    guard sum > most else { return }
    result.parts = result.parts.map { part in
      guard part.bits > 0 else { return part }
      return PartAgreement(
        sought: part.sought, listed: part.listed, role: part.role, level: part.level, bits: part.bits * most / sum)
    }
  }
}
