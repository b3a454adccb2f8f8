package import CivilTime

/// What a searcher knows of the person they look for. Only the name is needed.
package struct SoughtPerson: Sendable, Equatable {
  /// As typed: any order, any script, any spelling.
  package var name: String
  package var birth: KnownBirth?
  /// ISO 3166-1 alpha-2, upper case.
  package var country: String?
  package var sex: Sex?
  /// Nine digits.
  package var aNumber: String?
  package var arrestedOn: CivilDate?
  /// As typed: a city, a county, a state, a facility.
  package var arrestPlace: String?
  /// Where the person lives or lived, in words: a city, a state. For linking lists that have it.
  package var place: String?

  package init(
    name: String, birth: KnownBirth? = nil, country: String? = nil, sex: Sex? = nil, aNumber: String? = nil,
    arrestedOn: CivilDate? = nil, arrestPlace: String? = nil, place: String? = nil
  ) {
    self.name = name
    self.birth = birth
    self.country = country
    self.sex = sex
    self.aNumber = aNumber
    self.arrestedOn = arrestedOn
    self.arrestPlace = arrestPlace
    self.place = place
  }
}

package enum Sex: String, Sendable, CaseIterable { case female, male, other }

/// How exactly a birth is known.
package enum KnownBirth: Sendable, Equatable, Hashable {
  case day(CivilDate)
  case year(Int)
  /// Completed years on a day.
  case age(Int, on: CivilDate)
}

/// What the records say of one listed person: every name and birth that any source gave.
package struct ListedPerson: Sendable, Equatable {
  package var id: Int64
  package var names: [ListedName]
  package var births: [KnownBirth]
  package var countries: [String]
  package var sexes: [Sex]
  package var aNumbers: [String]
  /// Keyed hashes of A-numbers, where the numbers themselves are not at hand.
  package var aNumberKeys: [UInt64] = []
  package var arrests: [ListedArrest]
  /// Where the person lives or lived, in words.
  package var places: [String]

  package init(
    id: Int64, names: [ListedName], births: [KnownBirth] = [], countries: [String] = [], sexes: [Sex] = [],
    aNumbers: [String] = [], arrests: [ListedArrest] = [], places: [String] = []
  ) {
    self.id = id
    self.names = names
    self.births = births
    self.countries = countries
    self.sexes = sexes
    self.aNumbers = aNumbers
    self.arrests = arrests
    self.places = places
  }
}

/// A name as a source wrote it, whole, and split where the source split it.
package struct ListedName: Sendable, Equatable, Hashable {
  package var full: String
  package var given: String?
  package var family: String?

  package init(full: String, given: String? = nil, family: String? = nil) {
    self.full = full
    self.given = given
    self.family = family
  }
}

package struct ListedArrest: Sendable, Equatable, Hashable {
  package var day: CivilDate?
  package var place: String?

  package init(day: CivilDate?, place: String?) {
    self.day = day
    self.place = place
  }
}

/// The kinds of facts that a searcher and a record can agree on.
package enum Fact: String, Sendable, CaseIterable {
  case aNumber, givenName, familyName, wholeName, birth, country, sex, arrestDay, arrestPlace, place
  /// What is taken away because relatives would share it.
  case relatives
}

/// How well one fact agreed, from best to worst. A fact that one side does not know is not listed at all.
package enum Level: String, Sendable, CaseIterable {
  case exact, normalised, nickname, soundsAlike, oneTypingError, oneDigit, dayMonthSwapped, initial, partial
  case sameYear, nearYear, fitsAge, withinADay, near, sameRegion, different
}

/// One line of the waterfall: a fact, how well it agreed, and what that is worth.
package struct Agreement: Sendable, Equatable {
  package let fact: Fact
  package let level: Level
  /// log2 of the likelihood ratio m/u; negative when the fact speaks against the match.
  package let bits: Double

  package init(fact: Fact, level: Level, bits: Double) {
    self.fact = fact
    self.level = level
    self.bits = bits
  }
}

/// What matching says of one listed person: the facts, and their sum.
package struct Assessment: Sendable, Equatable {
  package let id: Int64
  package let agreements: [Agreement]
  /// How many in a thousand listed people bear a name like it, for "the name is common".
  package let nameFrequencyPerThousand: Double?
  /// The parts of the name behind its facts, for staff only.
  package let nameParts: [PartAgreement]
  /// Sum of the bits.
  package var bits: Double { agreements.reduce(0) { $0 + $1.bits } }

  package init(
    id: Int64, agreements: [Agreement], nameFrequencyPerThousand: Double? = nil, nameParts: [PartAgreement] = []
  ) {
    self.id = id
    self.agreements = agreements
    self.nameFrequencyPerThousand = nameFrequencyPerThousand
    self.nameParts = nameParts
  }
}
