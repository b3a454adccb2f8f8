internal import CivilTime
internal import Linkage

/// The ways in which officers get people wrong, written without regard to what matching forgives.
///
/// Kinds from the errors that attorneys report of the official locator and from studies of administrative records.
enum OfficerError: String, Sendable, CaseIterable {
  case typo, respelled, droppedSurname, swappedSurnames, surnameAsMiddle, joinedSurnames, hyphenated, joinedGiven
  case splitGiven, swappedFirstLast, droppedGiven, initialOnly, nickname, particleLost, particleJoined, marriedName
  case dayMonth, firstOfJanuary, yearOff, digitOff, ageOnly, placeholder, cutOff, aNumberRead, wrongCountry

  static let frequencies = Weighted<OfficerError>([
    (.typo, 220), (.respelled, 140), (.droppedSurname, 120), (.swappedSurnames, 50), (.surnameAsMiddle, 70),
    (.joinedSurnames, 40), (.hyphenated, 30), (.joinedGiven, 25), (.splitGiven, 15), (.swappedFirstLast, 50),
    (.droppedGiven, 60), (.initialOnly, 40), (.nickname, 30), (.particleLost, 25), (.particleJoined, 25),
    (.marriedName, 8), (.dayMonth, 40), (.firstOfJanuary, 40), (.yearOff, 25), (.digitOff, 25), (.ageOnly, 20),
    (.placeholder, 12), (.cutOff, 20), (.aNumberRead, 30), (.wrongCountry, 15),
  ])
}

/// A record in the making.
struct Draft: Sendable {
  var culture: Culture
  var given: [String]
  var family: [String]
  var suffix: String?
  var isWoman: Bool
  var birth: CivilDate
  var birthBasis = "date"
  var country: String
  var aNumber: String
  var cut: Int?
  var errors: [OfficerError] = []

  init(_ person: TruePerson, isCareful: Bool) {
    culture = person.culture
    given = person.name.given.map { isCareful ? $0.written : $0.plain }
    family = person.name.family.map { isCareful ? $0.written : $0.plain }
    suffix = person.name.suffix.map { isCareful ? $0 : Fold.plain($0) }
    isWoman = person.isWoman
    birth = person.birth
    country = person.country
    aNumber = person.aNumber
  }

  /// Makes an error if this person's data has room for it.
  mutating func make(_ error: OfficerError, asOf: CivilDate, _ random: inout SplitMix64) {
    if change(error, asOf, &random) { errors.append(error) }
  }

  private mutating func change(_ error: OfficerError, _ asOf: CivilDate, _ random: inout SplitMix64) -> Bool {
    switch error {
    case .typo: return changePart(&random) { Slips.typo($0, &$1) }
    case .respelled:
      let culture = culture
      return changePart(&random) { Slips.respell($0, culture, &$1) }
    case .droppedSurname:
      guard family.count > 1 else { return false }
      family.remove(at: culture.keepsLastSurname || culture == .ethiopian && random.chance(0.4) ? 0 : family.count - 1)
    case .swappedSurnames:
      guard family.count > 1 else { return false }
      family.swapAt(0, 1)
    case .surnameAsMiddle:
      guard family.count > 1 else { return false }
      given.append(family.removeFirst())
    case .joinedSurnames:
      guard family.count > 1 else { return false }
      family = [Slips.joined(family)]
    case .hyphenated:
      guard family.count > 1 else { return false }
      family = [family.joined(separator: "-")]
    case .joinedGiven:
      guard given.count > 1 else { return false }
      given = [Slips.joined(given)]
    case .splitGiven: return changeGiven { Slips.split($0) }
    case .swappedFirstLast: swap(&given, &family)
    case .droppedGiven:
      guard given.count > 1 else { return false }
      given.remove(at: random.chance(0.7) ? given.count - 1 : 0)
    case .initialOnly:
      guard given.count > 1, let letter = given[1].first else { return false }
      given[1] = String(letter)
    case .nickname:
      guard let name = Slips.nicknames[Fold.plain(given.first ?? "").lowercased()] else { return false }
      given[0] = name
    case .particleLost, .particleJoined:
      guard let index = family.firstIndex(where: { $0.contains(" ") }) else { return false }
      let words = family[index].split(separator: " ").map { String($0) }
      family[index] = error == .particleLost ? words.last ?? family[index] : Slips.joined(words)
    case .marriedName:
      guard isWoman, culture == .hispanic, let name = ["Pérez", "García", "López", "Castro"][safe: random.below(4)]
      else { return false }
      family = [family[0], "de " + Fold.plain(name)]
    case .dayMonth:
      guard birth.day <= 12, birth.day != birth.month,
        let date = CivilDate(year: birth.year, month: birth.day, day: birth.month)
      else { return false }
      birth = date
    case .firstOfJanuary: birth = CivilDate(year: birth.year, month: 1, day: 1) ?? birth
    case .yearOff:
      return changeBirth(
        CivilDate(year: birth.year + (random.chance(0.5) ? 1 : -1), month: birth.month, day: birth.day))
    case .digitOff:
      let isDay = random.chance(0.6)
      return changeBirth(
        isDay
          ? CivilDate(year: birth.year, month: birth.month, day: birth.day / 10 * 10 + random.below(10))
          : CivilDate(year: birth.year / 10 * 10 + random.below(10), month: birth.month, day: birth.day))
    case .ageOnly: birthBasis = "age"
    case .placeholder:
      if random.chance(0.5) {
        given = ["FNU"]
      } else if given.count > 1 || random.chance(0.3) {
        family = ["LNU"]
      } else {
        return false
      }
    case .cutOff: cut = [15, 20, 30][random.below(3)]
    case .aNumberRead: aNumber = Slips.misread(aNumber, &random)
    case .wrongCountry:
      guard
        let other = ["MX": "GT", "GT": "MX", "HN": "SV", "SV": "HN", "NI": "HN", "VE": "CO", "CO": "VE", "SN": "GN"][
          country]
      else { return false }
      country = other
    }
    return true
  }

  private mutating func changeBirth(_ other: CivilDate?) -> Bool {
    guard let other, other != birth else { return false }
    birth = other
    return true
  }

  private mutating func changeGiven(_ change: (String) -> String?) -> Bool {
    guard let first = given.first, let changed = change(first) else { return false }
    given[0] = changed
    return true
  }

  private mutating func changePart(
    _ random: inout SplitMix64, _ change: (String, inout SplitMix64) -> String?
  ) -> Bool {
    let index = random.below(given.count + family.count)
    if index < given.count {
      guard let changed = change(given[index], &random) else { return false }
      given[index] = changed
    } else {
      guard let changed = change(family[index - given.count], &random) else { return false }
      family[index - given.count] = changed
    }
    return true
  }
}
