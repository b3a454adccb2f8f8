/// One line of a name's sum: two parts that were set against each other, or one that found no partner.
struct NameLine: Sendable {
  /// Places in the sought and in the listed name, -1 for none; the second ones where two neighbours were joined.
  var left = -1
  var left2 = -1
  var right = -1
  var right2 = -1
  var role: NameRole
  var level: Level
  var kind: RewritingKind
  var bits: Double
  /// A given name against a family name.
  var isCrossed = false

  init(role: NameRole, level: Level, kind: RewritingKind, bits: Double) {
    self.role = role
    self.level = level
    self.kind = kind
    self.bits = bits
  }

  var isPair: Bool { left >= 0 && right >= 0 }
}

/// A name's sum with every part told.
struct NameExplanation: Sendable {
  let bits: Double
  let parts: [PartAgreement]
  /// How many in a thousand bear the parts that agreed, taken as independent.
  let perThousand: Double?

  /// What is said of given and of family names; of the whole name where it is not known which is which.
  ///
  /// Parts that only one side has are no sentence of their own: what they cost goes with a fact that is one.
  var facts: [Agreement] {
    var facts: [Agreement] = []
    var alone = 0.0
    for (role, fact) in [(NameRole.given, Fact.givenName), (.family, .familyName), (.unknown, .wholeName)] {
      let parts = parts.filter { $0.role == role }
      let bits = parts.reduce(0) { $0 + $1.bits }
      if let level = Self.level(parts) {
        facts.append(Agreement(fact: fact, level: level, bits: bits))
      } else {
        alone += bits
      }
    }
    guard alone != 0 else { return facts }
    guard let first = facts.first else { return [Agreement(fact: .wholeName, level: .different, bits: alone)] }
    facts[0] = Agreement(fact: first.fact, level: first.level, bits: first.bits + alone)
    return facts
  }

  /// One level for several parts: the weakest that agreed; partial when some agreed and others did not.
  private static func level(_ parts: [PartAgreement]) -> Level? {
    let pairs = parts.filter { $0.sought != nil && $0.listed != nil }
    guard !pairs.isEmpty else { return nil }
    let agreeing = pairs.filter { $0.level != .different }
    guard !agreeing.isEmpty else { return .different }
    guard agreeing.count == parts.count else { return .partial }
    let order = Level.allCases
    return agreeing.map(\.level).max { (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0) }
  }
}
