/// The words of all names with how many people bear each, and which words stand near another.
package struct Vocabulary: Sendable {
  package struct Neighbour: Sendable, Equatable {
    package let word: String
    package let bearers: Int
    package let level: Level
  }

  private let counts: [String: Int]
  private let parts: [NamePart]
  private let lexicon: Lexicon

  /// - Parameter counts: folded words with how many people bear each.
  package init(_ counts: [String: Int], lexicon: Lexicon) {
    self.counts = counts
    self.lexicon = lexicon
    parts = counts.keys.sorted().map { NamePart(text: $0) }
  }

  package func bearers(_ word: String) -> Int { counts[word] ?? 0 }

  /// The word itself if somebody bears it, then every word of a record that may stand for it.
  package func neighbours(_ word: String) -> [Neighbour] {
    let comparison = PartComparison(lexicon: lexicon, frequencies: NameFrequencies(), weights: Weights())
    let wanted = NamePart(text: word)
    let found = parts.compactMap { part in
      comparison.compare(wanted, part).map {
        Neighbour(word: part.text, bearers: bearers(part.text), level: $0.level)
      }
    }
    return found.filter { $0.word == word } + found.filter { $0.word != word && $0.level != .initial }
  }
}
