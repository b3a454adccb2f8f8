internal import CivilTime
internal import Linkage

/// An invented person as they really are: what a family knows, and what only benchmarks may read.
struct TruePerson: Sendable {
  var culture: Culture
  var name: TrueName
  var isWoman: Bool
  var birth: CivilDate
  var country: String
  /// Nine digits.
  var aNumber: String
}

/// What an officer made of a person: one row of a roster.
struct RecordedPerson: Sendable {
  var fullName: String
  var given: String?
  var family: String?
  var birthDate: CivilDate?
  var birthYear: Int?
  var birthBasis: String?
  var sex: String?
  var country: String?
  var aNumber: String?
  var errors: [OfficerError]
}

/// Something that happened to an invented person.
struct InventedEvent: Sendable {
  var kind: String
  var facility: Int32?
  var from: Int32?
  var place: String?
  var at: Timestamp
  var isToTheDay: Bool
  var reported: Timestamp
}

/// Makes a person from a number, always the same one.
struct Inventor: Sendable {
  let seed: UInt64
  let asOf: CivilDate
  let pools: NamePools

  func person(_ random: inout SplitMix64) -> TruePerson {
    let (country, culture) = Culture.countries.draw(&random) ?? ("MX", .hispanic)
    let isWoman = random.chance(0.17)
    let name = culture.name(isWoman: isWoman, pools: pools, &random)
    // Young adults above all; one in a hundred is a minor, whom no search may show.
    let years =
      random.chance(0.01)
      ? random.pick(13...17)
      : 18 + Int(8 * (random.unit() + random.unit()) + 32 * random.unit() * random.unit())
    let birth = asOf.adding(days: -(years * 36525 / 100 + random.below(365) + 1)) ?? asOf
    let front = random.chance(0.7) ? random.pick(200...249) : random.pick(70...99)
    let number = front * 1_000_000 + random.below(1_000_000)
    let digits = String(number)
    return TruePerson(
      culture: culture, name: name, isWoman: isWoman, birth: birth, country: country,
      aNumber: String(repeating: "0", count: 9 - digits.utf8.count) + digits)
  }
}

package enum SampleFault: Error, Sendable, Equatable, CustomStringConvertible {
  case missingNames(String)
  case production
  case noFacilities
  case notMigrated

  package var description: String {
    switch self {
    case .missingNames(let path):
      "The list of names \(path) is missing. Set PARADERO_SHARE to the folder that has names/."
    case .production: "This is an installation for real records: it takes no invented people."
    case .noFacilities: "There are no facilities yet. Load them first: paradero facilities load."
    case .notMigrated: "The database has no installation yet. Run paradero migrate first."
    }
  }
}
