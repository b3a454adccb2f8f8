package import CivilTime
package import Figures
package import Postgres
internal import Records
internal import Stores

/// Which year is counted, and as known when. Whole calendar years alone: two questions about overlapping days could be
/// taken from each other.
package struct ArrestQuery: Sendable, Equatable {
  package let year: Int
  package let asOf: Timestamp

  package init(year: Int, asOf: Timestamp) { (self.year, self.asOf) = (year, asOf) }

  package static let years = 2000...2200
}

/// By what arrests are told apart.
package enum ArrestGrouping: String, Sendable, CaseIterable {
  case basis, source, area, state, kind, sex, country
  /// Whether the day is known; whether the person was in another state within seven days.
  case day, moved
}

/// By what people in custody are told apart.
package enum HeldGrouping: String, Sendable, CaseIterable { case area, state, kind, place }

/// Arrests of a year and where people were held, with small counts left out.
package struct ArrestReport: Sendable {
  package let query: ArrestQuery
  /// A row for each month, and one for those of whom the month is not known; a sum at the end of each.
  package let arrests: [ArrestGrouping: ProtectedTable]
  /// A row for the beginning of each month. What stands below would be sums over time, which mean nothing.
  package let held: [HeldGrouping: ProtectedTable]
  package let shares: [Share]

  /// A share of the arrests of the year; nil where it would give a small count away.
  package struct Share: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable { case dayKnown, placeKnown, publicSource, moved }
    package let kind: Kind
    package let rate: Rate?
  }

  /// What stands for what nobody told, for all but the largest groups, and for people of whom there is no news.
  package static let unknown = "unknown"
  package static let others = "others"
  package static let noNews = "no_news"
}

