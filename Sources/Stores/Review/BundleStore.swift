package import CivilTime
package import Postgres
package import Records

/// What a reviewer may take into a bundle, in a transaction that `begin` marked as one that makes it.
///
/// Of requests that the reviewer opened the other stores give everything; here is what else there is, as the review shows it.
package struct BundleStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  /// Marks the transaction, until it ends.
  package func begin() async throws(PostgresError) {
    try await session.execute("select set_config('paradero.bundling', 'on', true)")
  }

  package func requests(
    at facilities: [Int32]?, from first: CivilDate, through last: CivilDate, rules: [String]?, references: [String]?
  ) async throws(PostgresError) -> [BundledRequest] {
    var requests: [BundledRequest] = []
    let rows = try await session.rows(
      """
      select * from paradero.bundle_requests(\(facilities)::integer[], \(first), \(last), \(rules)::text[],
        \(references)::text[])
      """)
    for row in rows {
      requests.append(
        BundledRequest(
          id: try row["id", as: Int64.self], facilityID: try row["facility_id", as: Int32.self],
          attorney: try row["attorney", as: Int32?.self], isOpened: try row["is_opened", as: Bool.self],
          isOwn: try row["is_own", as: Bool.self], tie: ClientTie(rawValue: try row["tie", as: String.self]) ?? .other,
          mode: VisitMode(rawValue: try row["mode", as: String.self]) ?? .contact,
          role: AskerRole(rawValue: try row["asker_role", as: String.self]) ?? .attorney,
          beganAtDoor: try row["began_at_door", as: Bool.self], day: try row["day", as: CivilDate.self]))
    }
    return requests
  }

  /// What happened to requests that were not opened.
  package func events(of requests: [Int64]) async throws(PostgresError) -> [BundledEvent] {
    var events: [BundledEvent] = []
    for row in try await session.rows("select * from paradero.bundle_events(\(requests)::bigint[])") {
      events.append(
        BundledEvent(
          request: try row["request_id", as: Int64.self], id: try row["id", as: Int64.self],
          kind: VisitEventKind(rawValue: try row["kind", as: String.self]) ?? .note,
          at: try row["happened_at", as: Timestamp.self], isDay: try row["precision", as: String.self] == "day",
          standing: Observer.Standing(rawValue: try row["standing", as: String.self]) ?? .observer,
          isFirstHand: try row["is_first_hand", as: Bool.self],
          channel: try row["channel", as: String?.self].flatMap(VisitChannel.init(rawValue:)),
          grade: EvidenceGrade(rawValue: try row["grade", as: String.self]) ?? .d,
          corrects: try row["corrects_event_id", as: Int64?.self]))
    }
    return events
  }

  package func findings(of requests: [Int64], rules: [String]?) async throws(PostgresError) -> [BundledFindingRow] {
    var findings: [BundledFindingRow] = []
    for row in try await session.rows(
      "select * from paradero.bundle_findings(\(requests)::bigint[], \(rules)::text[])")
    {
      findings.append(
        BundledFindingRow(
          request: try row["request_id", as: Int64.self], caseID: try row["case_id", as: Int64?.self],
          state: try row["state", as: String?.self].flatMap(CaseState.init(rawValue:)),
          finding: try row["finding", as: PostgresJSON.self]))
    }
    return findings
  }

  /// Of a place, on these days.
  package func findings(
    ofPlace place: Int32, from first: CivilDate, through last: CivilDate, rules: [String]?
  ) async throws(PostgresError) -> [BundledFindingRow] {
    var findings: [BundledFindingRow] = []
    let rows = try await session.rows(
      "select * from paradero.bundle_place_findings(\(place), \(first), \(last), \(rules)::text[])")
    for row in rows {
      findings.append(
        BundledFindingRow(
          request: 0, caseID: try row["case_id", as: Int64?.self],
          state: try row["state", as: String?.self].flatMap(CaseState.init(rawValue:)),
          finding: try row["finding", as: PostgresJSON.self]))
    }
    return findings
  }

  /// What was decided of cases, without anybody's reasons: the case, the verdict, when, by which account.
  package func verdicts(
    of cases: [Int64]
  ) async throws(PostgresError) -> [(caseID: Int64, verdict: String, at: Timestamp, account: Int64)] {
    var verdicts: [(caseID: Int64, verdict: String, at: Timestamp, account: Int64)] = []
    for row in try await session.rows(
      """
      select case_id, verdict, decided_at, account_id from paradero.bundle_verdicts(\(cases)::bigint[])
      """)
    {
      let (id, verdict, at, account) = try row.decode(Int64.self, String.self, Timestamp.self, Int64.self)
      verdicts.append((id, verdict, at, account))
    }
    return verdicts
  }

  /// Files of requests that were not opened.
  package func files(of requests: [Int64]) async throws(PostgresError) -> [BundledFile] {
    var files: [BundledFile] = []
    for row in try await session.rows("select * from paradero.bundle_evidence(\(requests)::bigint[])") {
      let (request, kind, grade, bytes, sha256, isWithdrawn) = try row.decode(
        Int64.self, String.self, String.self, Int32.self, [UInt8].self, Bool.self)
      files.append(
        BundledFile(
          request: request, kind: EvidenceKind(rawValue: kind) ?? .text, grade: EvidenceGrade(rawValue: grade) ?? .d,
          bytes: Int(bytes), sha256: sha256, isWithdrawn: isWithdrawn))
    }
    return files
  }

  /// Sealed entries about these objects, from before a moment.
  package func audit(of objects: [String], before moment: Timestamp) async throws(PostgresError) -> [AuditLine] {
    var lines: [AuditLine] = []
    for row in try await session.rows("select * from paradero.bundle_audit(\(objects)::text[], \(moment))") {
      lines.append(
        AuditLine(
          at: try row["at", as: Timestamp.self], actor: try row["actor", as: String.self],
          verb: try row["verb", as: String.self], object: try row["object", as: String.self],
          facts: try row["facts", as: [String].self], purposeHash: try row["purpose_sha256", as: [UInt8].self],
          seal: (
            try row["seq", as: Int64.self], try row["previous_sha256", as: [UInt8].self],
            try row["leaf_sha256", as: [UInt8].self]
          )))
    }
    return lines
  }

  /// Places of which rules said something on these days.
  package func places(
    of rules: [String], from first: CivilDate, through last: CivilDate
  ) async throws(PostgresError) -> [Int32] {
    var places: [Int32] = []
    for row in try await session.rows(
      """
      select distinct facility_id from place_finding
      where day between \(first) and \(last) and split_part(rule, '/', 1) = any (\(rules)::text[]) order by 1
      """)
    { places.append(try row.decode(Int32.self)) }
    return places
  }
}

