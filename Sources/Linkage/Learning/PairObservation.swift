/// How one pair of records agrees: what learning counts.
struct PairObservation: Sendable {
  let bits: Double
  let lines: [NameLine]
  /// Both sides said which parts are given names and which family names.
  var hasRoles = false
  /// How much likelier a relative of the person sought has all this in common than a stranger.
  var relatives = 0.0
  var birth: BirthScale.Step?
  var levels: [Fact: Level] = [:]

  init(bits: Double, lines: [NameLine]) {
    self.bits = bits
    self.lines = lines
  }
}

/// Pairs counted by how they agree, each with its weight.
struct PairCounts: Sendable {
  private(set) var pairs = 0.0
  private(set) var rewritings = [Double](repeating: 0, count: RewritingKind.allCases.count)
  /// Parts of each role that were set against another, and those of them that differ.
  private(set) var parts: [NameRole: Double] = [:]
  private(set) var different: [NameRole: Double] = [:]
  /// Names of which a part was left out on one side.
  private(set) var dropped = 0.0
  private(set) var names = 0.0
  private(set) var withRoles = 0.0
  private(set) var crossed = 0.0
  private(set) var births = [Double](repeating: 0, count: BirthScale.Step.allCases.count)
  private(set) var levels: [Fact: [Level: Double]] = [:]

  mutating func add(_ pair: PairObservation, _ weight: Double) {
    pairs += weight
    if !pair.lines.isEmpty { names += weight }
    for line in pair.lines where line.isPair {
      rewritings[Int(line.kind.rawValue)] += weight
      parts[line.role, default: 0] += weight
      if line.kind == .different { different[line.role, default: 0] += weight }
    }
    if pair.lines.contains(where: { !$0.isPair && $0.level == .partial }) { dropped += weight }
    if pair.hasRoles {
      withRoles += weight
      if pair.lines.contains(where: \.isCrossed) { crossed += weight }
    }
    if let birth = pair.birth { births[birth.rawValue] += weight }
    for (fact, level) in pair.levels { levels[fact, default: [:]][level, default: 0] += weight }
  }
}
