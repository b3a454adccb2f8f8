internal import CivilTime
package import Postgres
package import Records

/// Reads where people are, and adds what was told of them; it never changes what was told before.
package struct CustodyStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  /// Where each of these people was last known to be; a person of whom nothing live is known is not among them.
  /// At most 100 at once.
  package func current(personIDs: [Int64]) async throws(PostgresError) -> [Int64: CurrentCustody] {
    var found: [Int64: CurrentCustody] = [:]
    for row in try await session.rows(
      """
      select person_id, event_id, kind, status, facility_id, last_facility_id, place_text, happened_at, happened_on,
        precision, zone, reported_at, newest_report_at, source_kind, trust, is_public, is_sample, contradicted
      from paradero.current_custody_of(\(personIDs))
      """)
    {
      let custody = try Self.custody(row)
      found[custody.personID] = custody
    }
    return found
  }

  /// Adds an event and returns its number.
  @discardableResult
  package func append(_ event: CustodyEvent, note: String? = nil) async throws(PostgresError) -> Int64 {
    let time = event.time.columns
    let row = try await session.first(
      """
      insert into custody_event (person_id, batch_id, kind, facility_id, from_facility_id, place_text, happened_at,
        happened_on, precision, reported_at, corrects_event_id, note)
      values (\(event.personID), \(event.batchID), \(event.kind.rawValue), \(event.facilityID),
        \(event.fromFacilityID), \(event.placeText), \(time.at), \(time.on), \(time.precision), \(event.reportedAt),
        \(event.corrects), \(note))
      returning id
      """)
    return try row?.decode(Int64.self) ?? 0
  }

  static func custody(_ row: PostgresRow) throws(PostgresError) -> CurrentCustody {
    CurrentCustody(
      personID: try row["person_id", as: Int64.self], eventID: try row["event_id", as: Int64.self],
      kind: CustodyKind(rawValue: try row["kind", as: String.self]) ?? .sighting,
      status: CustodyStatus(rawValue: try row["status", as: String.self]) ?? .inCustody,
      facilityID: try row["facility_id", as: Int32?.self], lastFacilityID: try row["last_facility_id", as: Int32?.self],
      placeText: try row["place_text", as: String?.self],
      time: EventTime(
        precision: try row["precision", as: String.self], at: try row["happened_at", as: Timestamp?.self],
        on: try row["happened_on", as: CivilDate?.self]),
      zone: Zone(try row["zone", as: String.self]), reportedAt: try row["reported_at", as: Timestamp.self],
      newestReportAt: try row["newest_report_at", as: Timestamp.self],
      sourceKind: SourceKind(rawValue: try row["source_kind", as: String.self]) ?? .roster,
      trust: Int(try row["trust", as: Int16.self]), sourceIsPublic: try row["is_public", as: Bool.self],
      isSample: try row["is_sample", as: Bool.self], isContradicted: try row["contradicted", as: Bool.self])
  }
}

extension EventTime {
  /// As the table keeps it.
  var columns: (at: Timestamp?, on: CivilDate?, precision: String) {
    switch self {
    case .minute(let moment): (moment, nil, "minute")
    case .day(let day): (nil, day, "day")
    case .month(let year, let month): (nil, CivilDate(year: year, month: month, day: 1), "month")
    case .unknown: (nil, nil, "unknown")
    }
  }

  init(precision: String, at moment: Timestamp?, on day: CivilDate?) {
    switch (precision, moment, day) {
    case ("minute", let moment?, _): self = .minute(moment)
    case ("day", _, let day?): self = .day(day)
    case ("month", _, let day?): self = .month(year: day.year, month: day.month)
    default: self = .unknown
    }
  }
}
