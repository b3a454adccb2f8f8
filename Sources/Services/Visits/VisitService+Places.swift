package import CivilTime
internal import CounselRules
internal import Postgres
package import Records
internal import Stores

/// Days of a place as somebody reads them.
package struct PlaceWatch: Sendable {
  package let place: VisitPlace
  package let first: CivilDate
  package let last: CivilDate
  /// Those of which anything was told, the earliest first.
  package let days: [PlaceDay]
  /// Everything that was told of these days, the earliest first; what was corrected or taken back is among them.
  package let events: [PlaceEvent]
  /// What the rules say of these days, the gravest first.
  package let findings: [JudgedFinding]

  package var zone: Zone { place.zone }

  /// Whether an event was replaced or taken back, and by which.
  package func successor(of event: PlaceEvent) -> PlaceEvent? { events.first { $0.corrects == event.id } }
}

/// What is seen of places: hours, closures, notices. It belongs to no office, and nobody changes what another told.
extension VisitService {
  /// The days of a place from one to another; nil if there is no such place, or its zone is not known.
  package func watch(
    _ code: String, from first: CivilDate, through last: CivilDate, by staff: Staff, now: Timestamp
  ) async throws -> PlaceWatch? {
    try staff.require(.watchPlaces)
    return try await database.transaction(isolation: .repeatableRead, readOnly: true, actor: staff.actor) { session in
      guard let facility = try await FacilityStore(session).facility(code: code), let zone = facility.zone else {
        return nil
      }
      let store = PlaceDayStore(session)
      let start = zone.span(of: first).start, end = zone.span(of: last).end
      let told = try await store.events(of: facility.id)
      let within = told.filter { $0.at.moment < end && ($0.until ?? $0.at.moment) >= start }
      let shown = Set(within.map(\.id))
      // What takes an event back stands beside it, whenever it was written.
      let events = told.filter { shown.contains($0.id) || $0.corrects.map(shown.contains) == true }
        .sorted { ($0.at.moment, $0.id) < ($1.at.moment, $1.id) }
      return PlaceWatch(
        place: try await Self.place(facility, session, judge, now: now), first: first, last: last,
        days: try await store.days(of: facility.id, from: first, through: last), events: events,
        findings: try await store.findings(of: facility.id, from: first, through: last).map { json in
          let finding = try json.decode(as: Finding.self)
          return JudgedFinding(finding: finding, rule: judge?.rule(named: finding.rule.description))
        })
    }
  }

  /// A place with the rules that bind it; nil if there is none of that code, or its zone is not known.
  package func watchedPlace(_ code: String, by staff: Staff, now: Timestamp) async throws -> VisitPlace? {
    try staff.require(.watchPlaces)
    return try await database.transaction(readOnly: true, actor: staff.actor) { session in
      guard let facility = try await FacilityStore(session).facility(code: code), facility.zone != nil else {
        return nil
      }
      return try await Self.place(facility, session, judge, now: now)
    }
  }

  /// Places of which something was told, those with the newest word first.
  package func watchedPlaces(by staff: Staff) async throws -> [Facility] {
    try staff.require(.watchPlaces)
    let ids = try await PlaceDayStore(database).watched(limit: 20)
    let facilities = try await FacilityStore(database).facilities(ids: ids)
    return ids.compactMap { facilities[$0] }
  }

  /// Places by name, for somebody who wants to note what they see.
  package func placesToWatch(_ text: String, by staff: Staff) async throws -> [Facility] {
    try staff.require(.watchPlaces)
    return try await FacilityStore(database).search(text, limit: 12)
  }

  /// Writes down what was seen or told of a place, and asks the rules about it in the same transaction. Gives the day
  /// that it is about; nil if there is no such place.
  package func note(
    _ input: PlaceInput, at code: String, by staff: Staff, now: Timestamp
  ) async throws -> Result<CivilDate?, PlaceFaults> {
    try staff.require(.watchPlaces)
    return try await database.transaction(actor: staff.actor) { session in
      guard let facility = try await FacilityStore(session).facility(code: code), let zone = facility.zone else {
        return .success(nil)
      }
      var reader = PlaceReader(input, zone: zone, now: now)
      guard var event = reader.event(writer: staff.account.name) else { return .failure(PlaceFaults(reader.faults)) }
      let store = PlaceDayStore(session)
      try await store.lock(facility.id)
      if let corrects = event.corrects {
        // Of another office's account one gives one's own account; both are kept.
        guard let corrected = try await store.events(of: facility.id).first(where: { $0.id == corrects }),
          corrected.kind != .takenBack, Self.isOwn(corrected, staff)
        else { return .failure(PlaceFaults([.corrects: .notChosen])) }
        if event.kind == .takenBack { (event.at, event.until) = (corrected.at, nil) }
      }
      _ = try await store.append(
        event, to: facility.id, account: staff.account.id, zone: zone, isSample: staff.account.isSample, now: now)
      try await settle(facility, session, now: now)
      return .success(zone.local(event.at.moment).day)
    }
  }

  /// Whether somebody may correct what was told: it is theirs, or their office's.
  package static func isOwn(_ event: PlaceEvent, _ staff: Staff) -> Bool {
    event.account == staff.account.id || (event.office != nil && event.office == staff.account.officeID)
  }

  /// Asks the rules about a place and keeps what calendars show. The last thing of a transaction that adds to it.
  func settle(_ facility: Facility, _ session: Transaction, now: Timestamp) async throws {
    let store = PlaceDayStore(session)
    let events = try await store.events(of: facility.id)
    guard let last = events.map(\.id).max(), let judge else { return }
    let place = try await Self.place(facility, session, judge, now: now)
    let (days, findings) = try judge.judgement(of: place, events: events, now: now)
    try await store.renew(findings, of: facility.id, through: last, now: now)
    try await store.keep(days, of: facility.id, now: now)
    try await store.keepStatus(
      of: facility.id, dueAt: findings.compactMap(\.finding.dueAt).min(), lastEvent: last, now: now)
  }

  /// Asks anew about the places whose clocks ran out: a day that ended, a notice that did not come.
  func sweepPlaces(_ session: Transaction, now: Timestamp, limit: Int) async throws -> Int {
    let store = PlaceDayStore(session)
    let due = try await store.due(before: now, limit: limit)
    let facilities = try await FacilityStore(session).facilities(ids: due)
    for id in due {
      guard let facility = facilities[id] else { continue }
      try await store.lock(id)
      try await settle(facility, session, now: now)
    }
    return due.count
  }
}
