package import CivilTime

/// A search that can be run: every field checked, dates in every way that they can be read.
package struct SearchRequest: Sendable, Equatable {
  /// As typed, trimmed. Empty when only an A-number was given.
  package var name: String
  /// Every reading of the birth: "03/04/1989" is 3 April or 4 March.
  package var births: [KnownBirth]
  /// ISO 3166-1 alpha-2.
  package var country: String?
  /// Nine digits, or what stands where they cannot be read.
  package var aNumber: String?
  package var sex: Sex?
  /// Every reading of the day of arrest.
  package var arrestedOn: [CivilDate]
  package var arrestPlace: String?

  package init(
    name: String, births: [KnownBirth] = [], country: String? = nil, aNumber: String? = nil, sex: Sex? = nil,
    arrestedOn: [CivilDate] = [], arrestPlace: String? = nil
  ) {
    self.name = name
    self.births = births
    self.country = country
    self.aNumber = aNumber
    self.sex = sex
    self.arrestedOn = arrestedOn
    self.arrestPlace = arrestPlace
  }

  /// The person looked for, once for each combination of readings: one, two or four.
  package var readings: [SoughtPerson] {
    let births: [KnownBirth?] = births.isEmpty ? [nil] : births
    let arrests: [CivilDate?] = arrestedOn.isEmpty ? [nil] : arrestedOn
    let aNumber = aNumber == ANumber.unreadable ? nil : aNumber
    return births.flatMap { birth in
      arrests.map { arrest in
        SoughtPerson(
          name: name, birth: birth, country: country, sex: sex, aNumber: aNumber, arrestedOn: arrest,
          arrestPlace: arrestPlace)
      }
    }
  }
}
