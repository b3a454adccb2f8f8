package import CivilTime
internal import Linkage
internal import Locking
package import Postgres
internal import Stores

/// The matching index of this process: reads everybody, follows every change, answers from memory.
///
/// Until it has read everybody, and whenever it may lag behind by a second, the database's own keys are searched instead,
/// with the same answers; so it need not run at all. Call `run` in a task of its own to have it run.
package final class RecordIndex: Sendable {
  let database: Database
  let numbers = ANumberKeys()
  let keeper: KnowledgeKeeper
  let clock: @Sendable () -> Timestamp
  private let shown = Locked(Shown())

  /// How far an index in memory may lag behind what is committed.
  package static let mostLag = Duration.seconds(1)

  private struct Shown {
    var index: PersonIndex?
    var currentAt: ContinuousClock.Instant?
    var status = Status()
  }

  /// How far it is, without anything of anybody.
  package struct Status: Sendable, Equatable {
    package enum Phase: String, Sendable { case off, loading, following }

    package var phase = Phase.off
    /// People in memory, or read so far.
    package var people = 0
    /// How long ago everything that was committed was in memory; nil while it never was.
    package var behind: Duration?
    package var memory = 0
    package var loads = 0
    package var loadTime: Duration?
    package var merges = 0
    /// Changes that were taken over.
    package var changes = 0
    /// Searches that were answered from memory, and by the database's keys.
    package var fromMemory = 0
    package var fromDatabase = 0

    package init() {}
  }

  /// - Parameters:
  ///   - database: a pool of the role `paradero_index`, or of the staff role where it does not run.
  ///   - share: the folder that has `names/`.
  package init(_ database: Database, share: String, clock: @escaping @Sendable () -> Timestamp) {
    self.database = database
    self.clock = clock
    keeper = KnowledgeKeeper(database: database, share: share, numbers: numbers) { [shown] in
      shown.withLock { $0.status.phase == .loading }
    }
  }

  /// Loads and follows until the task is cancelled. `failed` is told what went wrong; it is tried again.
  package func run(failed: @escaping @Sendable (any Error) -> Void = { _ in }) async {
    let bell = Bell()
    let changes = database.listen("change")
    await withTaskGroup(of: Void.self) { group in
      group.addTask { for await _ in changes { bell.ring() } }
      group.addTask { await Follower(self, bell: bell, failed: failed).run() }
      await group.next()
      group.cancelAll()
    }
    show { $0 = Shown() }
  }

  /// Waits until everybody was read, while it runs.
  package func loaded() async throws {
    while status.phase != .following { try await Task.sleep(for: .milliseconds(20)) }
  }

  package var status: Status {
    shown.withLock { shown in
      var status = shown.status
      status.behind = shown.currentAt.map { ContinuousClock.now - $0 }
      return status
    }
  }

  /// What is in memory, if it holds everything that was committed up to a second ago.
  var current: PersonIndex? {
    shown.withLock { shown in
      guard let at = shown.currentAt, ContinuousClock.now - at < Self.mostLag else { return nil }
      return shown.index
    }
  }

  /// What is in memory, however old.
  var latest: PersonIndex? { shown.withLock { $0.index } }

  // MARK: What the follower says

  func show(_ index: PersonIndex, currentAt: ContinuousClock.Instant?) {
    let memory = index.memoryFootprint
    show { shown in
      shown.index = index
      shown.currentAt = currentAt
      shown.status.people = index.people
      shown.status.memory = memory
    }
  }

  func show(currentAt: ContinuousClock.Instant?) { show { $0.currentAt = currentAt } }

  func note(_ change: (inout Status) -> Void) { show { change(&$0.status) } }

  private func show(_ change: (inout Shown) -> Void) { shown.withLock { change(&$0) } }
}
