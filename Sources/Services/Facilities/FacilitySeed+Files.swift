internal import CivilTime
internal import Foundation
internal import Records

extension FacilitySeed {
  mutating func readPlaces(_ folder: URL, _ faults: inout [SeedFault]) {
    let columns = ["code", "name", "address", "city", "county", "county_fips", "state", "latitude", "longitude"]
    let list = SeedTable("facilities.csv", in: folder, columns: columns + ["field_office"], &faults)
    var seen: Set<String> = []
    for row in list.rows {
      let place = Self.place(row, officeField: "field_office", &faults)
      if !seen.insert(place.code).inserted { faults.append(row.fault("code", "stands in the file twice")) }
      if let office = place.office, !offices.contains(where: { $0.name == office }) {
        faults.append(row.fault("field_office", "is not in field-office-codes.csv"))
      }
      listed.append(place)
    }
    let rooms = SeedTable(
      "hold-rooms.csv", in: folder,
      columns: ["code", "name", "type", "state", "address", "city", "zip", "county", "latitude", "longitude"], &faults)
    for row in rooms.rows {
      var place = Self.place(row, officeField: "area_of_responsibility", &faults)
      place.city = place.city.map(PlaceWords.titled)
      place.county = place.county.map { PlaceWords.titled($0) }
      place.address = place.address.map(PlaceWords.titled)
      holdRooms.append(place)
      seen.insert(place.code)
    }
    readHandMade(folder, known: seen, &faults)
  }

  private mutating func readHandMade(_ folder: URL, known: Set<String>, _ faults: inout [SeedFault]) {
    func knownCode(_ row: SeedRow, _ faults: inout [SeedFault]) -> String {
      let code = row.code("code", &faults)
      if !known.contains(code) { faults.append(row.fault("code", "is in no list of facilities")) }
      return code
    }
    for row in SeedTable("facility-places.csv", in: folder, columns: ["code", "name", "city", "county"], &faults).rows {
      byHand.append(
        HandPlace(
          code: knownCode(row, &faults), name: row.text("name"), city: row.text("city"), county: row.text("county")))
    }
    for row in SeedTable("facility-aliases.csv", in: folder, columns: ["code", "alias", "origin"], &faults).rows {
      aliases.append((knownCode(row, &faults), row.required("alias", &faults), row.required("origin", &faults)))
    }
    let zoneColumns = ["code", "time_zone", "basis"]
    for row in SeedTable("facility-time-zones.csv", in: folder, columns: zoneColumns, &faults).rows {
      let zone = row.required("time_zone", &faults)
      if !zone.isEmpty, Zone(zone) == nil { faults.append(row.fault("time_zone", "is no zone that this system knows")) }
      let basis = row.required("basis", &faults)
      if !["coordinates", "county", "hand"].contains(basis) {
        faults.append(row.fault("basis", "is not coordinates, county or hand"))
      }
      zones[knownCode(row, &faults)] = (zone, basis)
    }
  }

  private static func place(_ row: SeedRow, officeField: String, _ faults: inout [SeedFault]) -> ListedPlace {
    let code = row.code("code", &faults)
    let state = row.required("state", &faults)
    if state.count != 2 || state != state.uppercased() {
      faults.append(row.fault("state", "is not two capital letters"))
    }
    let latitude = row.number("latitude", in: -90...90, &faults)
    let longitude = row.number("longitude", in: -180...180, &faults)
    if (latitude == nil) != (longitude == nil) {
      faults.append(row.fault("longitude", "and latitude come in pairs, and one is empty"))
    }
    let fips = row.text("county_fips")
    if let fips, fips.utf8.count != 5 || Int(fips) == nil {
      faults.append(row.fault("county_fips", "is not five digits"))
    }
    var place = ListedPlace(
      code: code, name: row.required("name", &faults), type: row.text("type"), address: row.text("address"),
      city: row.text("city"), state: state, zip: row.text("zip"), county: row.text("county"), fips: fips,
      office: row.text(officeField))
    // Fewer than three decimals are no building but a spot on a small map.
    let isExact = ["latitude", "longitude"].allSatisfy { (row.values[$0]?.split(separator: ".").last?.count ?? 0) >= 3 }
    if let latitude, let longitude, isExact { place.coordinates = (latitude, longitude) }
    return place
  }

