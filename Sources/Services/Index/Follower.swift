internal import CivilTime
internal import Linkage
internal import Stores

/// Does what `FollowerMachine` says, for one index: the only one to write it.
struct Follower {
  private let records: RecordIndex
  private let bell: Bell
  private let failed: @Sendable (any Error) -> Void
  private var machine = FollowerMachine(now: .now)
  private var index: PersonIndex?
  private var reading: RecordReading?
  private var weights: Int64 = 0
  private var weightsAsked = ContinuousClock.now
  private var minors: [Int64: CivilDate] = [:]
  private var spellings: [String: Set<String>] = [:]
  private var today: CivilDate
  private let merging = Background<PersonIndex>()
  private var merged: PersonIndex?
  private let counting = Background<(any Error)?>()
  private var isCountDue = false
  private var countedAt = ContinuousClock.now

  /// More people than this, and more than a third of all, are not read one by one.
  private static let mostTouched = 100_000
  /// How often it is asked whether there are newer weights, and how often counts are kept at most.
  private static let patience = Duration.seconds(30)

  init(_ records: RecordIndex, bell: Bell, failed: @escaping @Sendable (any Error) -> Void) {
    self.records = records
    self.bell = bell
    self.failed = failed
    today = records.clock().utcDay ?? .farthest
  }

  consuming func run() async {
    while !Task.isCancelled {
      do {
        try await step()
      } catch {
        guard !Task.isCancelled else { break }
        machine.failed(now: .now)
        failed(error)
      }
    }
  }

  private mutating func step() async throws {
    try await lookAround()
    switch machine.next(now: .now) {
    case .load: try await load()
    case .look(let mark): try await look(after: mark)
    case .take(let work): try await take(work)
    case .replay(let people): try await replay(people)
    case .rest(let duration):
      keepCounts()
      await bell.wait(atMost: duration)
      machine.heard()
    }
  }

  /// What no change tells: a new day, new weights, a merge that has ended.
  private mutating func lookAround() async throws {
    let day = records.clock().utcDay ?? .farthest
    if day != today {
      today = day
      machine.add(minors.filter { $0.value <= day }.keys)
    }
    if let done = merging.take() {
      merged = done
      machine.mergeEnded()
    }
    if let outcome = counting.take(), let error = outcome { failed(error) }
    guard index != nil, ContinuousClock.now - weightsAsked > Self.patience else { return }
    weightsAsked = .now
    if try await LearntWeightStore(records.database).newestID() != weights { machine.mustLoadAnew() }
  }

  // MARK: Loading

  private mutating func load() async throws {
    let began = ContinuousClock.now
    merging.forget()
    records.show(currentAt: nil)
    records.note {
      $0.phase = .loading
      $0.people = 0
    }
    let knowledge = try await records.keeper.knowledge()
    let reading = RecordReading(
      database: records.database, letters: try await records.keeper.nameTables().letters, numbers: records.numbers,
      knowledge: knowledge.knowledge)
    // First the newest change, then the records: whatever is committed in between is read again.
    let mark = try await IndexStore(records.database).newest()
    let all = try await reading.everybody(today: today) { [records] people in records.note { $0.people = people } }
    (self.reading, weights, minors, spellings) = (reading, knowledge.weights, all.minors, all.spellings)
    index = all.index
    machine.loaded(after: mark, now: .now)
    await records.keeper.adopt(
      .init(counts: all.index.counts, spellings: all.spellings), knowledge.knowledge, weights: knowledge.weights)
    records.show(all.index, currentAt: nil)
    records.note {
      $0.phase = .following
      $0.loads += 1
      $0.loadTime = ContinuousClock.now - began
    }
    isCountDue = true
    countedAt = .now - Self.patience
  }

  // MARK: Following

  private mutating func look(after mark: ChangeMark?) async throws {
    let lookedAt = ContinuousClock.now
    let most = FollowerMachine.mostChanges
    guard let changes = try await IndexStore(records.database).changes(after: mark, most: most) else {
      return machine.mustLoadAnew()
    }
    machine.saw(changes, lookedAt: lookedAt)
    records.show(currentAt: machine.currentAt)
    records.note { $0.changes += changes.count }
  }

  private mutating func take(_ work: FollowerMachine.Work) async throws {
    guard let index else { return machine.mustLoadAnew() }
    var people = work.people
    if !work.batches.isEmpty || !work.facilities.isEmpty {
      let most = max(Self.mostTouched, index.people / 3)
      let touched = try await IndexStore(records.database).peopleTouched(
        batches: work.batches.sorted(), facilities: work.facilities.sorted(), most: most)
      guard touched.count <= most else { return machine.mustLoadAnew() }
      people.formUnion(touched)
    }
    let changed = try await bringing(index, upToDateOn: people)
    machine.took(people)
    show(changed)
  }

  /// The index with these people read anew; shown together or not at all.
  private mutating func bringing(
    _ index: PersonIndex, upToDateOn people: Set<Int64>
  ) async throws -> PersonIndex {
    guard let reading, !people.isEmpty else { return index }
    var changed = index
    var (minors, spellings) = (minors, spellings)
    try await reading.people(people, today: today) { asked, read in
      let found = Set(read.people.map(\.id))
      changed = changed.applying(upserts: read.people, removals: asked.filter { !found.contains($0) })
      for id in asked { minors[id] = read.minors[id] }
      spellings.merge(read.spellings) { $0.union($1) }
    }
    (self.minors, self.spellings) = (minors, spellings)
    isCountDue = true
    return changed
  }

  private mutating func show(_ changed: PersonIndex) {
    index = changed
    records.show(changed, currentAt: machine.currentAt)
    guard changed.wantsMerging, !machine.isMerging else { return }
    machine.mergeBegan()
    merging.start(bell) {
      defer { FreedMemory.giveBack() }
      return changed.merged()
    }
  }

  /// What was merged is that of a while ago: whoever changed since is read anew before it is shown.
  private mutating func replay(_ people: Set<Int64>) async throws {
    guard let merged else { return machine.replayed() }
    let changed = try await bringing(merged, upToDateOn: people)
    self.merged = nil
    machine.replayed()
    records.note { $0.merges += 1 }
    show(changed)
  }

  /// Keeps how common names are, for searches without the index; while nothing else is to be done.
  private mutating func keepCounts() {
    guard isCountDue, !counting.isRunning, let index, ContinuousClock.now - countedAt > Self.patience else { return }
    (isCountDue, countedAt) = (false, .now)
    counting.start(bell) { [database = records.database, spellings] in
      do {
        try await RecordCountStore(database).keep(.init(counts: index.counts, spellings: spellings))
        return nil
      } catch {
        return error
      }
    }
  }
}
