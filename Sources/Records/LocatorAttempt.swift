package import CivilTime

/// Where staff look for people outside of these records.
package enum Locator: String, Sendable, CaseIterable {
  /// The official online locator of detainees.
  case official = "official_locator"
  /// The immigration courts' hearing line or portal.
  case court
  case fieldOffice = "field_office"
  case facility
  case jailRoster = "jail_roster"
  case prisons = "federal_prisons"
  case minors = "minors_hotline"
  case consulate, hospital, other
}

/// What a look elsewhere came to.
package enum LocatorResult: String, Sendable, CaseIterable {
  case found
  case noMatch = "no_match"
  case multiple
  /// The locator did not work or nobody answered.
  case error
  case notAttempted = "not_attempted"

  /// Whether the locator can have named a place.
  package var namesPlace: Bool { self == .found || self == .multiple }
}

/// What was typed or said there, exactly so.
package struct LocatorInputs: Sendable, Equatable, Codable {
  package var firstName: String?
  package var lastName: String?
  /// Nine digits.
  package var aNumber: String?
  package var country: String?
  package var birth: String?
  /// Whom or what exactly: the number called, the page's name.
  package var detail: String?

  package init(
    firstName: String? = nil, lastName: String? = nil, aNumber: String? = nil, country: String? = nil,
    birth: String? = nil, detail: String? = nil
  ) {
    self.firstName = firstName
    self.lastName = lastName
    self.aNumber = aNumber
    self.country = country
    self.birth = birth
    self.detail = detail
  }

  /// Whether anything was there to look by.
  package var isEmpty: Bool { firstName == nil && lastName == nil && aNumber == nil }
}

/// A look for somebody elsewhere, as a responder noted it. It becomes evidence, so it is never changed.
package struct LocatorAttempt: Sendable, Equatable {
  package let locator: Locator
  package let personID: Int64?
  package let triedAt: Timestamp
  package let inputs: LocatorInputs
  package let result: LocatorResult
  package let facilityText: String?
  /// The name of the account that tried.
  package let who: String
  package let nextCheckAt: Timestamp?

  package init(
    locator: Locator, personID: Int64?, triedAt: Timestamp, inputs: LocatorInputs, result: LocatorResult,
    facilityText: String?, who: String, nextCheckAt: Timestamp?
  ) {
    self.locator = locator
    self.personID = personID
    self.triedAt = triedAt
    self.inputs = inputs
    self.result = result
    self.facilityText = facilityText
    self.who = who
    self.nextCheckAt = nextCheckAt
  }
}

/// An attempt as it stands in the records.
package struct LoggedAttempt: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let attempt: LocatorAttempt
  package let recordedAt: Timestamp

  package init(id: Int64, attempt: LocatorAttempt, recordedAt: Timestamp) {
    self.id = id
    self.attempt = attempt
    self.recordedAt = recordedAt
  }
}
