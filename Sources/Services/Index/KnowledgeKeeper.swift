internal import CivilTime
internal import Linkage
internal import Postgres
internal import Stores

/// Keeps what weighing needs beside the people: tables of names, learnt weights, counts of the records.
actor KnowledgeKeeper {
  private let database: Database
  private let share: String
  private let numbers: ANumberKeys
  private var tables: NameTables?
  private var counted: (records: CountedRecords, version: Version, asked: ContinuousClock.Instant)?
  private var counting: Task<CountedRecords, any Error>?

  private struct Version: Equatable {
    let countedAt: Timestamp?
    let weights: Int64
  }

  /// How long counts are used before asking whether there are newer ones.
  private static let lifetime = Duration.seconds(30)

  /// Whether an index is reading everybody already.
  private let isLoading: @Sendable () -> Bool

  init(database: Database, share: String, numbers: ANumberKeys, isLoading: @escaping @Sendable () -> Bool) {
    self.database = database
    self.isLoading = isLoading
    self.share = share
    self.numbers = numbers
  }

  func nameTables() throws -> NameTables {
    if let tables { return tables }
    let read = try NameTables(share: share)
    tables = read
    return read
  }

  /// The tables with the newest weights, and the weights' number.
  func knowledge() async throws -> (knowledge: LinkageKnowledge, weights: Int64) {
    let tables = try nameTables()
    let learnt = try await LearntWeightStore(database).newest()
    return (
      LinkageKnowledge(lexicon: tables.lexicon, common: tables.common, weights: learnt?.weights.weights ?? Weights()),
      learnt?.id ?? 0
    )
  }

  /// What the fallback weighs by. Whoever comes while it is read waits for the same reading.
  func countedRecords(today: CivilDate) async throws -> CountedRecords {
    if let counted, ContinuousClock.now - counted.asked < Self.lifetime { return counted.records }
    if let counting { return try await counting.value }
    let task = Task {
      defer { counting = nil }
      return try await read(today)
    }
    counting = task
    return try await task.value
  }

  /// What an index has counted, where nobody has counted before: searches of its first minute use it.
  func adopt(_ kept: RecordCountStore<Database>.Kept, _ knowledge: LinkageKnowledge, weights: Int64) {
    guard counted == nil else { return }
    counted = (CountedRecords(kept, knowledge), Version(countedAt: nil, weights: weights), .now)
  }

  private func read(_ today: CivilDate) async throws -> CountedRecords {
    let asked = ContinuousClock.now
    let version = Version(
      countedAt: try await RecordCountStore(database).countedAt(),
      weights: try await LearntWeightStore(database).newestID())
    if let known = counted, known.version == version, version.countedAt != nil {
      counted = (known.records, version, asked)
      return known.records
    }
    // An index that is about to know is waited for.
    while version.countedAt == nil, counted == nil, isLoading() { try await Task.sleep(for: .milliseconds(20)) }
    if version.countedAt == nil, let counted { return counted.records }
    let knowledge = try await knowledge().knowledge
    let kept =
      version.countedAt == nil
      ? try await countNow(knowledge, today) : try await RecordCountStore(database).kept()
    let records = CountedRecords(kept, knowledge)
    counted = (records, version, asked)
    return records
  }

  /// Nobody has counted yet: it takes as long as reading everybody.
  private func countNow(
    _ knowledge: LinkageKnowledge, _ today: CivilDate
  ) async throws -> RecordCountStore<Database>.Kept {
    let reading = RecordReading(
      database: database, letters: try nameTables().letters, numbers: numbers, knowledge: knowledge)
    let all = try await reading.everybody(today: today)
    return .init(counts: all.index.counts, spellings: all.spellings)
  }
}
