package import CivilTime
package import Disclosure
package import Postgres
package import Records

/// What all instances count together about answers to strangers, and the one answer that was earned.
package struct DisclosureStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  /// Why somebody is not told of by itself, and whether guesses at them are spent.
  package struct Standing: Sendable, Equatable {
    package let hindrances: Set<Hindrance>
    package let isStopped: Bool

    init(_ words: [String], isStopped: Bool) {
      // A word that this program does not know protects all the same.
      hindrances = Set(words.map { Hindrance(rawValue: $0) ?? .safety })
      self.isStopped = isStopped
    }
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
      standing[person] = Standing(words, isStopped: isStopped)
    }
    return standing
  }

  /// The same, and what the service still allows as a whole, in one go.
  package func state(
    of people: [Int64], _ limits: DisclosureLimits, now: Timestamp
  ) async throws -> (standing: [Int64: Standing], budgets: DisclosureBudgets) {
    let rows = try await session.rows(
      """
      select d.failed_numbers_spent, d.is_closed, d.is_closed_to_numbers, s.person_id, s.hindrances, s.is_stopped
      from paradero.disclosure_state(\(Int32(limits.failedNumbers)), \(now)) d
      left join paradero.disclosure_standing(\(people), \(now.utcDay ?? .farthest), \(now)) s on true
      """)
    var state = (standing: [Int64: Standing](), budgets: DisclosureBudgets())
    for row in rows {
      let (failed, closed, closedToNumbers, person, words, isStopped) = try row.decode(
        Bool.self, Bool.self, Bool.self, Int64?.self, [String]?.self, Bool?.self)
      state.budgets = DisclosureBudgets(
        failedNumbersAreSpent: failed, isClosed: closed, isClosedToNumbers: closedToNumbers)
      if let person, let words { state.standing[person] = Standing(words, isStopped: isStopped ?? true) }
    }
    return state
  }

  /// Counts guesses; with none it takes the same way to the database and back, so that no answer that names nobody differs.
  package func spend(
    _ guesses: [Guess], isFailedNumber: Bool, _ limits: DisclosureLimits, now: Timestamp
  ) async throws {
    try await session.execute(
      """
      select paradero.spend_guesses(\(guesses.map(\.person)), \(guesses.map { Int32(clamping: $0.cost) }),
        \(Int32(limits.guessesAtOne)), \(Int32(limits.stopHours)), \(isFailedNumber), \(now))
      """)
  }
}

extension DisclosureStore<Database> {
  /// Where somebody was last known to be, for whoever has earned it, and an entry of the audit log about that: both or
  /// neither, and both kept before anybody is answered. Nil when something came in between.
  package func tell(
    _ grant: DisclosureGrant, isByNumber: Bool, _ limits: DisclosureLimits, noting entry: AuditEntry, now: Timestamp
  ) async throws -> FoundRecord? {
    try await session.transact(
      """
      with told as materialized (
        select * from paradero.tell(\(grant.person), \(grant.rule.rawValue), \(isByNumber), \(Int32(limits.newPeople)),
          \(Int32(limits.newPeopleAnHour)), \(now.utcDay ?? .farthest), \(now))
      ),
      noted as materialized (
        select paradero.append_audit(\(now), \(entry.actor.description), \(entry.verb.rawValue),
          \(entry.object.description), \(entry.purpose), \(entry.facts))
        from told
      )
      select told.* from told left join noted on true
      """
    ).first.map(FoundRecord.init)
  }
}
