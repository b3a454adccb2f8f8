package import CivilTime
package import Postgres
package import Records

/// What was seen and told of places, and what follows for each of their days. Events are added and read, never changed.
package struct PlaceDayStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  // MARK: Days

  /// What is known of the days of a place, the earliest first. A day of which nobody told anything is not among them:
  /// whether the place was open then is not known.
  package func days(
    of facility: Int32, from first: CivilDate, through last: CivilDate
  ) async throws -> [PlaceDay] {
    try await session.rows(
      """
      select d.* from place_day d
      where d.facility_id = \(facility) and d.day between \(first) and \(last) and d.events > 0 order by d.day
      """
    ).map(Self.day)
  }

  /// The days of all places, for tables over many; by place, then by day.
  package func days(from first: CivilDate, through last: CivilDate) async throws -> [PlaceDay] {
    try await session.rows(
      "select * from place_day where day between \(first) and \(last) and events > 0 order by facility_id, day"
    ).map(Self.day)
  }

  /// Places that somebody told something of, those with the newest word first.
  package func watched(limit: Int) async throws(PostgresError) -> [Int32] {
    var ids: [Int32] = []
    let rows = try await session.rows(
      """
      select facility_id from place_status order by last_event_id desc limit \(limit)
      """)
    for row in rows { ids.append(try row.decode(Int32.self)) }
    return ids
  }

  private static func day(_ row: PostgresRow) throws -> PlaceDay {
    PlaceDay(
      facilityID: try row["facility_id", as: Int32.self], day: try row["day", as: CivilDate.self],
      standing: PlaceDay.Standing(rawValue: try row["standing", as: String.self]) ?? .unknown,
      leastMinutes: Int(try row["least_minutes", as: Int16.self]),
      mostMinutes: Int(try row["most_minutes", as: Int16.self]),
      contestedMinutes: Int(try row["contested_minutes", as: Int16.self]),
      postedMinutes: try row["posted_minutes", as: Int16?.self].map(Int.init),
      outcome: try row["outcome", as: String?.self], severity: try row["severity", as: String.self],
      breaches: Int(try row["breaches", as: Int16.self]), events: Int(try row["events", as: Int16.self]))
  }

  /// Renews what calendars show. A day that is no longer among them keeps its row and says that nothing is known.
  package func keep(_ days: [PlaceDay], of facility: Int32, now: Timestamp) async throws(PostgresError) {
    try await session.execute(
      """
      insert into place_day as d (facility_id, day, standing, least_minutes, most_minutes, contested_minutes,
        posted_minutes, outcome, severity, breaches, events, evaluated_at)
      select \(facility), t.*, \(now)
      from unnest(\(days.map(\.day))::date[], \(days.map(\.standing.rawValue))::text[],
        \(days.map { Int16(clamping: $0.leastMinutes) })::smallint[],
        \(days.map { Int16(clamping: $0.mostMinutes) })::smallint[],
        \(days.map { Int16(clamping: $0.contestedMinutes) })::smallint[],
        \(days.map { $0.postedMinutes.map { Int16(clamping: $0) } })::smallint[], \(days.map(\.outcome))::text[],
        \(days.map(\.severity))::text[], \(days.map { Int16(clamping: $0.breaches) })::smallint[],
        \(days.map { Int16(clamping: $0.events) })::smallint[]) t
      on conflict (facility_id, day) do update set standing = excluded.standing, least_minutes = excluded.least_minutes,
        most_minutes = excluded.most_minutes, contested_minutes = excluded.contested_minutes,
        posted_minutes = excluded.posted_minutes, outcome = excluded.outcome, severity = excluded.severity,
        breaches = excluded.breaches, events = excluded.events, evaluated_at = excluded.evaluated_at
      where (d.standing, d.least_minutes, d.most_minutes, d.contested_minutes, d.posted_minutes, d.outcome, d.severity,
          d.breaches, d.events)
        is distinct from (excluded.standing, excluded.least_minutes, excluded.most_minutes, excluded.contested_minutes,
          excluded.posted_minutes, excluded.outcome, excluded.severity, excluded.breaches, excluded.events)
      """)
    try await session.execute(
      """
      update place_day set standing = 'unknown', least_minutes = 0, most_minutes = 1440, contested_minutes = 0,
        posted_minutes = null, outcome = null, severity = 'none', breaches = 0, events = 0, evaluated_at = \(now)
      where facility_id = \(facility) and events > 0 and day <> all (\(days.map(\.day))::date[])
      """)
  }

  // MARK: Events

  /// Lets one transaction at a time add to a place and judge it, until it ends.
  package func lock(_ facility: Int32) async throws(PostgresError) {
    try await session.execute("select pg_advisory_xact_lock(72368274630000000 + \(Int64(facility)))")
  }

  package func append(
    _ event: NewPlaceEvent, to facility: Int32, account: Int64, zone: Zone, isSample: Bool = false, now: Timestamp
  ) async throws -> Int64? {
    let details = try PostgresJSON(encoding: event.details)
    return try await session.first(
      """
      insert into place_event (facility_id, kind, happened_at, precision, until_at, zone, recorded_at, account_id,
        observer, standing, is_first_hand, grade, corrects_event_id, details, note, is_sample)
      values (\(facility), \(event.kind.rawValue), \(event.at.moment), \(event.at.precision.rawValue), \(event.until),
        \(zone.identifier), \(now), \(account), \(event.observer.name), \(event.observer.standing.rawValue),
        \(event.observer.isFirstHand), \(event.grade.rawValue), \(event.corrects), \(details), \(event.note), \(isSample))
      returning id
      """)?.decode(Int64.self)
  }

  /// Everything that was told of a place, in the order in which it was written down.
  package func events(of facility: Int32) async throws -> [PlaceEvent] {
    try await session.rows(
      """
      select e.*, a.name as recorded_by, a.office_id from place_event e join account a on a.id = e.account_id
      where e.facility_id = \(facility) order by e.id
      """
    ).map(Self.event)
  }

  private static func event(_ row: PostgresRow) throws -> PlaceEvent {
    PlaceEvent(
      id: try row["id", as: Int64.self], facilityID: try row["facility_id", as: Int32.self],
      kind: PlaceEventKind(rawValue: try row["kind", as: String.self]) ?? .takenBack,
      at: VisitTime(
        try row["happened_at", as: Timestamp.self],
        VisitTime.Precision(rawValue: try row["precision", as: String.self]) ?? .minute),
      until: try row["until_at", as: Timestamp?.self], recordedAt: try row["recorded_at", as: Timestamp.self],
      account: try row["account_id", as: Int64.self], office: try row["office_id", as: Int64?.self],
      recordedBy: try row["recorded_by", as: String.self],
      observer: Observer(
        name: try row["observer", as: String.self],
        standing: Observer.Standing(rawValue: try row["standing", as: String.self]) ?? .observer,
        isFirstHand: try row["is_first_hand", as: Bool.self]),
      grade: EvidenceGrade(rawValue: try row["grade", as: String.self]) ?? .d,
      corrects: try row["corrects_event_id", as: Int64?.self],
      details: try row["details", as: PostgresJSON.self].decode(as: PlaceDetails.self),
      note: try row["note", as: String?.self], isSample: try row["is_sample", as: Bool.self])
  }

  // MARK: Findings

  /// Adds what the rules say now and did not say before, and a last row for what is gone. Gives how many rows it added.
  @discardableResult
  package func renew(
    _ findings: [ToldPlaceFinding], of facility: Int32, through event: Int64, now: Timestamp
  ) async throws(PostgresError) -> Int {
    let told = findings.map(\.finding)
    return try await session.execute(
      """
      with latest as (
        select distinct on (key) key, day, rule, outcome, finding from place_finding
        where facility_id = \(facility) order by key, id desc
      ), told as (
        select t.key, t.day, t.rule, t.outcome, t.due_at, t.severity, t.facts::bigint[] as facts,
          t.finding::jsonb as finding
        from unnest(\(told.map(\.key))::text[], \(findings.map(\.day))::date[], \(told.map(\.rule))::text[],
          \(told.map(\.outcome))::text[], \(told.map(\.dueAt))::timestamptz[], \(told.map(\.severity))::text[],
          \(told.map { "{" + $0.facts.map(String.init).joined(separator: ",") + "}" })::text[],
          \(told.map(\.json))::text[]) as t (key, day, rule, outcome, due_at, severity, facts, finding)
      )
      insert into place_finding (facility_id, key, day, rule, outcome, due_at, severity, facts, finding,
        through_event_id, found_at)
      select \(facility), t.key, t.day, t.rule, t.outcome, t.due_at, t.severity, t.facts, t.finding, \(event), \(now)
      from told t
      where not exists (
        select from latest l where l.key = t.key and l.outcome = t.outcome and l.finding = t.finding)
      union all
      select \(facility), l.key, l.day, l.rule, null, null, 'none', '{}', '{}', \(event), \(now)
      from latest l where l.outcome is not null and not exists (select from told t where t.key = l.key)
      """)
  }

  /// What counts now of the findings about these days, as JSON, the gravest first.
  package func findings(
    of facility: Int32, from first: CivilDate, through last: CivilDate
  ) async throws(PostgresError) -> [PostgresJSON] {
    var findings: [PostgresJSON] = []
    let rows = try await session.rows(
      """
      select finding from (
        select distinct on (key) key, day, outcome, severity, finding from place_finding
        where facility_id = \(facility) and day between \(first) and \(last) order by key, id desc
      ) l
      where outcome is not null order by array_position(array['red', 'amber', 'grey', 'none'], severity), key
      """)
    for row in rows { findings.append(try row.decode(PostgresJSON.self)) }
    return findings
  }

  /// What counts now, by key: which rule, and its outcome.
  package func outcomes(of facility: Int32) async throws(PostgresError) -> [String: FindingStore.Said] {
    var outcomes: [String: FindingStore.Said] = [:]
    let rows = try await session.rows(
      """
      select key, rule, outcome from (
        select distinct on (key) key, rule, outcome from place_finding where facility_id = \(facility) order by key, id desc
      ) l where outcome is not null
      """)
    for row in rows {
      let (key, rule, outcome) = try row.decode(String.self, String.self, String.self)
      outcomes[key] = FindingStore.Said(rule: rule, outcome: outcome)
    }
    return outcomes
  }

  // MARK: Clocks

  package func keepStatus(
    of facility: Int32, dueAt: Timestamp?, lastEvent: Int64, now: Timestamp
  ) async throws(PostgresError) {
    try await session.execute(
      """
      insert into place_status (facility_id, due_at, last_event_id, evaluated_at)
      values (\(facility), \(dueAt), \(lastEvent), \(now))
      on conflict (facility_id) do update set due_at = excluded.due_at, last_event_id = excluded.last_event_id,
        evaluated_at = excluded.evaluated_at
      """)
  }

  /// Places whose clock ran out, the oldest first.
  package func due(before now: Timestamp, limit: Int) async throws(PostgresError) -> [Int32] {
    var ids: [Int32] = []
    let rows = try await session.rows(
      "select facility_id from place_status where due_at <= \(now) order by due_at, facility_id limit \(limit)")
    for row in rows { ids.append(try row.decode(Int32.self)) }
    return ids
  }
}

/// An account of a place that is about to be written.
package struct NewPlaceEvent: Sendable {
  package var kind: PlaceEventKind
  package var at: VisitTime
  package var until: Timestamp?
  package var observer: Observer
  package var grade: EvidenceGrade
  package var corrects: Int64?
  package var details: PlaceDetails
  package var note: String?

  package init(
    _ kind: PlaceEventKind, at: VisitTime, until: Timestamp? = nil, observer: Observer, grade: EvidenceGrade,
    corrects: Int64? = nil, details: PlaceDetails = PlaceDetails(), note: String? = nil
  ) {
    self.kind = kind
    self.at = at
    self.until = until
    self.observer = observer
    self.grade = grade
    self.corrects = corrects
    self.details = details
    self.note = note
  }
}

/// A finding about a place, and the day that it is about.
package struct ToldPlaceFinding: Sendable, Equatable {
  package let day: CivilDate
  package let finding: ToldFinding

  package init(day: CivilDate, finding: ToldFinding) {
    self.day = day
    self.finding = finding
  }
}
