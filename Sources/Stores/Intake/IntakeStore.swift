package import CivilTime
package import Postgres
package import Records

/// A report that is about to be kept; what is personal in it is sealed or hashed already.
package struct NewIntake: Sendable {
  package var id: Int64
  package var formKey: String
  package var takenAt: Timestamp
  package var dependent = DependentAnswer.unknown
  package var place: String?
  package var facility: Int32?
  package var zone: Zone
  package var happenedAt: Timestamp
  package var precision = IntakePrecision.minute
  package var kind = IntakeKind.other
  package var basis = IntakeBasis.unknown
  package var people: Int?
  package var observer: Int64?
  package var callerHash: [UInt8]?
  package var lastTwo: String?
  package var told: [UInt8]?
  package var isSample = false

  package init(id: Int64, formKey: String, takenAt: Timestamp, zone: Zone, happenedAt: Timestamp) {
    (self.id, self.formKey, self.takenAt, self.zone, self.happenedAt) = (id, formKey, takenAt, zone, happenedAt)
  }
}

/// What is asked of the list of reports. None of it names a person.
package struct IntakeFilter: Sendable, Equatable {
  package enum Showing: String, Sendable, CaseIterable { case open, overdue, closed, all }

  package var showing = Showing.open
  package var page = 1

  package init() {}

  package static let pageSize = 50
}

