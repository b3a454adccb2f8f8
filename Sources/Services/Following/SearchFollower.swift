package import CivilTime
internal import Linkage
package import Postgres
internal import Records
internal import Stores

/// Matches open searches with records, both ways: each new or changed record against all open searches, each new search
/// against all records, and every search once a day against all records.
///
/// Nothing is lost: how far it has come and whom it still has to look at stand in the database, and change in the
/// transaction that writes the matches. Of several instances one takes a step at a time; any may take the next. A pair
/// is met twice at most, and reported once: what is kept of it says so.
///
/// Why no pair is missed. Changes have an order. When the record comes later, it is put into the queue after the search
/// was committed, and the mirror is brought up to date in the step that takes the record. When the search comes later,
/// it is matched against records up to the last change that was taken in at least (with a second look, as long as the
/// last are still being read into memory); those after it are queued later.
package actor SearchFollower {
  private let database: Database
  private let records: RecordIndex
  private var plan = FollowPlan()
  private var mirror: (searches: SearchMirror, seq: Int64, madeAt: Timestamp)?
  private var erasedAt: Timestamp?

  /// - Parameter database: a pool of the staff role.
  package init(_ database: Database, records: RecordIndex) {
    self.database = database
    self.records = records
  }

  /// What a step came to.
  package enum Step: Sendable, Equatable {
    /// Another instance has its turn.
    case standingBy
    case tookIn(changes: Int)
    case matched(searches: Int)
    case matchedRecords(Int)
    case rested

    /// Whether the next step should follow at once.
    package var didSomething: Bool { self != .standingBy && self != .rested }
  }

  private static let searchesAStep = 16
  private static let peopleAStep = 128
  private static let day = 86_400.0
  private static let pause = 60.0

  /// One step, in one transaction. An error undoes it as a whole; the next step begins where this one did.
  package func step(now: Timestamp) async throws -> Step {
    try await database.transaction(actor: "follower of searches") { transaction in
      let follower = FollowerStore(transaction, .searches)
      guard try await follower.tryLock() else { return .standingBy }
      let changes = try await ChangeStore(transaction).after(try await follower.position())
      let standing = FollowPlan.Standing(
        hasChanges: !changes.isEmpty, searchesDue: try await OpenSearchStore(transaction).isAnyDue(now: now),
        peopleDue: try await follower.isAnyoneDue())
      switch plan.next(standing) {
      case .take:
        try await takeIn(changes, transaction, now)
        return .tookIn(changes: changes.count)
      case .matchSearches: return .matched(searches: try await matchSearches(transaction, now))
      case .matchPeople: return .matchedRecords(try await matchPeople(transaction, now))
      case .rest:
        try await erase(transaction, now)
        return .rested
      }
    }
  }

  // MARK: Steps

  private func takeIn(_ changes: [Change], _ transaction: Transaction, _ now: Timestamp) async throws {
    let follower = FollowerStore(transaction, .searches)
    let searches = OpenSearchStore(transaction)
    let open = try await searches.countOpen(now: now)
    var people: Set<Int64> = []
    var works: [FollowPlan.Work] = []
    for change in changes {
      let isBatch = change.kind == .batch || change.kind == .batchWithdrawn
      let size = isBatch && open > 0 ? try await follower.size(ofBatch: change.id) : 0
      switch FollowPlan.work(change, batchSize: size, openSearches: open) {
      case .people(let ids): people.formUnion(ids)
      case let work where !works.contains(work): works.append(work)
      default: break
      }
    }
    // Another's change of a search may hold its row and wait for the table of changes: people first, then searches.
    if !people.isEmpty { try await follower.queue(people: people.sorted()) }
    for work in works {
      switch work {
      case .batch(let id): try await follower.queue(batch: id)
      case .allSearches: try await searches.makeDue(now: now)
      case .searchesWithArrests: try await searches.makeDue(onlyWithArrests: true, now: now)
      case .people, .nothing: break
      }
    }
    if let last = changes.last { try await follower.advance(to: last.seq) }
  }

  private func matchSearches(_ transaction: Transaction, _ now: Timestamp) async throws -> Int {
    let store = OpenSearchStore(transaction)
    let due = try await store.due(limit: Self.searchesAStep, now: now)
    let weighing = try await records.weighing(now: now)
    let today = now.utcDay ?? .farthest
    let kept = Dictionary(grouping: try await MatchStore(transaction).kept(searches: due.map(\.id))) { $0.pair.search }
    var candidates: [Int64: Set<Int64>] = [:]
    for search in due {
      let readings = PairWeighing.readings(search.facts, today: today)
      candidates[search.id] = Set(try await records.candidates(readings, now: now))
        .union((kept[search.id] ?? []).lazy.filter { $0.gone == nil }.map(\.pair.person))
    }
    let meeting = try await meeting(
      of: candidates.values.reduce(into: []) { $0.formUnion($1) }, weighing, transaction, now)
    for search in due {
      let readings = weighing.prepare(search.facts, today: today)
      try await meeting.settle(search.id, readings, candidates[search.id] ?? [], kept[search.id] ?? [])
    }
    // What was committed in the last seconds may not be found yet. A second look a minute later finds it; whatever
    // comes after this one is met by the mirror.
    let isSettled = try await FollowerStore(transaction, .searches).hasRested(seconds: records.secondsToSettle)
    let (final, again) = (due.filter { isSettled || $0.isSettling }, due.filter { !isSettled && !$0.isSettling })
    try await store.setDue(final.map(\.id), at: now.adding(seconds: Self.day))
    try await store.setDue(again.map(\.id), at: now.adding(seconds: Self.pause), isSettling: true)
    return due.count
  }

  private func matchPeople(_ transaction: Transaction, _ now: Timestamp) async throws -> Int {
    let taken = try await FollowerStore(transaction, .searches).take(limit: Self.peopleAStep)
    let weighing = try await records.weighing(now: now)
    var mirror = try await currentMirror(transaction, weighing, now)
    let meeting = try await meeting(of: Set(taken), weighing, transaction, now)
    let kept = try await MatchStore(transaction).kept(people: Array(meeting.shownAs.keys))
    let asking = searchesAsking(meeting.numbers, among: mirror.searches.values.filter { $0.isOpen(at: now) })
    let today = now.utcDay ?? .farthest
    var bySearch: [Int64: Set<Int64>] = [:]
    for match in kept where match.gone == nil { bySearch[match.pair.search, default: []].insert(match.pair.person) }
    for (id, person) in meeting.listed {
      let byNumber = (meeting.numbers[id] ?? []).flatMap { asking[$0] ?? [] }
      for search in mirror.candidates(for: person, least: weighing.leastBits) + byNumber {
        bySearch[search, default: []].insert(id)
      }
    }
    // What was worked out of the words is kept for the next records.
    self.mirror?.searches = mirror
    let keptBySearch = Dictionary(grouping: kept) { $0.pair.search }
    for (search, people) in bySearch.sorted(by: { $0.key < $1.key }) {
      // A search that ended has no more matches; what it had stays until it is erased.
      guard let facts = mirror.searches[search]?.facts else { continue }
      try await meeting.settle(search, weighing.prepare(facts, today: today), people, keptBySearch[search] ?? [])
    }
    return taken.count
  }

  /// The searches that ask for one of these A-numbers, or for one that it is mistaken for, by the number given.
  private func searchesAsking(
    _ numbers: [Int64: [String]], among searches: some Collection<OpenSearch>
  ) -> [String: [Int64]] {
    let asking = Dictionary(grouping: searches.filter { $0.facts.aNumber != nil }) { $0.facts.aNumber ?? "" }
    guard !asking.isEmpty else { return [:] }
    var found: [String: [Int64]] = [:]
    for number in Set(numbers.values.joined()) {
      for variant in ANumber.variants(number) {
        found[number, default: []] += (asking[variant] ?? []).map(\.id)
      }
    }
    return found.mapValues { $0.sorted() }
  }

  private func meeting(
    of people: Set<Int64>, _ weighing: PairWeighing, _ transaction: Transaction, _ now: Timestamp
  ) async throws -> Meeting {
    let shown = try await ShownPersonStore(transaction).shownAs(Array(people))
    let numbers = try await ShownPersonStore(transaction).aNumbers(of: Array(people))
    let listed = try await records.listed(Array(Set(shown.values)), now: now)
    return Meeting(
      weighing: weighing, matches: MatchStore(transaction), shownAs: shown, listed: listed, numbers: numbers, now: now)
  }

  // MARK: The mirror

  /// The mirror with every search that is committed. Made anew each day, so that what has run out does not stay in it.
  private func currentMirror(
    _ transaction: Transaction, _ weighing: PairWeighing, _ now: Timestamp
  ) async throws -> SearchMirror {
    let store = OpenSearchStore(transaction)
    if var known = mirror, abs(now.seconds(since: known.madeAt)) < Self.day,
      !known.searches.isOutdated(for: weighing.matcher)
    {
      let changed = try await store.changed(after: known.seq)
      if !changed.ids.isEmpty {
        let open = try await store.open(ids: changed.ids, now: now)
        known.searches.apply(open, gone: changed.ids.filter { id in !open.contains { $0.id == id } })
      }
      known.seq = changed.seq
      mirror = known
      return known.searches
    }
    // First the newest change, then the searches: what is committed in between is read again.
    let seq = try await ChangeStore(transaction).newest()
    let made = SearchMirror(
      try await records.keeper.knowledge().knowledge, matcher: weighing.matcher,
      letters: try await records.keeper.nameTables().letters, try await store.open(now: now))
    mirror = (made, seq, now)
    return made
  }

  private func erase(_ transaction: Transaction, _ now: Timestamp) async throws {
    if let erasedAt, abs(now.seconds(since: erasedAt)) < 3600 { return }
    try await OpenSearchStore(transaction).eraseEnded(now: now)
    erasedAt = now
  }
}
