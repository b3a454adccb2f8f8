package import CivilTime
package import Linkage
package import Postgres
package import Records

/// Two people who may be one, and why.
package struct DuplicateProposal: Sendable, Equatable, Identifiable {
  package let id: Int64
  /// The lower number of the two, as they are shown.
  package let personA: Int64
  package let personB: Int64
  package let agreements: [Agreement]
  package let probability: Double
  package let proposedAt: Timestamp

  package var bits: Double { agreements.reduce(0) { $0 + $1.bits } }
}

/// Proposals of people who may be one, and what was decided about pairs.
package struct DuplicateStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  // MARK: Proposals

  /// Keeps a proposal. The pair is in order: the lower number first.
  package func keep(
    _ a: Int64, _ b: Int64, _ agreements: [Agreement], probability: Double, now: Timestamp
  ) async throws {
    let bits = agreements.reduce(0) { $0 + $1.bits }
    try await session.execute(
      """
      insert into duplicate_proposal (person_a, person_b, bits, probability, reasons, proposed_at)
      values (\(min(a, b)), \(max(a, b)), \(bits), \(probability), \(try StoredReasons.json(agreements)), \(now))
      on conflict (person_a, person_b) do update set bits = excluded.bits, probability = excluded.probability,
        reasons = excluded.reasons, gone_at = null
      """)
  }

  /// Takes back the proposals about somebody, but for those with these others.
  package func takeBack(about people: [Int64], except others: [Int64], now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      """
      update duplicate_proposal set gone_at = \(now)
      where gone_at is null
        and ((person_a = any (\(people)) and person_b <> all (\(others)))
          or (person_b = any (\(people)) and person_a <> all (\(others))))
      """)
  }

  /// Takes every proposal back: none holds while there is one source.
  package func takeAllBack(now: Timestamp) async throws(PostgresError) {
    try await session.execute("update duplicate_proposal set gone_at = \(now) where gone_at is null")
  }

  /// Proposals that wait for somebody, the surest first.
  package func open(limit: Int) async throws -> [DuplicateProposal] {
    try await session.rows(
      """
      select id, person_a, person_b, reasons, probability, proposed_at from paradero.open_proposal
      order by bits desc, person_a, person_b limit \(limit)
      """
    ).map { row in
      let (id, a, b, reasons, probability, at) = try row.decode(
        Int64.self, Int64.self, Int64.self, PostgresJSON.self, Double.self, Timestamp.self)
      return DuplicateProposal(
        id: id, personA: a, personB: b, agreements: try StoredReasons.agreements(reasons), probability: probability,
        proposedAt: at)
    }
  }

  package func countOpen() async throws(PostgresError) -> Int {
    try await session.first("select count(*) from paradero.open_proposal")?.decode(Int.self) ?? 0
  }

  // MARK: Decisions

  /// Call it as the last thing of a transaction: it tells followers.
  package func decide(
    _ a: Int64, _ b: Int64, same: Bool, why: String, account: Int64, now: Timestamp
  ) async throws(PostgresError) -> PairOutcome {
    let row = try await session.first("select paradero.decide_pair(\(a), \(b), \(same), \(why), \(account), \(now))")
    return PairOutcome(rawValue: try row?.decode(String.self) ?? "") ?? .unknown
  }

  /// Call it as the last thing of a transaction: it tells followers.
  package func undo(
    _ decision: Int64, why: String, account: Int64, now: Timestamp
  ) async throws(PostgresError) -> PairOutcome {
    let row = try await session.first("select paradero.undo_pair_decision(\(decision), \(why), \(account), \(now))")
    return PairOutcome(rawValue: try row?.decode(String.self) ?? "") ?? .unknown
  }

  /// The number of the decision about two people that stands.
  package func standingDecision(about a: Int64, _ b: Int64) async throws(PostgresError) -> Int64? {
    try await session.first(
      """
      select id from pair_decision
      where person_a = \(min(a, b)) and person_b = \(max(a, b)) and undone_at is null
      """)?.decode(Int64.self)
  }

  /// Whether a decision said that two people are one.
  package func isMerge(_ decision: Int64) async throws(PostgresError) -> Bool {
    try await session.first("select is_same from pair_decision where id = \(decision)")?.decode(Bool.self) ?? false
  }

  /// The newest decisions, undone ones among them.
  package func decisions(limit: Int) async throws(PostgresError) -> [PairDecision] {
    var found: [PairDecision] = []
    for row in try await session.rows(
      """
      select d.id, d.person_a, d.person_b, d.is_same, d.why, a.name, d.decided_at, d.undone_at, u.name, d.undone_why
      from pair_decision d join account a on a.id = d.decided_by left join account u on u.id = d.undone_by
      order by coalesce(d.undone_at, d.decided_at) desc, d.id desc limit \(limit)
      """)
    {
      let (id, a, b, same, why, by, at, undoneAt, undoneBy, undoneWhy) = try row.decode(
        Int64.self, Int64.self, Int64.self, Bool.self, String.self, String.self, Timestamp.self, Timestamp?.self,
        String?.self, String?.self)
      found.append(
        PairDecision(
          id: id, personA: a, personB: b, isSame: same, why: why, decidedBy: by, decidedAt: at, undoneAt: undoneAt,
          undoneBy: undoneBy, undoneWhy: undoneWhy))
    }
    return found
  }
}
