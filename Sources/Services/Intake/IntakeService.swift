package import CivilTime
package import Postgres
package import Records
package import Stores
internal import Vault

/// The hotline: reports as responders type them on the phone, what becomes of them, and to whom they are handed on.
///
/// The database says where a report stands, by its events; here is what may be asked, what is sealed, and by when somebody
/// has to act.
package struct IntakeService: Sendable {
  let database: Database
  let keys: KeyRing
  let hours: OfficeHours
  let promise: Int
  let keeper: (any ContactKeeper)?

  /// - Parameters:
  ///   - database: a pool of the staff role.
  ///   - promise: within how many hours of the office a caller is called back.
  package init(
    _ database: Database, keys: KeyRing, hours: OfficeHours = .usual, promise: Int = 24,
    keeper: (any ContactKeeper)? = nil
  ) {
    (self.database, self.keys, self.hours) = (database, keys, hours)
    (self.promise, self.keeper) = (promise, keeper)
  }

  package static let longestNote = 2000

  // MARK: Taking a report

  /// Keeps a report. Somebody who is alone is handed on in the same transaction, due in minutes.
  /// - Parameter formKey: a UUID of the form: sent twice, it makes one report.
  package func take(
    _ input: IntakeInput, formKey: String, by staff: Staff, now: Timestamp
  ) async throws -> Result<Int64, IntakeFaults> {
    try staff.require(.takeReports)
    return try await take(input, formKey: formKey, account: staff.account.id, actor: staff.actor, now: now)
  }

  func take(
    _ input: IntakeInput, formKey: String, account: Int64, actor: String, isSample: Bool = false, now: Timestamp
  ) async throws -> Result<Int64, IntakeFaults> {
    let read: ReadIntake
    switch ReadIntake.parse(input, today: hours.zone.local(now).day) {
    case .failure(let faults): return .failure(faults)
    case .success(let parsed): read = parsed
    }
    if read.wantsCall, keys.keeper == nil { return .failure(IntakeFaults([.callBack: .noKeeper])) }
    let sealing = IntakeSealing(keys: keys.service)
    let callers = keys.service
    let contact = try read.wantsCall ? sealedContact(read.reach) : nil
    return try await database.transaction(actor: actor) { session in
      let store = IntakeStore(session)
      let handoffs = HandoffStore(session)
      var faults: [IntakeField: IntakeFault] = [:]
      let place = try await store.facility(named: read.place)
      let zone = read.zone ?? place?.zone ?? hours.zone
      let when = Self.moment(read, zone, now)
      if case .failure(let fault) = when { faults[read.day == nil ? .time : .day] = fault }
      var observer: Int64?
      if let sign = read.observer {
        observer = try await handoffs.observer(sign: sign)
        if observer == nil { faults[.observer] = .unknownObserver }
      }
      guard faults.isEmpty, case .success(let (happened, precision)) = when else {
        return .failure(IntakeFaults(faults))
      }
      var new = NewIntake(
        id: try await store.nextID(), formKey: formKey, takenAt: now, zone: zone, happenedAt: happened)
      new.dependent = read.dependent
      (new.place, new.facility) = (read.place, place?.facility)
      (new.precision, new.kind, new.basis, new.people) = (precision, read.what, read.basis, read.people)
      (new.observer, new.isSample) = (observer, isSample)
      if let caller = read.caller {
        new.callerHash = callers.hash(Array(caller.digits.utf8), purpose: .caller)
        new.lastTwo = caller.lastTwo
      }
      if !read.told.isEmpty { new.told = try sealing.told(read.told, of: new.id) }
      let id = try await store.add(new, account: account)
      // The same form sent again: what it made is there already.
      guard id == new.id else { return .success(id) }
      if let contact {
        try await store.addContact(
          of: id, selector: contact.selector, box: contact.box, dueAt: hours.due(after: now, hours: promise))
      }
      if read.dependent == .yes, let partner = try await Self.partner(read.childPartner, handoffs) {
        try await Self.handOn(id, to: partner, .child, minutes: nil, store, handoffs, account: account, now: now)
      }
      try await AuditStore(session).append(
        AuditEntry(actor: .account(account), verb: .reportTaken, object: AuditObject(.intake, id)), now: now)
      return .success(id)
    }
  }

  /// The organisation that was chosen, if it takes children in.
  private static func partner(_ wanted: Int64?, _ store: HandoffStore<Transaction>) async throws -> Int64? {
    guard let wanted else { return nil }
    return try await store.partners().first { $0.id == wanted && $0.takes.contains(.child) }?.id
  }

  private func sealedContact(_ reach: String) throws -> (selector: [UInt8], box: [UInt8]) {
    guard let keeper = keys.keeper else { throw KeyError.missing(KeeperPublicKey.fileName) }
    let selector = Array(SessionToken().fingerprint.prefix(16))
    let box = try keeper.seal(
      FamilyContact(reach: reach).bytes, context: FamilyContact.context(.caller, selector: selector))
    return (selector, box)
  }

  /// Nothing typed is now; a day alone is a day.
  private static func moment(
    _ read: ReadIntake, _ zone: Zone, _ now: Timestamp
  ) -> Result<(Timestamp, IntakePrecision), IntakeFault> {
    guard read.day != nil || read.minute != nil else { return .success((now, .minute)) }
    let day = read.day ?? zone.local(now).day
    guard let moment = zone.moments(of: LocalTime(day: day, minuteOfDay: read.minute ?? 720)).first else {
      return .failure(.notATime)
    }
    if day > zone.local(now).day || (read.minute != nil && moment > now.adding(seconds: 300)) {
      return .failure(.inFuture)
    }
    if now.seconds(since: moment) > 366 * 86_400 { return .failure(.tooLongAgo) }
    return .success((min(moment, now), read.minute == nil ? .day : .minute))
  }

  // MARK: Reading

  package func queue(_ filter: IntakeFilter, by staff: Staff, now: Timestamp) async throws -> IntakeQueue {
    try staff.require(.takeReports)
    return try await database.transaction(readOnly: true, actor: staff.actor) { session in
      let store = IntakeStore(session)
      let lines = try await store.list(filter, now: now)
      return IntakeQueue(
        lines: Array(lines.prefix(IntakeFilter.pageSize)), hasMore: lines.count > IntakeFilter.pageSize,
        counts: try await store.counts(now: now))
    }
  }

  /// Organisations and observers, for forms.
  package func network(by staff: Staff) async throws -> (partners: [Partner], observers: [TrainedObserver]) {
    try staff.require(.takeReports)
    return try await database.transaction(readOnly: true, actor: staff.actor) { session in
      (try await HandoffStore(session).partners(), try await HandoffStore(session).observers())
    }
  }

  /// Everything about one report, opened: that it was stands in the audit log. Nil if there is none.
  package func matter(_ id: Int64, by staff: Staff, now: Timestamp) async throws -> IntakeMatter? {
    try staff.require(.takeReports)
    let sealing = IntakeSealing(keys: keys.service)
    return try await database.transaction(actor: staff.actor) { session -> IntakeMatter? in
      let store = IntakeStore(session)
      guard let line = try await store.line(id) else { return nil }
      let told = try await store.told(id).map { sealing.told($0, of: id) ?? IntakeTold() }
      let handoffs = HandoffStore(session)
      let matter = IntakeMatter(
        line: line, told: told ?? IntakeTold(),
        events: try await store.events(of: id).map { event in
          IntakeMatter.Event(
            event: event, note: event.note.flatMap { sealing.note($0, .intake, of: event.id) })
        },
        handoffs: try await handoffs.all(of: id).map { handoff in
          IntakeMatter.HandedOn(
            handoff: handoff,
            notes: Dictionary(
              uniqueKeysWithValues: handoff.events.compactMap { event in
                event.note.flatMap { sealing.note($0, .handoff, of: event.id) }.map { (event.id, $0) }
              }))
        },
        group: try await store.group(of: line), similar: try await store.similar(to: line),
        partners: try await handoffs.partners(), alerts: try await AlertStore(session).alerts(standingOn: id))
      try await AuditStore(session).append(
        AuditEntry(
          actor: .account(staff.account.id), verb: .reportOpened, object: AuditObject(.intake, id),
          facts: told == nil ? [] : ["told"]), now: now)
      return matter
    }
  }
}

/// The list of reports.
package struct IntakeQueue: Sendable {
  package let lines: [IntakeLine]
  package let hasMore: Bool
  package let counts: IntakeStore<Transaction>.Counts
}

/// One report as its page shows it.
package struct IntakeMatter: Sendable {
  package struct Event: Sendable {
    package let event: IntakeEvent
    package let note: String?
  }

  package struct HandedOn: Sendable {
    package let handoff: ReportHandoff
    /// What was noted, by the number of the answer.
    package let notes: [Int64: String]
  }

  package let line: IntakeLine
  package let told: IntakeTold
  package let events: [Event]
  package let handoffs: [HandedOn]
  /// Other reports of the same incident.
  package let group: [IntakeLine]
  /// Reports of the same place and hour that nobody has decided about.
  package let similar: [IntakeLine]
  package let partners: [Partner]
  package let alerts: [AlertLine]

  /// What others did since the reader had read up to an event.
  package func since(_ readTo: Int64, except me: String) -> [Event] {
    events.filter { $0.event.id > readTo && $0.event.by != me }
  }
}
