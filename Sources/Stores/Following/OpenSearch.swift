package import CivilTime
package import Linkage
internal import Postgres

/// What somebody is looked for by, kept because they asked for it.
package struct OpenSearch: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let facts: SearchRequest
  /// The name of the account that opened it; nil when nobody with an account did.
  package let openedBy: String?
  package let openedAt: Timestamp
  /// When it was last looked at.
  package let renewedAt: Timestamp
  package let expiresAt: Timestamp
  package let closedAt: Timestamp?
  /// When it is to be matched against all records again; long past for one that is new.
  package let dueAt: Timestamp
  /// Whether it was matched while the newest records were still coming in, and is due again for that.
  package let isSettling: Bool

  package init(
    id: Int64, facts: SearchRequest, openedBy: String?, openedAt: Timestamp, renewedAt: Timestamp,
    expiresAt: Timestamp, closedAt: Timestamp?, dueAt: Timestamp, isSettling: Bool
  ) {
    (self.id, self.facts, self.openedBy) = (id, facts, openedBy)
    (self.openedAt, self.renewedAt, self.expiresAt) = (openedAt, renewedAt, expiresAt)
    (self.closedAt, self.dueAt, self.isSettling) = (closedAt, dueAt, isSettling)
  }

  /// Whether it is matched: neither closed nor run out.
  package func isOpen(at now: Timestamp) -> Bool { closedAt == nil && expiresAt > now }
}

/// A search in a list, with how many matches hold.
package struct SearchOverview: Sendable, Equatable {
  package let search: OpenSearch
  package let matches: Int
  package let likely: Int
  /// Found or become better since somebody last looked.
  package let unseen: Int
}

extension SearchRequest {
  /// The births as the table keeps them: days, or a year, or an age on a day.
  var birthColumns: (days: [CivilDate], year: Int16?, age: Int16?, on: CivilDate?) {
    var days: [CivilDate] = []
    for birth in births {
      switch birth {
      case .day(let day): days.append(day)
      case .year(let year): return ([], Int16(clamping: year), nil, nil)
      case .age(let years, let on): return ([], nil, Int16(clamping: years), on)
      }
    }
    return (days, nil, nil, nil)
  }
}

extension SearchRequest {
  /// Reads the columns of an open search.
  init(_ row: PostgresRow, _ numbers: NumberBoundary) throws(PostgresError) {
    var births = try row["birth_dates", as: [CivilDate].self].map { KnownBirth.day($0) }
    if let year = try row["birth_year", as: Int16?.self] { births = [.year(Int(year))] }
    if let age = try row["birth_age", as: Int16?.self], let on = try row["birth_age_on", as: CivilDate?.self] {
      births = [.age(Int(age), on: on)]
    }
    self.init(
      name: try row["name", as: String.self], births: births, country: try row["country", as: String?.self],
      aNumber: numbers.opened(try row["a_number", as: String?.self]),
      sex: try row["sex", as: String?.self].flatMap { Sex(rawValue: $0) },
      arrestedOn: try row["arrest_dates", as: [CivilDate].self],
      arrestPlace: try row["arrest_place", as: String?.self])
  }
}

extension OpenSearch {
  init(_ row: PostgresRow, _ numbers: NumberBoundary) throws(PostgresError) {
    id = try row["id", as: Int64.self]
    facts = try SearchRequest(row, numbers)
    openedBy = try row["account", as: String?.self]
    openedAt = try row["opened_at", as: Timestamp.self]
    renewedAt = try row["renewed_at", as: Timestamp.self]
    expiresAt = try row["expires_at", as: Timestamp.self]
    closedAt = try row["closed_at", as: Timestamp?.self]
    dueAt = try row["due_at", as: Timestamp.self]
    isSettling = try row["is_settling", as: Bool.self]
  }
}
