internal import CivilTime
internal import Linkage

/// Somebody who wants to learn who is listed, with what they know. Each knows the true name, as a phone's contacts have it.
package enum Adversary: String, Sendable, CaseIterable {
  case names = "names only"
  case years = "names, guessed years"
  case yearsAndCountries = "names, guessed years, country"
  case dates = "names, year, country, guessed dates"
  case places = "names, year, country, guessed places"
  case arrests = "names, year, country, guessed days"
  case list = "stolen list with birth dates"
  case counter = "counting A-numbers, common names"
  case numberList = "stolen list with A-numbers"

  /// What the issue allows at most in a day; nil for what is measured besides.
  package var target: Int? {
    switch self {
    case .names, .years, .yearsAndCountries, .counter: 0
    case .list: 20
    case .dates, .places, .arrests, .numberList: nil
    }
  }

  /// The guess of one round at somebody: five rounds go through everybody who is listed.
  func request(
    _ target: AttackScene.Listed, round: Int, _ scene: AttackScene, _ random: inout SplitMix64
  ) -> SearchRequest {
    let person = target.person
    var request = SearchRequest(name: person.name.text(person.culture))
    // Of five guesses one is right: two years to either side of the truth.
    let year = person.birth.year + [0, -1, 1, -2, 2][(round + Int(target.id)) % 5]
    switch self {
    case .names:
      // The same name in other ways, and what anybody sees of a person.
      if round > 0 { request.sex = person.isWoman ? .female : .male }
      if round > 2 { request.name = person.name.family.map(\.written).joined(separator: " ") }
    case .years: request.births = [.year(year)]
    case .yearsAndCountries:
      request.births = [.year(year)]
      request.country = person.country
    case .dates:
      let day = CivilDate(year: person.birth.year, month: 1, day: 1)?.adding(days: random.below(365))
      request.births = [.day(day ?? person.birth)]
      request.country = person.country
    case .places:
      request.births = [.year(person.birth.year)]
      request.country = person.country
      request.arrestPlace = scene.commonPlaces[round % scene.commonPlaces.count]
    case .arrests:
      request.births = [.year(person.birth.year)]
      request.country = person.country
      request.arrestedOn = [scene.today.adding(days: -1 - 3 * round) ?? scene.today]
    case .list:
      request.births = [.day(person.birth)]
      request.country = person.country
    case .counter:
      // One number after another from where many are, with names that one in ten bears a part of.
      request.aNumber = String(220_000_000 + (Int(target.id) * 5 + round))
      request.name =
        ["José García Hernández", "María López", "Juan Martínez", "Luis Rodríguez", "Carlos González"][round]
    case .numberList: request.aNumber = person.aNumber
    }
    return request
  }
}

extension AttackScene {
  /// The places where most people were taken, the most frequent first: five.
  var commonPlaces: [String] {
    let counts = listed.reduce(into: [String: Int]()) { if let place = $1.place { $0[place, default: 0] += 1 } }
    let found = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5).map(\.key)
    return found.isEmpty ? ["Los Angeles"] : found
  }
}
