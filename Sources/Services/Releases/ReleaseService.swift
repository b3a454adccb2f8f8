package import CivilTime
internal import CounselRules
internal import Figures
internal import Foundation
package import Postgres
internal import Records
package import Stores

/// What is published: on a fixed calendar, findings that reviewers upheld under verified rules, and nothing else.
///
/// Facts about a place's day are told exactly. Requests are counted by week at least; one to ten are left out, and so much
/// more that a solver cannot have them back from everything that was ever published.
package struct ReleaseService: Sendable {
  private let database: Database
  private let judge: (any VisitJudge)?

  /// With the database as `paradero_staff` sees it for making releases; as `paradero_public` for reading them.
  package init(_ database: Database, judge: (any VisitJudge)? = nil) { (self.database, self.judge) = (database, judge) }

  // MARK: Reading

  /// The newest first.
  package func all() async throws -> [KeptRelease] { try await ReleaseStore(database).all() }

  package func release(_ id: Int) async throws -> KeptRelease? { try await ReleaseStore(database).release(id) }

  // MARK: Making

  /// Makes every release that is due and was not made yet. Where none was made before, it begins with the last that is due.
  ///
  /// Of several instances one makes it; the others find it there.
  package func makeDue(now: Timestamp, _ solver: ReleaseSolver = ReleaseSolver()) async throws -> [KeptRelease] {
    guard let due = ReleaseCalendar.due(at: now), try await isFree() else { return [] }
    var made: [KeptRelease] = []
    let newest = try await ReleaseStore(database).all().first?.id
    for number in (newest.map { $0 + 1 } ?? due)...max(due, newest.map { $0 + 1 } ?? due) where number <= due {
      if let release = try await make(number, now: now, solver) { made.append(release) }
    }
    return made
  }

  /// Not while another instance makes one, or while a month is invented of which half would be published.
  private func isFree() async throws -> Bool {
    try await database.transaction(actor: Self.actor) { session in try await ReleaseStore(session).tryLock() }
  }

  private static let actor = "service:release"

  private func make(_ number: Int, now: Timestamp, _ solver: ReleaseSolver) async throws -> KeptRelease? {
    guard let period = ReleaseCalendar.period(number), let gathered = try await gather(period) else { return nil }
    // The solver takes its time: no transaction waits for it.
    let document = try Self.document(period, gathered, solver).json()
    return try await database.transaction(actor: Self.actor) { session in
      let store = ReleaseStore(session)
      try await store.lock()
      // Another instance may have been faster; what was recorded by that day is the same for both.
      guard try await store.release(number) == nil else { return nil }
      try await store.keep(
        number, from: period.from, until: period.until, knownAt: period.knownAt, madeAt: now, document: document,
        counted: gathered.counted)
      return try await store.release(number)
    }
  }

  /// What a release is made from, as it was known on its day.
  private struct Gathered: Sendable {
    let verified: [Rule]
    let counted: [ReleasableRequest]
    let broken: [ReleasableDay]
    let days: [DayFigure]
    let totals: ReleaseTables.Totals
    let past: [KeptRelease]
  }

  /// Nil if the release is there already.
  private func gather(_ period: ReleaseCalendar.Period) async throws -> Gathered? {
    try await database.transaction(isolation: .repeatableRead, actor: Self.actor) { session in
      try await judge?.refresh(session)
      let verified = judge?.verifiedRules ?? []
      guard !verified.isEmpty else { throw ReleaseFault.nothingVerified }
      let store = ReleaseStore(session)
      let past = try await store.all()
      guard !past.contains(where: { $0.id == period.number }) else { return nil }
      let query = FigureQuery(from: period.from, until: period.until, asOf: period.knownAt)
      let totals = try await store.totals()
      return Gathered(
        verified: verified, counted: try await store.requests(knownAt: period.knownAt, until: period.until),
        broken: try await store.days(knownAt: period.knownAt, from: period.from, until: period.until),
        days: try await FigureStore(session).days(query),
        totals: ReleaseTables.Totals(
          places: Dictionary(totals.map { ($0.place, $0.requests) }, uniquingKeysWith: +),
          kinds: Dictionary(totals.map { ($0.kind, $0.requests) }, uniquingKeysWith: +)), past: past)
    }
  }

  private static func document(
    _ period: ReleaseCalendar.Period, _ gathered: Gathered, _ solver: ReleaseSolver
  ) throws -> ReleaseDocument {
    let verified = Set(gathered.verified.map(\.id.description))
    let known = Dictionary(gathered.days.map { ("\($0.code) \($0.day.iso)", $0) }) { first, _ in first }
    let earlier = try gathered.past.reversed().map { (number: $0.id, try ReleaseDocument.read($0.document).counts) }
    let tables = try ReleaseTables.make(
      gathered.counted.map { one in
        .init(week: period.week(of: one.day) ?? ReleaseTables.earlier, place: one.place, kind: one.kind)
      },
      weeks: period.weeks.map(\.iso), places: Array(Set(gathered.broken.map(\.place))), soFar: gathered.totals,
      after: earlier, number: period.number, solver.solve)
    return ReleaseDocument(
      number: period.number, from: period.from.iso, until: period.until.iso,
      knownAt: Date(timeIntervalSince1970: Double(period.knownAt.microseconds / 1_000_000)).formatted(.iso8601),
      rules: gathered.verified.map {
        .init(
          rule: $0.id.description, cite: $0.authority.cite, verifiedBy: $0.lastVerified?.by,
          verifiedOn: $0.lastVerified?.on.iso)
      },
      days: gathered.broken.filter { verified.contains($0.rule) }.map { one in
        let day = known["\(one.place) \(one.day.iso)"]
        return .init(
          place: one.place, day: one.day.iso, rule: one.rule, kind: one.kind, standing: day?.standing.rawValue,
          leastMinutes: day?.least, mostMinutes: day?.most, requiredMinutes: day?.required, closures: day?.closures,
          noticed: day?.noticed, unnoticed: day?.unnoticed)
      },
      watched: Dictionary(grouping: gathered.days, by: \.code).mapValues(\.count), counts: tables)
  }
}

