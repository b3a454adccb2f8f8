package import CivilTime
package import Postgres
package import Records

/// Attorneys who ask for an account.
package struct ApplicationStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  package func add(
    name: String, barState: String, barNumber: String, office: String, accountName: String, now: Timestamp
  ) async throws(PostgresError) {
    try await session.execute(
      """
      insert into attorney_application (name, bar_state, bar_number, office, account_name, is_sample, created_at)
      values (\(name), \(barState), \(barNumber), \(office), \(accountName),
        exists (select from installation where kind = 'demo'), \(now))
      """)
  }

  /// Those that nobody has decided about, the oldest first.
  package func waiting(limit: Int) async throws(PostgresError) -> [AttorneyApplication] {
    var applications: [AttorneyApplication] = []
    for row in try await session.rows(
      """
      select \(fragment: Self.columns) from attorney_application where state = 'waiting' order by created_at, id
      limit \(limit)
      """)
    {
      applications.append(try Self.application(row))
    }
    return applications
  }

  /// One that waits, kept for this transaction.
  package func waiting(_ id: Int64) async throws(PostgresError) -> AttorneyApplication? {
    let row = try await session.first(
      """
      select \(fragment: Self.columns) from attorney_application where id = \(id) and state = 'waiting' for update
      """)
    guard let row else { return nil }
    return try Self.application(row)
  }

  package func verify(
    _ id: Int64, account: Int64, by operatorID: Int64, called number: String, on day: CivilDate, note: String?,
    now: Timestamp
  ) async throws(PostgresError) {
    try await session.execute(
      """
      update attorney_application set state = 'verified', decided_at = \(now), decided_by = \(operatorID),
        called_number = \(number), called_on = \(day), note = \(note), account_id = \(account)
      where id = \(id) and state = 'waiting'
      """)
  }

  package func refuse(
    _ id: Int64, by operatorID: Int64, note: String?, now: Timestamp
  ) async throws(PostgresError) {
    try await session.execute(
      """
      update attorney_application set state = 'refused', decided_at = \(now), decided_by = \(operatorID), note = \(note)
      where id = \(id) and state = 'waiting'
      """)
  }

  private static let columns: PostgresQuery = "id, name, bar_state, bar_number, office, account_name, created_at"

  private static func application(_ row: PostgresRow) throws(PostgresError) -> AttorneyApplication {
    let (id, name, state, number, office, account, created) = try row.decode(
      Int64.self, String.self, String.self, String.self, String.self, String.self, Timestamp.self)
    return AttorneyApplication(
      id: id, name: name, barState: state, barNumber: number, office: office, accountName: account, createdAt: created)
  }
}
