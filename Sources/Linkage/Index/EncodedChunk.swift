internal import CivilTime

/// Some people made ready for an index. Chunks can be made side by side and put together by `PersonIndex.build`.
package struct EncodedChunk: Sendable {
  private(set) var columns = PeopleColumns()
  private(set) var parts = WordInterner(capacity: 4000)
  private(set) var places = WordInterner()

  package init(_ people: [IndexedPerson], _ knowledge: LinkageKnowledge) {
    let parser = NameParser(knowledge.lexicon)
    columns.reserve(people.count)
    for person in people { add(person, parser) }
  }

  private mutating func add(_ person: IndexedPerson, _ parser: NameParser) {
    let slot = UInt32(columns.count)
    columns.ids.append(person.id)
    var more = PeopleColumns.MoreFacts()
    var first: (birth: BirthCode?, country: UInt16?, sex: UInt8?, place: UInt32?)
    for row in person.rows {
      columns.rows += 1
      add(row.name, parser)
      if let birth = row.birth.map({ BirthCode($0) }) {
        if first.birth == nil {
          first.birth = birth
        } else if birth != first.birth, !more.births.contains(birth) {
          more.births.append(birth)
        }
      }
      if let country = row.country.map(CountryCode.of), country != 0 {
        if first.country == nil {
          first.country = country
        } else if country != first.country, !more.countries.contains(country) {
          more.countries.append(country)
        }
      }
      if let sex = row.sex.flatMap(\.code) {
        if first.sex == nil { first.sex = sex } else if sex != first.sex { more.sexes = [sex] }
      }
      if let place = row.place, !place.isEmpty {
        let number = UInt32(places.intern(place.utf8))
        if first.place == nil {
          first.place = number
        } else if number != first.place, !more.places.contains(number) {
          more.places.append(number)
        }
      }
    }
    columns.nameStarts.append(UInt32(columns.codes.count))
    columns.add(
      PeopleColumns.FirstFacts(
        birth: first.birth ?? .unknown, place: first.place ?? PeopleColumns.noPlace, country: first.country ?? 0,
        sex: first.sex ?? 0))
    if !more.isEmpty { columns.more[slot] = more }
    for key in person.aNumberKeys { columns.aNumbers.append(.init(key: key, slot: slot)) }
    for arrest in person.arrests {
      columns.arrestDays.append(
        arrest.day.map { Int16(clamping: max($0.daysSinceEpoch, Int(PeopleColumns.noDay) + 1)) } ?? PeopleColumns.noDay)
      let place = arrest.place.map { UInt32(places.intern($0.utf8)) }
      columns.arrestPlaces.append(place ?? PeopleColumns.noPlace)
    }
    columns.arrestStarts.append(UInt32(columns.arrestDays.count))
  }

  /// Adds a name unless the person has it already.
  private mutating func add(_ name: ListedName, _ parser: NameParser) {
    let start = columns.codes.count
    let parsed = parser.parse(name, keepsWritten: false)
    for part in parsed.parts {
      let letters = PartLetters(part)
      let number = parts.intern(letters.joined, mark: UInt8(letters.wordStart))
      columns.codes.append(NameCode(part: number, part.role.kind))
    }
    if let suffix = parsed.suffix {
      columns.codes.append(NameCode(part: parts.intern(suffix.utf8.prefix(PartTable.longest)), .suffix))
    }
    guard columns.codes.count > start else { return }
    columns.codes[columns.codes.count - 1].isLast = true
    // The same name again?
    let added = columns.codes[start...]
    var place = Int(columns.nameStarts.last ?? 0)
    while place + added.count <= start {
      if columns.codes[place..<(place + added.count)] == added {
        columns.codes.removeSubrange(start...)
        return
      }
      while place < start, !columns.codes[place].isLast { place += 1 }
      place += 1
    }
  }
}

extension Sex {
  /// In a byte; nil for what says too little to weigh.
  var code: UInt8? {
    switch self {
    case .female: 1
    case .male: 2
    case .other: nil
    }
  }

  init?(code: UInt8) {
    switch code {
    case 1: self = .female
    case 2: self = .male
    default: return nil
    }
  }
}
