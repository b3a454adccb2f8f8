internal import CivilTime

/// A sought person made ready: the name taken apart and every weight looked up once, not for each candidate.
package struct PreparedSearch: Sendable {
  package let sought: SoughtPerson
  package let name: ParsedName
  /// Keyed hashes of the A-number, then of the numbers that it is mistaken for: what an index has in place of numbers.
  package let aNumberKeys: [UInt64]
  let facts: SoughtFacts
  let compiled: SoughtName
}

/// Weighs listed people against a sought one.
///
/// A sum of independent facts after Fellegi and Sunter (1969). A fact that one side does not know weighs nothing and
/// is not listed.
package struct Matcher: Sendable {
  package let parser: NameParser
  package let lexicon: Lexicon
  package let frequencies: NameFrequencies
  package let weights: Weights
  package let countries: CountryShares
  package let places: PlaceShares
  /// Logarithms of the weights, taken once.
  let factBits: FactBits
  let birthBits: BirthBits
  let nameBits: NameBits
  let relatives: SharedByRelatives
  /// How many people are listed.
  private let listed: Double

  package init(
    lexicon: Lexicon, frequencies: NameFrequencies, countries: CountryShares = CountryShares(),
    places: PlaceShares = PlaceShares(), weights: Weights = Weights(), listed: Double = 0
  ) {
    parser = NameParser(lexicon)
    self.lexicon = lexicon
    self.frequencies = frequencies
    self.weights = weights
    self.countries = countries
    self.places = places
    factBits = FactBits(weights)
    birthBits = BirthBits(weights)
    nameBits = NameBits(weights)
    self.listed = listed
    relatives = SharedByRelatives(weights, listed: listed)
  }

  package func prepare(_ sought: SoughtPerson) -> PreparedSearch { prepare(sought, aNumberKeys: []) }

  /// - Parameter aNumberKeys: keyed hashes of the A-number and of its variants, the number itself first.
  package func prepare(_ sought: SoughtPerson, aNumberKeys: [UInt64]) -> PreparedSearch {
    prepare(sought, name: parser.parse(sought.name), aNumberKeys: aNumberKeys)
  }

  func prepare(_ sought: SoughtPerson, name: ParsedName, aNumberKeys: [UInt64]) -> PreparedSearch {
    PreparedSearch(
      sought: sought, name: name, aNumberKeys: aNumberKeys,
      facts: SoughtFacts(sought, aNumberKeys: aNumberKeys, self),
      compiled: SoughtName(name, lexicon: lexicon, frequencies: frequencies))
  }

  /// The same with other weights.
  func with(_ weights: Weights) -> Matcher {
    Matcher(
      lexicon: lexicon, frequencies: frequencies, countries: countries, places: places, weights: weights,
      listed: listed)
  }

  package func assess(_ listed: ListedPerson, for search: PreparedSearch) -> Assessment {
    var names = CodedNames(lexicon: lexicon, frequencies: frequencies)
    for name in listed.names { names.add(parser.parse(name)) }
    var weigher = NameWeigher(search.compiled, self)
    return assessment(id: listed.id, search, facts(listed, search), names.names, names.table, &weigher)
  }

  /// One assessment from what is coded: of a listed person at hand, and of one in an index alike.
  func assessment(
    id: Int64, _ search: PreparedSearch, _ facts: ListedFacts, _ names: [ArraySlice<NameCode>], _ table: PartTable,
    _ weigher: inout NameWeigher
  ) -> Assessment {
    let origin = NameOrigin(sought: search.facts.country, listed: facts.countries)
    var others: [Agreement] = []
    var shared = SharedFacts()
    for feature in allFeatures {
      if let score = feature.compare(search.facts, facts) {
        others.append(Agreement(fact: feature.fact, level: score.level, bits: score.bits))
        relatives.add(feature.fact, score, to: &shared)
      }
    }
    let weighed = names.compactMap { weigher.explain($0, table, origin) }
      .map { (name: $0, taken: relatives.bits(shared.with($0.shared))) }
    let top = weighed.max { $0.name.bits + $0.taken < $1.name.bits + $1.taken }
    let best = top?.name
    var agreements = (best?.facts ?? []) + others
    if let top, top.taken < 0 { agreements.append(Agreement(fact: .relatives, level: .partial, bits: top.taken)) }
    return Assessment(
      id: id, agreements: agreements, nameFrequencyPerThousand: best?.perThousand, nameParts: best?.parts ?? [])
  }

  private func facts(_ listed: ListedPerson, _ search: PreparedSearch) -> ListedFacts {
    var facts = ListedFacts()
    facts.births = Told(listed.births.map { BirthCode($0) })
    facts.countries = Told(listed.countries.map(CountryCode.of).filter { $0 != 0 })
    facts.sexes = Told(listed.sexes.filter { $0 != .other })
    if let number = search.sought.aNumber {
      facts.aNumbers = Told(
        listed.aNumbers.map { $0 == number ? .exact : ANumber.isOneOff($0, number) ? .oneDigit : .different })
    }
    facts.aNumbers.add(contentsOf: search.levels(of: listed.aNumberKeys))
    facts.arrestDays = Told(listed.arrests.compactMap { $0.day?.daysSinceEpoch })
    facts.arrestPlaces = Told(
      listed.arrests.compactMap(\.place).compactMap {
        PlaceWords.arrest(search.facts.arrestPlace, PlaceWords.words($0), weights)
      })
    facts.places = Told(
      listed.places.compactMap { PlaceWords.home(search.facts.place, PlaceWords.words($0), places, weights) })
    return facts
  }
}

extension PreparedSearch {
  /// How each of a record's A-numbers agrees, by their keyed hashes.
  func levels(of keys: [UInt64]) -> [Level] {
    guard let exact = aNumberKeys.first else { return [] }
    return keys.map { $0 == exact ? .exact : aNumberKeys.contains($0) ? .oneDigit : .different }
  }
}
