package import CivilTime
package import Disclosure
package import Linkage
package import Postgres
internal import Records
internal import Stores

/// Decides what a stranger may be told, with what all instances count together.
package struct DisclosureService: Sendable {
  private let database: Database
  package let policy: DisclosurePolicy

  /// With the database as `paradero_public` sees it.
  package init(_ database: Database, policy: DisclosurePolicy = .standard) {
    self.database = database
    self.policy = policy
  }

  /// Of so many the standing is asked; those behind are too far off to matter.
  private static let near = 12

  /// What a search has earned. Guesses are counted before anybody is answered, so that many at once get no more than one
  /// after the other. Every search that earns nothing takes the same two statements.
  package func judge(
    _ verdicts: [Verdict], _ request: SearchRequest, spends: Bool = true, now: Timestamp
  ) async throws -> DisclosureDecision {
    let offered = Set.offered(by: request)
    let (candidates, budgets) = try await candidates(verdicts, now)
    let decision = policy.decide(candidates, offered: offered, budgets: budgets)
    guard spends, case .withhold = decision else { return decision }
    try await DisclosureStore(database).spend(
      policy.guesses(candidates, offered: offered), isFailedNumber: policy.isFailedNumber(decision, offered: offered),
      policy.limits, now: now)
    return decision
  }

  /// Why a family that leaves the search for a call was not answered. Nothing is counted: it asks for nothing anew.
  func callNeed(_ verdicts: [Verdict], _ request: SearchRequest, now: Timestamp) async throws -> CallNeed {
    let today = now.utcDay ?? .farthest
    // Searches for minors find nobody, and a minor is guarded whether or not we know of one.
    if !request.births.isEmpty, request.births.allSatisfy({ $0.isMinor(on: today) }) {
      return CallNeed(.protected, needsTwo: true)
    }
    let (candidates, budgets) = try await candidates(verdicts, now)
    return policy.callNeed(candidates, offered: Set.offered(by: request), budgets: budgets)
  }

  private func candidates(
    _ verdicts: [Verdict], _ now: Timestamp
  ) async throws -> ([DisclosureCandidate], DisclosureBudgets) {
    let near = verdicts.prefix(Self.near).map(\.assessment.id)
    let (standing, budgets) = try await DisclosureStore(database).state(of: Array(near), policy.limits, now: now)
    let candidates = verdicts.enumerated().map { place, verdict in
      let own = standing[verdict.assessment.id]
      let unknown: Set<Hindrance> = place < Self.near ? [.withdrawn] : []
      return DisclosureCandidate(
        verdict, hindrances: own?.hindrances ?? unknown, isStopped: own?.isStopped ?? false)
    }
    return (candidates, budgets)
  }

  /// Whether a search offers enough for an answer, if somebody fits.
  func mayEarn(_ request: SearchRequest) -> Bool {
    let offered = Set.offered(by: request)
    return policy.rules.isEmpty || policy.rules.contains { $0.needs.isSubset(of: offered) }
  }

  /// Tells of somebody, once everything was counted; nil when in the meantime they were hidden, guessed at too often, or
  /// answers were closed.
  func tell(_ grant: DisclosureGrant, now: Timestamp) async throws -> FoundRecord? {
    try await DisclosureStore(database).tell(
      grant, isByNumber: grant.facts.contains(.aNumber), policy.limits, noting: Self.entry(grant), now: now)
  }

  /// What the log keeps of an answer: about whom, by which rule, and the kinds of facts; nothing of who asked.
  private static func entry(_ grant: DisclosureGrant) -> AuditEntry {
    AuditEntry(
      actor: .nobody, verb: .personDisclosed, object: .person(grant.person), purpose: grant.rule.rawValue,
      facts: grant.facts.map(\.rawValue))
  }
}
