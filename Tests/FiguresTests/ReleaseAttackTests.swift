import Figures
import Foundation
import Testing

extension Solver {
  /// The value of every column; nil if there is no answer.
  static func values(_ programme: String) throws -> [Double]? {
    LinearAnswer.values(try answer(to: programme, as: "-w"))
  }
}

@Suite struct `A series of releases` {
  private struct Random {
    var state: UInt64
    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  private static let places = ["AAA", "BBB", "CCC", "DDD"], kinds = ["D01", "D03", "D11"]

  private static func counted(_ random: inout Random, weeks: [String], size: Int) -> [ReleaseTables.Counted] {
    var counted: [ReleaseTables.Counted] = []
    for week in weeks + [ReleaseTables.earlier] {
      for place in places {
        for kind in kinds {
          let many = [0, 0, 1 + random.next(4), 1 + random.next(10), 12 + random.next(size)][random.next(5)]
          counted += Array(repeating: .init(week: week, place: place, kind: kind), count: many)
        }
      }
    }
    return counted
  }

  private static func weeks(_ number: Int) -> [String] { (1...4).map { "W\(number).\($0)" } }

  /// Without a solver: only small counts left out, as a program does that thinks of one table at a time.
  private static func naive(_ counted: [ReleaseTables.Counted], _ number: Int, _ before: ReleaseTables.Totals)
    -> ReleaseTables
  {
    let weeks = weeks(number) + [ReleaseTables.earlier]
    func told(_ count: Int) -> Int? { (1...10).contains(count) ? nil : count }
    func lines(_ keys: [String], _ part: KeyPath<ReleaseTables.Counted, String>) -> [String: [Int?]] {
      Dictionary(
        uniqueKeysWithValues: keys.map { key in
          let line = weeks.map { week in counted.count { $0.week == week && $0[keyPath: part] == key } }
          return (key, (line + [line.reduce(0, +)]).map(told))
        })
    }
    let totals = before.adding(counted)
    let all = weeks.map { week in counted.count { $0.week == week } }
    return ReleaseTables(
      weeks: weeks, places: lines(places, \.place), kinds: lines(kinds, \.kind),
      all: (all + [counted.count]).map(told), placesSoFar: totals.places.mapValues(told),
      kindsSoFar: totals.kinds.mapValues(told), allSoFar: told(totals.all))
  }

  @Test func `gives small counts away where each release is looked at alone`() throws {
    var random = Random(state: 5)
    var past: [(number: Int, ReleaseTables)] = []
    var totals = ReleaseTables.Totals(
      places: Dictionary(uniqueKeysWithValues: Self.places.map { ($0, 0) }),
      kinds: Dictionary(uniqueKeysWithValues: Self.kinds.map { ($0, 0) }))
    for number in 1...2 {
      let counted = Self.counted(&random, weeks: Self.weeks(number), size: 60)
      past.append((number, Self.naive(counted, number, totals)))
      totals = totals.adding(counted)
    }
    let recovered = try ReleaseTables.attack(past).ranges(exactly: true, Solver.values).count { $0.width < 1e-6 }
    #expect(recovered > 0, "the attack finds what only small counts left out give away")
    print("releases looked at alone: \(recovered) left-out cells recovered")
  }

  @Test func `gives no left-out count to somebody with a solver and every release so far`() throws {
    var attacked = 0, told = 0, narrowest = Double.infinity
    for seed in 1...3 {
      var random = Random(state: UInt64(seed))
      var past: [(number: Int, ReleaseTables)] = []
      var totals = ReleaseTables.Totals()
      for number in 1...3 {
        let counted = Self.counted(&random, weeks: Self.weeks(number), size: 40 * seed)
        let tables = try ReleaseTables.make(
          counted, weeks: Self.weeks(number), places: Self.places + ["EEE"], soFar: totals, after: past, number: number,
          Solver.values)
        totals = totals.adding(counted)
        past.append((number, tables))
        #expect(tables.places["EEE"] == Array(repeating: 0, count: 6), "a true zero is told")
        for line in Array(tables.places.values) + Array(tables.kinds.values) + [tables.all] {
          for case let count? in line { #expect(!(1...10).contains(count)) }
        }
        let system = ReleaseTables.attack(past)
        told += system.cells.count { !$0.isHidden && ($0.count ?? 0) > 0 }
        for range in try system.ranges(exactly: true, Solver.values) {
          attacked += 1
          narrowest = min(narrowest, range.width)
          #expect(range.width >= PublishedSystem.margin - 1e-6, "\(range.cell) of release \(number)")
        }
      }
    }
    print(
      "attack on series of releases: \(attacked) left-out cells, none within \(PublishedSystem.margin), narrowest \(narrowest); \(told) counts above ten told"
    )
    #expect(attacked > 100 && told > 50)
  }
}
