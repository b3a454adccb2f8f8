package import CivilTime
package import Postgres
package import Records

/// Reads what the matching index holds and follows, through what the role `paradero_index` may see.
package struct IndexStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  // MARK: Changes

  /// The newest change; nil when there was none.
  package func newest() async throws -> ChangeMark? {
    try await session.first("select seq, kind, id, at from change order by seq desc limit 1").map(ChangeMark.init)
  }

  /// The changes after a mark, at most so many; nil when the mark itself is gone: then history is another one.
  package func changes(after mark: ChangeMark?, most: Int) async throws -> [ChangeMark]? {
    let rows = try await session.rows(
      "select seq, kind, id, at from change where seq >= \(mark?.seq ?? 0) order by seq limit \(most + 1)")
    let found = try rows.map(ChangeMark.init)
    guard let mark else { return found }
    return found.first == mark ? Array(found.dropFirst()) : nil
  }

  /// The changes since a moment; nil when there are more than so many.
  package func changes(since moment: Timestamp, most: Int) async throws -> [Change]? {
    let rows = try await session.rows("select seq, kind, id, at from change order by seq desc limit \(most + 1)")
    let found = try rows.map(ChangeMark.init).filter { $0.at >= moment }
    return found.count > most ? nil : found.map(\.change)
  }

  /// Whom a change of these batches and facilities concerns, at most one more than asked for.
  package func peopleTouched(batches: [Int64], facilities: [Int64], most: Int) async throws -> [Int64] {
    try await session.rows(
      """
      select id from paradero.people_touched(\(batches), \(facilities.map { Int32(clamping: $0) })) t (id)
      limit \(most + 1)
      """
    ).map { try $0.decode(Int64.self) }
  }

  // MARK: Records

  /// The first of every so many people, in order.
  package func steps(of size: Int) async throws -> [Int64] {
    try await session.rows("select paradero.people_in_steps(\(size)::integer)").map { try $0.decode(Int64.self) }
  }

  /// The words of every facility, by number: what an arrest there is compared by.
  package func places() async throws -> [Int32: String] {
    var places: [Int32: String] = [:]
    for row in try await session.rows("select id, concat_ws(', ', name, city, state) from facility") {
      let (id, words) = try row.decode(Int32.self, String.self)
      places[id] = words
    }
    return places
  }

  /// What live sources say of the people from one number on and before another; of a few by their numbers.
  package func rows(from first: Int64, before next: Int64?) async throws -> [RecordRow] {
    let numbers = session.numbers
    return try await session.rows(
      "\(fragment: Self.select) where person_id >= \(first) and person_id < \(next ?? .max)"
    ).compactMap { RecordRow($0, numbers) }
  }

  package func rows(of people: [Int64]) async throws -> [RecordRow] {
    let numbers = session.numbers
    return try await session.rows("\(fragment: Self.select) where person_id = any (\(people))").compactMap {
      RecordRow($0, numbers)
    }
  }

  private static var select: PostgresQuery {
    """
    select person_id, what, id, text, given_names, family_names, day, birth_year, birth_basis, sex, country, search_name,
      facility_id from paradero.index_row
    """
  }
}

/// A line of the table of changes, whole: two are the same change only if all of it is the same.
package struct ChangeMark: Sendable, Equatable {
  package let change: Change
  let at: Timestamp
  package var seq: Int64 { change.seq }

  package init(change: Change, at: Timestamp) {
    self.change = change
    self.at = at
  }

  init(_ row: PostgresRow) throws {
    let (seq, kind, id, at) = try row.decode(Int64.self, String.self, Int64.self, Timestamp.self)
    guard let known = ChangeKind(rawValue: kind) else { throw UnknownChange() }
    change = Change(seq: seq, kind: known, id: id)
    self.at = at
  }
}

/// A kind of change that this program does not know: it is older than the database.
package struct UnknownChange: Error, CustomStringConvertible {
  package let description = "The table of changes has a kind that this program does not know: install the newer one."
}
