package import CivilTime
package import Postgres
package import Records

/// Hand-offs of reports, the organisations that take them over, and trained observers.
package struct HandoffStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  // MARK: Organisations and observers

  package func partners() async throws(PostgresError) -> [Partner] {
    var found: [Partner] = []
    for row in try await session.rows("select id, name, phone, takes from partner order by name") {
      let (id, name, phone, takes) = try row.decode(Int64.self, String.self, String?.self, [String].self)
      found.append(
        Partner(id: id, name: name, phone: phone, takes: Set(takes.compactMap(HandoffNeed.init(rawValue:)))))
    }
    return found
  }

  /// Adds an organisation; nil when there is one of that name.
  @discardableResult
  package func addPartner(
    name: String, phone: String?, takes: [HandoffNeed], account: Int64?, isSample: Bool = false, now: Timestamp
  ) async throws(PostgresError) -> Int64? {
    try await session.first(
      """
      insert into partner (name, phone, takes, organisation_id, is_sample, added_by, added_at)
      values (\(name), \(phone), \(takes.map(\.rawValue)), (select o.id from organisation o where o.name = \(name)),
        \(isSample), \(account), \(now))
      on conflict (name) do nothing returning id
      """)?.decode(Int64.self)
  }

  package func observers() async throws(PostgresError) -> [TrainedObserver] {
    var found: [TrainedObserver] = []
    for row in try await session.rows(
      """
      select o.id, o.sign, p.name, o.trained_on, o.ended_at
      from trained_observer o join partner p on p.id = o.partner_id order by o.ended_at is not null, o.sign
      """)
    {
      let (id, sign, partner, on, ended) = try row.decode(
        Int64.self, String.self, String.self, CivilDate.self, Timestamp?.self)
      found.append(TrainedObserver(id: id, sign: sign, partner: partner, trainedOn: on, endedAt: ended))
    }
    return found
  }

  /// The observer of a sign, while they count.
  package func observer(sign: String) async throws(PostgresError) -> Int64? {
    try await session.first("select id from trained_observer where sign = \(sign) and ended_at is null")?
      .decode(Int64.self)
  }

  @discardableResult
  package func addObserver(
    sign: String, partner: Int64, trainedOn: CivilDate, account: Int64?, isSample: Bool = false, now: Timestamp
  ) async throws(PostgresError) -> Int64? {
    try await session.first(
      """
      insert into trained_observer (sign, partner_id, trained_on, is_sample, added_by, added_at)
      values (\(sign), \(partner), \(trainedOn), \(isSample), \(account), \(now))
      on conflict (sign) do nothing returning id
      """)?.decode(Int64.self)
  }

  package func endObserver(_ id: Int64, account: Int64, now: Timestamp) async throws(PostgresError) -> Bool {
    try await session.execute(
      """
      update trained_observer set ended_at = greatest(\(now), added_at), ended_by = \(account)
      where id = \(id) and ended_at is null
      """) > 0
  }

  // MARK: Hand-offs

  package func add(
    _ intake: Int64, to partner: Int64, need: HandoffNeed, dueAt: Timestamp, account: Int64, now: Timestamp
  ) async throws(PostgresError) -> Int64 {
    try await session.first(
      """
      insert into handoff (intake_id, partner_id, need, account_id, made_at, due_at)
      values (\(intake), \(partner), \(need.rawValue), \(account), \(now), \(dueAt)) returning id
      """)?.decode(Int64.self) ?? 0
  }

  package func nextEventID() async throws(PostgresError) -> Int64 {
    try await session.first("select nextval('handoff_event_id_seq')")?.decode(Int64.self) ?? 0
  }

  /// False when there is no such hand-off of the report, or it was answered for good.
  package func append(
    _ step: HandoffStep, id: Int64, to handoff: Int64, of intake: Int64, note: [UInt8]?, account: Int64, now: Timestamp
  ) async throws(PostgresError) -> Bool {
    try await session.execute(
      """
      insert into handoff_event (id, handoff_id, kind, note, account_id, at)
      select \(id), h.id, \(step.rawValue), \(note)::bytea, \(account), \(now) from handoff h
      where h.id = \(handoff) and h.intake_id = \(intake) and h.state in ('open', 'accepted')
      """) > 0
  }

  package func all(of intake: Int64) async throws(PostgresError) -> [ReportHandoff] {
    var events: [Int64: [ReportHandoff.Event]] = [:]
    for row in try await session.rows(
      """
      select e.handoff_id, e.id, e.kind, e.note, a.name, e.at
      from handoff_event e join handoff h on h.id = e.handoff_id join account a on a.id = e.account_id
      where h.intake_id = \(intake) order by e.id
      """)
    {
      let (handoff, id, kind, note, by, at) = try row.decode(
        Int64.self, Int64.self, String.self, [UInt8]?.self, String.self, Timestamp.self)
      guard let step = HandoffStep(rawValue: kind) else { continue }
      events[handoff, default: []].append(ReportHandoff.Event(id: id, step: step, note: note, by: by, at: at))
    }
    var found: [ReportHandoff] = []
    for row in try await session.rows(
      """
      select h.id, p.name, p.phone, h.need, a.name, h.made_at, h.due_at, h.state
      from handoff h join partner p on p.id = h.partner_id join account a on a.id = h.account_id
      where h.intake_id = \(intake) order by h.id desc
      """)
    {
      let (id, partner, phone, need, by, made, due, state) = try row.decode(
        Int64.self, String.self, String?.self, String.self, String.self, Timestamp.self, Timestamp.self, String.self)
      found.append(
        ReportHandoff(
          id: id, intake: intake, partner: partner, phone: phone, need: HandoffNeed(rawValue: need) ?? .other, by: by,
          madeAt: made, dueAt: due, state: HandoffState(rawValue: state) ?? .open, events: events[id] ?? []))
    }
    return found
  }
}
