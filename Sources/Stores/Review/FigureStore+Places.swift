package import CivilTime
internal import Postgres
package import Records

/// What was known of one day of a place at a moment.
package struct DayFigure: Sendable, Equatable {
  package let code: String
  package let day: CivilDate
  package let standing: PlaceDay.Standing
  /// The fewest and the most minutes that it can have been open.
  package let least: Int
  package let most: Int
  package let posted: Int?
  /// The minutes that a rule asks for; nil where none does.
  package let required: Int?
  package let outcome: String?
  package let breaches: Int
  package let accounts: Int
  package let closures: Int
  /// Closures of which counsel was told, and of which somebody able to know says that they were not.
  package let noticed: Int
  package let unnoticed: Int

  package init(
    code: String, day: CivilDate, standing: PlaceDay.Standing, least: Int, most: Int, posted: Int?, required: Int?,
    outcome: String?, breaches: Int, accounts: Int, closures: Int, noticed: Int, unnoticed: Int
  ) {
    (self.code, self.day, self.standing, self.least, self.most) = (code, day, standing, least, most)
    (self.posted, self.required, self.outcome, self.breaches) = (posted, required, outcome, breaches)
    (self.accounts, self.closures, self.noticed, self.unnoticed) = (accounts, closures, noticed, unnoticed)
  }
}

/// What one rule said of a day of a place, counted.
package struct RuleDay: Sendable, Equatable {
  package let code: String
  package let day: CivilDate
  /// `B18-HOURS-BD/2`
  package let rule: String
  package let isPublishable: Bool
  package let met: Int
  package let breached: Int
  package let unknown: Int
  package let pending: Int
  package let upheld: Int
  package let notUpheld: Int

  package init(
    code: String, day: CivilDate, rule: String, isPublishable: Bool, met: Int, breached: Int, unknown: Int,
    pending: Int, upheld: Int, notUpheld: Int
  ) {
    (self.code, self.day, self.rule, self.isPublishable) = (code, day, rule, isPublishable)
    (self.met, self.breached, self.unknown, self.pending) = (met, breached, unknown, pending)
    (self.upheld, self.notUpheld) = (upheld, notUpheld)
  }

  /// Of what the rule said to be broken, what nobody has settled.
  package var unsettled: Int { max(0, breached - upheld - notUpheld) }
}

/// Of the requests of a place: moved first, first calls, evidence of denials.
package struct MoreCount: Sendable, Equatable, Codable {
  package let item: String
  package let requests: Int
  package let moved: Int
  package let calls: Int
  package let callsHeld: Int
  package let denied: Int
  package let strong: Int

  package init(item: String, requests: Int, moved: Int, calls: Int, callsHeld: Int, denied: Int, strong: Int) {
    (self.item, self.requests, self.moved, self.calls) = (item, requests, moved, calls)
    (self.callsHeld, self.denied, self.strong) = (callsHeld, denied, strong)
  }
}

/// One of the requests behind a figure: nobody's name, and the day as the only time.
package struct FigureRow: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let code: String
  package let day: CivilDate
  package let mode: VisitMode
  package let tie: ClientTie
  /// held, denied, silent, withdrawn, unknown
  package let ended: String
  /// The attorney's pseudonym, where a case came of it.
  package let attorney: Int?
  package let cases: [Int64]
}

extension FigureStore {
  package func days(_ query: FigureQuery) async throws -> [DayFigure] {
    try await session.rows(
      "select * from paradero.figure_days(\(query.asOf), \(query.from), \(query.until), \(query.place))"
    ).map { row in
      func count(_ column: String) throws -> Int { Int(try row[column, as: Int32.self]) }
      return DayFigure(
        code: try row["code", as: String.self], day: try row["day", as: CivilDate.self],
        standing: PlaceDay.Standing(rawValue: try row["standing", as: String.self]) ?? .unknown,
        least: try count("least_minutes"), most: try count("most_minutes"),
        posted: try row["posted", as: Int32?.self].map(Int.init),
        required: try row["required", as: Int32?.self].map(Int.init), outcome: try row["outcome", as: String?.self],
        breaches: try count("breaches"), accounts: try count("accounts"), closures: try count("closures"),
        noticed: try count("noticed"), unnoticed: try count("unnoticed"))
    }
  }

  /// What these rules said of each day; nil for all rules.
  package func ruleDays(_ query: FigureQuery, of rules: [String]?) async throws -> [RuleDay] {
    try await session.rows(
      """
      select * from paradero.figure_rule_days(\(query.asOf), \(query.from), \(query.until), \(rules)::text[],
        \(query.place))
      """
    ).map { row in
      func count(_ column: String) throws -> Int { Int(try row[column, as: Int32.self]) }
      return RuleDay(
        code: try row["code", as: String.self], day: try row["day", as: CivilDate.self],
        rule: try row["rule", as: String.self], isPublishable: try row["is_publishable", as: Bool.self],
        met: try count("met"), breached: try count("breached"), unknown: try count("unknown"),
        pending: try count("pending"), upheld: try count("upheld"), notUpheld: try count("not_upheld"))
    }
  }

  package func more(_ query: FigureQuery) async throws -> [MoreCount] {
    try await session.rows(
      """
      select code, requests, moved, calls, calls_held, denied, strong
      from paradero.figure_more(\(query.asOf), \(query.from), \(query.until), \(query.place))
      """
    ).map { row in
      let (item, requests, moved, calls, held, denied, strong) = try row.decode(
        String.self, Int.self, Int.self, Int.self, Int.self, Int.self, Int.self)
      return MoreCount(
        item: item, requests: requests, moved: moved, calls: calls, callsHeld: held, denied: denied, strong: strong)
    }
  }

  /// The requests behind a figure, in the order of their numbers; `item` and `ended` narrow them down.
  package func rows(
    _ query: FigureQuery, item: String?, ended: String?, after: Int64, limit: Int
  ) async throws -> [FigureRow] {
    try await session.rows(
      """
      select * from paradero.figure_rows(\(query.grouping.rawValue), \(item), \(ended), \(query.asOf), \(query.from),
        \(query.until), \(query.place), \(after), \(Int32(limit)))
      """
    ).map { row in
      FigureRow(
        id: try row["number", as: Int64.self], code: try row["code", as: String.self],
        day: try row["day", as: CivilDate.self],
        mode: VisitMode(rawValue: try row["mode", as: String.self]) ?? .contact,
        tie: ClientTie(rawValue: try row["tie", as: String.self]) ?? .other,
        ended: try row["ended", as: String.self], attorney: try row["attorney", as: Int32?.self].map(Int.init),
        cases: try row["cases", as: [Int64].self])
    }
  }
}
