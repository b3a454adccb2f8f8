internal import CivilTime
internal import Foundation
internal import Linkage
internal import Records
internal import Stores

extension LinkageBenchmark {
  /// New records against open searches, each timed by the processor; then the full cross-match of all pairs, which shows
  /// whether one was missed.
  ///
  /// - Parameters:
  ///   - searches: who is looked for.
  ///   - arriving: the new records, which are among those that were loaded.
  package func follow(searches: String, arriving: String, in loaded: Loaded) async throws -> Facts {
    let index = loaded.list.index
    let weighing = PairWeighing(
      matcher: index.matcher, calibration: index.knowledge.calibration, population: index.people,
      letters: tables.letters, numbers: ANumberKeys())
    let open = try rows(searches).enumerated().map { OpenSearch(Int64($0.offset), $0.element) }
    let people = try rows(arriving).enumerated().map { IndexedPerson(Int64($0.offset), [$0.element]) }
    let start = ContinuousClock.now
    var mirror = SearchMirror(index.knowledge, matcher: index.matcher, letters: tables.letters, open)
    let made = (ContinuousClock.now - start) / .seconds(1)
    var times: [Double] = []
    var asked = 0
    var met: Set<MetPair> = []
    for person in people {
      let before = processorSeconds()
      let listed = person.listed
      let found = mirror.candidates(for: listed, least: weighing.leastBits)
      for search in found {
        guard let facts = mirror.searches[search]?.facts else { continue }
        let verdict = weighing.weigh(listed, for: weighing.prepare(facts, today: today))
        if let verdict, PairWeighing.isMatch(verdict, wasOne: false) {
          met.insert(MetPair(search: search, person: person.id))
        }
      }
      times.append((processorSeconds() - before) * 1000)
      asked += found.count
    }
    let all = await crossMatch(open, people, index, weighing)
    times.sort()
    guard !times.isEmpty else { return [("arriving", 0)] }
    return [
      ("arriving", Double(people.count)), ("open", Double(open.count)), ("mirror_seconds", made),
      ("median_ms", times[times.count / 2]), ("p95_ms", times[times.count * 95 / 100]),
      ("slowest_ms", times[times.count - 1]), ("weighed_each", Double(asked) / Double(times.count)),
      ("met", Double(met.count)), ("pairs", Double(all.count)), ("missed", Double(all.subtracting(met).count)),
      ("too_many", Double(met.subtracting(all).count)),
    ]
  }

  private struct MetPair: Hashable, Sendable {
    let search: Int64
    let person: Int64
  }

  /// Every search with every new record, on all processors: nothing is left out before it is weighed.
  private func crossMatch(
    _ open: [OpenSearch], _ people: [IndexedPerson], _ index: PersonIndex, _ weighing: PairWeighing
  ) async -> Set<MetPair> {
    let small = PersonIndex.build(
      [EncodedChunk(people, index.knowledge)], index.knowledge, weighedBy: index.matcher)
    let byID = Dictionary(people.map { ($0.id, $0.listed) }) { first, _ in first }
    return await withTaskGroup(of: Set<MetPair>.self) { group in
      for from in stride(from: 0, to: open.count, by: 1000) {
        group.addTask {
          var found: Set<MetPair> = []
          for search in open[from..<min(open.count, from + 1000)] {
            let readings = weighing.prepare(search.facts, today: today)
            for reading in readings {
              for (id, _) in small.everybody(reading, least: weighing.leastBits - 0.01) {
                guard let person = byID[id], let verdict = weighing.weigh(person, for: readings),
                  PairWeighing.isMatch(verdict, wasOne: false)
                else { continue }
                found.insert(MetPair(search: search.id, person: id))
              }
            }
          }
          return found
        }
      }
      return await group.reduce(into: []) { $0.formUnion($1) }
    }
  }

  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension OpenSearch {
  fileprivate init(_ id: Int64, _ row: ListRow) {
    let now = Timestamp(microseconds: 0)
    self.init(
      id: id,
      facts: SearchRequest(
        name: row.name.full, births: row.birth.map { [$0] } ?? [], country: row.country, sex: row.sex),
      openedBy: nil, openedAt: now, renewedAt: now, expiresAt: now, closedAt: nil, dueAt: now, isSettling: false)
  }
}
