package import CivilTime
internal import CounselRules
package import Postgres
package import Records
package import Stores

/// Requests for visits: filed, followed and read by the people of one office.
///
/// The database hides what other offices have; what is not seen is not found. Every event that is added is judged by the
/// rules in the same transaction.
package struct VisitService: Sendable {
  let database: Database
  let judge: (any VisitJudge)?

  /// With the database as `paradero_staff` sees it. Without a judge no rule is asked.
  package init(_ database: Database, judge: (any VisitJudge)?) {
    self.database = database
    self.judge = judge
  }

  /// How many lines a page of a list has, and how many a table for other programs.
  package static let pageSize = 50
  package static let exportSize = 10_000

  // MARK: Reading

  package func list(
    _ filter: VisitFilter, size: Int = pageSize, by staff: Staff
  ) async throws -> (lines: [VisitLine], total: Int) {
    try staff.require(.logVisits)
    return try await database.transaction(readOnly: true, actor: staff.actor) { transaction in
      try await VisitStore(transaction).list(filter, size: size)
    }
  }

  /// The list for other programs: all of it, for somebody whose sign-in is fresh. That it was taken is in the audit log.
  package func export(_ filter: VisitFilter, by staff: Staff, now: Timestamp) async throws -> [VisitLine] {
    try staff.require(.logVisits)
    try staff.requireFresh(now: now)
    return try await database.transaction(actor: staff.actor) { transaction in
      let found = try await VisitStore(transaction).list(filter, size: Self.exportSize)
      try await AuditStore(transaction).append(
        AuditEntry(actor: .account(staff.account.id), verb: .exported, object: .none, purpose: "visits"), now: now)
      return found.lines
    }
  }

  /// Everything about one request; nil if there is none of that reference that this person may see.
  package func matter(_ reference: String, by staff: Staff, now: Timestamp) async throws -> VisitMatter? {
    try staff.require(.logVisits)
    return try await database.transaction(isolation: .repeatableRead, readOnly: true, actor: staff.actor) { session in
      guard let request = try await VisitStore(session).request(reference) else { return nil }
      return try await Self.matter(request, session, judge, now: now)
    }
  }

  /// How many requests a calendar shows, those whose clock ends first before others.
  package static let calendarSize = 200

  /// The open requests that somebody sees, for a calendar of slots and deadlines.
  package func calendar(by staff: Staff, now: Timestamp) async throws -> [VisitMatter] {
    try staff.require(.readCalendar)
    var filter = VisitFilter()
    (filter.standing, filter.order) = (.open, .due)
    return try await database.transaction(isolation: .repeatableRead, readOnly: true, actor: staff.actor) {
      [filter] session in
      let store = VisitStore(session)
      var matters: [VisitMatter] = []
      for line in try await store.list(filter, size: Self.calendarSize).lines {
        guard let request = try await store.request(id: line.id),
          let matter = try await Self.matter(request, session, judge, now: now)
        else { continue }
        matters.append(matter)
      }
      return matters
    }
  }

  /// A place with its hours and standard, and the rules that bind it on a day.
  package func place(_ code: String, by staff: Staff, now: Timestamp) async throws -> VisitPlace? {
    try staff.require(.logVisits)
    return try await database.transaction(readOnly: true, actor: staff.actor) { session in
      guard let facility = try await FacilityStore(session).facility(code: code) else { return nil }
      return try await Self.place(facility, session, judge, now: now)
    }
  }

  /// Places by name, for the form.
  package func places(_ text: String, by staff: Staff) async throws -> [Facility] {
    try staff.require(.logVisits)
    return try await FacilityStore(database).search(text, limit: 12)
  }

  // MARK: Filing

  /// Files a request and gives its reference; it is a draft until somebody notes that it was sent.
  package func file(
    _ input: VisitInput, by staff: Staff, now: Timestamp
  ) async throws -> Result<String, VisitFaults> {
    try staff.require(.fileVisits)
    return try await begin(input, by: staff, now: now) { reader in
      reader.filing().map { ([$0.client], $0.ask, false) }
    }.map { $0.first ?? "" }
  }

  /// Begins visits at the door: a request for each client, one incident, and an arrival now.
  package func walkIn(
    _ input: VisitInput, by staff: Staff, now: Timestamp
  ) async throws -> Result<[String], VisitFaults> {
    try staff.require(.logVisits)
    return try await begin(input, by: staff, now: now) { reader in
      reader.walkIn().map { ($0.clients, $0.ask, true) }
    }
  }

  private func begin(
    _ input: VisitInput, by staff: Staff, now: Timestamp,
    _ parse: @Sendable (inout VisitReader) -> (clients: [VisitClient], ask: VisitAsk, isAtDoor: Bool)?
  ) async throws -> Result<[String], VisitFaults> {
    try await database.transaction(actor: staff.actor) { session in
      guard let facility = try await FacilityStore(session).facility(code: input[.place]) else {
        return .failure(VisitFaults([.place: .noSuchPlace]))
      }
      guard let zone = facility.zone else { return .failure(VisitFaults([.place: .placeWithoutZone])) }
      var reader = VisitReader(input, zone: zone, now: now)
      guard let filing = parse(&reader) else { return .failure(VisitFaults(reader.faults)) }
      let store = VisitStore(session)
      if let person = filing.clients.first?.personID,
        try await !LocatorAttemptStore(session).hasPerson(person)
      {
        return .failure(VisitFaults([.person: .noSuchPerson]))
      }
      var references: [String] = []
      let incident = filing.clients.count > 1 ? Self.incident() : nil
      let place = try await Self.place(facility, session, judge, now: now)
      for client in filing.clients {
        var reference = Self.reference()
        var id: Int64?
        for _ in 0..<5 where id == nil {
          reference = Self.reference()
          id = try await store.add(
            reference: reference, facility: facility.id, office: staff.account.officeID, account: staff.account.id,
            client: client, ask: filing.ask, beganAtDoor: filing.isAtDoor, incident: incident, now: now)
        }
        guard let id, let request = try await store.request(id: id) else { throw VisitStoreFault() }
        if filing.isAtDoor {
          let arrival = NewVisitEvent(
            .arrived, at: VisitTime(now),
            observer: Observer(name: staff.account.name, standing: .requester, isFirstHand: true), channel: .inPerson,
            grade: .c, incident: incident)
          _ = try await store.append(arrival, to: id, account: staff.account.id, zone: zone, now: now)
        }
        try await settle(request, place, session, now: now)
        references.append(reference)
      }
      return .success(references)
    }
  }

  // MARK: Parts

  static func matter(
    _ request: VisitRequest, _ session: Transaction, _ judge: (any VisitJudge)?, now: Timestamp
  ) async throws -> VisitMatter? {
    guard let facility = try await FacilityStore(session).facilities(ids: [request.facilityID])[request.facilityID]
    else { return nil }
    let store = VisitStore(session)
    let events = try await store.events(of: request.id)
    var others: [VisitRequest] = []
    if let incident = request.incident {
      others = try await store.requests(ofIncident: incident).filter { $0.id != request.id }
    }
    var office: Office?
    if let id = request.officeID { office = try await OfficeStore(session).office(id) }
    return VisitMatter(
      request: request, place: try await place(facility, session, judge, now: now), office: office, events: events,
      life: VisitLife(events),
      findings: try await FindingStore(session).current(of: request.id).map { json in
        let finding = try json.decode(as: Finding.self)
        return JudgedFinding(finding: finding, rule: judge?.rule(named: finding.rule.description))
      },
      isJudged: judge != nil, others: others)
  }

  static func place(
    _ facility: Facility, _ session: Transaction, _ judge: (any VisitJudge)?, now: Timestamp
  ) async throws -> VisitPlace {
    try await judge?.refresh(session)
    let store = FacilityStore(session)
    let day = (facility.zone?.local(now).day ?? now.utcDay) ?? .farthest
    let standard = try await store.standard(of: facility.id)
    let details = FacilityDetails(
      facility: facility, aliases: try await store.aliases(of: facility.id),
      office: try await store.fieldOffice(of: facility.id),
      contacts: try await store.contacts(of: facility.id, on: day),
      hours: try await store.hours(of: facility.id, on: day), standard: standard)
    return VisitPlace(details: details, rules: judge?.rules(at: facility, standard: standard, now: now) ?? [])
  }

  /// Judges the request and keeps what lists show of it. The last thing of a transaction that adds to it.
  func settle(
    _ request: VisitRequest, _ place: VisitPlace, _ session: Transaction, now: Timestamp
  ) async throws {
    let store = VisitStore(session)
    let events = try await store.events(of: request.id)
    let life = VisitLife(events)
    var told: [ToldFinding] = []
    if let last = events.last?.id, let judge {
      told = try judge.findings(on: request, at: place, events: events, now: now)
      try await FindingStore(session).renew(told, of: request.id, through: last, now: now)
    }
    let worst = ["red", "amber", "grey"].first { severity in told.contains { $0.severity == severity } }
    try await store.keep(
      VisitStatus(
        state: life.state, since: life.since, dueAt: told.compactMap(\.dueAt).min(), severity: worst ?? "none",
        breaches: told.count { $0.outcome == "breached" }, lastEvent: events.last?.id, evaluatedAt: now),
      of: request.id)
  }

  private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// A name that tells nothing, short enough to be said.
  static func reference() -> String {
    "PV-" + String((0..<6).map { _ in signs[Int.random(in: 0..<signs.count)] })
  }

  private static func incident() -> String {
    let digits = (0..<32).map { _ in String(Int.random(in: 0..<16), radix: 16) }.joined()
    let parts = [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)]
    let letters = Array(digits)
    return parts.map { String(letters[$0.0..<$0.1]) }.joined(separator: "-")
  }
}

/// No reference could be found for a request, or it vanished: neither can happen in a sound database.
struct VisitStoreFault: Error, CustomStringConvertible {
  var description: String { "the request was not kept" }
}
