package import CivilTime
package import Linkage
package import Postgres
package import Records
internal import Stores

/// People of the records who may be one, for responders to decide about. Nothing is merged by itself.
package struct DuplicateService: Sendable {
  private let database: Database

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database) { self.database = database }

  /// How many a list shows.
  package static let listed = 20
  package static let longestReason = 300

  /// Proposals that wait, the surest first, and the newest decisions.
  package func all(by staff: Staff, now: Timestamp) async throws -> DuplicateDesk {
    try staff.require(.decideDuplicates)
    return try await database.transaction(readOnly: true, actor: staff.actor) { transaction in
      let store = DuplicateStore(transaction)
      let open = try await store.open(limit: Self.listed)
      let people = Array(Set(open.flatMap { [$0.personA, $0.personB] }))
      let told = try await ShownPersonStore(transaction).descriptions(of: people)
      let custody = try await CustodyOfFound(transaction).of(people, now: now)
      return DuplicateDesk(
        waiting: try await store.countOpen(),
        proposals: open.map { proposal in
          ProposedPair(
            agreements: proposal.agreements, probability: proposal.probability,
            people: [proposal.personA, proposal.personB].map { id in
              ProposedPerson(
                id: id, descriptions: told[id] ?? [], custody: custody[id]?.custody.map(LastCustody.init),
                isSample: custody[id]?.isSample ?? false)
            })
        },
        decisions: try await store.decisions(limit: Self.listed))
    }
  }

  package enum Fault: Error, Sendable, Equatable { case noReason, tooLong(limit: Int) }

  /// Writes down that two people are the same, or are not.
  package func decide(
    _ a: Int64, _ b: Int64, same: Bool, why: String, by staff: Staff, now: Timestamp
  ) async throws -> Result<PairOutcome, Fault> {
    try staff.require(.decideDuplicates)
    return try await reasoned(why) { why in
      try await database.transaction(actor: staff.actor) { transaction in
        let store = DuplicateStore(transaction)
        let outcome = try await store.decide(a, b, same: same, why: why, account: staff.account.id, now: now)
        if outcome == .done, same, let decision = try await store.standingDecision(about: a, b) {
          try await note(.merged, decision, why, staff, transaction, now)
        }
        return outcome
      }
    }
  }

  /// Takes a decision back: who was one with others because of it is so no longer.
  package func undo(
    _ decision: Int64, why: String, by staff: Staff, now: Timestamp
  ) async throws -> Result<PairOutcome, Fault> {
    try staff.require(.decideDuplicates)
    return try await reasoned(why) { why in
      try await database.transaction(actor: staff.actor) { transaction in
        let store = DuplicateStore(transaction)
        let outcome = try await store.undo(decision, why: why, account: staff.account.id, now: now)
        if outcome == .done, try await store.isMerge(decision) {
          try await note(.unmerged, decision, why, staff, transaction, now)
        }
        return outcome
      }
    }
  }

  private func note(
    _ verb: AuditVerb, _ decision: Int64, _ why: String, _ staff: Staff, _ transaction: Transaction, _ now: Timestamp
  ) async throws {
    try await AuditStore(transaction).append(
      AuditEntry(
        actor: .account(staff.account.id), verb: verb, object: AuditObject(.decision, decision), purpose: why),
      now: now)
  }

  private func reasoned(
    _ text: String, _ body: (String) async throws -> PairOutcome
  ) async throws -> Result<PairOutcome, Fault> {
    let why = FormText.tidy(text)
    guard !why.isEmpty else { return .failure(.noReason) }
    guard why.count <= Self.longestReason else { return .failure(.tooLong(limit: Self.longestReason)) }
    return .success(try await body(why))
  }
}

/// What the page about duplicates shows.
package struct DuplicateDesk: Sendable {
  package let waiting: Int
  package let proposals: [ProposedPair]
  package let decisions: [PairDecision]
}

/// Two people who may be one, side by side.
package struct ProposedPair: Sendable {
  package let agreements: [Agreement]
  package let probability: Double
  /// The lower number first.
  package let people: [ProposedPerson]
}

package struct ProposedPerson: Sendable {
  package let id: Int64
  package let descriptions: [ToldOfPerson]
  package let custody: LastCustody?
  package let isSample: Bool
}
