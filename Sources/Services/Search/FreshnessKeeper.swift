internal import CivilTime
internal import Postgres
internal import Records
internal import Stores

/// Keeps how old the records are; a batch does not change once it counts.
actor FreshnessKeeper {
  private let database: Database
  private var newest: [Int64: (SourceKind, Timestamp)] = [:]
  private var last: (answer: [SourceFreshness], at: ContinuousClock.Instant)?

  init(_ database: Database) { self.database = database }

  /// The newest report of each kind of source, as of a second ago at most. Only batches that were not seen before are read.
  func now() async throws -> [SourceFreshness] {
    let asked = ContinuousClock.now
    if let last, asked - last.at < .seconds(1) { return last.answer }
    let batches = try await CandidateStore(database).freshness(known: newest.keys.sorted())
    var live: [Int64: (SourceKind, Timestamp)] = [:]
    for batch in batches {
      if let time = batch.newest ?? newest[batch.batch]?.1 { live[batch.batch] = (batch.kind, time) }
    }
    newest = live
    var byKind: [SourceKind: Timestamp] = [:]
    for (kind, time) in live.values { byKind[kind] = max(byKind[kind] ?? time, time) }
    let answer = byKind.map { SourceFreshness(sourceKind: $0.key, newest: $0.value) }
      .sorted { ($1.newest, $0.sourceKind.rawValue) < ($0.newest, $1.sourceKind.rawValue) }
    last = (answer, asked)
    return answer
  }
}
