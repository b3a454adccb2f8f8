/// The name, over every name that any source gave: the best of them counts.
enum NameFeature {
  static func best(_ search: PreparedSearch, _ listed: ListedPerson, _ matcher: Matcher) -> NameComparison.Result? {
    listed.names.compactMap { matcher.names.compare(search.name, matcher.parser.parse($0)) }
      .max { $0.bits < $1.bits }
  }

  /// What is said of given and of family names; of the whole name where it is not known which is which.
  static func facts(_ comparison: NameComparison.Result) -> [Agreement] {
    [(NameRole.given, Fact.givenName), (.family, .familyName), (.unknown, .wholeName)].compactMap { role, fact in
      let parts = comparison.parts.filter { $0.role == role }
      guard let level = level(parts) else { return nil }
      return Agreement(fact: fact, level: level, bits: parts.reduce(0) { $0 + $1.bits })
    }
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

extension NameComparison {
  /// How many in a thousand bear the parts that agreed, taken as independent.
  func perThousand(_ result: Result) -> Double? {
    let shared = result.parts.filter { $0.level != .different && $0.sought != nil && $0.listed != nil }
    guard !shared.isEmpty else { return nil }
    return shared.reduce(1000) { $0 * min(1, frequencies.share($1.listed ?? "")) }
  }
}
