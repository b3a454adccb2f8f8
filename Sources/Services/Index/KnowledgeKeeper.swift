internal import CivilTime
internal import Linkage
internal import Postgres
internal import Records
internal import Stores

/// Keeps what weighing needs beside the people: tables of names, learnt weights, counts of the records.
actor KnowledgeKeeper {
  private let database: Database
  private let share: String
  private let numbers: ANumberKeys
  private var tables: NameTables?
  private var counted: (records: CountedRecords, version: Version, asked: ContinuousClock.Instant)?
  private var isCounting = false
  private var failure: (any Error)?
  /// How often an index has told what it counted.
  private var adoptions = 0

  private struct Version: Equatable {
    let countedAt: Timestamp?
    let weights: Int64
  }

  /// How long counts are used before asking whether there are newer ones.
  private static let lifetime = Duration.seconds(30)
  /// How long an index that loads is waited for: it may fail again and again.
  private static let patience = Duration.seconds(120)
  /// Of more new people than this everybody is counted anew.
  private static let mostNew = 20_000

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

  /// What the fallback weighs by. Whoever comes while it is read waits for the same reading; whoever is cancelled leaves.
  func countedRecords(today: CivilDate) async throws -> CountedRecords {
    if let counted, ContinuousClock.now - counted.asked < Self.lifetime { return counted.records }
    if !isCounting {
      isCounting = true
      failure = nil
      Task {
        do { try await read(today) } catch { failure = error }
        isCounting = false
      }
    }
    while isCounting { try await Task.sleep(for: .milliseconds(5)) }
    if let failure { throw failure }
    guard let counted else { return try await countedRecords(today: today) }
    return counted.records
  }

  /// What an index has counted: searches of its first minute use it.
  func adopt(_ kept: RecordCountStore<Database>.Kept, _ knowledge: LinkageKnowledge, weights: Int64) {
    counted = (CountedRecords(kept, knowledge), Version(countedAt: nil, weights: weights), .now)
    adoptions += 1
  }

  private func read(_ today: CivilDate) async throws {
    let (asked, before) = (ContinuousClock.now, adoptions)
    let version = Version(
      countedAt: try await RecordCountStore(database).countedAt(),
      weights: try await LearntWeightStore(database).newestID())
    if let known = counted, known.version == version, version.countedAt != nil {
      counted = (known.records, version, asked)
      return
    }
    let knowledge = try await knowledge().knowledge
    if let at = version.countedAt,
      let kept = try await newer(than: at, try await RecordCountStore(database).kept(), knowledge, today)
    {
      if adoptions == before { counted = (CountedRecords(kept, knowledge), version, asked) }
      return
    }
    // An index that is about to know is waited for: both would read everybody.
    while adoptions == before, isLoading(), ContinuousClock.now - asked < Self.patience {
      try await Task.sleep(for: .milliseconds(20))
    }
    guard adoptions == before else { return }
    counted = (CountedRecords(try await countNow(knowledge, today), knowledge), version, asked)
  }

  /// The counts with the words of whom the records tell since: otherwise nobody with a new name would be found under
  /// another spelling of it. Nil when that is so much that everybody has to be counted anew.
  private func newer(
    than counted: Timestamp, _ kept: RecordCountStore<Database>.Kept, _ knowledge: LinkageKnowledge, _ today: CivilDate
  ) async throws -> RecordCountStore<Database>.Kept? {
    let store = IndexStore(database)
    // An index counts what it held a while before.
    guard let changes = try await store.changes(since: counted.adding(seconds: -60), most: Self.mostNew) else {
      return nil
    }
    var people = Set(changes.filter { $0.kind == .person }.map(\.id))
    let batches = Set(changes.filter { $0.kind == .batch }.map(\.id))
    if !batches.isEmpty {
      let touched = try await store.peopleTouched(batches: batches.sorted(), facilities: [], most: Self.mostNew)
      guard touched.count <= Self.mostNew else { return nil }
      people.formUnion(touched)
    }
    guard !people.isEmpty else { return kept }
    var kept = kept
    let reading = try reading(knowledge)
    let parser = NameParser(knowledge.lexicon)
    try await reading.people(people, today: today) { _, read in
      kept.spellings.merge(read.spellings) { $0.union($1) }
      for case .word(let word) in read.people.flatMap({ $0.keys(parser) }) where kept.counts.words[word] == nil {
        kept.counts.words[word] = RecordCounts.Word(bearers: 1)
      }
    }
    return kept
  }

  /// Nobody has counted yet, or too long ago: it takes as long as reading everybody.
  private func countNow(
    _ knowledge: LinkageKnowledge, _ today: CivilDate
  ) async throws -> RecordCountStore<Database>.Kept {
    let all = try await reading(knowledge).everybody(today: today)
    return .init(counts: all.index.counts, spellings: all.spellings)
  }

  private func reading(_ knowledge: LinkageKnowledge) throws -> RecordReading {
    RecordReading(database: database, letters: try nameTables().letters, numbers: numbers, knowledge: knowledge)
  }
}
