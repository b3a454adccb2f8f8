internal import CivilTime
internal import Linkage

/// What a family knows of the person whom it looks for, and how it writes it down.
package enum FamilyKnowledge: String, Sendable, CaseIterable {
  case number = "A-number, name"
  case date = "name, birth date, country"
  case yearAndDay = "name, year, country, arrest day"
  case yearAndPlace = "name, year, country, arrest place"
  case dateAlone = "name, birth date"
  case year = "name, year, country"
  case country = "name, country"

  /// Of those who know this, nine in ten are to be answered at once when the record has it.
  package var isTarget: Bool { [.date, .yearAndDay, .yearAndPlace].contains(self) }
  package var isEnough: Bool { isTarget || self == .number }

  /// What the family types, with the errors of people who write a name that they know by ear, in haste.
  func request(_ target: AttackScene.Listed, _ random: inout SplitMix64) -> SearchRequest? {
    let person = target.person
    var request = SearchRequest(name: Self.name(person, &random))
    switch self {
    case .number: request.aNumber = person.aNumber
    case .date:
      request.births = [.day(person.birth)]
      request.country = person.country
    case .dateAlone: request.births = [.day(person.birth)]
    case .yearAndDay:
      guard let day = target.day else { return nil }
      request.births = [.year(person.birth.year)]
      request.country = person.country
      request.arrestedOn = [day.adding(days: random.chance(0.8) ? 0 : random.chance(0.5) ? 1 : -1) ?? day]
    case .yearAndPlace:
      guard let place = target.place else { return nil }
      request.births = [.year(person.birth.year)]
      request.country = person.country
      // The town, which is what people say.
      request.arrestPlace = place.split(separator: ",").dropLast().last.map { String($0).trimmingSpaces } ?? place
    case .year:
      request.births = [.year(person.birth.year)]
      request.country = person.country
    case .country: request.country = person.country
    }
    return request
  }

  /// Whether some record has what the family knows beside the name.
  func isRecorded(_ target: AttackScene.Listed, _ request: SearchRequest) -> Bool {
    let records = target.records
    let hasCountry = records.contains { $0.country == target.person.country }
    let hasYear = records.contains { $0.birthBasis != "age" && $0.birthYear == target.person.birth.year }
    let hasDay = request.arrestedOn.contains { day in
      target.arrests.contains { $0.day.map { abs($0.days(since: day)) <= 1 } ?? false }
    }
    let hasPlace = target.arrests.contains { arrest in
      request.arrestPlace.map { arrest.place?.lowercased().contains($0.lowercased()) ?? false } ?? false
    }
    return switch self {
    case .number: records.contains { $0.aNumber == target.person.aNumber }
    case .date: hasCountry && records.contains { $0.birthDate == target.person.birth }
    case .dateAlone: records.contains { $0.birthDate == target.person.birth }
    case .yearAndDay: hasCountry && hasYear && hasDay
    case .yearAndPlace: hasCountry && hasYear && hasPlace
    case .year: hasCountry && hasYear
    case .country: hasCountry
    }
  }

  /// One in eight mistypes a part, one in seven leaves the second surname out, one in four the second given name.
  private static func name(_ person: TruePerson, _ random: inout SplitMix64) -> String {
    var given = person.name.given.map(\.written)
    var family = person.name.family.map(\.written)
    if given.count > 1, random.chance(0.25) { given.removeLast() }
    if family.count > 1, random.chance(0.14) { family.removeLast() }
    if random.chance(0.04), let nick = Slips.nicknames[Fold.plain(given[0]).lowercased()] { given[0] = nick }
    if random.chance(0.12) {
      if random.chance(0.5) {
        given[0] = Slips.typo(given[0], &random) ?? given[0]
      } else {
        let place = random.below(family.count)
        family[place] = Slips.respell(family[place], person.culture, &random) ?? family[place]
      }
    }
    let parts = person.culture.putsSurnameFirst ? family + given : given + family
    return parts.joined(separator: " ")
  }
}

extension String {
  fileprivate var trimmingSpaces: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
