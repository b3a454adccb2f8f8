internal import CivilTime

/// What a search knows beside the name, with the bits of every level: computed once, read for each candidate.
///
/// A class, for it is handed to every feature for every candidate: that counts one reference, not one for each of its own.
final class SoughtFacts: Sendable {
  let birth: BirthScale?
  /// 0 when it is not known.
  let country: UInt16
  let countryBits: Double
  let sex: Sex?
  /// Days since 1970.
  let arrestDay: Int?
  let arrestPlace: [String]
  let place: [String]
  let hasANumber: Bool
  let bits: FactBits

  init(_ sought: SoughtPerson, aNumberKeys: [UInt64], _ matcher: Matcher) {
    let weights = matcher.weights
    bits = matcher.factBits
    birth = BirthScale(sought.birth, matcher.birthBits)
    country = sought.country.map(CountryCode.of) ?? 0
    // Where names were counted by country, what the two have in common is counted with the names.
    countryBits =
      (matcher.frequencies.knowsCountries ? 1 : weights.countryDiscount)
      * Bits.log2(weights.countryMatches / matcher.countries.share(sought.country ?? ""))
    sex = sought.sex == .other ? nil : sought.sex
    arrestDay = sought.arrestedOn?.daysSinceEpoch
    arrestPlace = sought.arrestPlace.map(PlaceWords.words) ?? []
    place = sought.place.map(PlaceWords.words) ?? []
    hasANumber = sought.aNumber != nil || !aNumberKeys.isEmpty
  }
}

/// The bits of levels that do not depend on what is sought.
struct FactBits: Sendable {
  let countrySameRegion, countryDifferent, male, female, sexDifferent, aNumberExact, aNumberOneOff: Double
  let aNumberDifferent, arrestSameDay, arrestOneDayOff, arrestThreeDaysOff, arrestWeekOff, arrestOtherDay: Double

  init(_ weights: Weights) {
    countrySameRegion = weights.countrySameRegion.bits
    countryDifferent = weights.countryDifferent.bits
    male = weights.male.bits
    female = weights.female.bits
    sexDifferent = weights.sexDifferent.bits
    aNumberExact = weights.aNumberExact.bits
    aNumberOneOff = weights.aNumberOneOff.bits
    aNumberDifferent = weights.aNumberDifferent.bits
    arrestSameDay = weights.arrestSameDay.bits
    arrestOneDayOff = weights.arrestOneDayOff.bits
    arrestThreeDaysOff = weights.arrestThreeDaysOff.bits
    arrestWeekOff = weights.arrestWeekOff.bits
    arrestOtherDay = weights.arrestOtherDay.bits
  }

  func aNumber(_ level: Level) -> Double {
    switch level {
    case .exact: aNumberExact
    case .oneDigit: aNumberOneOff
    default: aNumberDifferent
    }
  }
}

/// What a record knows beside names, brought to where it can be compared. One is filled again for each candidate.
struct ListedFacts: Sendable {
  var births = Told<BirthCode>()
  var countries = Told<UInt16>()
  var sexes = Told<Sex>()
  /// How each A-number of the record agrees with the one sought.
  var aNumbers = Told<Level>()
  var arrestDays = Told<Int>()
  var arrestPlaces = Told<FactScore>()
  var places = Told<FactScore>()

  mutating func empty() {
    births.removeAll()
    countries.removeAll()
    sexes.removeAll()
    aNumbers.removeAll()
    arrestDays.removeAll()
    arrestPlaces.removeAll()
    places.removeAll()
  }
}

/// What a record's descriptions tell of one fact: nearly always one value or none, which need no array.
struct Told<Value: Sendable>: Sendable {
  private(set) var first: Value?
  private(set) var others: [Value] = []

  init() {}
  init(_ values: some Sequence<Value>) { add(contentsOf: values) }

  var isEmpty: Bool { first == nil }
  var all: [Value] { (first.map { [$0] } ?? []) + others }

  mutating func append(_ value: Value) {
    if first == nil { first = value } else { others.append(value) }
  }

  mutating func add(contentsOf values: some Sequence<Value>) { for value in values { append(value) } }

  mutating func removeAll() {
    first = nil
    // Nearly always empty already, and emptying what is takes as long as what is not.
    if !others.isEmpty { others.removeAll(keepingCapacity: true) }
  }
}

/// How well one fact agreed, and what that is worth.
struct FactScore: Sendable, Equatable {
  let level: Level
  let bits: Double
}