/// A request in the scope of a bundle.
package struct BundledRequest: Sendable {
  package let id: Int64
  package let facilityID: Int32
  /// What monitors call its attorney; nil where nobody needed a name yet.
  package let attorney: Int32?
  package let isOpened: Bool
  /// The reviewer's own, or of their office: it stays off.
  package let isOwn: Bool
  package let tie: ClientTie
  package let mode: VisitMode
  package let role: AskerRole
  package let beganAtDoor: Bool
  package let day: CivilDate
}

/// What happened to a request that was not opened.
package struct BundledEvent: Sendable {
  package let request: Int64
  package let id: Int64
  package let kind: VisitEventKind
  /// The beginning of two hours, or of the day.
  package let at: Timestamp
  package let isDay: Bool
  package let standing: Observer.Standing
  package let isFirstHand: Bool
  package let channel: VisitChannel?
  package let grade: EvidenceGrade
  package let corrects: Int64?
}

/// A finding with where its case stands; without a case nobody had to look.
package struct BundledFindingRow: Sendable {
  /// Zero for one about a place.
  package let request: Int64
  package let caseID: Int64?
  package let state: CaseState?
  package let finding: PostgresJSON
}

/// A file of a request that was not opened.
package struct BundledFile: Sendable {
  package let request: Int64
  package let kind: EvidenceKind
  package let grade: EvidenceGrade
  package let bytes: Int
  package let sha256: [UInt8]
  package let isWithdrawn: Bool
}
