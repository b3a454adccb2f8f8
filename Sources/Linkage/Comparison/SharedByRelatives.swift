/// What relatives have in common is told apart from what two strangers agree on by chance, where one list is linked with
/// another or with itself: there families stand together.
///
/// Brothers share their surnames however rare these are, and are often arrested together. So of who is not the person
/// sought, one may be a relative: what both would share is met not only by chance, with the rate u, but with the rate
/// of relatives among the listed beside it. The weight log2(m/u) becomes log2(m/(u + r·m)): two surnames that nobody
/// else bears are worth no more than the odds against being a relative's. (A mixture of strangers and relatives in the
/// place of Fellegi and Sunter's strangers; that households break the independence of fields is in Winkler 1995,
/// "Matching and Record Linkage".)
struct SharedByRelatives: Sendable {
  /// Whether there are any. A search that somebody reads asks for a birth beside the name before it calls anybody likely.
  let areCounted: Bool
  /// log2 of which share of the listed are relatives of one person.
  private let rate: Double
  /// Among relatives no birth is worth more than this, in bits.
  private let mostOfBirth: Double

  /// One in a hundred of those who share surnames was born on the same day: about three births in a hundred are of
  /// twins (31.2 in 1,000: "Births: Final Data for 2022", National Vital Statistics Reports 73-2), and not all relatives
  /// are brothers and sisters.
  private static let twins = 0.01
  /// Below this the rest is too little to be counted.
  private static let least = -12.0

  /// - Parameter listed: how many people are listed.
  init(_ weights: Weights, listed: Double) {
    areCounted = weights.relatives > 0
    rate = areCounted ? Bits.log2(weights.relatives / max(listed, 1)) : 0
    mostOfBirth = -Bits.log2(Self.twins)
  }

  /// What is taken away for what relatives would share, in bits: never positive.
  ///
  /// - Parameter shared: the bits of all facts that relatives have in common.
  func bits(_ shared: Double) -> Double {
    let odds = shared + rate
    return !areCounted || odds < Self.least ? 0 : -Bits.log2(1 + Bits.power(odds))
  }

  /// How much likelier a pair is a relative's than a stranger's.
  func odds(_ shared: Double) -> Double { areCounted ? Bits.power(shared + rate) : 0 }

  /// What facts beside the name add to what relatives share.
  func add(_ fact: Fact, _ score: FactScore, to shared: inout SharedFacts) {
    switch fact {
    case .country, .arrestDay, .arrestPlace, .place: shared.bits += max(0, score.bits)
    case .birth: shared.birth = max(0, score.bits - mostOfBirth)
    case .aNumber, .sex, .givenName, .familyName, .wholeName, .relatives: break
    }
  }
}

/// The facts beside the name that relatives would share, in bits.
struct SharedFacts {
  var bits = 0.0
  /// What twins would share of a birth. They have names of their own.
  var birth = 0.0

  func with(_ name: SharedName) -> Double { bits + name.bits + (name.hasSameOwnName ? 0 : birth) }
}

/// What relatives would share of a name: the surnames that agree. Where it is not known which parts are surnames, and no
/// other part may be somebody's own name, all that agree but the least.
struct SharedName {
  private var sum = 0.0
  private var least = Double.infinity
  private var hasOwnName = false
  private var agreesOnOwnName = false

  mutating func add(_ line: NameLine) {
    switch line.role {
    case .given:
      hasOwnName = true
      if line.isPair, line.kind != .different, line.kind != .initial { agreesOnOwnName = true }
    case .unknown where !line.isPair || line.kind == .different: hasOwnName = true
    case .family, .unknown:
      guard line.isPair, line.kind != .different else { return }
      sum += max(0, line.bits)
      if line.role == .unknown { least = min(least, max(0, line.bits)) }
    }
  }

  private var isWhole: Bool { !hasOwnName && least < .infinity }

  /// In bits.
  var bits: Double { isWhole ? sum - least : sum }
  var hasSameOwnName: Bool { agreesOnOwnName || isWhole }
}
