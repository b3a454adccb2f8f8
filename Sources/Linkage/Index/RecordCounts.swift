/// How common words of names, countries and places are among all people of an index.
///
/// All that weighing needs of the records beside the people compared: kept apart, it weighs a few people outside of the
/// index exactly as the index weighs them.
package struct RecordCounts: Sendable, Equatable {
  package struct Word: Sendable, Equatable {
    /// People, once however often it stands in their names.
    package var bearers: Int
    /// How often it was a given name, and how often a family name.
    package var given: Int
    package var family: Int

    package init(bearers: Int = 0, given: Int = 0, family: Int = 0) {
      self.bearers = bearers
      self.given = given
      self.family = family
    }
  }

  package var people = 0
  /// Descriptions: somebody may be described more than once.
  package var names = 0
  package var words: [String: Word] = [:]
  package var countries: [String: Int] = [:]
  package var places: [String: Int] = [:]

  package init() {}
}

extension LinkageKnowledge {
  /// Weighs as an index of people with these counts does.
  package func matcher(_ counts: RecordCounts) -> Matcher {
    let parts = counts.words.compactMapValues { word -> NameFrequencies.Count? in
      word.given + word.family > 0 ? .init(given: Double(word.given), family: Double(word.family)) : nil
    }
    return Matcher(
      lexicon: lexicon,
      frequencies: NameFrequencies(counts: parts, names: Double(counts.names))
        .blended(with: common, weight: Self.priorNames),
      countries: CountryShares(counts: counts.countries), places: PlaceShares(counts: counts.places), weights: weights)
  }

  /// The words that an index of people with these counts finds near another.
  package func vocabulary(_ counts: RecordCounts) -> Vocabulary {
    Vocabulary(counts.words.mapValues(\.bearers), lexicon: lexicon)
  }
}
