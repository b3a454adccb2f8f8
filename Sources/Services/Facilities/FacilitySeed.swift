internal import CivilTime
internal import Foundation

/// The seed data about places as its files have it, each line checked.
struct FacilitySeed: Sendable {
  var listed: [ListedPlace] = []
  var holdRooms: [ListedPlace] = []
  var byHand: [HandPlace] = []
  var zones: [String: (zone: String, basis: String)] = [:]
  var aliases: [(code: String, alias: String, origin: String)] = []
  var offices: [SeedOffice] = []
  var areas: [SeedArea] = []
  var standards: [SeedStandard] = []
  var standardAliases: [StandardKey: String] = [:]
  var transfers: [(from: String, to: String, count: Int)] = []

  /// When the transfers were counted, and the day after.
  static let transfersCounted = (from: "2023-11-01", until: "2025-03-01")
  /// The date of the list of inspections.
  static let standardsListedOn = "2026-04-09"

  /// Reads all files of `seed/`. Throws every fault at once.
  static func read(from folder: URL) throws(SeedFaults) -> FacilitySeed {
    var faults: [SeedFault] = []
    var seed = FacilitySeed()
    seed.readOffices(folder, &faults)
    seed.readPlaces(folder, &faults)
    seed.readStandards(folder, &faults)
    seed.readTransfers(folder, &faults)
    guard faults.isEmpty else { throw SeedFaults(faults: faults) }
    return seed
  }
}

/// A place as a list has it.
struct ListedPlace: Sendable {
  var code: String
  var name: String
  var type: String?
  var address: String?
  var city: String?
  var state: String
  var zip: String?
  var county: String?
  var fips: String?
  var coordinates: (latitude: Double, longitude: Double)?
  /// The name or the three letters of a field office.
  var office: String?
}

/// What is known of a place by hand.
struct HandPlace: Sendable {
  let code: String
  /// What people call it, where the lists have a name that nobody knows.
  let name: String?
  let city: String?
  let county: String?
}

struct SeedOffice: Sendable {
  let name: String
  let areaCode: String
  let address: String?
  let city: String?
  let state: String?
  let zip: String?
  let area: String?
  let holdRoom: String?
  let phone: String?
  let email: String?
}

/// A state, or a county of it, that an office answers for.
struct SeedArea: Sendable {
  let office: String
  let state: String
  /// Empty for the whole state.
  let county: String
}

/// What a line of the list of inspections is known by.
struct StandardKey: Hashable, Sendable {
  let name: String
  let city: String
  let state: String
}

struct SeedStandard: Sendable {
  let key: StandardKey
  let address: String?
  let contractType: String?
  let population: String?
  let inspectionType: String?
  let inspectedOn: CivilDate?
  let inspectionNote: String?
  let standard: String?
  let rating: String?
}
