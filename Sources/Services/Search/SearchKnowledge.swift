internal import CivilTime
internal import Linkage
internal import Postgres
internal import Records
internal import Stores

/// What a search needs to know of all records together, read once and renewed now and then.
struct SearchKnowledge: Sendable {
  let matcher: Matcher
  let planner: ProbePlanner
  let letters: Transliteration
  let people: Int
}

/// Keeps the knowledge. The first search waits for it; later ones use what is there while it is renewed.
actor SearchKnowledgeKeeper {
  private let database: Database
  private let share: String
  private var tables: NameTables?
  private var current: (knowledge: SearchKnowledge, at: Timestamp)?
  private var loading: Task<SearchKnowledge, any Error>?
  private var newest: [Int64: (SourceKind, Timestamp)] = [:]

  /// Counted over so many descriptions: enough to tell one in ten thousand from one in thirty.
  private static let sample = 40_000
  private static let lifetime = 3600.0
  /// Counts of a small list lean on the common table as on so many names.
  private static let priorNames = 3000.0

  init(database: Database, share: String) {
    self.database = database
    self.share = share
  }

  func knowledge(now: Timestamp) async throws -> SearchKnowledge {
    guard let current else { return try await load(now).value }
    if abs(now.seconds(since: current.at)) > Self.lifetime, loading == nil { _ = load(now) }
    return current.knowledge
  }

  private func load(_ now: Timestamp) -> Task<SearchKnowledge, any Error> {
    if let loading { return loading }
    let task = Task {
      defer { loading = nil }
      let tables = try tables ?? NameTables(share: share)
      self.tables = tables
      let counts = try await CandidateStore(database).statistics(sample: Self.sample)
      let frequencies = NameFrequencies(counts: counts.parts, names: Double(counts.names))
        .blended(with: tables.common, weight: Self.priorNames)
      let matcher = Matcher(
        lexicon: tables.lexicon, frequencies: frequencies, countries: CountryShares(counts: counts.countries))
      let knowledge = SearchKnowledge(
        matcher: matcher,
        planner: ProbePlanner(lexicon: tables.lexicon, frequencies: frequencies, people: counts.people),
        letters: tables.letters, people: counts.people)
      current = (knowledge, now)
      return knowledge
    }
    loading = task
    return task
  }

  /// The newest report of each kind of source. Only batches that were not seen before are read.
  func freshness() async throws -> [SourceFreshness] {
    let batches = try await CandidateStore(database).freshness(known: newest.keys.sorted())
    var live: [Int64: (SourceKind, Timestamp)] = [:]
    for batch in batches {
      if let time = batch.newest ?? newest[batch.batch]?.1 { live[batch.batch] = (batch.kind, time) }
    }
    newest = live
    var byKind: [SourceKind: Timestamp] = [:]
    for (kind, time) in live.values { byKind[kind] = max(byKind[kind] ?? time, time) }
    return byKind.map { SourceFreshness(sourceKind: $0.key, newest: $0.value) }
      .sorted { ($1.newest, $0.sourceKind.rawValue) < ($0.newest, $1.sourceKind.rawValue) }
  }
}
