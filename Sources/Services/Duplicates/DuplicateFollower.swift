package import CivilTime
internal import Linkage
package import Postgres
internal import Records
internal import Stores

/// Proposes people of different sources who may be one: each new or changed record is compared with all others.
///
/// It follows the table of changes as `SearchFollower` does, with a position and a queue of its own. It proposes and
/// takes proposals back; who is one with whom, people decide.
package struct DuplicateFollower: Sendable {
  private let database: Database
  private let records: RecordIndex

  /// - Parameter database: a pool of the staff role.
  package init(_ database: Database, records: RecordIndex) {
    self.database = database
    self.records = records
  }

  package enum Step: Sendable, Equatable {
    /// Another instance has its turn.
    case standingBy
    case tookIn(changes: Int)
    case compared(Int)
    case rested

    /// Whether the next step should follow at once.
    package var didSomething: Bool { self != .standingBy && self != .rested }
  }

  private static let peopleAStep = 32

  /// One step, in one transaction. An error undoes it as a whole.
  /// - Parameter waits: leaves who came in the last seconds for later.
  package func step(now: Timestamp, waits: Bool = true) async throws -> Step {
    try await database.transaction(actor: "follower of duplicates") { transaction in
      let follower = FollowerStore(transaction, .duplicates)
      guard try await follower.tryLock() else { return .standingBy }
      let changes = try await ChangeStore(transaction).after(try await follower.position())
      if let last = changes.last {
        try await takeIn(changes, follower, DuplicateStore(transaction), now)
        try await follower.advance(to: last.seq)
        return .tookIn(changes: changes.count)
      }
      // Of two who came at once, each must be found when the other is compared.
      let taken = try await follower.take(limit: Self.peopleAStep, waited: waits ? records.secondsToSettle : 0)
      guard !taken.isEmpty else { return .rested }
      try await compare(taken, transaction, now)
      return .compared(taken.count)
    }
  }

  /// Compares everybody anew: for a system that had records before it had proposals.
  package func queueEverybody() async throws {
    try await database.transaction(actor: "follower of duplicates") { transaction in
      let follower = FollowerStore(transaction, .duplicates)
      guard try await follower.liveSources() > 1 else { return }
      try await follower.queueEverybody()
    }
  }

  package func waiting() async throws -> Int { try await FollowerStore(database, .duplicates).countDue() }
  package func proposed() async throws -> Int { try await DuplicateStore(database).countOpen() }

  private func takeIn(
    _ changes: [Change], _ follower: FollowerStore<Transaction>, _ store: DuplicateStore<Transaction>, _ now: Timestamp
  ) async throws {
    // Within one source the import has told people apart; of a second source all that comes is compared.
    guard try await follower.liveSources() > 1 else { return try await store.takeAllBack(now: now) }
    for change in changes {
      switch change.kind {
      case .person: try await follower.queue(people: [change.id])
      case .batch, .batchWithdrawn: try await follower.queue(batch: change.id)
      case .facility, .search: break
      }
    }
  }

  private func compare(_ taken: [Int64], _ transaction: Transaction, _ now: Timestamp) async throws {
    let store = DuplicateStore(transaction)
    let shown = try await ShownPersonStore(transaction).shownAs(taken)
    let weighing = DuplicateWeighing(weighing: try await records.weighing(now: now))
    let people = try await compared(Set(shown.values), transaction, now)
    for (id, one) in Dictionary(grouping: shown.keys, by: { shown[$0] ?? $0 }).sorted(by: { $0.key < $1.key }) {
      guard let person = people[id] else {
        try await store.takeBack(about: one, except: [], now: now)
        continue
      }
      let candidates = try await records.candidates(DuplicateWeighing.readings(person), now: now)
      let others = try await compared(Set(candidates), transaction, now)
      var found: [Int64] = []
      for (other, compared) in others.sorted(by: { $0.key < $1.key }) where DuplicateWeighing.mayBeOne(person, compared)
      {
        guard let verdict = weighing.weigh(person, compared),
          verdict.probability >= DuplicateWeighing.leastProbability, SearchDecision.hasName(verdict.assessment)
        else { continue }
        try await store.keep(
          id, other, verdict.assessment.agreements, probability: verdict.probability, now: now)
        found.append(other)
      }
      // Proposals about others of the same person stand for it; those that no longer hold are taken back.
      let standing = try await ShownPersonStore(transaction).shownAs(found)
      try await store.takeBack(about: one, except: Array(standing.keys), now: now)
    }
  }

  private func compared(
    _ people: Set<Int64>, _ transaction: Transaction, _ now: Timestamp
  ) async throws -> [Int64: ComparedPerson] {
    let ids = Array(people)
    let listed = try await records.listed(ids, now: now)
    let numbers = try await ShownPersonStore(transaction).aNumbers(of: ids)
    let sources = try await ShownPersonStore(transaction).sources(of: ids)
    var found: [Int64: ComparedPerson] = [:]
    for (id, person) in listed {
      if let told = sources[id] {
        found[id] = ComparedPerson(listed: person, aNumbers: numbers[id] ?? [], sources: told)
      }
    }
    return found
  }
}
