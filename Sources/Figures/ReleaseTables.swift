/// The counts of one release: of requests, by place and by kind of denial, each by week, and what all releases come to.
///
/// Both tables count the same requests, each once, so that their sums by week are one. A small count is left out first; then
/// so much more that nothing of any release can be had back (``PublishedSystem``).
package struct ReleaseTables: Sendable, Equatable, Codable {
  /// `2026-10-12` and so on: the Mondays of its weeks, and `earlier` for what was upheld too late for its own release.
  package let weeks: [String]
  /// By code: a count for each week and their sum at the end. Nil is left out.
  package let places: [String: [Int?]]
  package let kinds: [String: [Int?]]
  /// Of all: by week, and in all.
  package let all: [Int?]
  /// What this and all earlier releases come to, by place, by kind and in all.
  package let placesSoFar: [String: Int?]
  package let kindsSoFar: [String: Int?]
  package let allSoFar: Int?

  package init(
    weeks: [String], places: [String: [Int?]], kinds: [String: [Int?]], all: [Int?], placesSoFar: [String: Int?],
    kindsSoFar: [String: Int?], allSoFar: Int?
  ) {
    (self.weeks, self.places, self.kinds, self.all) = (weeks, places, kinds, all)
    (self.placesSoFar, self.kindsSoFar, self.allSoFar) = (placesSoFar, kindsSoFar, allSoFar)
  }

  package static let earlier = "earlier"

  /// A request that is counted: in which week, at which place, as which kind.
  package struct Counted: Sendable, Equatable {
    package let week: String
    package let place: String
    package let kind: String

    package init(week: String, place: String, kind: String) { (self.week, self.place, self.kind) = (week, place, kind) }
  }

  /// What is to be published, with what may not be told left out.
  /// - Parameters:
  ///   - places: those that get a line though nothing is counted there: their zero is a true one.
  ///   - soFar: the true totals of all earlier releases, which nobody else is told.
  package static func make(
    _ counted: [Counted], weeks: [String], places: [String], soFar: Totals, after past: [(number: Int, ReleaseTables)],
    number: Int, _ solve: PublishedSystem.Solver
  ) throws -> ReleaseTables {
    let weeks = weeks + [earlier]
    let earlierPlaces = past.last.map { Array($0.1.placesSoFar.keys) } ?? []
    let earlierKinds = past.last.map { Array($0.1.kindsSoFar.keys) } ?? []
    let places = Set(places + counted.map(\.place) + earlierPlaces).sorted()
    let kinds = Set(counted.map(\.kind) + earlierKinds).sorted()
    func count(_ week: String, _ part: KeyPath<Counted, String>, _ value: String) -> Int {
      counted.count { $0.week == week && $0[keyPath: part] == value }
    }
    let placeCounts = places.map { place in weeks.map { count($0, \.place, place) } }
    let kindCounts = kinds.map { kind in weeks.map { count($0, \.kind, kind) } }
    let byPlace = ProtectedTable(rows: places, columns: weeks, counts: placeCounts)
    let byKind = ProtectedTable(rows: kinds, columns: weeks, counts: kindCounts)
    let names = Names(number: number, weeks: weeks)
    var cells: [String: PublishedSystem.Cell] = [:]
    func add(_ name: String, _ count: Int, _ isHidden: Bool) {
      // What two tables share is left out if either leaves it out.
      let was = cells[name]?.isHidden ?? false
      cells[name] = PublishedSystem.Cell(name, count, isHidden: isHidden || was, isPast: false)
    }
    for (protected, counts, name) in [
      (byPlace, placeCounts, names.place), (byKind, kindCounts, names.kind),
    ] {
      let full = ProtectedTable.withSums(counts, columns: weeks.count)
      for (row, line) in full.enumerated() {
        for (column, count) in line.enumerated() {
          let cell = row < counts.count ? name(protected.rows[row], column) : names.all(column)
          add(cell, count, protected.cells[row][column] == nil)
        }
      }
    }
    let totals = soFar.adding(counted)
    for place in places { add(names.placeSoFar(place), totals.places[place] ?? 0, isSmall(totals.places[place] ?? 0)) }
    for kind in kinds { add(names.kindSoFar(kind), totals.kinds[kind] ?? 0, isSmall(totals.kinds[kind] ?? 0)) }
    add(names.allSoFar, totals.all, isSmall(totals.all))
    let before = past.map { Published($0.1, number: $0.number) }
    var system = PublishedSystem(
      before.flatMap(\.cells) + cells.values.sorted { $0.name < $1.name },
      Self.sums(of: past + [(number, Self.shape(weeks, places, kinds))]))
    try system.protect(solve)
    func told(_ name: String) -> Int? { system.isHidden(name) ? nil : cells[name]?.count }
    let columns = 0...weeks.count
    return ReleaseTables(
      weeks: weeks,
      places: Dictionary(
        uniqueKeysWithValues: places.map { place in (place, columns.map { told(names.place(place, $0)) }) }),
      kinds: Dictionary(uniqueKeysWithValues: kinds.map { kind in (kind, columns.map { told(names.kind(kind, $0)) }) }),
      all: columns.map { told(names.all($0)) },
      placesSoFar: Dictionary(uniqueKeysWithValues: places.map { ($0, told(names.placeSoFar($0))) }),
      kindsSoFar: Dictionary(uniqueKeysWithValues: kinds.map { ($0, told(names.kindSoFar($0))) }),
      allSoFar: told(names.allSoFar))
  }

  /// The system that somebody has who kept every release.
  package static func attack(_ releases: [(number: Int, ReleaseTables)]) -> PublishedSystem {
    PublishedSystem(releases.flatMap { Published($0.1, number: $0.number).cells }, sums(of: releases))
  }

  private static func isSmall(_ count: Int) -> Bool { (1..<ProtectedTable.smallest).contains(count) }

  /// Only which lines and weeks there are.
  private static func shape(_ weeks: [String], _ places: [String], _ kinds: [String]) -> ReleaseTables {
    let line = Array(repeating: Int?.none, count: weeks.count + 1)
    return ReleaseTables(
      weeks: weeks, places: Dictionary(uniqueKeysWithValues: places.map { ($0, line) }),
      kinds: Dictionary(uniqueKeysWithValues: kinds.map { ($0, line) }), all: line,
      placesSoFar: Dictionary(uniqueKeysWithValues: places.map { ($0, nil) }),
      kindsSoFar: Dictionary(uniqueKeysWithValues: kinds.map { ($0, nil) }), allSoFar: nil)
  }

  /// Rows, columns, and each release's totals as those of the one before and its own.
  private static func sums(of releases: [(number: Int, ReleaseTables)]) -> [PublishedSystem.Sum] {
    var sums: [PublishedSystem.Sum] = []
    var previous: (names: Names, ReleaseTables)?
    for (number, tables) in releases {
      let names = Names(number: number, weeks: tables.weeks), last = tables.weeks.count
      let places = tables.places.keys.sorted(), kinds = tables.kinds.keys.sorted()
      for (keys, name) in [(places, names.place), (kinds, names.kind)] {
        for key in keys { sums.append(.init(name(key, last), of: (0..<last).map { name(key, $0) })) }
        for column in 0...last { sums.append(.init(names.all(column), of: keys.map { name($0, column) })) }
      }
      sums.append(.init(names.all(last), of: (0..<last).map(names.all)))
      for place in places {
        let old = previous.flatMap { $0.1.placesSoFar[place] == nil ? nil : $0.names.placeSoFar(place) }
        sums.append(.init(names.placeSoFar(place), of: [old, names.place(place, last)].compactMap(\.self)))
      }
      for kind in kinds {
        let old = previous.flatMap { $0.1.kindsSoFar[kind] == nil ? nil : $0.names.kindSoFar(kind) }
        sums.append(.init(names.kindSoFar(kind), of: [old, names.kind(kind, last)].compactMap(\.self)))
      }
      sums.append(.init(names.allSoFar, of: [previous?.names.allSoFar, names.all(last)].compactMap(\.self)))
      sums.append(.init(names.allSoFar, of: places.map(names.placeSoFar)))
      sums.append(.init(names.allSoFar, of: kinds.map(names.kindSoFar)))
      previous = (names, tables)
    }
    return sums
  }

  /// What cells are called in the system of all releases.
  private struct Names {
    let number: Int
    let weeks: [String]

    func place(_ place: String, _ column: Int) -> String { "r\(number).place.\(place).\(column)" }
    func kind(_ kind: String, _ column: Int) -> String { "r\(number).kind.\(kind).\(column)" }
    func all(_ column: Int) -> String { "r\(number).all.\(column)" }
    func placeSoFar(_ place: String) -> String { "t\(number).place.\(place)" }
    func kindSoFar(_ kind: String) -> String { "t\(number).kind.\(kind)" }
    var allSoFar: String { "t\(number).all" }
  }

  /// The cells of a release that was made.
  private struct Published {
    let cells: [PublishedSystem.Cell]

    init(_ tables: ReleaseTables, number: Int) {
      let names = Names(number: number, weeks: tables.weeks)
      var cells: [PublishedSystem.Cell] = []
      func add(_ name: String, _ count: Int?) {
        cells.append(PublishedSystem.Cell(name, count, isHidden: count == nil, isPast: true))
      }
      for (place, line) in tables.places {
        for (column, count) in line.enumerated() { add(names.place(place, column), count) }
      }
      for (kind, line) in tables.kinds {
        for (column, count) in line.enumerated() { add(names.kind(kind, column), count) }
      }
      for (column, count) in tables.all.enumerated() { add(names.all(column), count) }
      for (place, count) in tables.placesSoFar { add(names.placeSoFar(place), count) }
      for (kind, count) in tables.kindsSoFar { add(names.kindSoFar(kind), count) }
      add(names.allSoFar, tables.allSoFar)
      self.cells = cells.sorted { $0.name < $1.name }
    }
  }

  /// True totals, which stay inside.
  package struct Totals: Sendable, Equatable {
    package var places: [String: Int]
    package var kinds: [String: Int]
    package var all: Int { places.values.reduce(0, +) }

    package init(places: [String: Int] = [:], kinds: [String: Int] = [:]) {
      (self.places, self.kinds) = (places, kinds)
    }

    package func adding(_ counted: [Counted]) -> Totals {
      var sum = self
      for one in counted {
        sum.places[one.place, default: 0] += 1
        sum.kinds[one.kind, default: 0] += 1
      }
      return sum
    }
  }
}
