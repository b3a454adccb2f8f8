extension Feature {
  /// Where the person lives or lived: words of a city or a state. A rare place says more than a common one.
  package static let place = Feature(fact: .place) { search, listed, matcher in
    guard let place = search.sought.place else { return nil }
    let wanted = PlaceWords.words(place)
    guard !wanted.isEmpty else { return nil }
    return best(.place, listed.places.compactMap { matcher.comparePlaces(wanted, PlaceWords.words($0)) })
  }
}

extension Matcher {
  /// Nil when one side has no words.
  func comparePlaces(_ wanted: [String], _ found: [String]) -> (level: Level, bits: Double)? {
    guard !wanted.isEmpty, !found.isEmpty else { return nil }
    if wanted == found { return (.exact, Bits.log2(weights.homePlaceExact / places.share(found))) }
    let shared = wanted.filter { word in
      found.contains {
        $0 == word || ($0.utf8.count >= 5 && word.utf8.count >= 5 && EditDistance.isAtMostOne($0, word))
      }
    }
    guard let rarest = shared.map({ places.share([$0]) }).min() else {
      return (.different, weights.homePlaceDifferent.bits)
    }
    return (.partial, max(0, Bits.log2(weights.homePlacePartial / rarest)))
  }
}

/// The share of records from each place, and from places with each word.
package struct PlaceShares: Sendable {
  private var shares: [String: Double] = [:]

  package init() {}

  /// - Parameter counts: places as they are written, with how many records have each.
  package init(counts: [String: Int]) {
    let total = Double(counts.values.reduce(0, +))
    guard total > 0 else { return }
    for (place, count) in counts {
      let words = PlaceWords.words(place)
      let share = Double(count) / total
      if words.count > 1 { shares[words.joined(separator: " "), default: 0] += share }
      for word in Set(words) { shares[word, default: 0] += share }
    }
  }

  /// Never below one in five thousand: no place says more than that in the hands of someone who guesses.
  func share(_ words: [String]) -> Double { min(1, max(0.0002, shares[words.joined(separator: " ")] ?? 0.01)) }
}
