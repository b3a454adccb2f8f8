package import CivilTime
internal import Linkage
internal import Postgres
package import Records
internal import Stores

extension IntakeService {
  /// What somebody does with a report.
  package enum Change: Sendable, Equatable {
    case status(IntakeStatus), truth(IntakeTruth)
    case take, giveBack, note, same(Int64), notSame(Int64), called(IntakeCallEnd), record
    case handOn(partner: Int64, need: HandoffNeed, minutes: Int?)
    case answer(handoff: Int64, HandoffStep)
  }

  /// What became of it.
  package enum Outcome: String, Sendable, CaseIterable {
    case done
    /// There is no such report, hand-off or organisation.
    case unknown
    /// Nobody has taken over what the report asks for.
    case needsHandoff
    /// The caller waits for a call.
    case needsCall
    /// A record needs a name.
    case needsName
    /// There is a record of it already.
    case already
    case tooLong
    case needsNote
  }

  /// Adds what somebody did; what others did meanwhile stays beside it.
  /// - Parameter readTo: the last event that this person had read.
  package func change(
    _ id: Int64, _ change: Change, note: String = "", readTo: Int64, by staff: Staff, now: Timestamp
  ) async throws -> Outcome {
    try staff.require(.takeReports)
    return try await self.change(
      id, change, note: note, readTo: readTo, account: staff.account.id, actor: staff.actor, now: now)
  }

  func change(
    _ id: Int64, _ change: Change, note: String, readTo: Int64, account: Int64, actor: String, now: Timestamp
  ) async throws -> Outcome {
    let note = FormText.tidy(note)
    guard note.unicodeScalars.count <= Self.longestNote else { return .tooLong }
    if change == .note, note.isEmpty { return .needsNote }
    do {
      return try await database.transaction(actor: actor) { session in
        try await IntakeStore(session).lock(id)
        guard let line = try await IntakeStore(session).line(id) else { return .unknown }
        return try await Work(
          session: session, sealing: IntakeSealing(keys: keys.service), line: line, note: note, readTo: readTo,
          account: account, now: now
        ).apply(change)
      }
    } catch let error as PostgresError {
      switch error.constraint {
      case "Every report ends in a hand-off": return .needsHandoff
      case "Who waits for a call is called first": return .needsCall
      default: throw error
      }
    }
  }

  /// Hands a report on; a report that was new or looked at is dispatched by it.
  static func handOn(
    _ id: Int64, to partner: Int64, _ need: HandoffNeed, minutes: Int?, _ store: IntakeStore<Transaction>,
    _ handoffs: HandoffStore<Transaction>, account: Int64, now: Timestamp
  ) async throws {
    let due = now.adding(seconds: Double(minutes ?? need.usualMinutes) * 60)
    _ = try await handoffs.add(id, to: partner, need: need, dueAt: due, account: account, now: now)
    var event = IntakeStore<Transaction>.NewEvent(.status)
    event.status = .dispatched
    try await store.append(
      event, id: try await store.nextEventID(), to: id, note: nil, account: account, now: now)
  }

  /// Asks the keeper for a caller's number, with the session as proof of who asks.
  package func contact(
    of id: Int64, reason: String, by staff: Staff
  ) async throws -> ContactAnswer {
    try staff.require(.takeReports)
    guard let keeper else { return .refused(.away) }
    return await keeper.open(ContactRequest(call: id, session: staff.proof, reason: reason, about: .intake))
  }
}

/// One change of one report, in its transaction.
private struct Work {
  let session: Transaction
  let sealing: IntakeSealing
  let line: IntakeLine
  let note: String
  let readTo: Int64
  let account: Int64
  let now: Timestamp

  private var store: IntakeStore<Transaction> { IntakeStore(session) }

  func apply(_ change: IntakeService.Change) async throws -> IntakeService.Outcome {
    switch change {
    case .status(let status): try await append(.status) { $0.status = status }
    case .truth(let truth):
      try await append(.truth) { $0.truth = truth }
      try await follow(truth)
    case .take: try await append(.take)
    case .giveBack: try await append(.giveBack)
    case .note: try await append(.note)
    case .same(let other), .notSame(let other):
      guard other != line.id, try await store.line(other) != nil else { return .unknown }
      try await append(change == .same(other) ? .same : .notSame) { $0.other = other }
    case .called(let end): try await append(.called) { $0.outcome = end }
    case .record: return try await record()
    case .handOn(let partner, let need, let minutes):
      let handoffs = HandoffStore(session)
      guard try await handoffs.partners().contains(where: { $0.id == partner }) else { return .unknown }
      if !note.isEmpty { try await append(.note) }
      try await IntakeService.handOn(
        line.id, to: partner, need, minutes: minutes, store, handoffs, account: account, now: now)
      try await audit(.reportHandedOn, [need.rawValue])
    case .answer(let handoff, let step):
      let handoffs = HandoffStore(session)
      let id = try await handoffs.nextEventID()
      guard
        try await handoffs.append(
          step, id: id, to: handoff, of: line.id, note: note.isEmpty ? nil : sealing.note(note, .handoff, of: id),
          account: account, now: now)
      else { return .unknown }
      try await audit(.reportHandedOn, [step.rawValue])
    }
    return .done
  }

