package import CivilTime
package import Postgres
internal import Records
internal import Stores

/// Public facts about places, out of the database.
package struct FacilityService: FacilityDirectory {
  private let database: Database
  private let today: @Sendable () -> CivilDate

  /// `today` chooses the contacts and hours in force.
  package init(_ database: Database, today: @escaping @Sendable () -> CivilDate) {
    self.database = database
    self.today = today
  }

  package func facility(code: String) async throws -> FacilityDetails? {
    let day = today()
    return try await database.withConnection { session in
      let store = FacilityStore(session)
      guard let facility = try await store.facility(code: code) else { return nil }
      return FacilityDetails(
        facility: facility, aliases: try await store.aliases(of: facility.id),
        office: try await store.fieldOffice(of: facility.id),
        contacts: try await store.contacts(of: facility.id, on: day),
        hours: try await store.hours(of: facility.id, on: day), standard: try await store.standard(of: facility.id),
        transfers: try await store.transfersFrom(facility.id))
    }
  }

  package func facilities(matching text: String, state: String?, limit: Int) async throws -> FacilityMatches {
    let found = try await FacilityStore(database).find(text, state: state, limit: limit)
    return FacilityMatches(facilities: found.facilities, total: found.total)
  }

  package func facilityCounts() async throws -> [StateCount] {
    try await FacilityStore(database).countsByState().map { StateCount(state: $0.state, facilities: $0.facilities) }
  }

  package func fieldOffices() async throws -> [FieldOfficeArea] {
    try await FacilityStore(database).fieldOffices().map { FieldOfficeArea(office: $0.office, area: $0.area) }
  }
}
