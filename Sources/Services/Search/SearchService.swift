package import CivilTime
package import Disclosure
package import Linkage
internal import Locking
package import Postgres
internal import Records
internal import Stores

/// Finds listed people for a family, and tells of them what the family has earned by what it knows.
package struct SearchService: PersonSearch {
  private let people: PeopleSearch
  private let database: Database
  private let disclosure: DisclosureService
  private let pace = AnswerPace()
  private let order = CountingOrder()
  /// How long after it came an earned answer waits for guesses that came before it, at most.
  private let patience: Duration
  /// What the installation is for, as of some moment: asked for again after a second.
  private let kind = Locked<(isDemo: Bool, at: ContinuousClock.Instant)?>(nil)

  /// - Parameters:
  ///   - records: says who is meant.
  ///   - disclosure: with a pool of the public role, like `database`; it says what may be told of them.
  ///   - patience: how long after it came an earned answer waits for guesses that came before it, at most.
  package init(
    _ records: RecordIndex, database: Database, disclosure: DisclosureService? = nil,
    patience: Duration = .milliseconds(40)
  ) {
    people = PeopleSearch(records, database: database)
    self.database = database
    self.disclosure = disclosure ?? DisclosureService(database)
    self.patience = patience
  }

  /// Reads what every search needs, so that the first family does not wait for it.
  package func warmUp(now: Timestamp) async throws { try await people.warmUp(now: now) }

  /// “Nothing fits”, “not earned”, “protected” and “budget spent” are one answer: made alike, and at the same moment.
  package func search(_ request: SearchRequest, now: Timestamp) async throws -> SearchOutcome {
    try await search(request, spends: true, now: now)
  }

  package func searchAgain(_ request: SearchRequest, now: Timestamp) async throws -> SearchOutcome {
    try await search(request, spends: false, now: now)
  }

  /// For responders alone. It takes its fixed time too, so that leaving a search for a call tells nothing either.
  package func callNeed(_ request: SearchRequest, now: Timestamp) async throws -> CallNeed {
    let clock = AnswerClock(pace)
    let verdicts = try await people.rank(request, now: now)
    let need = try await disclosure.callNeed(verdicts, request, now: now)
    try await clock.waitToSayNothing()
    return need
  }

  private func search(_ request: SearchRequest, spends: Bool, now: Timestamp) async throws -> SearchOutcome {
    let clock = AnswerClock(pace)
    let place = order.come()
    defer { order.counted(place) }
    let verdicts = try await people.rank(request, now: now)
    let isFirst = order.isFirst(place)
    var decision = try await disclosure.judge(verdicts, request, spends: spends, now: now)
    order.counted(place)
    if case .tell = decision, !isFirst {
      // Judged before these were counted it would stand, whatever they have spent. Judged first, for whoever is not told
      // must not have waited: the time would tell that somebody is listed.
      await clock.waitToAsk(order, place, atMost: patience)
      decision = try await disclosure.judge(verdicts, request, spends: spends, now: now)
    }
    if case .tell(let grant) = decision {
      if let record = try await disclosure.tell(grant, now: now), try await mayBeShown(record) {
        return .found(
          FoundPerson(
            told: grant.told, commonness: grant.commonness, custody: record.custody.map(LastCustody.init),
            isSample: record.isSample))
      }
    }
    let advice = try await people.advice(request, mayEarn: disclosure.mayEarn(request), now: now)
    try await clock.waitToSayNothing()
    return .notFound(advice)
  }

  /// In a demo invented people alone are told of: somebody may try an import of real records there.
  private func mayBeShown(_ record: FoundRecord) async throws -> Bool {
    if record.isSample { return true }
    if let known = kind.withLock({ $0 }), ContinuousClock.now - known.at < .seconds(1) { return !known.isDemo }
    let asked = ContinuousClock.now
    let isDemo = try await InstallationStore(database).kind() == .demo
    kind.withLock { $0 = (isDemo, asked) }
    return !isDemo
  }
}
