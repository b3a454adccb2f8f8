package import CivilTime
package import Postgres

/// Why cases stand together.
package enum PatternKind: String, Sendable, CaseIterable {
  /// The same refusal at one place, of several attorneys.
  case sameRefusal = "same_refusal"
  /// A closure that several people met.
  case closure
  /// A place that says that it has no legal visits.
  case blanket
}

/// Cases of one place and kind of denial, with no gap above two weeks, told by several people.
package struct CaseGroup: Sendable, Equatable {
  package let kind: PatternKind
  package let code: String
  package let placeName: String
  /// `D01`
  package let pattern: String
  package let first: CivilDate
  package let last: CivilDate
  package let cases: Int
  package let people: Int
  package let days: Int
  package let upheld: Int
  /// What people called it, the newest first.
  package var names: [PatternName] = []
}

/// What somebody called a group of cases, and why.
package struct PatternName: Sendable, Equatable {
  package let name: String
  package let reason: String
  package let by: String
  package let namedAt: Timestamp
}

extension ReviewStore {
  /// The groups of these days as the reader may see their cases: the most people first.
  package func groups(from: CivilDate, until: CivilDate, place: String?) async throws -> [CaseGroup] {
    var groups = try await session.rows("select * from paradero.pattern_groups(\(from), \(until), \(place))").map {
      row in
      CaseGroup(
        kind: PatternKind(rawValue: try row["kind", as: String.self]) ?? .sameRefusal,
        code: try row["code", as: String.self], placeName: try row["name", as: String.self],
        pattern: try row["pattern", as: String.self], first: try row["first_day", as: CivilDate.self],
        last: try row["last_day", as: CivilDate.self], cases: try row["cases", as: Int.self],
        people: try row["attorneys", as: Int.self], days: try row["days", as: Int.self],
        upheld: try row["upheld", as: Int.self])
    }
    guard !groups.isEmpty else { return [] }
    let names = try await session.rows(
      """
      select n.kind, f.code, n.pattern, n.from_day, n.until_day, n.name, n.reason, a.name as by_name, n.named_at
      from pattern_name n join facility f on f.id = n.facility_id join account a on a.id = n.account_id
      where n.until_day >= \(from) and n.from_day < \(until) order by n.id desc
      """)
    for row in names {
      let kind = try row["kind", as: String.self], code = try row["code", as: String.self]
      let pattern = try row["pattern", as: String.self]
      let first = try row["from_day", as: CivilDate.self], last = try row["until_day", as: CivilDate.self]
      let name = PatternName(
        name: try row["name", as: String.self], reason: try row["reason", as: String.self],
        by: try row["by_name", as: String.self], namedAt: try row["named_at", as: Timestamp.self])
      // What comes late may stretch a group; its names stay with the days that they were given for.
      for index in groups.indices
      where groups[index].kind.rawValue == kind && groups[index].code == code && groups[index].pattern == pattern
        && groups[index].first <= last && first <= groups[index].last
      {
        groups[index].names.append(name)
      }
    }
    return groups
  }

  package func name(
    _ group: CaseGroup, _ name: String, because reason: String, by account: Int64, now: Timestamp
  ) async throws(PostgresError) {
    try await session.execute(
      """
      insert into pattern_name (kind, facility_id, pattern, from_day, until_day, name, reason, account_id, named_at)
      select \(group.kind.rawValue), f.id, \(group.pattern), \(group.first), \(group.last), \(name), \(reason), \(account),
        \(now)
      from facility f where f.code = \(group.code)
      """)
  }
}
