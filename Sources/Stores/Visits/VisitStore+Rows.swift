internal import CivilTime
internal import Postgres
internal import Records

/// Rows of requests and events as values.
extension VisitStore {
  static func request(_ row: PostgresRow, _ numbers: NumberBoundary) throws(PostgresError) -> VisitRequest {
    let opens = try row["window_opens", as: [Timestamp].self]
    let closes = try row["window_closes", as: [Timestamp].self]
    let client = VisitClient(
      personID: try row["person_id", as: Int64?.self], name: try row["client_name", as: String.self],
      aNumber: numbers.opened(try row["client_a_number", as: String?.self]),
      birth: try row["client_birth", as: String?.self],
      country: try row["client_country", as: String?.self])
    let ask = VisitAsk(
      role: AskerRole(rawValue: try row["asker_role", as: String.self]) ?? .attorney,
      askerName: try row["asker_name", as: String?.self], supervisor: try row["supervisor", as: String?.self],
      companions: try row["companions", as: String?.self], people: Int(try row["people", as: Int16.self]),
      tie: ClientTie(rawValue: try row["tie", as: String.self]) ?? .other,
      g28: G28Status(rawValue: try row["g28", as: String.self]) ?? .none,
      mode: VisitMode(rawValue: try row["mode", as: String.self]) ?? .contact,
      windows: zip(opens, closes).compactMap { VisitWindow(opens: $0, closes: $1) },
      minutes: try row["minutes", as: Int16?.self].map(Int.init), languages: try row["languages", as: String?.self],
      accommodation: try row["accommodation", as: String?.self],
      urgency: VisitUrgency(rawValue: try row["urgency", as: String.self]) ?? .none,
      urgentAt: try row["urgent_at", as: Timestamp?.self])
    return VisitRequest(
      id: try row["id", as: Int64.self], reference: try row["reference", as: String.self],
      facilityID: try row["facility_id", as: Int32.self], officeID: try row["office_id", as: Int64?.self],
      accountID: try row["account_id", as: Int64.self], client: client, ask: ask,
      beganAtDoor: try row["began_at_door", as: Bool.self], incident: try row["incident_text", as: String?.self],
      createdAt: try row["created_at", as: Timestamp.self])
  }

  static func event(_ row: PostgresRow) throws -> VisitEvent {
    VisitEvent(
      id: try row["id", as: Int64.self], requestID: try row["request_id", as: Int64.self],
      kind: VisitEventKind(rawValue: try row["kind", as: String.self]) ?? .note,
      at: VisitTime(
        try row["happened_at", as: Timestamp.self],
        VisitTime.Precision(rawValue: try row["precision", as: String.self]) ?? .minute),
      until: try row["until_at", as: Timestamp?.self], recordedAt: try row["recorded_at", as: Timestamp.self],
      recordedBy: try row["recorded_by", as: String.self],
      observer: Observer(
        name: try row["observer", as: String.self],
        standing: Observer.Standing(rawValue: try row["standing", as: String.self]) ?? .observer,
        isFirstHand: try row["is_first_hand", as: Bool.self]),
      channel: try row["channel", as: String?.self].flatMap(VisitChannel.init(rawValue:)),
      grade: EvidenceGrade(rawValue: try row["grade", as: String.self]) ?? .d,
      corrects: try row["corrects_event_id", as: Int64?.self], seen: try row["seen_event_id", as: Int64?.self],
      details: try row["details", as: PostgresJSON.self].decode(as: VisitDetails.self),
      note: try row["note", as: String?.self], incident: try row["incident_text", as: String?.self])
  }
}
