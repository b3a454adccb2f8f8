package import CivilTime
package import Postgres

/// The organisations that monitors and responders belong to.
package struct OrganisationStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  /// The number of the organisation of that name, made if there is none.
  package func findOrAdd(_ name: String, isSample: Bool, now: Timestamp) async throws(PostgresError) -> Int64? {
    try await session.execute(
      """
      insert into organisation (name, is_sample, created_at) values (\(name), \(isSample), \(now))
      on conflict do nothing
      """)
    return try await session.first("select id from organisation where name = \(name)")?.decode(Int64.self)
  }

  /// The names of all offices and organisations, by their numbers.
  package func names() async throws(PostgresError) -> (offices: [Int64: String], organisations: [Int64: String]) {
    var offices: [Int64: String] = [:]
    var organisations: [Int64: String] = [:]
    for row in try await session.rows("select id, name from office") {
      let (id, name) = try row.decode(Int64.self, String.self)
      offices[id] = name
    }
    for row in try await session.rows("select id, name from organisation") {
      let (id, name) = try row.decode(Int64.self, String.self)
      organisations[id] = name
    }
    return (offices, organisations)
  }
}
