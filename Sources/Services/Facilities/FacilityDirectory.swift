package import Records

/// What the public may know of places: everything, for these are facts about buildings.
package protocol FacilityDirectory: Sendable {
  /// Nil when there is no facility of that code.
  func facility(code: String) async throws -> FacilityDetails?
  /// Facilities whose name, alias, city or code fits; all of a state when the text is empty.
  func facilities(matching text: String, state: String?, limit: Int) async throws -> FacilityMatches
  /// How many facilities each state has, by its two letters.
  func facilityCounts() async throws -> [StateCount]
  func fieldOffices() async throws -> [FieldOfficeArea]
}

/// A facility with all that is known of how to reach it and what is usual there.
package struct FacilityDetails: Sendable, Equatable {
  package let facility: Facility
  package let aliases: [String]
  package let office: FieldOffice?
  package let contacts: [FacilityContact]
  package let hours: [FacilityHours]
  package let standard: FacilityStandard?
  package let transfers: Transfers?

  package init(
    facility: Facility, aliases: [String] = [], office: FieldOffice? = nil, contacts: [FacilityContact] = [],
    hours: [FacilityHours] = [], standard: FacilityStandard? = nil, transfers: Transfers? = nil
  ) {
    self.facility = facility
    self.aliases = aliases
    self.office = office
    self.contacts = contacts
    self.hours = hours
    self.standard = standard
    self.transfers = transfers
  }
}

/// The facilities that fit, as many as were asked for, and how many there are in all.
package struct FacilityMatches: Sendable, Equatable {
  package let facilities: [Facility]
  package let total: Int

  package init(facilities: [Facility], total: Int) {
    self.facilities = facilities
    self.total = total
  }
}

package struct StateCount: Sendable, Equatable {
  package let state: String
  package let facilities: Int

  package init(state: String, facilities: Int) {
    self.state = state
    self.facilities = facilities
  }
}

/// A field office and the area it answers for, in its own words.
package struct FieldOfficeArea: Sendable, Equatable {
  package let office: FieldOffice
  package let area: String?

  package init(office: FieldOffice, area: String?) {
    self.office = office
    self.area = area
  }
}
