extension Feature {
  /// Where the person lives or lived: words of a city or a state. A rare place says more than a common one.
  package static let place = Feature(fact: .place, isKnown: { !$0.place.isEmpty }) { _, listed in
    best(listed.places) { $0 }
  }
}

extension PlaceWords {
  /// Nil when one side has no words.
  static func home(_ wanted: [String], _ found: [String], _ shares: PlaceShares, _ weights: Weights) -> FactScore? {
    guard !wanted.isEmpty, !found.isEmpty else { return nil }
    if wanted == found {
      return FactScore(level: .exact, bits: Bits.log2(weights.homePlaceExact / shares.share(wanted)))
    }
    let shared = wanted.filter { word in found.contains { $0 == word || isNearlySame($0, word) } }
    guard let rarest = shared.map({ shares.share([$0]) }).min() else {
      return FactScore(level: .different, bits: weights.homePlaceDifferent.bits)
    }
    return FactScore(level: .partial, bits: max(0, Bits.log2(weights.homePlacePartial / rarest)))
  }
}
