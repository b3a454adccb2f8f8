extension Feature {
  /// The A-number: one number a person for life, but mistyped like any other. By the numbers or by their keyed hashes.
  package static let aNumber = Feature(fact: .aNumber) { search, listed, matcher in
    var levels: [Level] = []
    if let number = search.sought.aNumber {
      levels += listed.aNumbers.map { $0 == number ? .exact : ANumber.isOneOff($0, number) ? .oneDigit : .different }
    }
    if let key = search.aNumberKeys.first {
      levels += listed.aNumberKeys.map { $0 == key ? .exact : search.aNumberKeys.contains($0) ? .oneDigit : .different }
    }
    return best(.aNumber, levels.map { ($0, matcher.weights.aNumber($0).bits) })
  }
}
