internal import CivilTime
internal import Records
internal import Services

/// All that is known of one facility, as JSON.
struct FacilityAnswer: Encodable {
  let code: String
  let name: String
  let kind: String
  var address: String?
  var city: String?
  var state: String?
  var zip: String?
  var county: String?
  var latitude: Double?
  var longitude: Double?
  var timeZone: String?
  let aliases: [String]
  var fieldOffice: Office?
  let contacts: [Contact]
  let hours: [Hours]
  var inspection: Inspection?
  var transfers: Moves?

  init(_ details: FacilityDetails) {
    let facility = details.facility
    code = facility.code
    name = facility.name
    kind = facility.kind.rawValue
    address = facility.fullAddress
    city = facility.city
    state = facility.state
    zip = facility.zip
    county = facility.county
    latitude = facility.coordinates?.latitude
    longitude = facility.coordinates?.longitude
    timeZone = facility.zone?.identifier
    aliases = details.aliases
    fieldOffice = details.office.map(Office.init)
    contacts = details.contacts.map(Contact.init)
    hours = details.hours.map(Hours.init)
    inspection = details.standard.map(Inspection.init)
    transfers = details.transfers.map(Moves.init)
  }

  struct Office: Encodable {
    let name: String
    var address: String?
    var phone: String?
    var email: String?

    init(_ office: FieldOffice) {
      name = office.name
      address = office.fullAddress
      phone = office.phone
      email = office.email
    }
  }

  struct Contact: Encodable {
    let kind: String
    let value: String
    let purpose: String
    var checkedOn: String?

    init(_ contact: FacilityContact) {
      kind = contact.kind.rawValue
      value = contact.value
      purpose = contact.purpose.rawValue
      checkedOn = contact.checkedOn?.iso
    }
  }

  struct Hours: Encodable {
    let purpose: String
    let weekday: Int
    let opensMinute: Int
    let closesMinute: Int
    var note: String?

    init(_ hours: FacilityHours) {
      purpose = hours.purpose.rawValue
      weekday = hours.weekday
      opensMinute = hours.opensMinute
      closesMinute = hours.closesMinute
      note = hours.note
    }
  }

  struct Inspection: Encodable {
    var standard: String?
    var inspectedOn: String?
    var note: String?
    var rating: String?
    let listedOn: String

    init(_ standard: FacilityStandard) {
      self.standard = standard.standard
      inspectedOn = standard.inspectedOn?.iso
      note = standard.inspectionNote
      rating = standard.rating
      listedOn = standard.listedOn.iso
    }
  }

  /// Where people were moved from here; moves within the place are not counted.
  struct Moves: Encodable {
    let total: Int
    let countedFrom: String
    let countedUntil: String
    let destinations: [Destination]

    struct Destination: Encodable {
      let code: String
      let name: String
      var city: String?
      var state: String?
      let transfers: Int
      let share: Double
    }

    init(_ transfers: Transfers) {
      total = transfers.total
      countedFrom = transfers.countedFrom.iso
      countedUntil = transfers.countedUntil.iso
      destinations = transfers.destinations.map {
        Destination(
          code: $0.code, name: $0.name, city: $0.city, state: $0.state, transfers: $0.transfers,
          share: ($0.share * 10_000).rounded() / 10_000)
      }
    }
  }
}
