extension Feature {
  /// The A-number: one number a person for life, but mistyped like any other.
  package static let aNumber = Feature(fact: .aNumber) { sought, listed, matcher in
    guard let number = sought.aNumber else { return nil }
    return best(
      .aNumber,
      listed.aNumbers.map {
        if $0 == number { return (.exact, matcher.weights.aNumberExact.bits) }
        if ANumber.isOneOff($0, number) { return (.oneDigit, matcher.weights.aNumberOneOff.bits) }
        return (.different, matcher.weights.aNumberDifferent.bits)
      })
  }
}
