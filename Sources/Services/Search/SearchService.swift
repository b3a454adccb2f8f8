package import CivilTime
package import Linkage
package import Postgres
internal import Records
internal import Stores

/// Finds listed people for a family: candidates from the database, weighed by matching, with their last custody.
package struct SearchService: PersonSearch {
  /// Who is answered.
  package enum Audience: Sendable {
    /// Anybody. Until disclosure decides what a searcher has earned, only invented people are spoken of to them.
    case strangers
    /// Signed-in responders, and operators at the command line.
    case staff
  }

  private let database: Database
  private let keeper: SearchKnowledgeKeeper
  private let audience: Audience

  /// - Parameters:
  ///   - database: a pool of the public or the staff role; its functions are all that a search needs.
  ///   - share: the folder that has `names/`.
  package init(database: Database, share: String, audience: Audience = .strangers) {
    self.database = database
    self.audience = audience
    keeper = SearchKnowledgeKeeper(database: database, share: share)
  }

  /// Reads what every search needs, so that the first family does not wait for it.
  package func warmUp(now: Timestamp) async throws {
    _ = try await keeper.knowledge(now: now)
    _ = try await keeper.freshness()
  }

  package func search(_ request: SearchRequest, now: Timestamp) async throws -> SearchOutcome {
    if audience == .strangers, try await InstallationStore(database).kind() != .demo { return .notAnswering }
    let knowledge = try await keeper.knowledge(now: now)
    let ranking = try await rank(request, knowledge, now: now)
    let choice = SearchDecision.decide(ranking.verdicts)
    guard case .show(let chosen) = choice else {
      return .notFound(try await advice(request, isSeveral: choice == .severalAlike, knowledge, now: now))
    }
    let custody = try await CandidateStore(database).custody(of: chosen.map(\.verdict.assessment.id))
    return .found(
      chosen.map { found in
        FoundPerson(
          assessment: found.verdict.assessment, likelihood: found.likelihood,
          custody: custody.first { $0.personID == found.verdict.assessment.id }.map(LastCustody.init),
          isSample: ranking.samples.contains(found.verdict.assessment.id))
      })
  }

  /// Every candidate weighed, best first: for staff and for measurements, never for the public.
  package struct Ranking: Sendable {
    package let verdicts: [Verdict]
    package let samples: Set<Int64>
  }

  package func rank(_ request: SearchRequest, now: Timestamp) async throws -> Ranking {
    try await rank(request, try await keeper.knowledge(now: now), now: now)
  }

  private func rank(
    _ request: SearchRequest, _ knowledge: SearchKnowledge, now: Timestamp
  ) async throws -> Ranking {
    let today = now.utcDay ?? .farthest
    var request = request
    request.name = knowledge.letters.latin(request.name)
    // Nobody who may be a minor is spoken of, so a search for one brings nobody.
    let births = request.births.filter { !$0.isMinor(on: today) }
    if births.isEmpty, !request.births.isEmpty { return Ranking(verdicts: [], samples: []) }
    request.births = births
    let searches = request.readings.map(knowledge.matcher.prepare)
    let candidates = try await CandidateStore(database).candidates(knowledge.planner.plan(searches), today: today)
    let assessments = candidates.compactMap { candidate in
      searches.map { knowledge.matcher.assess(candidate.person, for: $0) }.max { $0.bits < $1.bits }
    }
    return Ranking(
      verdicts: Verdict.rank(assessments, population: knowledge.people, weights: knowledge.matcher.weights),
      samples: Set(candidates.lazy.filter(\.isSample).map(\.person.id)))
  }

  private func advice(
    _ request: SearchRequest, isSeveral: Bool, _ knowledge: SearchKnowledge, now: Timestamp
  ) async throws -> NotFoundAdvice {
    let freshness = try await keeper.freshness()
    let newest = freshness.first?.newest
    return NotFoundAdvice(
      dataAsOf: newest, freshness: freshness,
      reasons: NotFoundReasons.reasons(request, isSeveral: isSeveral, dataAsOf: newest, now: now),
      locatorSpellings: LocatorSpellings(
        parser: knowledge.matcher.parser, frequencies: knowledge.matcher.names.frequencies
      )
      .spellings(of: knowledge.letters.latin(request.name)),
      lookAgain: LookAgain.moments(arrestedOn: request.arrestedOn, now: now))
  }
}

extension LastCustody {
  init(_ found: FoundCustody) {
    self.init(
      status: found.status, kind: found.kind,
      facility: found.facility.map { FacilitySummary(code: $0.code, name: $0.name, city: $0.city, state: $0.state) },
      placeText: found.placeText, happened: found.time, zone: found.zone, reportedAt: found.reportedAt,
      sourceKind: found.sourceKind, contradicted: found.isContradicted)
  }
}
