package import CivilTime
package import Linkage
internal import Locking
package import Postgres
internal import Records
internal import Stores

/// Finds listed people for a family: weighed in memory, with their last custody from the database.
package struct SearchService: PersonSearch {
  /// Who is answered.
  package enum Audience: Sendable {
    /// Anybody. Until disclosure decides what a searcher has earned, they are answered in a demo alone, and there of
    /// invented people alone: somebody may try an import of real records in a demo.
    case strangers
    /// Signed-in responders, and operators at the command line.
    case staff
  }

  private let records: RecordIndex
  private let database: Database
  private let freshness: FreshnessKeeper
  private let audience: Audience
  /// What the installation is for, as of some moment: asked for again after a second.
  private let kind = Locked<(isDemo: Bool, at: ContinuousClock.Instant)?>(nil)

  /// How many are weighed against each other once ranked.
  private static let most = 50

  /// - Parameters:
  ///   - records: says who is meant.
  ///   - database: a pool of the public or the staff role; it says what may be told of them.
  package init(_ records: RecordIndex, database: Database, audience: Audience = .strangers) {
    self.records = records
    self.database = database
    self.audience = audience
    freshness = FreshnessKeeper(database)
  }

  /// Reads what every search needs, so that the first family does not wait for it.
  package func warmUp(now: Timestamp) async throws {
    try await records.warmUp(now: now)
    _ = try await freshness.now()
  }

  package func search(_ request: SearchRequest, now: Timestamp) async throws -> SearchOutcome {
    guard try await answers() else { return .notAnswering }
    let choice = SearchDecision.decide(try await rank(request, now: now))
    guard case .show(let chosen) = choice else {
      return .notFound(try await advice(request, isSeveral: choice == .severalAlike, now: now))
    }
    let found = try await found(chosen.map(\.verdict.assessment.id), now: now)
    let people = chosen.compactMap { shown -> FoundPerson? in
      guard let record = found[shown.verdict.assessment.id], audience == .staff || record.isSample else { return nil }
      return FoundPerson(
        assessment: shown.verdict.assessment, likelihood: shown.likelihood,
        custody: record.custody.map(LastCustody.init), isSample: record.isSample)
    }
    return people.isEmpty ? .notFound(try await advice(request, isSeveral: false, now: now)) : .found(people)
  }

  /// Everybody who may be meant, best first: for staff and for measurements, never for the public.
  package func rank(_ request: SearchRequest, now: Timestamp) async throws -> [Verdict] {
    let today = now.utcDay ?? .farthest
    var request = request
    // Nobody who may be a minor is spoken of, so a search for one brings nobody.
    let births = request.births.filter { !$0.isMinor(on: today) }
    if births.isEmpty, !request.births.isEmpty { return [] }
    request.births = births
    return try await records.search(request.readings, limit: Self.most, now: now)
  }

  /// Those of the people who may be spoken of, as of this moment.
  func found(_ people: [Int64], now: Timestamp) async throws -> [Int64: FoundRecord] {
    let found = try await CandidateStore(database).found(people, today: now.utcDay ?? .farthest)
    return Dictionary(found.map { ($0.person, $0) }) { first, _ in first }
  }

  private func answers() async throws -> Bool {
    guard audience == .strangers else { return true }
    if let known = kind.withLock({ $0 }), ContinuousClock.now - known.at < .seconds(1) { return known.isDemo }
    let asked = ContinuousClock.now
    let isDemo = try await InstallationStore(database).kind() == .demo
    kind.withLock { $0 = (isDemo, asked) }
    return isDemo
  }

  private func advice(_ request: SearchRequest, isSeveral: Bool, now: Timestamp) async throws -> NotFoundAdvice {
    let freshness = try await freshness.now()
    let newest = freshness.first?.newest
    return NotFoundAdvice(
      dataAsOf: newest, freshness: freshness,
      reasons: NotFoundReasons.reasons(request, isSeveral: isSeveral, dataAsOf: newest, now: now),
      locatorSpellings: try await records.spellings(of: request.name, now: now),
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
