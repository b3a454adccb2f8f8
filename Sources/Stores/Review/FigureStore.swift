package import CivilTime
package import Postgres

/// What figures are asked for: of which requests, as known when, in which groups.
package struct FigureQuery: Sendable, Equatable {
  package enum Grouping: String, Sendable, CaseIterable {
    case place, week, month, mode, tie
    /// These count findings, not requests.
    case rule, authority

    package var countsFindings: Bool { self == .rule || self == .authority }
  }

  package var grouping = Grouping.place
  /// Requests that were first made on these days of their place: the last day is not among them.
  package var from: CivilDate
  package var until: CivilDate
  /// The code of a facility; nil for all.
  package var place: String?
  package var asOf: Timestamp

  package init(from: CivilDate, until: CivilDate, asOf: Timestamp) {
    (self.from, self.until, self.asOf) = (from, until, asOf)
  }
}

/// How the requests of a group ended.
package struct OutcomeCount: Sendable, Equatable, Codable {
  package let item: String
  package let requests: Int
  package let incidents: Int
  package let held: Int
  package let denied: Int
  package let silent: Int
  package let withdrawn: Int
  package let unknown: Int

  package init(
    item: String, requests: Int, incidents: Int, held: Int, denied: Int, silent: Int, withdrawn: Int, unknown: Int
  ) {
    (self.item, self.requests, self.incidents, self.held) = (item, requests, incidents, held)
    (self.denied, self.silent, self.withdrawn, self.unknown) = (denied, silent, withdrawn, unknown)
  }
}

/// What the rules of a group said, and what people made of it.
package struct FindingCount: Sendable, Equatable, Codable {
  package let item: String
  package let met: Int
  package let breached: Int
  package let unknown: Int
  package let upheld: Int
  package let notUpheld: Int
  /// Of those that say that a rule was broken, on evidence of grade A or B.
  package let strong: Int

  package init(item: String, met: Int, breached: Int, unknown: Int, upheld: Int, notUpheld: Int, strong: Int) {
    (self.item, self.met, self.breached, self.unknown) = (item, met, breached, unknown)
    (self.upheld, self.notUpheld, self.strong) = (upheld, notUpheld, strong)
  }
}

/// Counts of requests and findings. The database gives no request and no person, and nothing to who may not count.
package struct FigureStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  package func outcomes(_ query: FigureQuery) async throws -> [OutcomeCount] {
    try await session.rows(
      """
      select item, requests, incidents, held, denied, silent, withdrawn, unknown
      from paradero.figure_outcomes(\(query.grouping.rawValue), \(query.asOf), \(query.from), \(query.until),
        \(query.place))
      """
    ).map { row in
      let (item, requests, incidents, held, denied, silent, withdrawn, unknown) = try row.decode(
        String.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self)
      return OutcomeCount(
        item: item, requests: requests, incidents: incidents, held: held, denied: denied, silent: silent,
        withdrawn: withdrawn, unknown: unknown)
    }
  }

  package func findings(_ query: FigureQuery) async throws -> [FindingCount] {
    try await session.rows(
      """
      select item, met, breached, unknown, upheld, not_upheld, strong
      from paradero.figure_findings(\(query.grouping.rawValue), \(query.asOf), \(query.from), \(query.until),
        \(query.place))
      """
    ).map { row in
      let (item, met, breached, unknown, upheld, notUpheld, strong) = try row.decode(
        String.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self)
      return FindingCount(
        item: item, met: met, breached: breached, unknown: unknown, upheld: upheld, notUpheld: notUpheld, strong: strong
      )
    }
  }

  /// How many cases ended after so many hours, and by what: what was waited for (`answer`, `visit`, `call`), what ruled it
  /// out, or nothing yet.
  package func times(
    _ ends: [String], _ query: FigureQuery
  ) async throws -> [String: [(hours: Int, cause: String?, cases: Int)]] {
    let rows = try await session.rows(
      """
      select what, hours, cause, cases
      from paradero.figure_times(\(ends), \(query.asOf), \(query.from), \(query.until), \(query.place))
      """)
    var found: [String: [(hours: Int, cause: String?, cases: Int)]] = [:]
    for row in rows {
      let (what, hours, cause, cases) = try row.decode(String.self, Int32.self, String?.self, Int.self)
      found[what, default: []].append((hours: Int(hours), cause: cause, cases: cases))
    }
    return found
  }
}
