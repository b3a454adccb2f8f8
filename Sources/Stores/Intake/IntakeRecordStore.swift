package import CivilTime
package import Postgres
internal import Records

/// Somebody whom a report tells of, as a record says it.
package struct IntakePerson: Sendable, Equatable {
  package var fullName: String
  package var birthDate: CivilDate?
  package var birthYear: Int?
  /// Whether the year was reckoned from an age.
  package var isFromAge: Bool
  package var country: String?
  package var sex: String?

  package init(
    fullName: String, birthDate: CivilDate? = nil, birthYear: Int? = nil, isFromAge: Bool = false,
    country: String? = nil, sex: String? = nil
  ) {
    (self.fullName, self.birthDate, self.birthYear) = (fullName, birthDate, birthYear)
    (self.isFromAge, self.country, self.sex) = (isFromAge, country, sex)
  }

  var birthBasis: String? {
    birthDate != nil ? "date" : birthYear == nil ? nil : isFromAge ? "age" : "year"
  }
}

/// Adds what a report tells of somebody to the records, as any other source's.
package struct IntakeRecordStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  /// A person of a batch.
  package func addPerson(batch: Int64, isSample: Bool) async throws(PostgresError) -> Int64 {
    try await session.first(
      "insert into person (batch_id, is_sample) values (\(batch), \(isSample)) returning id")?.decode(Int64.self) ?? 0
  }

  package func describe(
    _ person: Int64, _ told: IntakePerson, batch: Int64, reportedAt: Timestamp
  ) async throws(PostgresError) {
    let year = told.birthDate.map(\.year) ?? told.birthYear
    try await session.execute(
      """
      insert into person_description (person_id, batch_id, full_name, birth_date, birth_year, birth_basis, sex, country,
        reported_at)
      values (\(person), \(batch), \(told.fullName), \(told.birthDate), \(year.map { Int16(clamping: $0) }),
        \(told.birthBasis), \(told.sex), \(told.country), \(reportedAt))
      """)
  }

  /// Whether what was told of somebody may be changed into a better source's words: the person is still there.
  package func exists(_ person: Int64) async throws(PostgresError) -> Bool {
    try await session.first("select id from person where id = \(person)") != nil
  }
}