  private func append(
    _ kind: IntakeEvent.Kind, _ fill: (inout IntakeStore<Transaction>.NewEvent) -> Void = { _ in }
  ) async throws {
    var event = IntakeStore<Transaction>.NewEvent(kind)
    event.readTo = readTo
    fill(&event)
    let id = try await store.nextEventID()
    try await store.append(
      event, id: id, to: line.id, note: note.isEmpty ? nil : sealing.note(note, .intake, of: id), account: account,
      now: now)
  }

  private func audit(_ verb: AuditVerb, _ facts: [String] = []) async throws {
    try await AuditStore(session).append(
      AuditEntry(
        actor: .account(account), verb: verb, object: AuditObject(.intake, line.id),
        facts: facts.map { $0.replacing("_", with: " ") }), now: now)
  }

  // MARK: Records

  /// The source that a record made of a report has: as long as nothing backs it, nobody vouches for it.
  private func source(_ truth: IntakeTruth) async throws -> Source {
    truth.isBacked
      ? try await SourceStore(session).findOrAdd(named: "Hotline", kind: .hotline)
      : try await SourceStore(session).findOrAdd(named: "Hotline, not verified", kind: .hotline, trust: 5)
  }

  private func record() async throws -> IntakeService.Outcome {
    guard line.person == nil else { return .already }
    guard let (told, person) = try await readTold() else { return .needsName }
    let batch = try await open(line.truth)
    let id = try await IntakeRecordStore(session).addPerson(batch: batch, isSample: line.isSample)
    try await write(told, person, of: id, batch)
    return .done
  }

  /// A record of a report that turned out to be true gets a better source; of a false alarm nothing is told any more.
  private func follow(_ truth: IntakeTruth) async throws {
    let events = try await store.events(of: line.id)
    let made = events.filter { $0.kind == .record && $0.batch != nil }
    guard let person = line.person else { return }
    if truth == .falseAlarm {
      for batch in made.compactMap(\.batch) {
        if try await BatchStore(session).withdraw(batch, because: "the report was a false alarm") {
          try await AuditStore(session).append(
            AuditEntry(actor: .account(account), verb: .batchWithdrawn, object: .batch(batch)), now: now)
        }
      }
    } else if truth.isBacked, !line.truth.isBacked, let (told, who) = try await readTold(),
      try await IntakeRecordStore(session).exists(person)
    {
      try await write(told, who, of: person, try await open(truth))
    }
  }

  private func readTold() async throws -> (IntakeTold, IntakePerson)? {
    guard let sealed = try await store.told(line.id), let told = sealing.told(sealed, of: line.id), !told.name.isEmpty
    else { return nil }
    var person = IntakePerson(fullName: told.name)
    let day = now.utcDay ?? .farthest
    switch (try? DateText.births(told.birth, today: line.takenAt.utcDay ?? day)) ?? [] {
    case let births where births.count == 1:
      switch births[0] {
      case .day(let date): person.birthDate = date
      case .year(let year): person.birthYear = year
      case .age(let years, let on): (person.birthYear, person.isFromAge) = (on.year - years, true)
      }
    case let births:
      // Two readings of one day share a year at least.
      let years = Set(births.compactMap { if case .day(let date) = $0 { date.year } else { nil } })
      if years.count == 1 { person.birthYear = years.first }
    }
    person.country = (try? FormText.country(told.country)) ?? nil
    return (told, person)
  }

  private func open(_ truth: IntakeTruth) async throws -> Int64 {
    try await BatchStore(session).start(
      source: try await source(truth).id, kind: line.isSample ? .sample : .entry, label: "report \(line.id)")
  }

  private func write(_ told: IntakeTold, _ person: IntakePerson, of id: Int64, _ batch: Int64) async throws {
    try await IntakeRecordStore(session).describe(id, person, batch: batch, reportedAt: line.takenAt)
    var facility: Facility?
    if let code = line.facilityCode { facility = try await FacilityStore(session).facility(code: code) }
    let isArrest = facility == nil || line.kind == .arrest || line.kind == .raid
    let time: EventTime =
      switch line.precision {
      case .minute: .minute(line.happenedAt)
      case .day: .day((line.zone ?? Zone("UTC")).map { $0.local(line.happenedAt).day } ?? .farthest)
      case .unknown: .unknown
      }
    _ = try await CustodyStore(session).append(
      CustodyEvent(
        personID: id, batchID: batch, kind: isArrest ? .arrest : .sighting, time: time, facilityID: facility?.id,
        placeText: line.place, reportedAt: line.takenAt))
    try await append(.record) { ($0.person, $0.batch) = (id, batch) }
    try await audit(.reportRecorded)
    // Last, for it takes a lock until the transaction ends.
    _ = try await BatchStore(session).finish(batch, counts: BatchCounts(read: 1, accepted: 1))
  }
}
