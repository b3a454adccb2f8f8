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
