extension Feature {
  /// The A-number: one number a person for life, but mistyped like any other.
  package static let aNumber = Feature(fact: .aNumber, isKnown: { $0.hasANumber }) { sought, listed in
    guard sought.hasANumber else { return nil }
    return best(listed.aNumbers) { FactScore(level: $0, bits: sought.bits.aNumber($0)) }
  }
}
