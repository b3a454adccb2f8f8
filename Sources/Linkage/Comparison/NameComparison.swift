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
    let shares = [listed.text, sought.text].compactMap(frequencies.givenShare)
    let share = shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
    if let share, share >= 0.95 { return .given }
    if let share, share <= 0.05 { return .family }
    if listed.part.role != .unknown { return listed.part.role }
    if sought.part.role != .unknown { return sought.part.role }
    guard let share else { return .unknown }
    return share >= 0.7 ? .given : share <= 0.3 ? .family : .unknown
  }

  /// Parts that found no partner: two of a kind contradict each other; one alone was merely left out.
  private func addLeftovers(_ result: inout Result, _ left: [Joining.Part], _ right: [Joining.Part]) {
    var mine = leftovers(left)
    var theirs = leftovers(right)
    let hasAgreeing = result.parts.contains { $0.role != .given && $0.bits > 0 }
    // Two of one kind first; then what may be of either kind, against whatever is left.
    for isStrict in [true, false] {
      mine = mine.filter { part in
        let match = theirs.firstIndex {
          isStrict ? $0.role == part.role : $0.role == .unknown || part.role == .unknown
        }
        guard let match else { return true }
        let other = theirs.remove(at: match)
        let role = part.role == .unknown ? other.role : part.role
        let odds =
          role == .given
          ? weights.differentGiven : hasAgreeing ? weights.differentOtherFamily : weights.differentFamily
        result.parts.append(
          PartAgreement(sought: part.text, listed: other.text, role: role, level: .different, bits: odds.bits))
        return false
      }
    }
    for part in mine { result.parts.append(alone(sought: part.text, listed: nil, part.role)) }
    for part in theirs { result.parts.append(alone(sought: nil, listed: part.text, part.role)) }
  }

  /// In an order of their own, so that the order in which a name was written changes nothing.
  private func leftovers(_ parts: [Joining.Part]) -> [(text: String, role: NameRole)] {
    parts.map { ($0.text, role($0, $0)) }.sorted { ($0.1.rawValue, $0.0) < ($1.1.rawValue, $1.0) }
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
