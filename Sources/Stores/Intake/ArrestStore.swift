package import CivilTime
package import Postgres

/// Arrests with one combination of what is known of them, and how many.
package struct ArrestCount: Sendable, Equatable {
  /// Such as `2026-11`, or `unknown`.
  package let month: String
  /// `arrest` was told, `booking` alone, or the person was only `seen`.
  package let basis: String
  package let area: String
  package let state: String
  package let kind: String
  package let sex: String
  package let country: String
  package let isPublic: Bool
  package let knowsDay: Bool
  package let knowsPlace: Bool
  package let moved: Bool
  package let arrests: Int
}

/// People in custody at the beginning of a month, with one combination of what is known, and how many.
package struct HeldCount: Sendable, Equatable {
  package let month: String
  /// `held` at a place, `unknown` where, or `no_news` for thirty days.
  package let standing: String
  package let area: String
  package let state: String
  package let kind: String
  package let place: String
  package let people: Int
}

/// Counts of arrests and of people in custody. The database gives no person, and nothing to who may not count.
package struct ArrestStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  package func arrests(year: Int, asOf: Timestamp) async throws(PostgresError) -> [ArrestCount] {
    var found: [ArrestCount] = []
    for row in try await session.rows(
      """
      select month, basis, area, state, place_kind, sex, country, is_public, knows_day, knows_place, moved, arrests
      from paradero.figure_arrests(\(Int32(clamping: year)), \(asOf))
      """)
    {
      found.append(
        ArrestCount(
          month: try row["month", as: String.self], basis: try row["basis", as: String.self],
          area: try row["area", as: String.self], state: try row["state", as: String.self],
          kind: try row["place_kind", as: String.self], sex: try row["sex", as: String.self],
          country: try row["country", as: String.self], isPublic: try row["is_public", as: Bool.self],
          knowsDay: try row["knows_day", as: Bool.self], knowsPlace: try row["knows_place", as: Bool.self],
          moved: try row["moved", as: Bool.self], arrests: Int(try row["arrests", as: Int64.self])))
    }
    return found
  }

  package func held(year: Int, asOf: Timestamp) async throws(PostgresError) -> [HeldCount] {
    var found: [HeldCount] = []
    for row in try await session.rows(
      """
      select month, standing, area, state, place_kind, place, people
      from paradero.figure_held(\(Int32(clamping: year)), \(asOf))
      """)
    {
      found.append(
        HeldCount(
          month: try row["month", as: String.self], standing: try row["standing", as: String.self],
          area: try row["area", as: String.self], state: try row["state", as: String.self],
          kind: try row["place_kind", as: String.self], place: try row["place", as: String.self],
          people: Int(try row["people", as: Int64.self])))
    }
    return found
  }
}