/// Counts arrests and people in custody for monitors, responders, and reports at the command line.
package struct ArrestService: Sendable {
  private let database: Database

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database) { self.database = database }

  package func report(_ query: ArrestQuery, by staff: Staff) async throws -> ArrestReport {
    try staff.require(.countArrests)
    return try await report(query, actor: staff.actor)
  }

  /// At the command line, for whoever may run it with the database's address.
  package func report(_ query: ArrestQuery) async throws -> ArrestReport {
    try await report(query, actor: "service:report")
  }

  private func report(_ query: ArrestQuery, actor: String) async throws -> ArrestReport {
    let (arrests, held) = try await database.transaction(
      isolation: .repeatableRead, readOnly: true, actor: actor
    ) { session in
      let store = ArrestStore(session)
      return (
        try await store.arrests(year: query.year, asOf: query.asOf),
        try await store.held(year: query.year, asOf: query.asOf)
      )
    }
    let tables = Self.tables(arrests, query.year)
    return ArrestReport(
      query: query, arrests: tables, held: Self.tables(held, query), shares: Self.shares(tables))
  }

  // MARK: Tables

  /// How many groups stand by themselves; the rest is counted together.
  static let mostGroups = 15

  private static func tables(_ counts: [ArrestCount], _ year: Int) -> [ArrestGrouping: ProtectedTable] {
    let groupings = ArrestGrouping.allCases
    return linked(
      groupings.map { grouping in counts.map { ($0.month, group($0, grouping), $0.arrests) } },
      rows: months(year) + [ArrestReport.unknown], keys: groupings)
  }

  private static func tables(_ counts: [HeldCount], _ query: ArrestQuery) -> [HeldGrouping: ProtectedTable] {
    let groupings = HeldGrouping.allCases
    return linked(
      groupings.map { grouping in counts.map { ($0.month, group($0, grouping), $0.people) } },
      rows: months(query.year).filter { month in
        CivilDate(iso: month + "-01").map { Timestamp(utcMidnight: $0) <= query.asOf } ?? false
      }, keys: groupings)
  }

  private static func months(_ year: Int) -> [String] {
    (1...12).map { month in "\(year)-" + (month < 10 ? "0" : "") + String(month) }
  }

  private static func group(_ count: ArrestCount, _ grouping: ArrestGrouping) -> String {
    switch grouping {
    case .basis: count.basis
    case .source: count.isPublic ? "public" : "private"
    case .area: count.area
    case .state: count.state
    case .kind: count.kind
    case .sex: count.sex
    case .country: count.country
    case .day: count.knowsDay ? "day" : ArrestReport.unknown
    case .moved: count.knowsPlace ? count.moved ? "moved" : "stayed" : ArrestReport.unknown
    }
  }

  private static func group(_ count: HeldCount, _ grouping: HeldGrouping) -> String {
    guard count.standing == "held" else { return count.standing }
    return switch grouping {
    case .area: count.area
    case .state: count.state
    case .kind: count.kind
    case .place: count.place
    }
  }

  /// One table for each way of telling apart: the same counts, so that what one leaves out no other gives away.
  private static func linked<Key: Hashable>(
    _ counts: [[(row: String, column: String, count: Int)]], rows: [String], keys: [Key]
  ) -> [Key: ProtectedTable] {
    let tables = counts.map { table -> (columns: [String], counts: [[Int]]) in
      var sums: [String: Int] = [:]
      for one in table { sums[one.column, default: 0] += one.count }
      let special = [ArrestReport.unknown, ArrestReport.noNews]
      let ordered = sums.keys.filter { !special.contains($0) }.sorted {
        (-(sums[$0] ?? 0), $0) < (-(sums[$1] ?? 0), $1)
      }
      let alone = Array(ordered.prefix(mostGroups))
      let columns =
        alone.sorted() + (ordered.count > alone.count ? [ArrestReport.others] : []) + special.filter { sums[$0] != nil }
      let columnOf = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0.element, $0.offset) })
      let rowOf = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.element, $0.offset) })
      var cells = Array(repeating: Array(repeating: 0, count: columns.count), count: rows.count)
      for one in table {
        guard let row = rowOf[one.row], let column = columnOf[one.column] ?? columnOf[ArrestReport.others] else {
          continue
        }
        cells[row][column] += one.count
      }
      return (columns, cells)
    }
    let made = LinkedTables.protected(rows: rows, tables)
    return Dictionary(uniqueKeysWithValues: zip(keys, made).map { ($0, $1) })
  }

  // MARK: Shares

  /// From the tables as they are told: what they leave out no share gives away.
  private static func shares(_ tables: [ArrestGrouping: ProtectedTable]) -> [ArrestReport.Share] {
    /// Nil where it is left out; zero where there is no such group.
    func sum(_ grouping: ArrestGrouping, _ column: String?) -> Int? {
      guard let table = tables[grouping], let bottom = table.cells.last else { return 0 }
      guard let column else { return bottom.last ?? nil }
      return table.columns.firstIndex(of: column).map { bottom[$0] } ?? 0 as Int?
    }
    func rate(_ parts: [(ArrestGrouping, String)], of all: [(ArrestGrouping, String?)]) -> Rate? {
      let count = parts.map { sum($0.0, $0.1) }, whole = all.map { sum($0.0, $0.1) }
      guard !count.contains(nil), !whole.contains(nil) else { return nil }
      return Rate(count.reduce(0) { $0 + ($1 ?? 0) }, of: whole.reduce(0) { $0 + ($1 ?? 0) })
    }
    return ArrestReport.Share.Kind.allCases.map { kind in
      let found: Rate? =
        switch kind {
        case .dayKnown: rate([(.day, "day")], of: [(.day, nil)])
        case .placeKnown: rate([(.moved, "moved"), (.moved, "stayed")], of: [(.moved, nil)])
        case .publicSource: rate([(.source, "public")], of: [(.source, nil)])
        case .moved: rate([(.moved, "moved")], of: [(.moved, "moved"), (.moved, "stayed")])
        }
      return ArrestReport.Share(kind: kind, rate: found)
    }
  }
}
