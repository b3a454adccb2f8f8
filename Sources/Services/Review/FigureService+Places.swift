package import CivilTime
package import CounselRules
internal import Figures
internal import Postgres
package import Records
package import Stores

/// An order of a court as the rulebook has it: its terms, and the places that they name.
package struct CourtOrder: Sendable, Identifiable {
  /// What the names of its rules begin with: `B18`.
  package let id: String
  package let docket: String?
  /// The terms in the versions that are applied.
  package let terms: [Rule]
  /// The codes of the facilities that they name.
  package let facilities: [String]

  package init(id: String, docket: String?, terms: [Rule], facilities: [String]) {
    (self.id, self.docket, self.terms, self.facilities) = (id, docket, terms, facilities)
  }

  package var verified: [Rule] { terms.filter(\.isTextVerified) }
  package var unverified: [Rule] { terms.filter { !$0.isTextVerified } }
  package var cites: [String] { Array(Set(terms.map(\.authority.cite))).sorted() }
}

/// A place's days from one to another, as known at a moment.
package struct PlaceReport: Sendable {
  package let place: VisitPlace
  package let query: FigureQuery
  package let days: [DayFigure]
  package let rules: [RuleDay]
  package let requests: OutcomeCount
  package let more: MoreCount?
  /// Those of its rules that are an order's.
  package let orders: [CourtOrder]

  package var hours: HoursSum { HoursSum(days) }
}

/// What an order's verified terms said of the days of its places.
package struct OrderReport: Sendable {
  package let order: CourtOrder
  package let query: FigureQuery
  package let facilities: [Facility]
  package let days: [DayFigure]
  /// Of verified terms alone.
  package let rules: [RuleDay]
}

/// Hours open against hours required, and closures, over days.
package struct HoursSum: Sendable, Equatable, Codable {
  package var days = 0
  package var open = 0
  package var short = 0
  package var closed = 0
  package var unknown = 0
  /// Over the days on which a rule asks for hours.
  package var requiredDays = 0
  package var requiredMinutes = 0
  package var leastMinutes = 0
  package var mostMinutes = 0
  package var closures = 0
  package var noticed = 0
  package var unnoticed = 0

  package init(_ figures: [DayFigure]) {
    for day in figures {
      days += 1
      switch day.standing {
      case .open: open += 1
      case .short: short += 1
      case .closed: closed += 1
      case .unknown: unknown += 1
      }
      if let required = day.required {
        requiredDays += 1
        requiredMinutes += required
        // What was open beyond what is asked makes up for no other day.
        leastMinutes += min(day.least, required)
        mostMinutes += min(day.most, required)
      }
      closures += day.closures
      noticed += day.noticed
      unnoticed += day.unnoticed
    }
  }

  /// Closures of which nobody said whether counsel was told.
  package var unsaid: Int { max(0, closures - noticed - unnoticed) }
}

/// Requests and days of each place, for the map and its table.
package struct PlaceLine: Sendable {
  package let facility: Facility
  package let requests: OutcomeCount?
  package let more: MoreCount?
  package let hours: HoursSum
}

extension FigureService {
  /// Every place that somebody filed a request at or told something of, in these days.
  package func places(_ query: FigureQuery, by staff: Staff) async throws -> [PlaceLine] {
    try staff.require(.reviewFindings)
    return try await database.transaction(isolation: .repeatableRead, readOnly: true, actor: staff.actor) { session in
      try await Self.lines(query, session)
    }
  }