/// Reports of the hotline as responders share them. They are added to, and never changed.
package struct IntakeStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  /// The number of a report that is about to be added: what is sealed is sealed for it.
  package func nextID() async throws(PostgresError) -> Int64 {
    try await session.first("select nextval('intake_id_seq')")?.decode(Int64.self) ?? 0
  }

  /// Keeps a report; the number of the one that the same form made before, if it did.
  package func add(_ new: NewIntake, account: Int64) async throws(PostgresError) -> Int64 {
    let added = try await session.execute(
      """
      insert into intake (id, form_key, account_id, is_sample, taken_at, dependent, place, facility_id, zone,
        happened_at, precision, what, basis, people, observer_id, caller_hash, caller_last2, told, moved_at)
      values (\(new.id), \(new.formKey)::uuid, \(account), \(new.isSample), \(new.takenAt), \(new.dependent.rawValue),
        \(new.place), \(new.facility), \(new.zone.identifier), \(new.happenedAt), \(new.precision.rawValue),
        \(new.kind.rawValue), \(new.basis.rawValue), \(new.people.map { Int16(clamping: $0) }), \(new.observer),
        \(new.callerHash), \(new.lastTwo), \(new.told), \(new.takenAt))
      on conflict (form_key) do nothing
      """)
    if added > 0 { return new.id }
    return try await session.first("select id from intake where form_key = \(new.formKey)::uuid")?
      .decode(Int64.self) ?? 0
  }

  package func addContact(
    of intake: Int64, selector: [UInt8], box: [UInt8], dueAt: Timestamp
  ) async throws(PostgresError) {
    try await session.execute(
      """
      insert into intake_contact (intake_id, selector, box, due_at) values (\(intake), \(selector), \(box), \(dueAt))
      """)
  }

  // MARK: Lists

  private static var select: PostgresQuery {
    """
    select i.id, i.taken_at, t.name as taken_by, i.dependent, i.place, f.name as facility, f.code, f.state, i.zone,
      i.happened_at, i.precision, i.what, i.basis, i.people, b.sign, i.caller_last2, i.status, i.truth, i.owner_id,
      o.name as owner, i.incident_id, i.person_id, i.due_at, c.due_at as call_due_at, c.called_at, i.last_event_id,
      i.is_sample, i.erased_at is not null as erased,
      (select count(*) - 1 from intake x where x.incident_id = i.incident_id) as others
    from intake i
      join account t on t.id = i.account_id
      left join account o on o.id = i.owner_id
      left join facility f on f.id = i.facility_id
      left join trained_observer b on b.id = i.observer_id
      left join intake_contact c on c.intake_id = i.id
    """
  }

  private static func line(_ row: PostgresRow) throws(PostgresError) -> IntakeLine {
    let id = try row["id", as: Int64.self]
    return IntakeLine(
      id: id, takenAt: try row["taken_at", as: Timestamp.self], takenBy: try row["taken_by", as: String.self],
      dependent: DependentAnswer(rawValue: try row["dependent", as: String.self]) ?? .unknown,
      place: try row["place", as: String?.self], facility: try row["facility", as: String?.self],
      facilityCode: try row["code", as: String?.self], state: try row["state", as: String?.self],
      zone: Zone(try row["zone", as: String.self]), happenedAt: try row["happened_at", as: Timestamp.self],
      precision: IntakePrecision(rawValue: try row["precision", as: String.self]) ?? .unknown,
      kind: IntakeKind(rawValue: try row["what", as: String.self]) ?? .other,
      basis: IntakeBasis(rawValue: try row["basis", as: String.self]) ?? .unknown,
      people: try row["people", as: Int16?.self].map { Int($0) }, observer: try row["sign", as: String?.self],
      lastTwo: try row["caller_last2", as: String?.self],
      status: IntakeStatus(rawValue: try row["status", as: String.self]) ?? .new,
      truth: IntakeTruth(rawValue: try row["truth", as: String.self]) ?? .unverified,
      ownerID: try row["owner_id", as: Int64?.self], owner: try row["owner", as: String?.self],
      incident: try row["incident_id", as: Int64?.self] ?? id, others: Int(try row["others", as: Int64.self]),
      person: try row["person_id", as: Int64?.self], dueAt: try row["due_at", as: Timestamp?.self],
      callDueAt: try row["call_due_at", as: Timestamp?.self], calledAt: try row["called_at", as: Timestamp?.self],
      lastEvent: try row["last_event_id", as: Int64?.self] ?? 0, isSample: try row["is_sample", as: Bool.self],
      isErased: try row["erased", as: Bool.self])
  }

  private func lines(_ rest: PostgresQuery) async throws(PostgresError) -> [IntakeLine] {
    var found: [IntakeLine] = []
    for row in try await session.rows("\(fragment: Self.select) \(fragment: rest)") {
      found.append(try Self.line(row))
    }
    return found
  }

  /// Those that somebody has to act for first, the most urgent before; then the newest.
  package func list(_ filter: IntakeFilter, now: Timestamp) async throws(PostgresError) -> [IntakeLine] {
    let size = IntakeFilter.pageSize
    let condition: PostgresQuery =
      switch filter.showing {
      case .open: "where i.status <> 'closed'"
      case .overdue:
        """
        where i.status <> 'closed' and (i.due_at < \(now) or (c.called_at is null and c.due_at < \(now)))
        """
      case .closed: "where i.status = 'closed'"
      case .all: ""
      }
    return try await lines(
      """
      \(fragment: condition)
      order by i.status = 'closed', least(i.due_at, case when c.called_at is null then c.due_at end) nulls last,
        i.taken_at desc, i.id desc
      limit \(size + 1) offset \((max(1, filter.page) - 1) * size)
      """)
  }

  package struct Counts: Sendable, Equatable {
    package let open: Int
    package let overdue: Int
    /// Reports of somebody alone whom nobody has taken over yet.
    package let alone: Int
  }

  package func counts(now: Timestamp) async throws(PostgresError) -> Counts {
    let row = try await session.first(
      """
      select count(*), count(*) filter (where i.due_at < \(now) or (c.called_at is null and c.due_at < \(now))),
        count(*) filter (where i.dependent = 'yes' and i.due_at is not null)
      from intake i left join intake_contact c on c.intake_id = i.id where i.status <> 'closed'
      """)
    let (open, overdue, alone) = try row?.decode(Int.self, Int.self, Int.self) ?? (0, 0, 0)
    return Counts(open: open, overdue: overdue, alone: alone)
  }

  // MARK: One report

  package func line(_ id: Int64) async throws(PostgresError) -> IntakeLine? {
    try await lines("where i.id = \(id)").first
  }

  /// What was told, sealed; nil when nothing was, or it is erased.
  package func told(_ id: Int64) async throws(PostgresError) -> [UInt8]? {
    try await session.first("select told from intake where id = \(id)")?.decode([UInt8]?.self)
  }

  /// Other reports of the same incident.
  package func group(of line: IntakeLine) async throws(PostgresError) -> [IntakeLine] {
    try await lines("where i.incident_id = \(line.incident) and i.id <> \(line.id) order by i.id limit 50")
  }

  /// Reports that may be of the same place and hour, and that nobody has put together or apart with this one.
  package func similar(to line: IntakeLine) async throws(PostgresError) -> [IntakeLine] {
    try await lines(
      """
      where i.id in (select s.id from paradero.similar_intakes(\(line.id)) s) and i.incident_id <> \(line.incident)
        and not exists (select from intake_event e where e.kind = 'not_same'
          and ((e.intake_id = i.id and e.other_id = \(line.id)) or (e.intake_id = \(line.id) and e.other_id = i.id)))
      order by i.id desc
      """)
  }

  package func events(of id: Int64) async throws(PostgresError) -> [IntakeEvent] {
    var found: [IntakeEvent] = []
    for row in try await session.rows(
      """
      select e.id, e.kind, e.status, e.truth, e.outcome, e.other_id, e.person_id, e.batch_id, e.note, e.read_to, a.name,
        e.at
      from intake_event e join account a on a.id = e.account_id where e.intake_id = \(id) order by e.id
      """)
    {
      guard let kind = IntakeEvent.Kind(rawValue: try row["kind", as: String.self]) else { continue }
      found.append(
        IntakeEvent(
          id: try row["id", as: Int64.self], kind: kind,
          status: try row["status", as: String?.self].flatMap(IntakeStatus.init(rawValue:)),
          truth: try row["truth", as: String?.self].flatMap(IntakeTruth.init(rawValue:)),
          outcome: try row["outcome", as: String?.self].flatMap(IntakeCallEnd.init(rawValue:)),
          other: try row["other_id", as: Int64?.self], person: try row["person_id", as: Int64?.self],
          batch: try row["batch_id", as: Int64?.self], note: try row["note", as: [UInt8]?.self],
          readTo: try row["read_to", as: Int64?.self], by: try row["name", as: String.self],
          at: try row["at", as: Timestamp.self]))
    }
    return found
  }

  // MARK: What becomes of it

  /// One change of a report at a time, until the transaction ends: each sees what the one before did.
  package func lock(_ id: Int64) async throws(PostgresError) {
    try await session.execute("select pg_advisory_xact_lock(\(7_236_900_000_000 + id))")
  }

  /// Something that becomes of a report. A note is sealed for the event's number, which is taken first.
  package struct NewEvent: Sendable {
    package var kind: IntakeEvent.Kind
    package var status: IntakeStatus?
    package var truth: IntakeTruth?
    package var outcome: IntakeCallEnd?
    package var other: Int64?
    package var person: Int64?
    package var batch: Int64?
    package var readTo: Int64?

    package init(_ kind: IntakeEvent.Kind) { self.kind = kind }
  }

  package func nextEventID() async throws(PostgresError) -> Int64 {
    try await session.first("select nextval('intake_event_id_seq')")?.decode(Int64.self) ?? 0
  }

  package func append(
    _ new: NewEvent, id: Int64, to intake: Int64, note: [UInt8]?, account: Int64, now: Timestamp
  ) async throws(PostgresError) {
    try await session.execute(
      """
      insert into intake_event (id, intake_id, kind, status, truth, outcome, other_id, person_id, batch_id, note,
        read_to, account_id, at)
      values (\(id), \(intake), \(new.kind.rawValue), \(new.status?.rawValue), \(new.truth?.rawValue),
        \(new.outcome?.rawValue), \(new.other), \(new.person), \(new.batch), \(note), \(new.readTo), \(account), \(now))
      """)
  }
}

/// A facility that a caller named so that there is no doubt which one.
package struct IntakePlace: Sendable, Equatable {
  package let facility: Int32
  package let zone: Zone?
}

extension IntakeStore {
  /// The one facility whose code, name or alias is exactly what was said.
  package func facility(named text: String) async throws(PostgresError) -> IntakePlace? {
    let rows = try await session.rows(
      """
      select f.id, f.time_zone from facility f
      where f.code = upper(btrim(\(text))) or f.search_name = search_name(\(text))
        or exists (select from facility_alias a where a.facility_id = f.id and a.search_name = search_name(\(text)))
      order by f.code limit 2
      """)
    guard rows.count == 1, let row = rows.first else { return nil }
    let (id, zone) = try row.decode(Int32.self, String?.self)
    return IntakePlace(facility: id, zone: zone.flatMap { Zone($0) })
  }
}
