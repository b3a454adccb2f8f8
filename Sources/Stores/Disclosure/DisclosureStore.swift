package import CivilTime
package import Disclosure
package import Postgres

/// What all instances count together about answers to strangers, and the one answer that was earned.
package struct DisclosureStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  /// Why somebody is not told of by itself, and whether guesses at them are spent.
  package struct Standing: Sendable, Equatable {
    package let hindrances: Set<Hindrance>
    package let isStopped: Bool
  }

  /// Of fifty people at most; who is no record's is not in it.
  package func standing(of people: [Int64], now: Timestamp) async throws -> [Int64: Standing] {
    var standing: [Int64: Standing] = [:]
    for row in try await session.rows(
      """
      select person_id, hindrances, is_stopped
      from paradero.disclosure_standing(\(people), \(now.utcDay ?? .farthest), \(now))
      """)
    {
      let (person, words, isStopped) = try row.decode(Int64.self, [String].self, Bool.self)
      // A word that this program does not know protects all the same.
      let hindrances = Set(words.map { Hindrance(rawValue: $0) ?? .safety })
      standing[person] = Standing(hindrances: hindrances, isStopped: isStopped)
    }
    return standing
  }

  package func budgets(_ limits: DisclosureLimits, now: Timestamp) async throws -> DisclosureBudgets {
    let row = try await session.first(
      """
      select failed_numbers_spent, is_closed, is_closed_to_numbers
      from paradero.disclosure_state(\(Int32(limits.failedNumbers)), \(now))
      """)
    guard let row else { return DisclosureBudgets() }
    let (failed, closed, closedToNumbers) = try row.decode(Bool.self, Bool.self, Bool.self)
    return DisclosureBudgets(
      failedNumbersAreSpent: failed, isClosed: closed, isClosedToNumbers: closedToNumbers)
  }

  /// Counts guesses; with none it takes the same way to the database and back.
  package func spend(
    _ guesses: [Guess], isFailedNumber: Bool, _ limits: DisclosureLimits, now: Timestamp
  ) async throws {
    try await session.execute(
      """
      select paradero.spend_guesses(\(guesses.map(\.person)), \(guesses.map { Int32(clamping: $0.cost) }),
        \(Int32(limits.guessesAtOne)), \(Int32(limits.stopHours)), \(isFailedNumber), \(now))
      """)
  }

  /// Where somebody was last known to be, for whoever has earned it. Nil when something came in between.
  package func tell(
    _ grant: DisclosureGrant, isByNumber: Bool, _ limits: DisclosureLimits, now: Timestamp
  ) async throws -> FoundRecord? {
    try await session.first(
      """
      select * from paradero.tell(\(grant.person), \(grant.rule.rawValue), \(isByNumber), \(Int32(limits.newPeople)),
        \(Int32(limits.newPeopleAnHour)), \(now.utcDay ?? .farthest), \(now))
      """
    ).map(FoundRecord.init)
  }
}
