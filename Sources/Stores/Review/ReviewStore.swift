package import CivilTime
package import Postgres
package import Records

/// Cases of the review as the actor of the transaction may see them: policies and functions of the database leave out the
/// rest, and names and times until they are opened.
package struct ReviewStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  // MARK: The queue

  package func list(_ filter: ReviewFilter, after cursor: ReviewCursor?, limit: Int) async throws -> [CaseLine] {
    try await lines(
      """
      where \(fragment: filter.condition) and \(fragment: filter.gravity) and \(fragment: filter.after(cursor))
      order by \(fragment: filter.sorting) limit \(limit)
      """)
  }

  /// How many cases of each severity there are, and of each rule.
  package func counts(
    _ filter: ReviewFilter
  ) async throws -> (severities: [String: Int], rules: [(name: String, count: Int)]) {
    var severities: [String: Int] = [:]
    for row in try await session.rows(
      "select c.severity, count(*) from review_case c where \(fragment: filter.condition) group by 1")
    {
      let (severity, count) = try row.decode(String.self, Int.self)
      severities[severity] = count
    }
    var everyRule = filter
    everyRule.rule = nil
    let rules = try await session.rows(
      """
      select c.rule_name, count(*) from review_case c where \(fragment: everyRule.condition)
      group by 1 order by 2 desc, 1 limit 60
      """
    ).map { try $0.decode(String.self, Int.self) }
    return (severities, rules.map { (name: $0.0, count: $0.1) })
  }

  package func line(_ id: Int64) async throws -> CaseLine? { try await lines("where c.id = \(id)").first }

  /// What else was found at the same place on the same day.
  package func beside(_ line: CaseLine, limit: Int) async throws -> [CaseLine] {
    try await lines(
      """
      where c.facility_id = (select f.id from facility f where f.code = \(line.placeCode)) and c.day = \(line.day)
        and c.id <> \(line.id) and c.state <> 'gone'
      order by c.rank, c.due_at, c.id limit \(limit)
      """)
  }

  private func lines(_ rest: PostgresQuery) async throws -> [CaseLine] {
    try await session.rows(
      """
      select c.id, coalesce(c.finding_id, c.place_finding_id) as finding_id, p.code, p.name, p.time_zone, c.attorney, c.rule, c.authority, c.outcome, c.severity,
        c.grade, c.pattern, c.day, c.opened_at, c.due_at, c.state, c.reopened, c.follows_id
      from review_case c join facility p on p.id = c.facility_id \(fragment: rest)
      """
    ).map { row in
      CaseLine(
        id: try row["id", as: Int64.self], findingID: try row["finding_id", as: Int64.self],
        placeCode: try row["code", as: String.self], placeName: try row["name", as: String.self],
        zone: try row["time_zone", as: String?.self].flatMap { Zone($0) },
        attorney: try row["attorney", as: Int32?.self], rule: try row["rule", as: String.self],
        authority: try row["authority", as: String.self], outcome: try row["outcome", as: String?.self],
        severity: try row["severity", as: String.self],
        grade: try row["grade", as: String?.self].flatMap(EvidenceGrade.init(rawValue:)),
        pattern: try row["pattern", as: String?.self], day: try row["day", as: CivilDate.self],
        openedAt: try row["opened_at", as: Timestamp.self], dueAt: try row["due_at", as: Timestamp.self],
        state: CaseState(rawValue: try row["state", as: String.self]) ?? .open,
        reopened: try row["reopened", as: String?.self].flatMap(ReopenedBecause.init(rawValue:)),
        follows: try row["follows_id", as: Int64?.self])
    }
  }

  // MARK: One case

  package func request(of id: Int64) async throws -> ReviewedRequest? {
    guard let row = try await session.first("select * from paradero.review_request(\(id))"),
      let isOpened = try row["is_opened", as: Bool?.self]
    else { return nil }
    var names: ReviewedRequest.Names?
    if isOpened, let reference = try row["reference", as: String?.self] {
      names = ReviewedRequest.Names(
        reference: reference, client: try row["client_name", as: String?.self] ?? "",
        filedBy: try row["filed_by", as: String?.self] ?? "", asker: try row["asker_name", as: String?.self],
        office: try row["office", as: String?.self])
    }
    return ReviewedRequest(
      names: names, tie: ClientTie(rawValue: try row["tie", as: String.self]) ?? .other,
      mode: VisitMode(rawValue: try row["mode", as: String.self]) ?? .contact,
      role: AskerRole(rawValue: try row["asker_role", as: String.self]) ?? .attorney,
      g28: G28Status(rawValue: try row["g28", as: String.self]) ?? .none,
      urgency: VisitUrgency(rawValue: try row["urgency", as: String.self]) ?? .none,
      beganAtDoor: try row["began_at_door", as: Bool.self])
  }

  package func events(of id: Int64) async throws -> [ReviewedEvent] {
    try await session.rows("select * from paradero.review_events(\(id))").map { row in
      ReviewedEvent(
        id: try row["id", as: Int64.self],
        kind: VisitEventKind(rawValue: try row["kind", as: String.self]) ?? .note,
        at: try row["happened_at", as: Timestamp.self],
        precision: VisitTime.Precision(rawValue: try row["precision", as: String.self]),
        until: try row["until_at", as: Timestamp?.self], recordedAt: try row["recorded_at", as: Timestamp.self],
        recordedBy: try row["recorded_by", as: String?.self], observer: try row["observer", as: String?.self],
        standing: Observer.Standing(rawValue: try row["standing", as: String.self]) ?? .observer,
        isFirstHand: try row["is_first_hand", as: Bool.self],
        channel: try row["channel", as: String?.self].flatMap(VisitChannel.init(rawValue:)),
        grade: EvidenceGrade(rawValue: try row["grade", as: String.self]) ?? .d,
        corrects: try row["corrects_event_id", as: Int64?.self],
        details: try row["details", as: PostgresJSON.self].decode(as: VisitDetails.self),
        note: try row["note", as: String?.self])
    }
  }

  /// What was told of the day of a case about a place; empty for the others.
  package func placeEvents(of id: Int64) async throws -> [ReviewedPlaceEvent] {
    try await session.rows("select * from paradero.review_place_events(\(id))").map { row in
      ReviewedPlaceEvent(
        id: try row["id", as: Int64.self],
        kind: PlaceEventKind(rawValue: try row["kind", as: String.self]) ?? .takenBack,
        at: VisitTime(
          try row["happened_at", as: Timestamp.self],
          VisitTime.Precision(rawValue: try row["precision", as: String.self]) ?? .minute),
        until: try row["until_at", as: Timestamp?.self], recordedAt: try row["recorded_at", as: Timestamp.self],
        teller: Int(try row["teller", as: Int32.self]), recordedBy: try row["recorded_by", as: String?.self],
        observer: try row["observer", as: String?.self],
        standing: Observer.Standing(rawValue: try row["standing", as: String.self]) ?? .observer,
        isFirstHand: try row["is_first_hand", as: Bool.self],
        grade: EvidenceGrade(rawValue: try row["grade", as: String.self]) ?? .d,
        corrects: try row["corrects_event_id", as: Int64?.self],
        details: try row["details", as: PostgresJSON.self].decode(as: PlaceDetails.self),
        note: try row["note", as: String?.self])
    }
  }

  /// Whether the reader opened the names of a case, as its finding is now.
  package func isOpened(_ id: Int64) async throws(PostgresError) -> Bool {
    try await session.first("select paradero.case_is_opened(\(id))")?.decode(Bool.self) ?? false
  }

  /// What the rules said, the newest first; without a finding where it was gone.
  package func findings(
    of id: Int64
  ) async throws -> [(id: Int64, outcome: String?, foundAt: Timestamp, finding: PostgresJSON)] {
    try await session.rows(
      "select id, outcome, found_at, finding from paradero.review_findings(\(id))"
    ).map { row in
      let (id, outcome, foundAt, finding) = try row.decode(
        Int64.self, String?.self, Timestamp.self, PostgresJSON.self)
      return (id: id, outcome: outcome, foundAt: foundAt, finding: finding)
    }
  }

  package func files(of id: Int64) async throws -> [ReviewedFile] {
    try await session.rows(
      "select id, kind, grade, bytes, sha256, is_withdrawn from paradero.review_evidence(\(id))"
    ).map { row in
      let (id, kind, grade, bytes, sha256, isWithdrawn) = try row.decode(
        Int64.self, String.self, String.self, Int32.self, [UInt8].self, Bool.self)
      return ReviewedFile(
        id: id, kind: EvidenceKind(rawValue: kind) ?? .text, grade: EvidenceGrade(rawValue: grade) ?? .d,
        bytes: Int(bytes), sha256: sha256, isWithdrawn: isWithdrawn)
    }
  }
}
