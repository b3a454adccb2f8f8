package import CivilTime
package import Linkage
package import Postgres
package import Records

/// A pair of an open search and a person of the records, weighed.
package struct WeighedPair: Sendable, Equatable {
  package let search: Int64
  package let person: Int64
  package let agreements: [Agreement]
  package let probability: Double
  package let isLikely: Bool

  package var bits: Double { agreements.reduce(0) { $0 + $1.bits } }

  package init(search: Int64, person: Int64, agreements: [Agreement], probability: Double, isLikely: Bool) {
    self.search = search
    self.person = person
    self.agreements = agreements
    self.probability = probability
    self.isLikely = isLikely
  }
}

/// What is kept of a pair.
package struct KeptMatch: Sendable, Equatable {
  package let pair: WeighedPair
  package let id: Int64
  package let bestBits: Double
  package let bestIsLikely: Bool
  package let foundAt: Timestamp
  package let gone: MatchEnd?
  package let seenAt: Timestamp?
  /// The last time that it was news.
  package let reportedAt: Timestamp?

  /// Whether it became news since somebody last looked.
  package var isNews: Bool {
    guard let seenAt else { return true }
    return reportedAt.map { $0 > seenAt } ?? false
  }
}

/// Matches and their reports. Each pair has one row for ever; a report is written only when the pair is news.
package struct MatchStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  private static var select: PostgresQuery {
    """
    select m.id, m.search_id, m.person_id, m.probability, m.likelihood, m.reasons, m.best_bits, m.best_likelihood,
      m.found_at, m.gone_because, m.seen_at,
      (select max(r.reported_at) from match_report r where r.match_id = m.id) as reported_at
    from search_match m
    """
  }

  package func kept(searches: [Int64]) async throws -> [KeptMatch] {
    try await session.rows("\(fragment: Self.select) where m.search_id = any (\(searches)) order by m.id").map(
      Self.kept)
  }

  /// Of these people, and of everybody who is one with any of them.
  package func kept(people: [Int64]) async throws -> [KeptMatch] {
    try await session.rows("\(fragment: Self.select) where m.person_id = any (\(people)) order by m.id").map(Self.kept)
  }

  private static func kept(_ row: PostgresRow) throws -> KeptMatch {
    KeptMatch(
      pair: WeighedPair(
        search: try row["search_id", as: Int64.self], person: try row["person_id", as: Int64.self],
        agreements: try StoredReasons.agreements(try row["reasons", as: PostgresJSON.self]),
        probability: try row["probability", as: Double.self],
        isLikely: try row["likelihood", as: String.self] == "likely"),
      id: try row["id", as: Int64.self], bestBits: try row["best_bits", as: Double.self],
      bestIsLikely: try row["best_likelihood", as: String.self] == "likely",
      foundAt: try row["found_at", as: Timestamp.self],
      gone: try row["gone_because", as: String?.self].flatMap(MatchEnd.init),
      seenAt: try row["seen_at", as: Timestamp?.self],
      reportedAt: try row["reported_at", as: Timestamp?.self])
  }

  // MARK: What the follower writes

  /// Keeps what is known of a pair, and reports it if it is news. Nothing happens when the search ended meanwhile.
  package func keep(_ pair: WeighedPair, as news: MatchNews, now: Timestamp) async throws {
    let word = pair.isLikely ? "likely" : "possible"
    let row = try await session.first(
      """
      insert into search_match (search_id, person_id, bits, probability, likelihood, reasons, best_bits,
        best_likelihood, found_at)
      select s.id, \(pair.person), \(pair.bits), \(pair.probability), \(word), \(try StoredReasons.json(pair.agreements)),
        \(news.bestBits), \(news.bestIsLikely ? "likely" : "possible"), \(now)
      from open_search s where s.id = \(pair.search) and s.closed_at is null and s.expires_at > \(now) for key share
      on conflict (search_id, person_id) do update set bits = excluded.bits, probability = excluded.probability,
        likelihood = excluded.likelihood, reasons = excluded.reasons, best_bits = excluded.best_bits,
        best_likelihood = excluded.best_likelihood, gone_at = null, gone_because = null,
        seen_at = case when search_match.gone_at is null then search_match.seen_at end
      returning id
      """)
    guard let id = try row?.decode(Int64.self), let report = news.report else { return }
    try await session.execute(
      """
      insert into match_report (match_id, kind, bits, likelihood, reported_at)
      values (\(id), \(report.rawValue), \(pair.bits), \(word), \(now))
      """)
  }

  package func takeBack(_ ids: [Int64], because end: MatchEnd, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      """
      update search_match set gone_at = \(now), gone_because = \(end.rawValue)
      where id = any (\(ids)) and gone_at is null
      """)
  }

  // MARK: What staff does

  /// Notes that somebody looked at what a search has found.
  package func see(search: Int64, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      "update search_match set seen_at = \(now) where search_id = \(search) and gone_at is null")
  }
}

/// Whether a pair is news, and the best that is known of it with it.
package struct MatchNews: Sendable, Equatable {
  package enum Report: String, Sendable { case new, better }

  package let report: Report?
  package let bestBits: Double
  package let bestIsLikely: Bool

  package init(report: Report?, bestBits: Double, bestIsLikely: Bool) {
    self.report = report
    self.bestBits = bestBits
    self.bestIsLikely = bestIsLikely
  }
}
