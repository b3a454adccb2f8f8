/// What a column of a roster or of a detention release can hold.
package enum ImportField: String, Sendable, CaseIterable {
  case name, givenNames = "given_names", middleNames = "middle_names", familyNames = "family_names"
  case paternalFamily = "paternal_family", maternalFamily = "maternal_family", otherNames = "other_names"
  case birthDate = "birth_date", birthYear = "birth_year", age, sex, country, citizenship
  case aNumber = "a_number", booking, subject, anonymized
  case facility, housing, facilityCode = "facility_code"
  case booked, bookedTime = "booked_time", arrested, arrestedTime = "arrested_time", arrestPlace = "arrest_place"
  case stayBooked = "stay_booked", released, stayReleased = "stay_released", stayReleasedDay = "stay_released_day"
  case releaseReason = "release_reason", stayReleaseReason = "stay_release_reason"
  case departed, departedCountry = "departed_country", reported

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
