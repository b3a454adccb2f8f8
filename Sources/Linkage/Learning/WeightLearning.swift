/// Learns weights by expectation maximisation (Winkler 1988): the pairs say themselves how well each fact agrees.
package enum WeightLearning {
  /// From the records of an index: pairs of people who share evidence, some of whom are one person.
  package static func learn(from index: PersonIndex, most: Int = 20_000) -> LearntWeights {
    learn(
      pairs: index.selfSearches(most: most).flatMap { own in
        index.search([own.search], limit: 20).map(\.assessment).filter { $0.id != own.id }
      }, in: index)
  }

  /// From two lists: the searches are the people of one, the index holds those of the other.
  package static func learn(searches: [PreparedSearch], in index: PersonIndex) -> LearntWeights {
    learn(pairs: searches.flatMap { index.search([$0], limit: 20).map(\.assessment) }, in: index)
  }

  private static func learn(pairs: [Assessment], in index: PersonIndex) -> LearntWeights {
    var weights = index.matcher.weights
    guard pairs.count >= 50 else { return LearntWeights(weights: weights, pairs: pairs.count) }
    var counts: [Level: Double] = [:]
    var total = 0.0
    for pair in pairs {
      let odds = Bits.power(pair.bits) / Double(max(1, index.people))
      let probability = odds / (1 + odds)
      guard let birth = pair.agreements.first(where: { $0.fact == .birth }) else { continue }
      counts[birth.level, default: 0] += probability
      total += probability
    }
    if total > 20, let exact = counts[.exact], exact > 0 {
      weights.birthExact = Weights.Odds(m: min(0.99, exact / total), u: weights.birthExact.u)
    }
    return LearntWeights(weights: weights, pairs: pairs.count)
  }
}