  /// With how requests ended at each place, if somebody has counted that already.
  static func lines(
    _ query: FigureQuery, _ session: Transaction, outcomes counted: [OutcomeCount]? = nil
  ) async throws -> [PlaceLine] {
    var byPlace = query
    byPlace.grouping = .place
    let store = FigureStore(session)
    let ended = if let counted { counted } else { try await store.outcomes(byPlace) }
    let outcomes = Dictionary(ended.map { ($0.item, $0) }) { first, _ in first }
    let more = Dictionary(try await store.more(byPlace).map { ($0.item, $0) }) { first, _ in first }
    let days = Dictionary(grouping: try await store.days(byPlace), by: \.code)
    let codes = Set(outcomes.keys).union(days.keys).sorted()
    let facilities = try await FacilityStore(session).facilities(codes: codes)
    return codes.compactMap { code in
      facilities[code].map {
        PlaceLine(facility: $0, requests: outcomes[code], more: more[code], hours: HoursSum(days[code] ?? []))
      }
    }
  }

  /// One place; nil if there is none of that code, or its zone is not known.
  package func place(_ code: String, _ query: FigureQuery, by staff: Staff, now: Timestamp) async throws -> PlaceReport?
  {
    try staff.require(.reviewFindings)
    var query = query
    (query.place, query.grouping) = (code, .place)
    return try await database.transaction(isolation: .repeatableRead, readOnly: true, actor: staff.actor) {
      [query] session in
      try await judge?.refresh(session)
      guard let facility = try await FacilityStore(session).facility(code: code), facility.zone != nil else {
        return nil
      }
      let store = FigureStore(session)
      let outcomes = try await store.outcomes(query)
      return PlaceReport(
        place: try await VisitService.place(facility, session, judge, now: now), query: query,
        days: try await store.days(query), rules: try await store.ruleDays(query, of: nil),
        requests: outcomes.first
          ?? OutcomeCount(
            item: code, requests: 0, incidents: 0, held: 0, denied: 0, silent: 0, withdrawn: 0, unknown: 0),
        more: try await store.more(query).first,
        orders: (judge?.orders ?? []).filter { $0.facilities.contains(code) })
    }
  }

  package func orders(by staff: Staff) async throws -> [CourtOrder] {
    try staff.require(.reviewFindings)
    return try await database.transaction(readOnly: true, actor: staff.actor) { session in
      try await judge?.refresh(session)
      return judge?.orders ?? []
    }
  }

  /// What the verified terms of an order said; nil if there is no such order.
  package func order(_ id: String, _ query: FigureQuery, by staff: Staff) async throws -> OrderReport? {
    try staff.require(.reviewFindings)
    return try await database.transaction(isolation: .repeatableRead, readOnly: true, actor: staff.actor) { session in
      try await judge?.refresh(session)
      guard let order = judge?.orders.first(where: { $0.id == id }) else { return nil }
      let verified = Set(order.verified.map(\.id.description))
      let store = FigureStore(session)
      let rules =
        verified.isEmpty
        ? [] : try await store.ruleDays(query, of: Array(Set(order.verified.map(\.id.name))).sorted())
      // An order of a kind of places names none; then those of which its terms said something are shown.
      let all = order.facilities.isEmpty ? Set(rules.map(\.code)).sorted() : order.facilities
      let codes = query.place.map { place in all.filter { $0 == place } } ?? all
      let known = try await FacilityStore(session).facilities(codes: codes)
      let days = verified.isEmpty ? [] : try await store.days(query).filter { codes.contains($0.code) }
      return OrderReport(
        order: order, query: query, facilities: codes.compactMap { known[$0] }, days: days,
        rules: rules.filter { verified.contains($0.rule) })
    }
  }

  /// The requests behind a figure, two hundred at a time.
  package func rows(
    _ query: FigureQuery, item: String?, ended: String?, after: Int64, by staff: Staff
  ) async throws -> (rows: [FigureRow], hasMore: Bool) {
    try staff.require(.reviewFindings)
    return try await database.transaction(readOnly: true, actor: staff.actor) { session in
      let rows = try await FigureStore(session).rows(
        query, item: item, ended: ended, after: after, limit: Self.rowsAtATime + 1)
      return (Array(rows.prefix(Self.rowsAtATime)), rows.count > Self.rowsAtATime)
    }
  }

  private static let rowsAtATime = 200
}
