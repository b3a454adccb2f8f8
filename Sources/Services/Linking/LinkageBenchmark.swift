package import CivilTime
internal import Foundation
internal import Linkage

/// Measures the matching engine alone, on files, beside what other programs do with the same files.
///
/// `deploy/bench linkage` makes the files, runs the other programs, and scores everybody's answers alike.
package struct LinkageBenchmark: Sendable {
  let tables: NameTables
  private let words: HeadingWords
  let today: CivilDate

  package init(share: String, today: CivilDate) throws {
    tables = try NameTables(share: share)
    words = try HeadingWords(share: share)
    self.today = today
  }

  /// A fact that was measured, for a line of JSON.
  package typealias Facts = [(name: String, value: Double)]

  /// An index over a file of records, and how long it took to make.
  package struct Loaded: Sendable {
    let list: ListIndex
    package var facts: Facts {
      [
        ("records", Double(list.ids.count)), ("people", Double(list.index.people)), ("seconds", list.seconds),
        ("records_per_second", Double(list.ids.count) / max(0.001, list.seconds)),
        ("index_megabytes", Double(list.index.memoryFootprint) / 1e6),
      ]
    }
  }

  /// - Parameter learns: learns weights from the records themselves, as an installation does now and then.
  package func load(_ path: String, learns: Bool) async throws -> (loaded: Loaded, learning: Facts) {
    let file = try ListFile(path, words: words)
    var knowledge = LinkageKnowledge(lexicon: tables.lexicon, common: tables.common)
    var list = try await ListIndex.read(
      file, knowledge, today: today, letters: tables.letters, joinsRows: true)
    var learning: Facts = []
    if learns {
      let start = ContinuousClock.now
      let learnt = WeightLearning.learn(from: list.index)
      learning = [("learning_seconds", seconds(since: start)), ("learnt_pairs", Double(learnt.pairs))]
      knowledge.weights = learnt.weights
      let built = list.seconds
      list.build(knowledge)
      list.seconds = built
    }
    list.settle()
    return (Loaded(list: list), learning)
  }

  /// Searches one after the other, each timed; a line for each answer goes to `write`.
  package func search(
    _ path: String, in loaded: Loaded, limit: Int, write: (String) -> Void
  ) throws -> Facts {
    let rows = try rows(path)
    let index = loaded.list.index
    var times: [Double] = []
    // The first searches touch memory that later ones find in the processor's caches.
    for row in rows.prefix(100) { _ = index.search([row.prepared(index.matcher)], limit: limit) }
    for row in rows {
      let start = ContinuousClock.now
      let verdicts = index.search([row.prepared(index.matcher)], limit: limit)
      times.append((ContinuousClock.now - start) / .milliseconds(1))
      let isLikely = SearchDecision.isLikelyFirst(verdicts)
      for (place, verdict) in verdicts.enumerated() {
        write(
          "\(row.id),\(loaded.list.ids[Int(verdict.assessment.id)]),\(verdict.assessment.bits),"
            + "\(verdict.probability),\(place == 0 && isLikely ? 1 : 0)\n")
      }
    }
    let sum = times.reduce(0, +) / 1000
    times.sort()
    guard !times.isEmpty else { return [("searches", 0)] }
    return [
      ("searches", Double(times.count)), ("seconds", sum), ("median_ms", times[times.count / 2]),
      ("p95_ms", times[times.count * 95 / 100]), ("p99_ms", times[times.count * 99 / 100]),
      ("slowest_ms", times[times.count - 1]),
    ]
  }

  /// All searches on all processors as linking does it, the preparing of them included: how long a whole list takes.
  package func batch(_ path: String, in loaded: Loaded, limit: Int, write: (String) -> Void) async throws -> Facts {
    let rows = try rows(path)
    let index = loaded.list.index
    let (answers, taken) = try await timed(rows.count, { IndexLinker(index) }) { linker, row in
      linker.matches(rows[row].prepared(index.matcher), limit: limit)
    }
    for (row, matches) in zip(rows, answers) {
      for match in matches {
        write("\(row.id),\(loaded.list.ids[Int(match.id)]),\(match.bits),\(match.probability),0\n")
      }
    }
    return [
      ("searches", Double(rows.count)), ("seconds", taken),
      ("answered", Double(answers.count { !$0.isEmpty })),
    ]
  }

  /// Weighs the pairs of a file, query and record in its first two columns, on all processors.
  package func weigh(_ path: String, searches: String, in loaded: Loaded) async throws -> Facts {
    let rows = Dictionary(try rows(searches).map { ($0.id, $0) }) { first, _ in first }
    let numbers = Dictionary(loaded.list.ids.enumerated().map { ($0.element, Int64($0.offset)) }) { first, _ in first }
    var wanted: [String: [Int64]] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      guard cells.count > 1, let id = numbers[String(cells[1])] else { continue }
      wanted[String(cells[0]), default: []].append(id)
    }
    let index = loaded.list.index
    // Both sides are made ready before: names taken apart here, columns cleaned there.
    let tasks = wanted.compactMap { query, ids in rows[query].map { ($0.prepared(index.matcher), ids) } }
    let (weighed, taken) = try await timed(tasks.count, { PairWeigher(index) }) { weigher, place in
      weigher.weigh(tasks[place].0, tasks[place].1).count
    }
    return [("pairs", Double(weighed.reduce(0, +))), ("seconds", taken)]
  }

  /// The results, and the shortest of nine runs: whoever else wants the processors makes one longer. They begin a second
  /// apart at least, so that no short burst fills all of them. Workers begin anew in each, and know nothing of the one
  /// before.
  private func timed<Worker, Result: Sendable>(
    _ rows: Int, _ worker: @escaping @Sendable () -> Worker, _ work: @escaping @Sendable (inout Worker, Int) -> Result
  ) async throws -> ([Result], Double) {
    var results: [Result] = []
    var shortest = Double.infinity
    for run in 0..<9 {
      if run > 0 { try await Task.sleep(for: .seconds(1)) }
      let start = ContinuousClock.now
      results = await BatchOfRows.map(rows, worker, work)
      shortest = min(shortest, seconds(since: start))
    }
    return (results, shortest)
  }

  func rows(_ path: String) throws -> [ListRow] {
    var reader = try ListFile(path, words: words).reader(today: today, letters: tables.letters)
    return try reader.take(Int.max).rows
  }

  private func seconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .seconds(1)
  }
}

extension SearchDecision {
  /// Whether the first answer would be called likely.
  fileprivate static func isLikelyFirst(_ verdicts: [Verdict]) -> Bool {
    guard case .show(let shown) = decide(verdicts) else { return false }
    return shown.first?.likelihood == .likely
  }
}
