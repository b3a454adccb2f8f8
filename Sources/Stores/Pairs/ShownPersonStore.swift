internal import CivilTime
internal import Linkage
package import Postgres
package import Records

/// Who is one with whom, and what is known of them besides what matching compares.
package struct ShownPersonStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  /// Everybody who is one with any of these, with the number under which they are shown.
  package func shownAs(_ people: [Int64]) async throws(PostgresError) -> [Int64: Int64] {
    var shown: [Int64: Int64] = [:]
    for row in try await session.rows("select person_id, shown_as from paradero.shown_as(\(people))") {
      let (person, other) = try row.decode(Int64.self, Int64.self)
      shown[person] = other
    }
    return shown
  }

  /// The A-numbers that live sources give of each, under whom they are shown as.
  package func aNumbers(of people: [Int64]) async throws(PostgresError) -> [Int64: [String]] {
    var numbers: [Int64: [String]] = [:]
    let boundary = session.numbers
    for row in try await session.rows(
      """
      select s.shown_as, array_agg(distinct i.value)
      from paradero.shown_as(\(people)) s
      join paradero.live_identifier i on i.person_id = s.person_id and i.kind = 'a_number'
      group by s.shown_as
      """)
    {
      let (person, values) = try row.decode(Int64.self, [String].self)
      numbers[person] = Set(values.map(boundary.opened)).subtracting([ANumber.unreadable]).sorted()
    }
    return numbers
  }

  /// The sources that describe each, under whom they are shown as; who is in none is not described by any.
  package func sources(of people: [Int64]) async throws(PostgresError) -> [Int64: ShownSources] {
    var found: [Int64: ShownSources] = [:]
    for row in try await session.rows(
      """
      select s.shown_as, array_agg(distinct d.source_id order by d.source_id),
        array_agg(distinct b.name order by b.name), bool_or(d.is_sample)
      from paradero.shown_as(\(people)) s
      join paradero.live_description d on d.person_id = s.person_id join source b on b.id = d.source_id
      group by s.shown_as
      """)
    {
      let (person, ids, names, isSample) = try row.decode(Int64.self, [Int32].self, [String].self, Bool.self)
      found[person] = ShownSources(ids: ids, names: names, isSample: isSample)
    }
    return found
  }

  /// What each live source says of each, under whom they are shown as, the newest first.
  package func descriptions(of people: [Int64]) async throws -> [Int64: [ToldOfPerson]] {
    var told: [Int64: [ToldOfPerson]] = [:]
    let numbers = session.numbers
    for row in try await session.rows(
      """
      select s.shown_as, d.person_id, d.full_name, d.birth_date, d.birth_year, d.birth_basis, d.country::text, d.sex,
        b.name as source, d.reported_at,
        array(select i.value from paradero.live_identifier i
          where i.person_id = d.person_id and i.batch_id = d.batch_id and i.kind = 'a_number') as numbers
      from paradero.shown_as(\(people)) s
      join paradero.live_description d on d.person_id = s.person_id join source b on b.id = d.source_id
      order by s.shown_as, d.reported_at desc, d.id
      """)
    {
      let year = try row["birth_year", as: Int16?.self].map { Int($0) }
      told[try row["shown_as", as: Int64.self], default: []].append(
        ToldOfPerson(
          person: try row["person_id", as: Int64.self], name: try row["full_name", as: String.self],
          birthDay: try row["birth_date", as: CivilDate?.self], birthYear: year,
          isReckoned: try row["birth_basis", as: String?.self] == "age", country: try row["country", as: String?.self],
          sex: try row["sex", as: String?.self],
          aNumbers: Set(try row["numbers", as: [String].self].map(numbers.opened)).sorted(),
          source: try row["source", as: String.self], reportedAt: try row["reported_at", as: Timestamp.self]))
    }
    return told
  }
}

/// Who told of somebody.
package struct ShownSources: Sendable, Equatable {
  package let ids: [Int32]
  package let names: [String]
  package let isSample: Bool
}
