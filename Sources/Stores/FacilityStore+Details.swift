package import CivilTime
package import Postgres
package import Records

/// What a facility's page shows besides the facility.
extension FacilityStore {
  /// Other names of the facility, by alphabet.
  package func aliases(of id: Int32) async throws(PostgresError) -> [String] {
    var aliases: [String] = []
    for row in try await session.rows("select alias from facility_alias where facility_id = \(id) order by alias") {
      aliases.append(try row.decode(String.self))
    }
    return aliases
  }

  /// The field office that answers for the facility.
  package func fieldOffice(of id: Int32) async throws(PostgresError) -> FieldOffice? {
    try await session.first(
      """
      select o.id, o.name, o.address, o.city, o.state, o.zip, o.phone, o.email
      from field_office o join facility f on f.field_office_id = o.id where f.id = \(id)
      """
    ).map { row throws(PostgresError) in
      let (id, name, address, city, state, zip, phone, email) = try row.decode(
        Int32.self, String.self, String?.self, String?.self, String?.self, String?.self, String?.self, String?.self)
      return FieldOffice(
        id: id, name: name, address: address, city: city, state: state, zip: zip, phone: phone, email: email)
    }
  }

  /// What the newest list of inspections says of the facility.
  package func standard(of id: Int32) async throws(PostgresError) -> FacilityStandard? {
    try await session.first(
      """
      select standard, contract_type, population, inspection_type, inspected_on, inspection_note, rating, listed_on
      from facility_standard where facility_id = \(id)
      order by listed_on desc, inspected_on desc nulls last limit 1
      """
    ).map { row throws(PostgresError) in
      let (standard, contract, population, type, on, note, rating, listed) = try row.decode(
        String?.self, String?.self, String?.self, String?.self, CivilDate?.self, String?.self, String?.self,
        CivilDate.self)
      return FacilityStandard(
        standard: standard, contractType: contract, population: population, inspectionType: type, inspectedOn: on,
        inspectionNote: note, rating: rating, listedOn: listed)
    }
  }

  /// How to reach the facility on a day.
  package func contacts(of id: Int32, on day: CivilDate) async throws(PostgresError) -> [FacilityContact] {
    var contacts: [FacilityContact] = []
    for row in try await session.rows(
      """
      select kind, value, purpose, checked_on from facility_contact
      where facility_id = \(id) and \(day) >= coalesce(valid_from, '-infinity')
        and \(day) < coalesce(valid_to, 'infinity')
      order by purpose, kind, value
      """)
    {
      let (kind, value, purpose, checked) = try row.decode(String.self, String.self, String.self, CivilDate?.self)
      guard let kind = FacilityContact.Kind(rawValue: kind), let purpose = FacilityContact.Purpose(rawValue: purpose)
      else { continue }
      contacts.append(FacilityContact(kind: kind, value: value, purpose: purpose, checkedOn: checked))
    }
    return contacts
  }

  /// When the facility is open for what, in the week of a day.
  package func hours(of id: Int32, on day: CivilDate) async throws(PostgresError) -> [FacilityHours] {
    var hours: [FacilityHours] = []
    for row in try await session.rows(
      """
      select purpose, weekday, opens_minute, closes_minute, note from facility_hours
      where facility_id = \(id) and \(day) >= coalesce(valid_from, '-infinity')
        and \(day) < coalesce(valid_to, 'infinity')
      order by purpose, weekday, opens_minute
      """)
    {
      let (purpose, weekday, opens, closes, note) = try row.decode(
        String.self, Int16.self, Int16.self, Int16.self, String?.self)
      guard let purpose = FacilityHours.Purpose(rawValue: purpose) else { continue }
      hours.append(
        FacilityHours(
          purpose: purpose, weekday: Int(weekday), opensMinute: Int(opens), closesMinute: Int(closes), note: note))
    }
    return hours
  }

  /// Where people are usually moved from the facility, from counted moves; moves to the same place do not count.
  package func transfersFrom(_ id: Int32, limit: Int = 5) async throws(PostgresError) -> Transfers? {
    var destinations: [TransferShare] = []
    var period: (total: Int64, from: CivilDate, until: CivilDate)?
    for row in try await session.rows(
      """
      select f.code, f.name, f.city, f.state, t.transfers,
        sum(t.transfers) over () as total, t.counted_from, t.counted_until
      from transfer_count t join facility f on f.id = t.to_facility_id
      where t.from_facility_id = \(id) and t.to_facility_id <> \(id)
        and t.counted_from = (select max(counted_from) from transfer_count where from_facility_id = \(id))
      order by t.transfers desc, f.code limit \(limit)
      """)
    {
      let (code, name, city, state, transfers, total, from, until) = try row.decode(
        String.self, String.self, String?.self, String?.self, Int32.self, Int64.self, CivilDate.self, CivilDate.self)
      period = (total, from, until)
      destinations.append(
        TransferShare(
          code: code, name: name, city: city, state: state, transfers: Int(transfers),
          share: Double(transfers) / Double(total)))
    }
    return period.map {
      Transfers(destinations: destinations, total: Int($0.total), countedFrom: $0.from, countedUntil: $0.until)
    }
  }
}
