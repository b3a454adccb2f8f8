package import CivilTime
internal import Linkage
package import Postgres
package import Records
package import Stores
internal import Vault

/// Alerts of the hotline: they name a place and two hours, stand on two independent sources or a trained observer, and
/// expire in hours. Whoever was written to is written to again when one was wrong.
package struct AlertService: Sendable {
  private let database: Database
  private let publicSite: Database
  private let keys: KeyRing

  /// - Parameters:
  ///   - database: a pool of the staff role.
  ///   - publicSite: a pool of the public role, which reads what anybody may.
  package init(_ database: Database, publicSite: Database, keys: KeyRing) {
    (self.database, self.publicSite, self.keys) = (database, publicSite, keys)
  }

  /// After how many hours an alert may expire.
  package static let lifetimes = [2, 4, 6, 8, 12]
  package static let usualLifetime = 4
  package static let longestPlace = 120
  /// Older than this nobody is warned of something.
  private static let oldest = 12 * 3600.0

  package func live(now: Timestamp) async throws -> [AlertLine] { try await AlertStore(publicSite).live(at: now) }

  // MARK: Publishing

  /// What a responder would publish of a report: the reports behind it, what they suffice for, and what the form begins
  /// with.
  package struct Proposal: Sendable {
    package let line: IntakeLine
    package let sources: [IntakeLine]
    package let basis: AlertBasis?
    package let band: AlertScene
    package let state: String?
  }

  package func proposal(of intake: Int64, by staff: Staff, now: Timestamp) async throws -> Proposal? {
    try staff.require(.takeReports)
    return try await database.transaction(readOnly: true, actor: staff.actor) { session in
      try await Self.proposal(of: intake, session)
    }
  }

  private static func proposal(of intake: Int64, _ session: Transaction) async throws -> Proposal? {
    let store = IntakeStore(session)
    guard let line = try await store.line(intake), let zone = line.zone ?? Zone("UTC") else { return nil }
    let sources = [line] + (try await store.group(of: line))
    let basis = try await AlertStore(session).basis(of: sources.map(\.id))
    let band = band(around: line.happenedAt, zone)
    return Proposal(
      line: line, sources: sources, basis: basis,
      band: AlertScene(place: line.facility ?? line.place ?? "", starts: band.0, ends: band.1), state: line.state)
  }

  /// The two hours on the wall that a moment lies in.
  static func band(around moment: Timestamp, _ zone: Zone) -> (Timestamp, Timestamp) {
    let local = zone.local(moment)
    let hour = local.minuteOfDay / 120 * 120
    let starts = zone.moments(of: LocalTime(day: local.day, minuteOfDay: hour)).last { $0 <= moment } ?? moment
    return (starts, starts.adding(seconds: 7200))
  }

  package struct Input: Sendable, Equatable {
    package var place = ""
    package var state = ""
    package var kind = ""
    package var hours = ""

    package init(place: String = "", state: String = "", kind: String = "", hours: String = "") {
      (self.place, self.state, self.kind, self.hours) = (place, state, kind, hours)
    }
  }

  package enum Fault: String, Error, Sendable, CaseIterable {
    case noPlace, tooLong, noState
    /// The place holds a number or an address of somebody, or a name that a report tells.
    case namesSomebody
    case tooOld, notForAlerts
    /// Neither two sources nor a trained observer.
    case notFounded
    case unknown
    /// It expired, or was a false alarm already.
    case notLive
  }

  /// Publishes an alert of a report and those that are of the same incident.
  package func publish(
    _ intake: Int64, _ input: Input, by staff: Staff, now: Timestamp
  ) async throws -> Result<Int64, Fault> {
    try staff.require(.takeReports)
    return try await publish(intake, input, account: staff.account.id, actor: staff.actor, now: now)
  }

  func publish(
    _ intake: Int64, _ input: Input, account: Int64, actor: String, now: Timestamp
  ) async throws -> Result<Int64, Fault> {
    let sealing = IntakeSealing(keys: keys.service)
    do {
      return try await database.transaction(actor: actor) { session in
        guard let proposal = try await Self.proposal(of: intake, session) else { return .failure(.unknown) }
        guard let zone = proposal.line.zone, let basis = proposal.basis else { return .failure(.notFounded) }
        guard let kind = IntakeKind(rawValue: input.kind), kind.isForAlerts else { return .failure(.notForAlerts) }
        guard now.seconds(since: proposal.line.happenedAt) < Self.oldest else { return .failure(.tooOld) }
        let names = try await Self.names(in: proposal.sources, session, sealing)
        let place: String
        switch Self.place(input.place, names: names) {
        case .failure(let fault): return .failure(fault)
        case .success(let read): place = read
        }
        guard let state = USState(input.state)?.code else { return .failure(.noState) }
        // Sent twice it is one alert.
        let earlier = try await AlertStore(session).alerts(standingOn: intake)
        if let same = earlier.first(where: { $0.expiresAt > now && $0.standing == .live && $0.told.place == place }) {
          return .success(same.id)
        }
        let hours = Int(input.hours).flatMap { Self.lifetimes.contains($0) ? $0 : nil } ?? Self.usualLifetime
        let scene = AlertScene(place: place, starts: proposal.band.starts, ends: proposal.band.ends)
        let id = try await AlertStore(session).publish(
          .init(
            scene: scene, state: state, zone: zone, kind: kind, basis: basis,
            expiresAt: now.adding(seconds: Double(hours) * 3600), isSample: proposal.line.isSample),
          standingOn: proposal.sources.map(\.id), account: account, now: now)
        try await AuditStore(session).append(
          AuditEntry(
            actor: .account(account), verb: .alertPublished, object: AuditObject(.alert, id),
            facts: [basis.rawValue.replacing("_", with: " ")]), now: now)
        return .success(id)
      }
    } catch let error as PostgresError where error.constraint == "An alert needs two sources or a trained observer" {
      return .failure(.notFounded)
    }
  }

  /// Words of names that the reports tell: none of them may stand in an alert.
  private static func names(
    in lines: [IntakeLine], _ session: Transaction, _ sealing: IntakeSealing
  ) async throws -> Set<String> {
    var names: Set<String> = []
    for line in lines {
      guard let sealed = try await IntakeStore(session).told(line.id), let told = sealing.told(sealed, of: line.id)
      else {
        continue
      }
      names.formUnion(Fold.words(told.name).filter { $0.count > 2 })
    }
    return names
  }

  /// A place in words for the public: no numbers of people, no addresses of mail, no names that a report tells.
  static func place(_ text: String, names: Set<String>) -> Result<String, Fault> {
    let place = FormText.tidy(text)
    guard place.count >= 3 else { return .failure(.noPlace) }
    guard place.unicodeScalars.count <= longestPlace else { return .failure(.tooLong) }
    var digits = 0
    for character in place {
      if character.isNumber { digits += 1 } else if !" -.()/+".contains(character) { digits = 0 }
      if digits >= 7 { return .failure(.namesSomebody) }
    }
    if place.contains("@") || !names.isDisjoint(with: Fold.words(place)) { return .failure(.namesSomebody) }
    return .success(place)
  }

  // MARK: Corrections

  /// One alert for those who work on it: what it stands on, and whom it reached.
  package struct Matter: Sendable {
    package let line: AlertLine
    package let reach: AlertStore<Transaction>.Reach
    package let sources: [Int64]
  }

  package func all(by staff: Staff) async throws -> [AlertLine] {
    try staff.require(.takeReports)
    return try await database.transaction(readOnly: true, actor: staff.actor) { session in
      try await AlertStore(session).newest(50)
    }
  }

  package func matter(_ id: Int64, by staff: Staff) async throws -> Matter? {
    try staff.require(.takeReports)
    return try await database.transaction(readOnly: true, actor: staff.actor) { session in
      let store = AlertStore(session)
      guard let line = try await store.alert(id) else { return nil }
      return Matter(line: line, reach: try await store.reach(of: id), sources: try await store.sources(of: id))
    }
  }

  package enum Correction: Sendable, Equatable {
    case falseAlarm, over
    /// The right place, and by how many two-hour bands the right hours differ.
    case corrected(place: String, bands: Int)
  }

  package func correct(
    _ id: Int64, _ correction: Correction, by staff: Staff, now: Timestamp
  ) async throws -> Result<Bool, Fault> {
    try staff.require(.takeReports)
    let sealing = IntakeSealing(keys: keys.service)
    return try await database.transaction(actor: staff.actor) { session in
      let store = AlertStore(session)
      guard let line = try await store.alert(id) else { return .failure(.unknown) }
      guard line.standing != .falseAlarm else { return .failure(.notLive) }
      var (standing, right) = (AlertStanding.falseAlarm, AlertScene?.none)
      switch correction {
      case .falseAlarm: break
      case .over: standing = .over
      case .corrected(let text, let bands):
        guard line.expiresAt > now else { return .failure(.notLive) }
        var sources: [IntakeLine] = []
        for source in try await store.sources(of: id) {
          if let line = try await IntakeStore(session).line(source) { sources.append(line) }
        }
        switch Self.place(text, names: try await Self.names(in: sources, session, sealing)) {
        case .failure(let fault): return .failure(fault)
        case .success(let place):
          let shift = Double(min(6, max(-6, bands))) * 7200
          right = AlertScene(
            place: place, starts: line.scene.starts.adding(seconds: shift), ends: line.scene.ends.adding(seconds: shift)
          )
        }
        standing = .corrected
      }
      try await store.correct(id, standing, right: right, account: staff.account.id, now: now)
      try await AuditStore(session).append(
        AuditEntry(
          actor: .account(staff.account.id), verb: .alertCorrected, object: AuditObject(.alert, id),
          facts: [standing.rawValue.replacing("_", with: " ")]), now: now)
      return .success(true)
    }
  }

  // MARK: Subscriptions

  package func subscription(of staff: Staff) async throws -> AlertStore<Transaction>.Subscription? {
    try staff.require(.subscribeToAlerts)
    return try await database.transaction(readOnly: true, actor: staff.actor) { session in
      try await AlertStore(session).subscription(of: staff.account.id)
    }
  }

  package enum SubscriptionFault: Error, Sendable, Equatable { case notAnAddress, notStates, noKeeper }

  /// Subscribes somebody who signed in; states as they type them: “CA, OR”, or none for all.
  package func subscribe(
    address: String, states: String, language: String, by staff: Staff, now: Timestamp
  ) async throws -> Result<Bool, SubscriptionFault> {
    try staff.require(.subscribeToAlerts)
    guard case .success(let contact) = FamilyContact.parse(.mail, reach: address, note: "") else {
      return .failure(.notAnAddress)
    }
    let codes = states.uppercased().split { !$0.isLetter }.map(String.init)
    guard codes.count <= 60, codes.allSatisfy({ USState($0)?.code == $0 }) else { return .failure(.notStates) }
    guard let keeper = keys.keeper else { return .failure(.noKeeper) }
    let selector = Array(SessionToken().fingerprint.prefix(16))
    let box = try keeper.seal(contact.bytes, context: FamilyContact.context(.subscriber, selector: selector))
    try await database.transaction(actor: staff.actor) { session in
      try await AlertStore(session).subscribe(
        staff.account.id, selector: selector, contact: box, language: language, states: Array(Set(codes)).sorted(),
        now: now)
    }
    return .success(true)
  }

  package func unsubscribe(by staff: Staff, now: Timestamp) async throws {
    try staff.require(.subscribeToAlerts)
    _ = try await database.transaction(actor: staff.actor) { session in
      try await AlertStore(session).unsubscribe(staff.account.id, now: now)
    }
  }
}