/// Why no release was made.
package enum ReleaseFault: Error, Equatable, Sendable {
  /// Nobody compared the text of any rule with its document.
  case nothingVerified
  case noSolver
}

/// When releases are due: every four weeks, a week after their last day, so that there is time to review.
package enum ReleaseCalendar {
  package struct Period: Sendable, Equatable {
    package let number: Int
    package let from: CivilDate
    package let until: CivilDate
    package let knownAt: Timestamp

    var weeks: [CivilDate] { (0..<4).compactMap { from.adding(days: 7 * $0) } }

    /// The Monday of the week of this period that a day lies in.
    func week(of day: CivilDate) -> String? {
      weeks.last { $0 <= day }.flatMap { day < until ? $0.iso : nil }
    }
  }

  private static let span = 28
  private static let wait = 7
  private static let first = CivilDate(year: 2026, month: 1, day: 5)

  package static func period(_ number: Int) -> Period? {
    guard number > 0, number < 10_000, let from = first?.adding(days: span * (number - 1)),
      let until = from.adding(days: span), let due = until.adding(days: wait)
    else { return nil }
    return Period(number: number, from: from, until: until, knownAt: Timestamp(utcMidnight: due))
  }

  /// The last release that is due; nil before the first.
  package static func due(at now: Timestamp) -> Int? {
    guard let today = now.utcDay, let first else { return nil }
    let number = (today.days(since: first) - wait) / span
    return number > 0 ? number : nil
  }

  /// The day on which the next release is due.
  package static func next(after now: Timestamp) -> CivilDate? {
    period((due(at: now) ?? 0) + 1)?.knownAt.utcDay
  }
}
