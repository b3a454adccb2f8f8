extension Feature {
  /// The sex as recorded. "Other" on either side is taken as not known: records of it are too few to weigh.
  package static let sex = Feature(fact: .sex, isKnown: { $0.sex != nil }) { sought, listed in
    guard let sex = sought.sex else { return nil }
    let bits = sought.bits
    return best(listed.sexes) {
      guard $0 == sex else { return FactScore(level: .different, bits: bits.sexDifferent) }
      return FactScore(level: .exact, bits: sex == .male ? bits.male : bits.female)
    }
  }
}
