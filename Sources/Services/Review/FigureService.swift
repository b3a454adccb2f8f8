package import Figures
package import Postgres
internal import Records
package import Stores

/// What ends the wait for an answer, a visit or a call.
package enum WaitEnd: String, Sendable, CaseIterable, Codable {
  case answer, visit, call, transfer, release, removal, death, withdrawn
}

/// Figures about the requests of all offices, with numbers and intervals, as known at a moment.
package struct FigureReport: Sendable {
  package let query: FigureQuery
  /// How requests ended, by group; all together where the groups are of findings.
  package let outcomes: [OutcomeCount]
  package let findings: [FindingCount]
  package let toAnswer: Incidence<WaitEnd>
  package let toVisit: Incidence<WaitEnd>
  /// Of those who asked for a call: until the first.
  package let toCall: Incidence<WaitEnd>
  /// Hours, closures, transfers and evidence, by place.
  package let places: [PlaceLine]

  package var total: OutcomeCount {
    func sum(_ part: KeyPath<OutcomeCount, Int>) -> Int { outcomes.reduce(0) { $0 + $1[keyPath: part] } }
    return OutcomeCount(
      item: "", requests: sum(\.requests), incidents: sum(\.incidents), held: sum(\.held), denied: sum(\.denied),
      silent: sum(\.silent), withdrawn: sum(\.withdrawn), unknown: sum(\.unknown))
  }
}

/// Counts requests for monitors, and for reports at the command line.
package struct FigureService: Sendable {
  let database: Database
  /// For the pages of places and orders; nil where no rules are asked.
  let judge: (any VisitJudge)?

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database, judge: (any VisitJudge)? = nil) { (self.database, self.judge) = (database, judge) }

  package func report(_ query: FigureQuery, by staff: Staff) async throws -> FigureReport {
    try staff.require(.countRequests)
    return try await report(query, actor: staff.actor)
  }

  /// At the command line, for whoever may run it with the database's address.
  package func report(_ query: FigureQuery) async throws -> FigureReport {
    try await report(query, actor: "service:report")
  }

  private func report(_ query: FigureQuery, actor: String) async throws -> FigureReport {
    try await database.transaction(isolation: .repeatableRead, readOnly: true, actor: actor) { session in
      let store = FigureStore(session)
      var together = query
      if query.grouping.countsFindings { together.grouping = .place }
      let outcomes = try await store.outcomes(together)
      let times = try await store.times(["answer", "visit", "call"], query)
      return FigureReport(
        query: query, outcomes: outcomes,
        findings: query.grouping.countsFindings ? try await store.findings(query) : [],
        toAnswer: Self.incidence(times["answer"]), toVisit: Self.incidence(times["visit"]),
        toCall: Self.incidence(times["call"]),
        places: try await Self.lines(query, session, outcomes: together.grouping == .place ? outcomes : nil))
    }
  }

  private static func incidence(_ rows: [(hours: Int, cause: String?, cases: Int)]?) -> Incidence<WaitEnd> {
    Incidence(
      (rows ?? []).flatMap { row in
        Array(repeating: (time: row.hours, cause: row.cause.flatMap(WaitEnd.init(rawValue:))), count: row.cases)
      })
  }
}
