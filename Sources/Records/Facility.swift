package import CivilTime

/// A place where people are held: a detention centre, a jail, a hold room, a hospital.
package struct Facility: Sendable, Equatable, Identifiable {
  package let id: Int32
  /// The code in detention records, such as `LOSHOLD`.
  package let code: String
  package let name: String
  package let kind: FacilityKind
  package let address: String?
  package let city: String?
  /// Two capital letters.
  package let state: String?
  package let zip: String?
  package let county: String?
  package let coordinates: Coordinates?
  package let zone: Zone?

  package init(
    id: Int32, code: String, name: String, kind: FacilityKind, address: String? = nil, city: String? = nil,
    state: String? = nil, zip: String? = nil, county: String? = nil, coordinates: Coordinates? = nil, zone: Zone? = nil
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.kind = kind
    self.address = address
    self.city = city
    self.state = state
    self.zip = zip
    self.county = county
    self.coordinates = coordinates
    self.zone = zone
  }
}

package enum FacilityKind: String, Sendable, CaseIterable {
  case detention
  case holdRoom = "hold_room"
  case staging, hospital, border, office
}

/// Degrees north and east.
package struct Coordinates: Sendable, Hashable {
  package let latitude: Double
  package let longitude: Double

  /// Nil when there is no such place on Earth.
  package init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// The office of Enforcement and Removal Operations that answers for a facility.
package struct FieldOffice: Sendable, Equatable, Identifiable {
  package let id: Int32
  /// Its city, as facility lists call it.
  package let name: String
  package let address: String?
  package let city: String?
  package let state: String?
  package let zip: String?
  package let phone: String?
  package let email: String?

  package init(
    id: Int32, name: String, address: String?, city: String?, state: String?, zip: String?, phone: String?,
    email: String?
  ) {
    self.id = id
    self.name = name
    self.address = address
    self.city = city
    self.state = state
    self.zip = zip
    self.phone = phone
    self.email = email
  }
}

/// What a list of inspections says of a facility.
package struct FacilityStandard: Sendable, Equatable {
  /// The standard of the last inspection, such as `NDS 2019`.
  package let standard: String?
  /// Kind of contract, such as `IGSA`.
  package let contractType: String?
  package let population: String?
  package let inspectionType: String?
  package let inspectedOn: CivilDate?
  /// What the list says instead of a day, such as `Scheduled FY26`.
  package let inspectionNote: String?
  package let rating: String?
  /// Date of the list.
  package let listedOn: CivilDate

  package init(
    standard: String?, contractType: String?, population: String?, inspectionType: String?, inspectedOn: CivilDate?,
    inspectionNote: String?, rating: String?, listedOn: CivilDate
  ) {
    self.standard = standard
    self.contractType = contractType
    self.population = population
    self.inspectionType = inspectionType
    self.inspectedOn = inspectedOn
    self.inspectionNote = inspectionNote
    self.rating = rating
    self.listedOn = listedOn
  }
}

/// A way to reach a facility.
package struct FacilityContact: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable { case phone, fax, email, web, mail }
  package enum Purpose: String, Sendable, CaseIterable { case general, visits, legal, calls, money }
  package let kind: Kind
  package let value: String
  package let purpose: Purpose
  package let checkedOn: CivilDate?

  package init(kind: Kind, value: String, purpose: Purpose, checkedOn: CivilDate?) {
    self.kind = kind
    self.value = value
    self.purpose = purpose
    self.checkedOn = checkedOn
  }
}

/// When a facility is open for something, on one weekday.
package struct FacilityHours: Sendable, Equatable {
  package enum Purpose: String, Sendable, CaseIterable { case visits, legal, calls }
  package let purpose: Purpose
  /// 1 for Monday to 7 for Sunday.
  package let weekday: Int
  /// Minutes after midnight by the facility's clock.
  package let opensMinute: Int
  package let closesMinute: Int
  package let note: String?

  package init(purpose: Purpose, weekday: Int, opensMinute: Int, closesMinute: Int, note: String?) {
    self.purpose = purpose
    self.weekday = weekday
    self.opensMinute = opensMinute
    self.closesMinute = closesMinute
    self.note = note
  }
}

/// Where people are usually moved from a facility: one destination and its share of all counted moves.
package struct TransferShare: Sendable, Equatable {
  package let code: String
  package let name: String
  package let city: String?
  package let state: String?
  package let transfers: Int
  /// 0 to 1, of all moves from there to another place.
  package let share: Double

  package init(code: String, name: String, city: String?, state: String?, transfers: Int, share: Double) {
    self.code = code
    self.name = name
    self.city = city
    self.state = state
    self.transfers = transfers
    self.share = share
  }
}

/// The counted moves from a facility and when they were counted.
package struct Transfers: Sendable, Equatable {
  package let destinations: [TransferShare]
  /// All moves to other places, the listed destinations' and the rest.
  package let total: Int
  package let countedFrom: CivilDate
  /// The day after the last.
  package let countedUntil: CivilDate

  package init(destinations: [TransferShare], total: Int, countedFrom: CivilDate, countedUntil: CivilDate) {
    self.destinations = destinations
    self.total = total
    self.countedFrom = countedFrom
    self.countedUntil = countedUntil
  }
}
