package import CivilTime
internal import CounselRules
package import Postgres
package import Records
internal import Stores

/// A month of invented requests, days of places and decisions, as large as wanted, to walk through and to measure with.
///
/// The same seed makes the same month but for references and pseudonyms. Everything is judged by the rules as if people had
/// typed it; only then do invented monitors decide.
package struct SampleMonth: Sendable {
  package struct Plan: Sendable {
    package var requests = 10_000
    package var places = 30
    package var days = 30
    package var seed: UInt64 = 1
    package var until: CivilDate

    package init(until: CivilDate) { self.until = until }
  }

  package struct Made: Sendable, Equatable {
    package var requests = 0
    package var placeDays = 0
    package var decisions = 0
  }

  private let database: Database
  private let visits: VisitService

  /// With the database as `paradero_staff` sees it, and the rules.
  package init(_ database: Database, judge: any VisitJudge) {
    self.database = database
    visits = VisitService(database, judge: judge)
  }

  static let attorneys = 40
  static let offices = 12
  static let monitors = 4

  /// The places of a month: those that the rulebook names, then others whose zone and spot on the map are known.
  package static func facilities(_ database: Database, _ plan: Plan) async throws -> [Facility] {
    let named = ["LOSHOLD", "NYCHOLD", "BSAHOLD", "SPMHOLD", "ADLNTCA", "CACTYCA"]
    var random = SplitMix64(seed: plan.seed, item: 1)
    let all = try await FacilityStore(database).all().filter { $0.zone != nil && $0.coordinates != nil }
    let rest = all.filter { !named.contains($0.code) }.map { (random.next(), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    return Array((named.compactMap { code in all.first { $0.code == code } } + rest).prefix(plan.places))
  }

  /// Invented rules and requests have no place among real records.
  package static func requireDemo(_ database: Database) async throws {
    guard let kind = try await InstallationStore(database).kind(), kind != .production else {
      throw SampleFault.production
    }
  }

  /// Does something while no release is made: one of half a month would stay as it is for ever.
  package static func withoutReleases<Value: Sendable>(
    _ database: Database, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await database.transaction(actor: "service:release") { session in
      // It only holds the lock, however long the rest takes.
      try await session.execute("set local idle_in_transaction_session_timeout = 0")
      try await ReleaseStore(session).lock()
      return try await work()
    }
  }

  /// Refused anywhere but in a demo or a test, and where such a month was made before.
  package func make(
    _ plan: Plan, now: Timestamp, progress: @escaping @Sendable (Int) -> Void
  ) async throws -> Made {
    try await Self.requireDemo(database)
    guard try await AccountStore(database).account(named: Self.attorney(0)) == nil else { return Made() }
    let (attorneys, monitors) = try await accounts(now: now)
    let facilities = try await Self.facilities(database, plan)
    var made = Made()
    for (number, facility) in facilities.enumerated() {
      made.placeDays += try await watch(facility, number, by: attorneys, plan, now: now)
    }
    made.requests = try await file(at: facilities, by: attorneys, plan, now: now, progress: progress)
    made.decisions = try await decide(monitors, plan, now: now)
    return made
  }

  // MARK: People

  private static func attorney(_ number: Int) -> String { "sample-attorney-\(number + 2)" }

  private func accounts(now: Timestamp) async throws -> (attorneys: [Account], monitors: [Account]) {
    try await database.transaction(actor: AccountKeeper.commandLine.actor) { session in
      var attorneys: [Account] = [], monitors: [Account] = []
      for number in 0..<Self.attorneys {
        attorneys.append(
          try await AccountService.add(
            Self.attorney(number), .attorney, office: "Sample Office \(number % Self.offices + 1)", organisation: nil,
            under: nil, isSample: true, session, now))
      }
      for number in 0..<Self.monitors {
        monitors.append(
          try await AccountService.add(
            "sample-monitor-\(number + 2)", .monitor, office: nil, organisation: SampleAccounts.organisation,
            under: nil, isSample: true, session, now))
      }
      return (attorneys, monitors)
    }
  }

  // MARK: Requests

  private static let batch = 100

  private func file(
    at facilities: [Facility], by attorneys: [Account], _ plan: Plan, now: Timestamp,
    progress: @escaping @Sendable (Int) -> Void
  ) async throws -> Int {
    let places = try await database.transaction(readOnly: true) { session in
      var places: [VisitPlace] = []
      for facility in facilities {
        places.append(try await VisitService.place(facility, session, visits.judge, now: now))
      }
      return places
    }
    var done = 0
    for first in stride(from: 0, to: plan.requests, by: Self.batch) {
      let attorney = attorneys[(first / Self.batch) % attorneys.count]
      let numbers = first..<min(first + Self.batch, plan.requests)
      try await database.transaction(actor: "account:\(attorney.id)") { session in
        for number in numbers {
          let story = SampleMonthStory(number, places: places.count, plan)
          try await tell(story, at: places[story.place], as: attorney, session, plan, now: now)
        }
      }
      done += numbers.count
      progress(done)
    }
    return done
  }

  private func tell(
    _ story: SampleMonthStory, at place: VisitPlace, as account: Account, _ session: Transaction, _ plan: Plan,
    now: Timestamp
  ) async throws {
    let zone = place.zone
    guard let day = plan.until.adding(days: -story.daysAgo),
      let start = zone.moments(of: LocalTime(day: day, minuteOfDay: story.minute)).first
    else { return }
    let store = VisitStore(session)
    var ask = VisitAsk(askerName: "Sample Attorney", tie: story.tie, g28: story.g28, mode: story.mode, minutes: 60)
    if let window = VisitWindow(opens: start, closes: start.adding(seconds: 7200)) { ask.windows = [window] }
    var id: Int64?
    for _ in 0..<5 where id == nil {
      id = try await store.add(
        reference: VisitService.reference(), facility: place.facility.id, office: account.officeID,
        account: account.id, client: VisitClient(name: "Client \(story.number) (invented)"), ask: ask,
        beganAtDoor: story.steps.first?.kind == .arrived, incident: nil, now: start.adding(seconds: -600))
    }
    guard let id, let request = try await store.request(id: id) else { throw VisitStoreFault() }
    var last = start
    for step in story.steps {
      let at = start.adding(seconds: Double(step.minutes * 60))
      guard at < now else { break }
      last = at
      var details = VisitDetails()
      step.change(&details)
      _ = try await store.append(
        NewVisitEvent(
          step.kind, at: VisitTime(at),
          observer: Observer(name: account.name, standing: .requester, isFirstHand: true), channel: step.channel,
          grade: step.grade, details: details, note: nil),
        to: id, account: account.id, zone: zone, now: min(now, at.adding(seconds: 120)))
    }
    // As the sweep finds it some days later.
    try await visits.settle(request, place, session, now: min(now, last.adding(seconds: 3 * 86_400)))
  }

  // MARK: Places

  private func watch(
    _ facility: Facility, _ number: Int, by attorneys: [Account], _ plan: Plan, now: Timestamp
  ) async throws -> Int {
    guard let zone = facility.zone else { return 0 }
    var told = 0
    for back in stride(from: plan.days, to: 0, by: -7) {
      let account = attorneys[(number + back) % attorneys.count]
      told += try await database.transaction(actor: "account:\(account.id)") { session in
        let store = PlaceDayStore(session)
        try await store.lock(facility.id)
        var days = 0, last = now
        for daysAgo in stride(from: back, to: max(0, back - 7), by: -1) {
          guard let day = plan.until.adding(days: -daysAgo) else { continue }
          let seen = SampleMonthDay.sightings(place: number, daysAgo: daysAgo, plan)
          days += seen.isEmpty ? 0 : 1
          for one in seen {
            guard let from = zone.moments(of: LocalTime(day: day, minuteOfDay: one.from)).first else { continue }
            let until = one.to.flatMap {
              $0 == 1440 ? zone.span(of: day).end : zone.moments(of: LocalTime(day: day, minuteOfDay: $0)).first
            }
            last = min(now, (until ?? from).adding(seconds: 3600))
            var details = PlaceDetails()
            details.closedOtherwise = one.closedOtherwise
            _ = try await store.append(
              NewPlaceEvent(
                one.kind, at: VisitTime(from), until: until,
                observer: Observer(name: one.by, standing: one.standing, isFirstHand: true), grade: one.grade,
                details: details, note: nil), to: facility.id, account: account.id, zone: zone, isSample: true,
              now: last)
          }
        }
        try await visits.settle(facility, session, now: min(now, last.adding(seconds: 86_400)))
        return days
      }
    }
    return told
  }

  // MARK: Decisions

  /// Of cases that are some days old most are decided; an order's breach by two.
  private func decide(_ monitors: [Account], _ plan: Plan, now: Timestamp) async throws -> Int {
    var made = 0
    for (round, monitor) in monitors.enumerated() {
      made += try await database.transaction(actor: "account:\(monitor.id)") { session in
        try await ReviewStore(session).decideSample(
          as: monitor.id, round: round, of: monitors.count, seed: Int64(truncatingIfNeeded: plan.seed), now: now)
      }
    }
    return made
  }
}
