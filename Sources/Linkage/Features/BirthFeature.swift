extension Feature {
  /// The birth, by day, by year or by age, whichever the two sides know.
  package static let birth = Feature(fact: .birth, isKnown: { $0.birth != nil }) { sought, listed in
    guard let scale = sought.birth else { return nil }
    return best(listed.births) {
      let step = scale.step($0)
      return FactScore(level: step.level, bits: scale.bits(step))
    }
  }
}
