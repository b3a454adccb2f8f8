/// One line of a name's sum: two parts that were set against each other, or one that found no partner.
struct NameLine: Sendable {
  let role: NameRole
  let level: Level
  let kind: RewritingKind
  var bits: Double
  /// A given name against a family name.
  var isCrossed = false
  private let places: (left: Int8, left2: Int8, right: Int8, right2: Int8)

  /// - Parameters:
  ///   - left: the place in the sought name, -1 for none.
  ///   - right: the place in the listed name, -1 for none.
  ///   - left2: the second one where two neighbours were joined.
  ///   - right2: the second one where two neighbours were joined.
  init(
    role: NameRole, level: Level, kind: RewritingKind, bits: Double, left: Int = -1, right: Int = -1, left2: Int = -1,
    right2: Int = -1
  ) {
    self.role = role
    self.level = level
    self.kind = kind
    self.bits = bits
    places = (Int8(left), Int8(left2), Int8(right), Int8(right2))
  }

  var left: Int { Int(places.left) }
  var left2: Int { Int(places.left2) }
  var right: Int { Int(places.right) }
  var right2: Int { Int(places.right2) }
  var isPair: Bool { places.left >= 0 && places.right >= 0 }
}

/// The lines of one name, in a place of their own: an array would be asked for each line whether it has room.
struct NameLines: RandomAccessCollection, MutableCollection {
  /// A line for each part of both names, of which there are `ParsedName.limit` at most, and one for a suffix.
  private var lines = [17 of NameLine](
    repeating: NameLine(role: .unknown, level: .different, kind: .different, bits: 0))
  private(set) var endIndex = 0
  var startIndex: Int { 0 }

  subscript(place: Int) -> NameLine {
    get { lines[place] }
    _modify { yield &lines[place] }
  }

  mutating func append(_ line: NameLine) {
    lines[endIndex] = line
    endIndex += 1
  }

  mutating func removeAll() { endIndex = 0 }
}

/// A name's sum with every part told.
struct NameExplanation: Sendable {
  let bits: Double
  /// What relatives would share of it.
  let shared: SharedName
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