  mutating func readOffices(_ folder: URL, _ faults: inout [SeedFault]) {
    let columns = ["name", "address", "city", "state", "zip", "hold_room_code", "phone", "outreach_email"]
    let list = SeedTable("field-offices.csv", in: folder, columns: columns, &faults)
    let codes = SeedTable("field-office-codes.csv", in: folder, columns: ["office", "code", "list_name"], &faults)
    for row in codes.rows {
      let listName = row.required("list_name", &faults)
      let details = list.rows.first { $0.values["name"] == listName }
      if details == nil { faults.append(row.fault("list_name", "is not in field-offices.csv")) }
      offices.append(
        SeedOffice(
          name: row.required("office", &faults), areaCode: row.required("code", &faults),
          address: details?.text("address"), city: details?.text("city"), state: details?.text("state"),
          zip: details?.text("zip"), area: details?.text("area_of_responsibility"),
          holdRoom: details?.text("hold_room_code"), phone: details?.text("phone"),
          email: details?.text("outreach_email")))
    }
    let areaColumns = ["field_office", "state", "county"]
    for row in SeedTable("county-field-office.csv", in: folder, columns: areaColumns, &faults).rows {
      let office = row.required("field_office", &faults)
      if !offices.contains(where: { $0.name == office }) {
        faults.append(row.fault("field_office", "is not in field-office-codes.csv"))
      }
      guard let state = USState(row.required("state", &faults)) else {
        faults.append(row.fault("state", "is no state or territory"))
        continue
      }
      areas.append(SeedArea(office: office, state: state.code, county: row.text("county") ?? ""))
    }
  }

  mutating func readStandards(_ folder: URL, _ faults: inout [SeedFault]) {
    let columns = ["name", "address", "city", "state", "type", "last_inspection_standard", "last_final_rating"]
    for row in SeedTable("facility-standards-fy26.csv", in: folder, columns: columns, &faults).rows {
      let inspected = row.text("last_inspection_end_date")
      let day = inspected.flatMap { CivilDate(iso: $0) }
      standards.append(
        SeedStandard(
          key: StandardKey(
            name: row.required("name", &faults), city: row.required("city", &faults), state: row.text("state") ?? ""),
          address: row.text("address"), contractType: row.text("type"), population: row.text("sex"),
          inspectionType: row.text("last_inspection_type"), inspectedOn: day,
          inspectionNote: day == nil ? inspected : nil, standard: row.text("last_inspection_standard"),
          rating: row.text("last_final_rating")))
    }
    let aliasColumns = ["listed_name", "listed_city", "listed_state", "code", "evidence"]
    for row in SeedTable("standard-aliases.csv", in: folder, columns: aliasColumns, &faults).rows {
      let key = StandardKey(
        name: row.required("listed_name", &faults), city: row.required("listed_city", &faults),
        state: row.text("listed_state") ?? "")
      if row.text("evidence") == nil { faults.append(row.fault("evidence", "is empty: a join needs a reason")) }
      if !standards.contains(where: { $0.key == key }) {
        faults.append(row.fault("listed_name", "is no line of facility-standards-fy26.csv"))
      }
      standardAliases[key] = row.code("code", &faults)
    }
  }

  mutating func readTransfers(_ folder: URL, _ faults: inout [SeedFault]) {
    let columns = ["from_code", "to_code", "transfers"]
    for row in SeedTable("transfers.csv", in: folder, columns: columns, &faults).rows {
      transfers.append(
        (row.code("from_code", &faults), row.code("to_code", &faults), row.count("transfers", &faults)))
    }
  }
}
