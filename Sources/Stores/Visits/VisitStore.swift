package import CivilTime
package import Postgres
package import Records

/// Requests for visits and what happened to them. Both are added and read; nothing here changes one.
///
/// Which rows there are depends on the actor of the transaction: row-level security hides those of other offices.
package struct VisitStore {
  let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  // MARK: Requests

  /// Files a request. Nil if the reference is taken.
  package func add(
    reference: String, facility: Int32, office: Int64?, account: Int64, client: VisitClient, ask: VisitAsk,
    beganAtDoor: Bool, incident: String?, now: Timestamp
  ) async throws(PostgresError) -> Int64? {
    try await session.first(
      """
      insert into visit_request (reference, facility_id, office_id, account_id, person_id, client_name, client_a_number,
        client_birth, client_country, asker_role, asker_name, supervisor, companions, people, tie, g28, mode,
        window_opens, window_closes, minutes, languages, accommodation, urgency, urgent_at, began_at_door, incident,
        created_at)
      values (\(reference), \(facility), \(office), \(account), \(client.personID), \(client.name),
        \(session.numbers.stored(client.aNumber)), \(client.birth), \(client.country), \(ask.role.rawValue), \(ask.askerName), \(ask.supervisor),
        \(ask.companions), \(Int16(clamping: ask.people)), \(ask.tie.rawValue), \(ask.g28.rawValue),
        \(ask.mode.rawValue), \(ask.windows.map(\.opens)), \(ask.windows.map(\.closes)),
        \(ask.minutes.map { Int16(clamping: $0) }), \(ask.languages), \(ask.accommodation), \(ask.urgency.rawValue),
        \(ask.urgentAt), \(beganAtDoor), \(incident)::uuid, \(now))
      on conflict (reference) do nothing returning id
      """)?.decode(Int64.self)
  }

  package func request(_ reference: String) async throws(PostgresError) -> VisitRequest? {
    try await requests("where r.reference = \(reference)").first
  }

  package func request(id: Int64) async throws(PostgresError) -> VisitRequest? {
    try await requests("where r.id = \(id)").first
  }

  /// The numbers of all requests that the transaction's actor may see, after one, in order.
  package func all(after last: Int64, limit: Int) async throws(PostgresError) -> [Int64] {
    var ids: [Int64] = []
    let rows = try await session.rows("select id from visit_request where id > \(last) order by id limit \(limit)")
    for row in rows { ids.append(try row.decode(Int64.self)) }
    return ids
  }

  /// All requests of one incident, in the order in which they were written.
  package func requests(ofIncident incident: String) async throws(PostgresError) -> [VisitRequest] {
    try await requests("where r.incident = \(incident)::uuid order by r.id")
  }

  private func requests(_ condition: PostgresQuery) async throws(PostgresError) -> [VisitRequest] {
    var requests: [VisitRequest] = []
    let rows = try await session.rows(
      "select r.*, r.incident::text as incident_text from visit_request r \(fragment: condition)")
    for row in rows { requests.append(try Self.request(row, session.numbers)) }
    return requests
  }

  // MARK: Events

  /// Who is said to have written what no account wrote: the command that reads mails in.
  package static let mailReader = "paradero mail ingest"

  /// Lets one transaction at a time add to a request and judge it, until it ends.
  package func lock(_ request: Int64) async throws(PostgresError) {
    try await session.execute("select pg_advisory_xact_lock(72368274620000000 + \(request))")
  }

  package func append(_ event: NewVisitEvent, to request: Int64, account: Int64?, zone: Zone, now: Timestamp)
    async throws
    -> Int64?
  {
    let details = try PostgresJSON(encoding: event.details)
    return try await session.first(
      """
      insert into visit_event (request_id, kind, happened_at, precision, until_at, zone, recorded_at, account_id,
        observer, standing, is_first_hand, channel, grade, corrects_event_id, seen_event_id, details, note, incident)
      values (\(request), \(event.kind.rawValue), \(event.at.moment), \(event.at.precision.rawValue), \(event.until),
        \(zone.identifier), \(now), \(account), \(event.observer.name), \(event.observer.standing.rawValue),
        \(event.observer.isFirstHand), \(event.channel?.rawValue), \(event.grade.rawValue), \(event.corrects),
        \(event.seen), \(details), \(event.note), \(event.incident)::uuid)
      returning id
      """)?.decode(Int64.self)
  }

  /// Everything that was told of a request, in the order in which it was written down.
  package func events(of request: Int64) async throws -> [VisitEvent] {
    try await session.rows(
      """
      select e.*, e.incident::text as incident_text, coalesce(a.name, \(Self.mailReader)) as recorded_by
      from visit_event e left join account a on a.id = e.account_id where e.request_id = \(request) order by e.id
      """
    ).map(Self.event)
  }

  // MARK: Status

  package func keep(_ status: VisitStatus, of request: Int64) async throws(PostgresError) {
    try await session.execute(
      """
      insert into visit_status (request_id, state, since, due_at, severity, breaches, last_event_id, evaluated_at)
      values (\(request), \(status.state.rawValue), \(status.since), \(status.dueAt), \(status.severity),
        \(Int16(clamping: status.breaches)), \(status.lastEvent), \(status.evaluatedAt))
      on conflict (request_id) do update set state = excluded.state, since = excluded.since, due_at = excluded.due_at,
        severity = excluded.severity, breaches = excluded.breaches, last_event_id = excluded.last_event_id,
        evaluated_at = excluded.evaluated_at
      """)
  }

  /// Requests whose clock ran out, the oldest first.
  package func due(before now: Timestamp, limit: Int) async throws(PostgresError) -> [Int64] {
    var ids: [Int64] = []
    let rows = try await session.rows(
      "select request_id from visit_status where due_at <= \(now) order by due_at, request_id limit \(limit)")
    for row in rows { ids.append(try row.decode(Int64.self)) }
    return ids
  }
}

/// An event that is about to be written.
package struct NewVisitEvent: Sendable {
  package var kind: VisitEventKind
  package var at: VisitTime
  package var until: Timestamp?
  package var observer: Observer
  package var channel: VisitChannel?
  package var grade: EvidenceGrade
  package var corrects: Int64?
  package var seen: Int64?
  package var details: VisitDetails
  package var note: String?
  package var incident: String?

  package init(
    _ kind: VisitEventKind, at: VisitTime, until: Timestamp? = nil, observer: Observer, channel: VisitChannel? = nil,
    grade: EvidenceGrade, corrects: Int64? = nil, seen: Int64? = nil, details: VisitDetails = VisitDetails(),
    note: String? = nil, incident: String? = nil
  ) {
    self.kind = kind
    self.at = at
    self.until = until
    self.observer = observer
    self.channel = channel
    self.grade = grade
    self.corrects = corrects
    self.seen = seen
    self.details = details
    self.note = note
    self.incident = incident
  }
}

/// What lists show of a request.
package struct VisitStatus: Sendable, Equatable {
  package var state: VisitState
  package var since: Timestamp?
  package var dueAt: Timestamp?
  /// `none`, `grey`, `amber` or `red`.
  package var severity: String
  package var breaches: Int
  package var lastEvent: Int64?
  package var evaluatedAt: Timestamp

  package init(
    state: VisitState, since: Timestamp?, dueAt: Timestamp?, severity: String, breaches: Int, lastEvent: Int64?,
    evaluatedAt: Timestamp
  ) {
    self.state = state
    self.since = since
    self.dueAt = dueAt
    self.severity = severity
    self.breaches = breaches
    self.lastEvent = lastEvent
    self.evaluatedAt = evaluatedAt
  }
}
