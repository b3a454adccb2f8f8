package import CivilTime
package import Postgres
package import Records

/// The offices that attorneys belong to.
package struct OfficeStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  /// The office of that name, made if there is none.
  package func findOrAdd(_ name: String, isSample: Bool, now: Timestamp) async throws(PostgresError) -> Office? {
    try await session.execute(
      """
      insert into office (name, is_sample, created_at) values (\(name), \(isSample), \(now)) on conflict do nothing
      """)
    return try await first("where name = \(name)")
  }

  package func office(_ id: Int64) async throws(PostgresError) -> Office? { try await first("where id = \(id)") }

  private func first(_ condition: PostgresQuery) async throws(PostgresError) -> Office? {
    guard let row = try await session.first("select id, name, is_sample from office \(fragment: condition)") else {
      return nil
    }
    let (id, name, isSample) = try row.decode(Int64.self, String.self, Bool.self)
    return Office(id: id, name: name, isSample: isSample)
  }
}
