package import CivilTime
internal import Linkage
package import Postgres
internal import Stores

/// Compares what is kept with a full cross-match: every open search against all records, weighed anew.
package struct FollowingCheck: Sendable {
  private let database: Database
  private let records: RecordIndex

  /// - Parameter database: a pool of the staff role.
  package init(_ database: Database, records: RecordIndex) {
    self.database = database
    self.records = records
  }

  /// A pair of a search and a person of the records, by their numbers.
  package struct Pair: Sendable, Hashable, Comparable, Encodable {
    package let search: Int64
    package let person: Int64

    package static func < (a: Pair, b: Pair) -> Bool { (a.search, a.person) < (b.search, b.person) }
  }

  package struct Report: Sendable, Equatable, Encodable {
    package var searches = 0
    /// Pairs that the cross-match found, and pairs that are kept.
    package var found = 0
    package var kept = 0
    /// Found by the cross-match, and not kept.
    package var missing: [Pair] = []
    /// Kept, and no match any more.
    package var stale: [Pair] = []
    /// Kept with a weight that is off by half a bit or more.
    package var otherwise: [Pair] = []
    /// Changes, people and searches that wait to be matched: while there are any, something may be missing.
    package var waitingChanges = 0
    package var waitingPeople = 0
    package var waitingSearches = 0

    package var isWaiting: Bool { waitingChanges + waitingPeople + waitingSearches > 0 }
    package var isComplete: Bool { missing.isEmpty && stale.isEmpty }
  }

  static let notable = 0.5

  /// - Parameter repairs: makes every search that differs due at once.
  package func run(now: Timestamp, repairs: Bool = false, progress: (Int) -> Void = { _ in }) async throws -> Report {
    var report = Report()
    let follower = FollowerStore(database, .searches)
    let position = try await follower.position()
    report.waitingChanges = try await ChangeStore(database).after(position).count
    report.waitingPeople = try await follower.countDue()
    let searches = try await OpenSearchStore(database).open(now: now)
    report.waitingSearches = searches.count { $0.dueAt <= now }
    let weighing = try await records.weighing(now: now)
    for search in searches {
      try await compare(search, weighing, now, &report)
      report.searches += 1
      progress(report.searches)
    }
    if repairs {
      let pairs = report.missing + report.stale + report.otherwise
      try await OpenSearchStore(database).setDue(Array(Set(pairs.map(\.search))), at: now)
    }
    return report
  }

  private func compare(
    _ search: Stores.OpenSearch, _ weighing: PairWeighing, _ now: Timestamp, _ report: inout Report
  ) async throws {
    let today = now.utcDay ?? .farthest
    let kept = try await MatchStore(database).kept(searches: [search.id]).filter { $0.gone == nil }
    let readings = PairWeighing.readings(search.facts, today: today)
    let candidates = try await records.candidates(readings, now: now)
    let listed = try await records.listed(Array(Set(candidates + kept.map(\.pair.person))), now: now)
    let prepared = weighing.prepare(search.facts, today: today)
    var stale = Dictionary(kept.map { ($0.pair.person, $0) }) { $1 }
    report.kept += kept.count
    for (id, person) in listed {
      let known = stale[id]
      guard let verdict = weighing.weigh(person, for: prepared),
        PairWeighing.isMatch(verdict, wasOne: known != nil)
      else { continue }
      let pair = Pair(search: search.id, person: id)
      report.found += 1
      stale[id] = nil
      if let known {
        if abs(known.pair.bits - verdict.assessment.bits) >= Self.notable { report.otherwise.append(pair) }
      } else {
        report.missing.append(pair)
      }
    }
    report.stale += stale.keys.map { Pair(search: search.id, person: $0) }
    report.missing.sort()
    report.stale.sort()
    report.otherwise.sort()
  }
}
