internal import CivilTime
internal import Foundation
package import Postgres
internal import Records

/// Loads the seed data about places: whole or not at all, and the same data again changes nothing.
package struct FacilityLoader: Sendable {
  let database: Database
  let folder: URL

  /// `share`: the folder that holds `seed/`.
  package init(_ database: Database, share: String) {
    self.database = database
    folder = URL(fileURLWithPath: share).appendingPathComponent("seed")
  }

  /// Throws `SeedFaults` when a line of the data is wrong.
  @discardableResult
  package func load() async throws -> FacilityLoadReport {
    let seed = try FacilitySeed.read(from: folder)
    let places = FacilityMerge(seed: seed).places()
    return try await database.transaction { transaction in
      // One load at a time: two would wait for each other row by row.
      try await transaction.execute("select pg_advisory_xact_lock(7236827461006)")
      var report = FacilityLoadReport()
      try await writeOffices(seed, transaction)
      try await writePlaces(places, transaction, &report)
      try await writeAliases(places, seed, transaction, &report)
      try await writeStandards(seed, places, transaction, &report)
      try await writeTransfers(seed, places, transaction, &report)
      return report
    }
  }

  private func writeOffices(_ seed: FacilitySeed, _ transaction: Transaction) async throws {
    for office in seed.offices {
      try await transaction.execute(
        """
        insert into field_office (name, area_code, address, city, state, zip, area, hold_room_code, phone, email)
        values (\(office.name), \(office.areaCode), \(office.address), \(office.city), \(office.state), \(office.zip),
          \(office.area), \(office.holdRoom), \(office.phone), \(office.email))
        on conflict (name) do update set (area_code, address, city, state, zip, area, hold_room_code, phone, email) =
          row(excluded.area_code, excluded.address, excluded.city, excluded.state, excluded.zip, excluded.area,
            excluded.hold_room_code, excluded.phone, excluded.email)
        """)
    }
    try await transaction.execute("delete from field_office_area")
    try await transaction.execute(
      """
      insert into field_office_area (field_office_id, state, county)
      select o.id, a.state, a.county
      from unnest(\(seed.areas.map(\.office)), \(seed.areas.map(\.state)), \(seed.areas.map(\.county)))
        as a (office, state, county) join field_office o on o.name = a.office
      """)
  }

  private func writePlaces(
    _ places: [FacilityMerge.Place], _ transaction: Transaction, _ report: inout FacilityLoadReport
  ) async throws {
    let before = try await transaction.first("select count(*) from facility")?.decode(Int.self) ?? 0
    let rows = try await transaction.rows(
      """
      insert into facility as f (code, name, kind, address, city, state, zip, county, county_fips, latitude, longitude,
        time_zone, time_zone_basis, field_office_id, field_office_basis, origin)
      select p.code, p.name, p.kind, p.address, p.city, p.state, p.zip, p.county, p.fips, p.latitude, p.longitude,
        p.zone, p.zone_basis, o.id, p.office_basis, p.origin
      from unnest(\(places.map(\.code)), \(places.map(\.name)), \(places.map(\.kind.rawValue)),
        \(places.map(\.address)), \(places.map(\.city)), \(places.map(\.state)), \(places.map(\.zip)),
        \(places.map(\.county)), \(places.map(\.fips)), \(places.map(\.coordinates?.latitude)),
        \(places.map(\.coordinates?.longitude)), \(places.map(\.zone?.zone)), \(places.map(\.zone?.basis)),
        \(places.map(\.office?.name)), \(places.map(\.office?.basis)), \(places.map(\.origin)))
        as p (code, name, kind, address, city, state, zip, county, fips, latitude, longitude, zone, zone_basis, office,
          office_basis, origin)
      left join field_office o on o.name = p.office
      order by p.code
      on conflict (code) do update set (name, kind, address, city, state, zip, county, county_fips, latitude,
          longitude, time_zone, time_zone_basis, field_office_id, field_office_basis, origin) =
        row(excluded.name, excluded.kind, excluded.address, excluded.city, excluded.state, excluded.zip,
          excluded.county, excluded.county_fips, excluded.latitude, excluded.longitude, excluded.time_zone,
          excluded.time_zone_basis, excluded.field_office_id, excluded.field_office_basis, excluded.origin)
      where (f.name, f.kind, f.address, f.city, f.state, f.zip, f.county, f.county_fips, f.latitude, f.longitude,
          f.time_zone, f.time_zone_basis, f.field_office_id, f.field_office_basis, f.origin) is distinct from
        (excluded.name, excluded.kind, excluded.address, excluded.city, excluded.state, excluded.zip,
          excluded.county, excluded.county_fips, excluded.latitude, excluded.longitude, excluded.time_zone,
          excluded.time_zone_basis, excluded.field_office_id, excluded.field_office_basis, excluded.origin)
      returning f.id
      """)
    let changed = try rows.map { try $0.decode(Int32.self) }
    let after = try await transaction.first("select count(*) from facility")?.decode(Int.self) ?? 0
    report.places = places.count
    report.added = after - before
    report.changed = changed.count - report.added
    try await transaction.execute(
      "select paradero.append_change('facility', id) from unnest(\(changed)) as c (id) order by id")
  }

  private func writeAliases(
    _ places: [FacilityMerge.Place], _ seed: FacilitySeed, _ transaction: Transaction,
    _ report: inout FacilityLoadReport
  ) async throws {
    let join = StandardJoin(places, byHand: seed.standardAliases)
    var aliases: [(code: String, alias: String, origin: String)] = []
    for place in places { aliases += place.aliases.map { (place.code, $0.alias, $0.origin) } }
    let names = Dictionary(places.map { ($0.code, PlaceWords.name($0.name)) }, uniquingKeysWith: { first, _ in first })
    for line in seed.standards {
      if let (code, _) = join.code(for: line), PlaceWords.name(line.key.name) != names[code] {
        aliases.append((code, PlaceWords.titled(line.key.name), "facility-standards-fy26.csv"))
      }
    }
    try await transaction.execute("delete from facility_alias where origin like '%.csv%'")
    report.aliases = try await transaction.execute(
      """
      insert into facility_alias (facility_id, alias, origin)
      select f.id, a.alias, a.origin
      from unnest(\(aliases.map(\.code)), \(aliases.map(\.alias)), \(aliases.map(\.origin)))
        as a (code, alias, origin) join facility f on f.code = a.code
      on conflict do nothing
      """)
  }

  private func writeStandards(
    _ seed: FacilitySeed, _ places: [FacilityMerge.Place], _ transaction: Transaction,
    _ report: inout FacilityLoadReport
  ) async throws {
    let join = StandardJoin(places, byHand: seed.standardAliases)
    guard let listedOn = CivilDate(iso: FacilitySeed.standardsListedOn) else { return }
    try await transaction.execute("delete from facility_standard where listed_on = \(listedOn)")
    let lines = seed.standards
    let found = lines.map { join.code(for: $0) }
    for (line, found) in zip(lines, found) {
      switch found?.basis {
      case .name: report.standardsByName += 1
      case .address: report.standardsByAddress += 1
      case .hand: report.standardsByHand += 1
      case nil: report.standardsUnmatched.append("\(line.key.name), \(line.key.city) \(line.key.state)")
      }
    }
    try await transaction.execute(
      """
      insert into facility_standard (facility_id, listed_name, listed_address, listed_city, listed_state, standard,
        contract_type, population, inspection_type, inspected_on, inspection_note, rating, listed_on, join_basis)
      select f.id, s.name, s.address, s.city, s.state, s.standard, s.contract_type, s.population, s.inspection_type,
        s.inspected_on, s.note, s.rating, \(listedOn), s.basis
      from unnest(\(found.map { $0?.code }), \(lines.map(\.key.name)), \(lines.map(\.address)),
        \(lines.map(\.key.city)), \(lines.map(\.key.state)), \(lines.map(\.standard)), \(lines.map(\.contractType)),
        \(lines.map(\.population)), \(lines.map(\.inspectionType)), \(lines.map(\.inspectedOn)),
        \(lines.map(\.inspectionNote)), \(lines.map(\.rating)), \(found.map { $0?.basis.rawValue }))
        as s (code, name, address, city, state, standard, contract_type, population, inspection_type, inspected_on, note,
          rating, basis)
      left join facility f on f.code = s.code
      """)
  }

  private func writeTransfers(
    _ seed: FacilitySeed, _ places: [FacilityMerge.Place], _ transaction: Transaction,
    _ report: inout FacilityLoadReport
  ) async throws {
    guard let from = CivilDate(iso: FacilitySeed.transfersCounted.from),
      let until = CivilDate(iso: FacilitySeed.transfersCounted.until)
    else { return }
    report.transfers = TransferSummary(seed.transfers, known: Set(places.map(\.code)))
    try await transaction.execute("delete from transfer_count where counted_from = \(from)")
    try await transaction.execute(
      """
      insert into transfer_count (from_facility_id, to_facility_id, transfers, counted_from, counted_until)
      select f.id, t.id, c.count, \(from), \(until)
      from unnest(\(seed.transfers.map(\.from)), \(seed.transfers.map(\.to)), \(seed.transfers.map { Int32($0.count) }))
        as c (from_code, to_code, count)
      join facility f on f.code = c.from_code join facility t on t.code = c.to_code
      """)
  }
}
