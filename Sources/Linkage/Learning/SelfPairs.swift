internal import CivilTime

/// Searches for the people of an index among the others.
enum SelfPairs {
  static func tasks(_ segment: Segment, _ dead: SlotSet?, _ matcher: Matcher, most: Int) -> [LearningTask] {
    stride(from: 0, to: segment.people, by: max(1, segment.people / max(1, most))).compactMap { place in
      let slot = UInt32(place)
      guard !(dead?.contains(slot) ?? false) else { return nil }
      let names = segment.names(of: slot)
      guard let first = names.first else { return nil }
      let search = matcher.prepare(sought(segment, place), name: segment.parsed(first), aNumberKeys: [])
      return LearningTask(
        search, segment, dead, matcher, without: slot, certain: certain(names, segment, matcher, search))
    }
  }

  /// Two descriptions of one person are one person's, whatever they say.
  private static func certain(
    _ names: [ArraySlice<NameCode>], _ segment: Segment, _ matcher: Matcher, _ search: PreparedSearch
  ) -> PairObservation? {
    guard names.count > 1 else { return nil }
    var weigher = NameWeigher(search.compiled, matcher)
    let country = search.facts.country
    let origin = NameOrigin(sought: country, listed: Told(country == 0 ? [] : [country]))
    weigher.learn(names[1], segment.table)
    guard let bits = weigher.weigh(names[1].indices, segment.table, origin) else { return nil }
    var pair = PairObservation(bits: bits, lines: Array(weigher.lines))
    pair.hasRoles = weigher.knowsRoles
    return pair
  }

  private static func sought(_ segment: Segment, _ place: Int) -> SoughtPerson {
    let facts = segment.columns.facts[place]
    var sought = SoughtPerson(
      name: "", birth: facts.birth.known, country: facts.country == 0 ? nil : CountryCode.text(facts.country),
      sex: Sex(code: facts.sex))
    if facts.place != PeopleColumns.noPlace {
      sought.place = segment.placeWords[Int(facts.place)].joined(separator: " ")
    }
    return sought
  }
}

extension BirthCode {
  /// The birth that was coded; of an age, on the last day of the later year.
  var known: KnownBirth? {
    switch kind {
    case .unknown: nil
    case .day: CivilDate(year: year, month: month, day: day).map { .day($0) }
    case .year: .year(year)
    case .age: CivilDate(year: min(9999, year + 1), month: 12, day: 31).map { .age(0, on: $0) }
    }
  }
}

extension Segment {
  func names(of slot: UInt32) -> [ArraySlice<NameCode>] {
    var names: [ArraySlice<NameCode>] = []
    var start = Int(columns.nameStarts[Int(slot)])
    for place in start..<Int(columns.nameStarts[Int(slot) + 1]) where columns.codes[place].isLast {
      names.append(columns.codes[start...place])
      start = place + 1
    }
    return names
  }

  /// A coded name as parsing gave it, its particles run together.
  func parsed(_ codes: ArraySlice<NameCode>) -> ParsedName {
    var name: [NamePart] = []
    var suffix: String?
    for code in codes {
      let letters = parts.word(code.part)
      let start = Int(parts.marks[code.part])
      let word = String(decoding: letters.dropFirst(start), as: UTF8.self)
      if code.isSuffix {
        suffix = word
      } else {
        let particles = String(decoding: letters.prefix(start), as: UTF8.self)
        name.append(NamePart(text: word, particles: particles.isEmpty ? [] : [particles], role: code.role))
      }
    }
    return ParsedName(parts: name, suffix: suffix)
  }
}
