/// A sought person made ready: the name taken apart once, not for each candidate.
package struct PreparedSearch: Sendable {
  package let sought: SoughtPerson
  package let name: ParsedName
  /// Keyed hashes of the A-number, then of the numbers that it is mistaken for: what an index has in place of numbers.
  package let aNumberKeys: [UInt64]
}

/// Weighs listed people against a sought one.
///
/// A sum of independent facts after Fellegi and Sunter (1969). A fact that one side does not know weighs nothing and
/// is not listed.
package struct Matcher: Sendable {
  package let parser: NameParser
  package let names: NameComparison
  package let weights: Weights
  package let countries: CountryShares
  package let places: PlaceShares

  package init(
    lexicon: Lexicon, frequencies: NameFrequencies, countries: CountryShares = CountryShares(),
    places: PlaceShares = PlaceShares(), weights: Weights = Weights()
  ) {
    parser = NameParser(lexicon)
    names = NameComparison(lexicon: lexicon, frequencies: frequencies, weights: weights)
    self.weights = weights
    self.countries = countries
    self.places = places
  }

  package func prepare(_ sought: SoughtPerson) -> PreparedSearch { prepare(sought, aNumberKeys: []) }

  /// - Parameter aNumberKeys: keyed hashes of the A-number and of its variants, the number itself first.
  package func prepare(_ sought: SoughtPerson, aNumberKeys: [UInt64]) -> PreparedSearch {
    PreparedSearch(sought: sought, name: parser.parse(sought.name), aNumberKeys: aNumberKeys)
  }

  package func assess(_ listed: ListedPerson, for search: PreparedSearch) -> Assessment {
    let comparison = NameFeature.best(search, listed, self)
    var agreements = comparison.map(NameFeature.facts) ?? []
    for feature in allFeatures {
      if let agreement = feature.compare(search, listed, self) { agreements.append(agreement) }
    }
    return Assessment(
      id: listed.id, agreements: agreements, nameFrequencyPerThousand: comparison.flatMap { names.perThousand($0) },
      nameParts: comparison?.parts ?? [])
  }
}

/// One fact beside the name: nil when one side does not know it.
package struct Feature: Sendable {
  package let fact: Fact
  package let compare: @Sendable (PreparedSearch, ListedPerson, Matcher) -> Agreement?
}

/// Every fact beside the name that is compared. Adding one is one file and one line here.
package let allFeatures: [Feature] = [.aNumber, .birth, .country, .sex, .arrestDay, .arrestPlace, .place]

extension Feature {
  /// The best of several comparisons: a person's sources may disagree, and one of them may be right.
  static func best(_ fact: Fact, _ found: [(level: Level, bits: Double)]) -> Agreement? {
    found.max { $0.bits < $1.bits }.map { Agreement(fact: fact, level: $0.level, bits: $0.bits) }
  }
}

/// The share of listed people from each country.
package struct CountryShares: Sendable {
  private var shares: [String: Double]

  /// Shares of detained people when nothing was counted: rounded from public detention statistics.
  package init() {
    shares = [
      "MX": 0.30, "GT": 0.15, "HN": 0.13, "SV": 0.07, "VE": 0.06, "NI": 0.04, "CO": 0.05, "EC": 0.05, "CU": 0.03,
      "PE": 0.02, "DO": 0.015, "BR": 0.015, "HT": 0.01, "IN": 0.01, "CN": 0.01,
    ]
  }

  package init(counts: [String: Int]) {
    self.init()
    let total = Double(counts.values.reduce(0, +))
    guard total >= 500 else { return }
    shares = counts.mapValues { Double($0) / total }
  }

  package func share(_ country: String) -> Double { max(0.002, shares[country] ?? 0) }
}
