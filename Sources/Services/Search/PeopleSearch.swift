package import CivilTime
package import Linkage
package import Postgres
internal import Records
internal import Stores

/// Says who may be meant, best first, and what to do when it is nobody: for families' searches and those of staff.
package struct PeopleSearch: Sendable {
  private let records: RecordIndex
  private let database: Database
  private let freshness: FreshnessKeeper

  /// How many are weighed against each other once ranked.
  private static let most = 50

  package init(_ records: RecordIndex, database: Database) {
    self.records = records
    self.database = database
    freshness = FreshnessKeeper(database)
  }

  package func warmUp(now: Timestamp) async throws {
    try await records.warmUp(now: now)
    _ = try await freshness.now()
  }

  /// Everybody who may be meant, best first: never for the public as it is.
  package func rank(_ request: SearchRequest, now: Timestamp) async throws -> [Verdict] {
    let today = now.utcDay ?? .farthest
    var request = request
    // Nobody who may be a minor is spoken of, so a search for one brings nobody.
    let births = request.births.filter { !$0.isMinor(on: today) }
    if births.isEmpty, !request.births.isEmpty { return [] }
    request.births = births
    return try await records.search(request.readings, limit: Self.most, now: now)
  }

  /// Where they were last known to be, for staff alone.
  func found(_ people: [Int64], now: Timestamp) async throws -> [Int64: FoundRecord] {
    let found = try await CandidateStore(database).found(people, today: now.utcDay ?? .farthest)
    return Dictionary(found.map { ($0.person, $0) }) { first, _ in first }
  }

  /// What to do when nobody was found. It depends on what was typed and on how old all the records are, and on nobody who
  /// is in them.
  ///
  /// - Parameter mayEarn: whether what was typed could earn an answer, if somebody fitted.
  func advice(_ request: SearchRequest, mayEarn: Bool = true, now: Timestamp) async throws -> NotFoundAdvice {
    let freshness = try await freshness.now()
    let newest = freshness.first?.newest
    return NotFoundAdvice(
      dataAsOf: newest, freshness: freshness,
      reasons: NotFoundReasons.reasons(request, mayEarn: mayEarn, dataAsOf: newest, now: now),
      locatorSpellings: try await records.spellings(of: request.name),
      lookAgain: LookAgain.moments(arrestedOn: request.arrestedOn, now: now))
  }

  /// Why each is not told of by itself, for staff.
  func standing(of people: [Int64], now: Timestamp) async throws -> [Int64: DisclosureStore<Database>.Standing] {
    try await DisclosureStore(database).standing(of: people, now: now)
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
