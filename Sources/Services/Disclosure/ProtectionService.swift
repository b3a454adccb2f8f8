package import CivilTime
package import Disclosure
package import Postgres
package import Records
package import Stores

/// What responders see to: who is protected, which private records are safe to tell, and what strangers tried.
package struct ProtectionService: Sendable {
  private let database: Database

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database) { self.database = database }

  /// How many of each kind a page shows.
  package static let listed = 20
  /// A protection that ends by itself ends within ten years.
  package static let longest = 3650

  package enum Change: Sendable, Equatable {
    case protect(Int64, Hindrance, ProtectionAsker, days: Int?)
    case lift(Int64, LiftReason)
    /// Decides a contest of a record, by the number of the contest.
    case decide(Int64, isUpheld: Bool)
    /// Undoes an upheld contest.
    case restore(Int64)
    case screen(Int64, isSafe: Bool)
    case see(stop: Int64)
    case openAnswers
  }

  package typealias Outcome = ProtectionOutcome

  package func desk(by staff: Staff, now: Timestamp) async throws -> ProtectionDesk {
    try staff.require(.protectPeople)
    return try await database.transaction(readOnly: true, actor: staff.actor) { transaction in
      let store = ProtectionStore(transaction)
      let unscreened = try await store.unscreened(limit: Self.listed)
      let stops = try await store.unseenStops(limit: Self.listed)
      let standing = try await store.standing(limit: 50, now: now)
      let contested = standing.filter { $0.kind == .contested }
      let told = try await ShownPersonStore(transaction).descriptions(
        of: unscreened.people + contested.map(\.person))
      return ProtectionDesk(
        closings: try await store.closings(now: now), stops: stops.stops, stopsWaiting: stops.waiting,
        unscreened: unscreened.people.map { UnscreenedPerson(id: $0, descriptions: told[$0] ?? []) },
        unscreenedWaiting: unscreened.waiting, standing: standing,
        contests: contested.map { Contest(protection: $0, descriptions: told[$0.person] ?? []) },
        upheld: try await store.upheld(limit: Self.listed))
    }
  }

  @discardableResult
  package func apply(_ change: Change, by staff: Staff, now: Timestamp) async throws -> Outcome {
    try staff.require(.protectPeople)
    return try await apply(change, actor: staff.actor, by: .account(staff.account.id), staff.account.id, now: now)
  }

  /// At the command line, for an operator.
  @discardableResult
  package func applyAtConsole(_ change: Change, now: Timestamp) async throws -> Outcome {
    try await apply(change, actor: "operator at the command line", by: .commandLine, nil, now: now)
  }

  package func standingAtConsole(of person: Int64?, now: Timestamp) async throws -> [Protection] {
    try await ProtectionStore(database).standing(of: person, limit: 1000, now: now)
  }

  /// Forgets guesses and failed numbers after a day, answers and stops after a month. What was taken back by somebody
  /// without the key is from now on known by it.
  package func forget(now: Timestamp) async throws {
    let store = ProtectionStore(database)
    try await store.forget(now: now)
    try await store.keySuppressions()
  }

  private func apply(
    _ change: Change, actor: String, by who: AuditActor, _ account: Int64?, now: Timestamp
  ) async throws -> Outcome {
    try await database.transaction(actor: actor) { transaction in
      let store = ProtectionStore(transaction)
      func log(_ verb: AuditVerb, _ object: AuditObject, _ purpose: String) async throws {
        try await AuditStore(transaction).append(
          AuditEntry(actor: who, verb: verb, object: object, purpose: purpose), now: now)
      }
      switch change {
      case .protect(let person, let kind, let asker, let days):
        let until = days.map { now.adding(seconds: Double($0) * 86_400) }
        let outcome = try await store.protect(person, kind, askedBy: asker, by: account, until: until, now: now)
        if outcome == .done {
          try await log(kind == .contested ? .recordContested : .personHidden, .person(person), kind.rawValue)
        }
        return outcome
      case .lift(let id, let reason):
        guard let lifted = try await store.lift(id, because: reason, by: account, now: now) else { return .already }
        try await log(.personShown, .person(lifted.person), "\(lifted.kind.rawValue): \(reason.rawValue)")
        return .done
      case .decide(let contest, let isUpheld):
        let person =
          isUpheld
          ? try await store.uphold(contest, by: account, now: now)
          : try await store.reject(contest, by: account, now: now)
        guard let person else { return .already }
        try await log(.contestDecided, .person(person), isUpheld ? "upheld" : "rejected")
        return .done
      case .restore(let contest):
        guard try await store.restore(contest) else { return .already }
        try await log(.contestDecided, AuditObject(.decision, contest), "undone")
        return .done
      case .screen(let person, let isSafe):
        guard try await store.screen(person, isSafe: isSafe, by: account, now: now) else { return .unknown }
        try await log(.recordScreened, .person(person), isSafe ? "safe" : "not safe")
        guard !isSafe else { return .done }
        let outcome = try await store.protect(
          person, .safety, askedBy: .responder, by: account, until: nil, now: now)
        if outcome == .done { try await log(.personHidden, .person(person), Hindrance.safety.rawValue) }
        return .done
      case .see(let stop):
        guard let account else { return .unknown }
        try await store.see(stop: stop, by: account, now: now)
        return .done
      case .openAnswers:
        guard try await store.openAnswers(by: account, now: now) > 0 else { return .already }
        try await log(.automaticAnswersOpened, .none, "")
        return .done
      }
    }
  }
}

/// What the page about protection shows.
package struct ProtectionDesk: Sendable {
  package let closings: [ClosedAnswers]
  package let stops: [GuessStop]
  package let stopsWaiting: Int
  package let unscreened: [UnscreenedPerson]
  package let unscreenedWaiting: Int
  package let standing: [Protection]
  /// Those of the standing that somebody has to decide.
  package let contests: [Contest]
  package let upheld: [UpheldContest]
}

/// A contest of a record, with what the record tells.
package struct Contest: Sendable {
  package let protection: Protection
  package let descriptions: [ToldOfPerson]
}

/// Somebody of whom private sources tell what nobody has screened.
package struct UnscreenedPerson: Sendable {
  package let id: Int64
  package let descriptions: [ToldOfPerson]
}
