extension Feature {
  /// The place of arrest: a city, a county, a state, a facility, in words.
  package static let arrestPlace = Feature(fact: .arrestPlace, isKnown: { !$0.arrestPlace.isEmpty }) { _, listed in
    best(listed.arrestPlaces) { $0 }
  }
}

extension PlaceWords {
  /// Nil when one side has no words.
  static func arrest(_ wanted: [String], _ found: [String], _ weights: Weights) -> FactScore? {
    guard !wanted.isEmpty, !found.isEmpty else { return nil }
    let shared = wanted.filter { word in found.contains { $0 == word || isNearlySame($0, word) } }
    if shared.isEmpty { return FactScore(level: .different, bits: weights.placeDifferent.bits) }
    // A state alone is shared by many: only a more particular word makes it exact.
    let isParticular = shared.contains { !stateCodes.contains($0) }
    return shared.count == wanted.count && isParticular
      ? FactScore(level: .exact, bits: weights.placeExact.bits)
      : FactScore(level: .partial, bits: weights.placePartial.bits)
  }

  static func isNearlySame(_ a: String, _ b: String) -> Bool {
    a.utf8.count >= 5 && b.utf8.count >= 5 && EditDistance.isAtMostOne(a, b)
  }
}
