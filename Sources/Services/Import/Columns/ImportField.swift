/// What a column of a roster or of a detention release can hold.
package enum ImportField: Int, Sendable, CaseIterable {
  case name, givenNames, middleNames, familyNames, paternalFamily, maternalFamily, otherNames
  case birthDate, birthYear, age, sex, country, citizenship
  case aNumber, booking, subject, anonymized
  case facility, housing, facilityCode
  case booked, bookedTime, arrested, arrestedTime, arrestPlace
  case stayBooked, released, stayReleased, stayReleasedDay, releaseReason, stayReleaseReason
  case departed, departedCountry, reported

  /// As it is called in maps, in `import-headers.tsv` and in rejects.
  package var name: String { Self.names[rawValue] }

  package init?(named name: String) {
    guard let index = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: index)
  }

  package static let names = [
    "name", "given_names", "middle_names", "family_names", "paternal_family", "maternal_family", "other_names",
    "birth_date", "birth_year", "age", "sex", "country", "citizenship",
    "a_number", "booking", "subject", "anonymized",
    "facility", "housing", "facility_code",
    "booked", "booked_time", "arrested", "arrested_time", "arrest_place",
    "stay_booked", "released", "stay_released", "stay_released_day", "release_reason", "stay_release_reason",
    "departed", "departed_country", "reported",
  ]

  package var isDate: Bool {
    switch self {
    case .birthDate, .booked, .arrested, .stayBooked, .released, .stayReleased, .stayReleasedDay, .departed, .reported:
      true
    default: false
    }
  }

  /// Columns that sheets merge over several rows, so that blanks below may mean "as above".
  package var isPlace: Bool { [.facility, .facilityCode, .housing, .arrestPlace].contains(self) }
}

/// What a heading means: a field, something left out on purpose, or nothing known.
package enum HeadingMeaning: Equatable, Sendable {
  case field(ImportField)
  case leftOut
  case unknown
}
