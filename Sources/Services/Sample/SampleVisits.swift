package import CivilTime
internal import CounselRules
package import Postgres
internal import Records
internal import Stores

/// Invented requests of the sample attorney, so that a new demo's pages are full: their clients are made up and say so.
///
/// Their times count back from now, and the rules are asked about them as about any other.
package struct SampleVisits: Sendable {
  private let database: Database
  private let visits: VisitService

  /// With the database as `paradero_staff` sees it, and the rules.
  package init(_ database: Database, judge: any VisitJudge) {
    self.database = database
    visits = VisitService(database, judge: judge)
  }

  package struct Made: Sendable, Equatable {
    package var requests = 0
    package var placeDays = 0
  }

  /// Fills the sample attorney's list, once. Refused where records are real.
  package func make(now: Timestamp) async throws -> Made {
    guard let kind = try await InstallationStore(database).kind(), kind != .production else {
      throw SampleFault.production
    }
    guard let account = try await AccountStore(database).account(named: "sample-attorney"), account.isSample else {
      return Made()
    }
    let actor = "account:\(account.id)"
    let isThere = try await database.transaction(readOnly: true, actor: actor) { session in
      try await VisitStore(session).list(VisitFilter(), size: 1).total > 0
    }
    guard !isThere else { return Made() }
    var made = Made()
    for story in SampleStory.all {
      if try await tell(story, as: account, actor, now: now) { made.requests += 1 }
    }
    made.placeDays = try await watch(as: account, actor, now: now)
    return made
  }

  // MARK: Requests

  private func tell(_ story: SampleStory, as account: Account, _ actor: String, now: Timestamp) async throws -> Bool {
    try await database.transaction(actor: actor) { session in
      guard let facility = try await FacilityStore(session).facility(code: story.place), let zone = facility.zone,
        let filed = Self.moment(story.steps.first?.daysAgo ?? 1, story.steps.first?.time ?? 600, zone, now)
      else { return false }
      let store = VisitStore(session)
      var ask = VisitAsk(
        askerName: "Sample Attorney", tie: story.tie, g28: story.g28, mode: story.mode, minutes: 60,
        languages: story.languages, urgency: story.urgency)
      if let opens = Self.moment(story.wanted, 540, zone, now) {
        ask.windows = [VisitWindow(opens: opens, closes: opens.adding(seconds: 7200))].compactMap(\.self)
      }
      if story.urgency != .none { ask.urgentAt = Self.moment(story.wanted - 2, 540, zone, now) }
      var id: Int64?
      // Two of a billion may fall on one reference.
      for _ in 0..<5 where id == nil {
        id = try await store.add(
          reference: VisitService.reference(), facility: facility.id, office: account.officeID, account: account.id,
          client: VisitClient(name: story.client + " (invented)", birth: story.birth, country: story.country),
          ask: ask, beganAtDoor: story.steps.first?.kind == .arrived, incident: nil, now: filed.adding(seconds: -600))
      }
      guard let id, let request = try await store.request(id: id) else { throw VisitStoreFault() }
      for step in story.steps {
        guard let at = Self.moment(step.daysAgo, step.time, zone, now), at < now else { continue }
        var details = VisitDetails()
        step.change(&details)
        if step.kind == .scheduled, let opens = Self.moment(story.wanted, 540, zone, now) {
          details.slotOpens = opens.microseconds
          details.slotCloses = opens.adding(seconds: 3600).microseconds
        }
        _ = try await store.append(
          NewVisitEvent(
            step.kind, at: VisitTime(at),
            observer: Observer(
              name: step.toldBy ?? account.name, standing: step.toldBy == nil ? .requester : .family,
              isFirstHand: step.toldBy == nil), channel: step.channel, grade: step.grade, details: details,
            note: step.note),
          to: id, account: account.id, zone: zone, now: min(now, at.adding(seconds: step.late)))
      }
      let place = try await VisitService.place(facility, session, visits.judge, now: now)
      try await visits.settle(request, place, session, now: now)
      return true
    }
  }

  // MARK: Places

  /// What was seen of B-18 on days before: long enough, too short, told in two ways, closed, and hardly watched.
  private func watch(as account: Account, _ actor: String, now: Timestamp) async throws -> Int {
    try await database.transaction(actor: actor) { session in
      guard let facility = try await FacilityStore(session).facility(code: "LOSHOLD"), let zone = facility.zone else {
        return 0
      }
      let store = PlaceDayStore(session)
      try await store.lock(facility.id)
      for seen in SampleSighting.all {
        guard let from = Self.moment(seen.daysAgo, seen.from, zone, now) else { continue }
        var details = PlaceDetails()
        details.closedOtherwise = seen.closedOtherwise
        details.miles = seen.miles
        let until = seen.to.flatMap {
          $0 == 1440 ? zone.span(of: zone.local(from).day).end : Self.moment(seen.daysAgo, $0, zone, now)
        }
        _ = try await store.append(
          NewPlaceEvent(
            seen.kind, at: VisitTime(from), until: until,
            observer: Observer(name: seen.by, standing: seen.standing, isFirstHand: seen.by == "Sample Attorney"),
            grade: seen.grade, details: details, note: seen.note),
          to: facility.id, account: account.id, zone: zone, isSample: true,
          now: min(now, (until ?? from).adding(seconds: 3600)))
      }
      try await visits.settle(facility, session, now: now)
      return Set(SampleSighting.all.map(\.daysAgo)).count
    }
  }

  /// A minute of a day so many days before today, by the place's clock; a negative number lies ahead.
  private static func moment(_ daysAgo: Int, _ minute: Int, _ zone: Zone, _ now: Timestamp) -> Timestamp? {
    zone.local(now).day.adding(days: -daysAgo).flatMap {
      zone.moments(of: LocalTime(day: $0, minuteOfDay: minute)).first
    }
  }
}
