package import CivilTime
internal import Linkage
package import Postgres
internal import Stores

/// Once a day, at a fixed hour, finds the families that follow a search, want mail, and have earned the news there is.
///
/// Nothing goes out on an import: the hour tells nobody what happened when. What is earned is decided as for the search
/// that the family would make now with the facts on file; those were counted as guesses when they were given.
package struct NewsBatch: Sendable {
  private let database: Database
  private let judge: any NewsJudge
  private let hours: OfficeHours
  private let hour: Int

  /// - Parameters:
  ///   - database: a pool of the staff role.
  ///   - judge: says what a family has earned.
  package init(_ database: Database, judge: any NewsJudge, hours: OfficeHours, hour: Int) {
    self.database = database
    self.judge = judge
    self.hours = hours
    self.hour = hour
  }

  private static let part = 20

  /// One part of today's batch; false when there is nothing more to do today.
  package func step(now: Timestamp) async throws -> Bool {
    let batch = hours.last(hour: hour, before: now)
    return try await database.transaction(actor: "service:news") { transaction in
      let outbox = OutboxStore(transaction)
      guard let position = try await outbox.turn(of: batch) else { return false }
      let candidates = try await outbox.withNews(limit: Self.part, after: position)
      for candidate in candidates where try await isEarned(candidate, transaction, now) {
        try await outbox.queue(search: candidate.search, now: now)
      }
      try await outbox.advance(to: candidates.last?.search ?? position, isDone: candidates.count < Self.part)
      return candidates.count == Self.part
    }
  }

  private func isEarned(
    _ candidate: OutboxStore<Transaction>.Candidate, _ transaction: Transaction, _ now: Timestamp
  ) async throws -> Bool {
    guard let open = try await OpenSearchStore(transaction).search(candidate.search), open.isOpen(at: now) else {
      return false
    }
    for person in candidate.people
    where try await judge.mayTell(open.facts, of: person, spends: false, now: now) { return true }
    return false
  }
}
