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
    /// How many of the bearers are from each country, of whom it is known, in the order of the countries' codes.
    package var countries: [Bearers]

    package init(bearers: Int = 0, given: Int = 0, family: Int = 0, countries: [Bearers] = []) {
      self.bearers = bearers
      self.given = given
      self.family = family
      self.countries = countries
    }
  }

  /// People from one country.
  package struct Bearers: Sendable, Equatable {
    let country: UInt16
    let people: UInt32

    init(country: UInt16, people: UInt32) {
      self.country = country
      self.people = people
    }

    /// Nil for what is no country's code.
    package init?(_ country: some StringProtocol, people: Int) {
      let code = CountryCode.of(String(country))
      guard code != 0, people > 0 else { return nil }
      self.init(country: code, people: UInt32(clamping: people))
    }

    package var code: String { CountryCode.text(country) }
    package var count: Int { Int(people) }
  }

  package var people = 0
  /// Descriptions: somebody may be described more than once.
  package var names = 0
  package var words: [String: Word] = [:]
  package var countries: [String: Int] = [:]
  package var places: [String: Int] = [:]

  package init() {}
}

extension RecordCounts {
  init(_ columns: PeopleColumns, parts: WordInterner, places: WordInterner) {
    people = columns.count
    countWords(columns, parts)
    var byCountry: [UInt16: Int] = [:]
    for facts in columns.facts where facts.country != 0 { byCountry[facts.country, default: 0] += 1 }
    for (country, count) in byCountry { countries[CountryCode.text(country)] = count }
    var byPlace = [Int](repeating: 0, count: places.count)
    for facts in columns.facts where facts.place != PeopleColumns.noPlace { byPlace[Int(facts.place)] += 1 }
    for (place, count) in byPlace.enumerated() where count > 0 {
      self.places[String(decoding: places.word(place), as: UTF8.self)] = count
    }
  }

  private mutating func countWords(_ columns: PeopleColumns, _ parts: WordInterner) {
    var counts = [Word](repeating: Word(), count: parts.count)
    var halves = [Int](repeating: 0, count: parts.count)
    for slot in 0..<columns.count {
      let range = Int(columns.nameStarts[slot])..<Int(columns.nameStarts[slot + 1])
      for place in range {
        let code = columns.codes[place]
        if code.isLast { names += 1 }
        guard !code.isSuffix else { continue }
        switch code.role {
        case .given: counts[code.part].given += 1
        case .family: counts[code.part].family += 1
        case .unknown: halves[code.part] += 1
        }
        if !columns.codes[range.lowerBound..<place].contains(where: { $0.part == code.part && !$0.isSuffix }) {
          counts[code.part].bearers += 1
        }
      }
    }
    let origins = Origins(columns, parts: parts.count)
    words.reserveCapacity(parts.count)
    for part in 0..<parts.count where counts[part].bearers > 0 {
      let word = String(decoding: parts.word(part).dropFirst(Int(parts.marks[part])), as: UTF8.self)
      // Where nobody said what it is, it is half of each.
      words[word, default: Word()].given += counts[part].given + (halves[part] + 1) / 2
      words[word, default: Word()].family += counts[part].family + halves[part] / 2
      words[word, default: Word()].bearers += counts[part].bearers
      words[word, default: Word()].add(origins.of(part))
    }
  }
}

extension RecordCounts.Word {
  /// Adds the bearers of another part with the word, by country.
  mutating func add(_ others: [RecordCounts.Bearers]) {
    guard !countries.isEmpty else { return countries = others }
    for other in others {
      if let place = countries.firstIndex(where: { $0.country >= other.country }) {
        if countries[place].country == other.country {
          countries[place] = .init(country: other.country, people: countries[place].people + other.people)
        } else {
          countries.insert(other, at: place)
        }
      } else {
        countries.append(other)
      }
    }
  }
}

/// From where the bearers of each part are.
private struct Origins {
  private let bearers: Postings
  private let countries: [UInt16]

  init(_ columns: PeopleColumns, parts: Int) {
    countries = columns.facts.map(\.country)
    bearers = Postings(lists: parts) { pair in
      for slot in 0..<columns.count where columns.facts[slot].country != 0 {
        let first = Int(columns.nameStarts[slot])
        let end = Int(columns.nameStarts[slot + 1])
        for place in first..<end where !columns.codes[place].isSuffix {
          let part = columns.codes[place].part
          var isNew = true
          for earlier in first..<place where columns.codes[earlier].part == part && !columns.codes[earlier].isSuffix {
            isNew = false
          }
          if isNew { pair(part, UInt32(slot)) }
        }
      }
    }
  }

  func of(_ part: Int) -> [RecordCounts.Bearers] {
    var found: [RecordCounts.Bearers] = []
    var codes = bearers.range(part).map { countries[Int(bearers.items[$0])] }
    codes.sort()
    var start = 0
    for place in codes.indices where place + 1 == codes.count || codes[place + 1] != codes[place] {
      found.append(.init(country: codes[place], people: UInt32(place + 1 - start)))
      start = place + 1
    }
    return found
  }
}

extension LinkageKnowledge {
  /// Weighs as an index of people with these counts does.
  package func matcher(_ counts: RecordCounts) -> Matcher {
    let parts = counts.words.compactMapValues { word -> NameFrequencies.Count? in
      word.given + word.family > 0 ? .init(given: Double(word.given), family: Double(word.family)) : nil
    }
    let isCounted = counts.countries.values.reduce(0, +) >= 500
    let countries = isCounted ? CountryShares(counts: counts.countries) : countries
    let lifts = isCounted ? counts.words.mapValues { CountryLift.of($0.countries, countries) } : [:]
    return Matcher(
      lexicon: lexicon,
      frequencies: NameFrequencies(counts: parts, names: Double(counts.names), isSpelled: false)
        .blended(with: common, weight: Self.priorNames, isSpelled: false).lifted(lifts.filter { !$0.value.isEmpty }),
      countries: countries, places: PlaceShares(counts: counts.places), weights: weights,
      listed: Double(counts.names))
  }

  /// The words that an index of people with these counts finds near another.
  package func vocabulary(_ counts: RecordCounts) -> Vocabulary {
    Vocabulary(
      counts.words.map { ($0.key, $0.value.bearers) }.sorted { $0.0 < $1.0 }, matcher(counts))
  }
}
