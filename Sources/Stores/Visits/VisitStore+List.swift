package import CivilTime
internal import Postgres
package import Records

/// Which requests a list shows, and in which order.
package struct VisitFilter: Sendable, Equatable {
  package enum Standing: String, Sendable, CaseIterable {
    case all, open, atDoor = "at_door", denied, done, flagged
  }

  package enum Order: String, Sendable, CaseIterable { case newest, due, gravest, client, place }

  package var standing = Standing.all
  /// The code of a facility.
  package var place: String?
  /// Part of a client's name, or a reference.
  package var text: String?
  package var order = Order.newest
  /// The first page is 1.
  package var page = 1

  package init() {}
}

/// A request as a line of a list.
package struct VisitLine: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let reference: String
  package let clientName: String
  package let tie: ClientTie
  package let mode: VisitMode
  package let placeCode: String
  package let placeName: String
  package let zone: Zone?
  package let state: VisitState
  package let since: Timestamp?
  package let dueAt: Timestamp?
  package let severity: String
  package let breaches: Int
  package let createdAt: Timestamp
}

extension VisitStore {
  /// The lines of a page and how many there are in all.
  package func list(_ filter: VisitFilter, size: Int) async throws -> (lines: [VisitLine], total: Int) {
    let offset = max(0, filter.page - 1) * size
    let total = try await session.first("select count(*) \(fragment: Self.from(filter))")?.decode(Int.self) ?? 0
    let rows = try await session.rows(
      """
      select r.id, r.reference, r.client_name, r.tie, r.mode, f.code, f.name, f.time_zone, s.state, s.since, s.due_at,
        s.severity, s.breaches, r.created_at
      \(fragment: Self.from(filter)) order by \(fragment: Self.order(filter.order)), r.id desc
      limit \(size) offset \(offset)
      """)
    return (try rows.map(Self.line), total)
  }

  private static func from(_ filter: VisitFilter) -> PostgresQuery {
    """
    from visit_request r join visit_status s on s.request_id = r.id join facility f on f.id = r.facility_id
    where \(fragment: condition(filter.standing)) and \(fragment: condition(place: filter.place))
      and \(fragment: condition(text: filter.text))
    """
  }

  private static func condition(place: String?) -> PostgresQuery {
    guard let place else { return "true" }
    return "f.code = \(place)"
  }

  private static func condition(text: String?) -> PostgresQuery {
    guard let text else { return "true" }
    return """
      (position(search_name(\(text)) in search_name(r.client_name)) > 0 or r.reference = upper(\(text)))
      """
  }

  private static func condition(_ standing: VisitFilter.Standing) -> PostgresQuery {
    switch standing {
    case .all: "true"
    case .open: "s.state not in ('completed', 'withdrawn', 'remedied', 'referred_to_counsel')"
    case .atDoor: "s.state in ('waiting', 'seated')"
    case .denied:
      "s.state in ('denied', 'refused', 'closed', 'client_declined', 'client_moved', 'left_unseen', 'cut_short')"
    case .done: "s.state in ('completed', 'withdrawn', 'remedied', 'referred_to_counsel')"
    case .flagged: "s.breaches > 0"
    }
  }

  private static func order(_ order: VisitFilter.Order) -> PostgresQuery {
    switch order {
    case .newest: "r.created_at desc"
    case .due: "s.due_at asc nulls last"
    case .gravest: "array_position(array['red', 'amber', 'grey', 'none'], s.severity)"
    case .client: "search_name(r.client_name)"
    case .place: "f.name"
    }
  }

  private static func line(_ row: PostgresRow) throws -> VisitLine {
    VisitLine(
      id: try row["id", as: Int64.self], reference: try row["reference", as: String.self],
      clientName: try row["client_name", as: String.self],
      tie: ClientTie(rawValue: try row["tie", as: String.self]) ?? .other,
      mode: VisitMode(rawValue: try row["mode", as: String.self]) ?? .contact,
      placeCode: try row["code", as: String.self], placeName: try row["name", as: String.self],
      zone: try row["time_zone", as: String?.self].flatMap { Zone($0) },
      state: VisitState(rawValue: try row["state", as: String.self]) ?? .draft,
      since: try row["since", as: Timestamp?.self], dueAt: try row["due_at", as: Timestamp?.self],
      severity: try row["severity", as: String.self], breaches: Int(try row["breaches", as: Int16.self]),
      createdAt: try row["created_at", as: Timestamp.self])
  }
}
