internal import Records
package import Stores

/// Decides what a follower of the records does next. The shell around it obeys and reports; it has no clock of its own.
///
/// The table of changes is the truth: a number in it is given under a lock, so that none appears before a smaller one.
/// What is heard besides is a hint to look at once.
package struct FollowerMachine: Sendable {
  /// What changed since the index was brought up to date.
  package struct Work: Equatable, Sendable {
    package var people: Set<Int64> = []
    /// Finished or withdrawn: what they tell of people counts now, or no longer.
    package var batches: Set<Int64> = []
    package var facilities: Set<Int64> = []

    package init(people: Set<Int64> = [], batches: Set<Int64> = [], facilities: Set<Int64> = []) {
      (self.people, self.batches, self.facilities) = (people, batches, facilities)
    }

    package var isEmpty: Bool { people.isEmpty && batches.isEmpty && facilities.isEmpty }
  }

  package enum Step: Equatable, Sendable {
    /// Read everything. Before that, the newest change: whatever comes after it is read again.
    case load
    case look(after: ChangeMark?)
    /// Read these anew and show them together.
    case take(Work)
    /// Bring what was merged in the background up to date with what was shown meanwhile, and show it.
    case replay(Set<Int64>)
    /// Nothing to do for so long, unless something is heard.
    case rest(Duration)
  }

  package typealias Instant = ContinuousClock.Instant

  /// How often to look when nothing is heard: well within the second that an index may lag behind.
  package static let interval = Duration.milliseconds(200)
  /// How many changes are looked at in one go.
  package static let mostChanges = 10_000

  private var isLoaded = false
  private var mark: ChangeMark?
  private var work = Work()
  private var nextLook: Instant
  private var retryAt: Instant
  private var isHinted = false
  private var failures = 0
  /// When the look began that saw all of the work that is at hand.
  private var sawAllAt: Instant?
  /// Whom others changed while a merge is under way; nil when none is.
  private var journal: Set<Int64>?
  private var isMerged = false

  /// Everything that was committed before this moment is in the index. Nil before the first load.
  package private(set) var currentAt: Instant?

  package init(now: Instant) {
    nextLook = now
    retryAt = now
  }

  package var isMerging: Bool { journal != nil }

  package mutating func next(now: Instant) -> Step {
    guard now >= retryAt else { return .rest(retryAt - now) }
    guard isLoaded else { return .load }
    if isMerged, let journal { return .replay(journal) }
    if !work.isEmpty { return .take(work) }
    guard isHinted || now >= nextLook else { return .rest(nextLook - now) }
    isHinted = false
    return .look(after: mark)
  }

  // MARK: What happened

  /// Everything was read; `mark` was the newest change before that.
  package mutating func loaded(after mark: ChangeMark?, now: Instant) {
    isLoaded = true
    self.mark = mark
    work = Work()
    journal = nil
    isMerged = false
    nextLook = now
    failures = 0
  }

  /// A look that began at a moment saw these changes, fewer than `mostChanges` if they were all.
  package mutating func saw(_ changes: [ChangeMark], lookedAt: Instant) {
    failures = 0
    for seen in changes {
      switch seen.change.kind {
      case .person: work.people.insert(seen.change.id)
      case .batch, .batchWithdrawn: work.batches.insert(seen.change.id)
      case .facility: work.facilities.insert(seen.change.id)
      // What people are looked for by is no part of the records.
      case .search: break
      }
    }
    mark = changes.last ?? mark
    guard changes.count < Self.mostChanges else {
      sawAllAt = nil
      nextLook = lookedAt
      return
    }
    sawAllAt = lookedAt
    nextLook = lookedAt + Self.interval
    if work.isEmpty { currentAt = lookedAt }
  }

  /// The work was done, and these people were read anew for it.
  package mutating func took(_ people: some Sequence<Int64>) {
    failures = 0
    journal?.formUnion(people)
    work = Work()
    if let sawAllAt { currentAt = max(currentAt ?? sawAllAt, sawAllAt) }
  }

  /// The changes are not those that were followed (another database, one restored), or they concern so many people that
  /// reading everything is quicker, or what everything is weighed by has changed.
  package mutating func mustLoadAnew() {
    isLoaded = false
    currentAt = nil
  }

  /// People to be read anew for another reason than a change.
  package mutating func add(_ people: some Sequence<Int64>) { work.people.formUnion(people) }

  package mutating func heard() { isHinted = true }

  /// The database did not answer: wait, longer each time, up to two seconds.
  package mutating func failed(now: Instant) {
    failures = min(failures + 1, 6)
    retryAt = now + min(.milliseconds(50) * (1 << failures), .seconds(2))
  }

  package mutating func mergeBegan() { journal = [] }
  package mutating func mergeEnded() { isMerged = journal != nil }

  package mutating func replayed() {
    journal = nil
    isMerged = false
  }
}
