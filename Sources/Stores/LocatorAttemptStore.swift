package import Postgres
package import CivilTime
package import Records

/// What staff looked up elsewhere. Rows are added and read; nothing here changes one.
package struct LocatorAttemptStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  package func add(_ attempt: LocatorAttempt, now: Timestamp) async throws -> Int64? {
    var inputs = attempt.inputs
    inputs.aNumber = session.numbers.stored(inputs.aNumber)
    return try await session.first(
      """
      insert into locator_attempt
        (locator, person_id, tried_at, inputs, result, facility_text, who, next_check_at, recorded_at)
      values (\(attempt.locator.rawValue), \(attempt.personID), \(attempt.triedAt), \(try PostgresJSON(encoding: inputs)),
        \(attempt.result.rawValue), \(attempt.facilityText), \(attempt.who), \(attempt.nextCheckAt), \(now))
      returning id
      """)?.decode(Int64.self)
  }

  /// Whether there is such a person to tie an attempt to.
  package func hasPerson(_ id: Int64) async throws(PostgresError) -> Bool {
    try await session.first("select true from person where id = \(id)") != nil
  }

  /// The newest attempts first.
  package func recent(limit: Int) async throws -> [LoggedAttempt] {
    let numbers = session.numbers
    return try await session.rows(
      """
      select id, locator, person_id, tried_at, inputs, result, facility_text, who, next_check_at, recorded_at
      from locator_attempt order by tried_at desc, id desc limit \(limit)
      """
    ).map { try Self.attempt($0, numbers) }
  }

  private static func attempt(_ row: PostgresRow, _ numbers: NumberBoundary) throws -> LoggedAttempt {
    let (id, locator, person, tried, inputs, result, place, who, next, recorded) = try row.decode(
      Int64.self, String.self, Int64?.self, Timestamp.self, PostgresJSON.self, String.self, String?.self,
      String.self, Timestamp?.self, Timestamp.self)
    var typed = try inputs.decode(as: LocatorInputs.self)
    typed.aNumber = numbers.opened(typed.aNumber)
    return LoggedAttempt(
      id: id,
      attempt: LocatorAttempt(
        locator: Locator(rawValue: locator) ?? .other, personID: person, triedAt: tried,
        inputs: typed, result: LocatorResult(rawValue: result) ?? .error,
        facilityText: place, who: who, nextCheckAt: next),
      recordedAt: recorded)
  }
}
