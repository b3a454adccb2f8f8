package import CivilTime
internal import Postgres
internal import Records
internal import Stores

/// Adding what happened.
extension VisitService {
  /// Writes down what happened to a request, and to the others of its incident that are named.
  ///
  /// A step that does not fit where the request stood at that time is refused. Two people who write at once did not see
  /// each other's event: both are kept, and the page says that they do not fit together.
  package func append(
    _ input: VisitInput, to reference: String, also others: [String] = [], by staff: Staff, now: Timestamp
  ) async throws -> Result<Bool, VisitFaults> {
    try staff.require(.logVisits)
    return try await database.transaction(actor: staff.actor) { session in
      let store = VisitStore(session)
      guard let request = try await store.request(reference) else { return .success(false) }
      guard
        let facility = try await FacilityStore(session).facilities(ids: [request.facilityID])[request.facilityID],
        let zone = facility.zone
      else { return .failure(VisitFaults([.place: .placeWithoutZone])) }
      var reader = VisitReader(input, zone: zone, now: now)
      guard var event = reader.event(writer: staff.account.name) else { return .failure(VisitFaults(reader.faults)) }
      event.incident = request.incident
      let place = try await Self.place(facility, session, judge, now: now)
      var requests = [request]
      // A correction concerns one event of one request.
      if let incident = request.incident, !others.isEmpty, event.corrects == nil {
        requests += try await store.requests(ofIncident: incident).filter { others.contains($0.reference) }
      }
      // Always in the same order, so that two who write about one incident do not wait for each other for ever.
      let ordered = Dictionary(requests.map { ($0.id, $0) }) { first, _ in first }.values.sorted { $0.id < $1.id }
      for one in ordered { try await store.lock(one.id) }
      for one in ordered {
        let events = try await store.events(of: one.id)
        if one.id == request.id {
          if let fault = Self.fault(of: event, in: events, by: staff, filedBy: request.accountID) {
            return .failure(fault)
          }
        } else {
          event.seen = events.last?.id
          guard Self.fits(event, in: events) else { continue }
        }
        _ = try await store.append(event, to: one.id, account: staff.account.id, zone: zone, now: now)
        try await settle(one, place, session, now: now)
      }
      return .success(true)
    }
  }

  /// Adds one note to the stories of several requests, in one transaction: to all of them or to none.
  ///
  /// - Returns: to how many; those that this person's office does not have are left out.
  package func note(
    _ text: String, on references: Set<String>, by staff: Staff, now: Timestamp
  ) async throws -> Result<Int, VisitFaults> {
    try staff.require(.logVisits)
    return try await database.transaction(actor: staff.actor) { session in
      let store = VisitStore(session)
      var requests: [VisitRequest] = []
      for reference in references {
        if let request = try await store.request(reference) { requests.append(request) }
      }
      requests.sort { $0.id < $1.id }
      let facilities = try await FacilityStore(session).facilities(ids: requests.map(\.facilityID))
      for request in requests {
        guard let facility = facilities[request.facilityID], let zone = facility.zone else {
          return .failure(VisitFaults([.place: .placeWithoutZone]))
        }
        var reader = VisitReader(
          VisitInput([.kind: VisitEventKind.note.rawValue, .note: text]), zone: zone, now: now)
        guard let event = reader.event(writer: staff.account.name) else {
          return .failure(VisitFaults(reader.faults))
        }
        guard event.note != nil else { return .failure(VisitFaults([.note: .missing])) }
        try await store.lock(request.id)
        _ = try await store.append(event, to: request.id, account: staff.account.id, zone: zone, now: now)
        try await settle(request, try await Self.place(facility, session, judge, now: now), session, now: now)
      }
      return .success(requests.count)
    }
  }

  /// Whether the step fits where the request stood at that moment.
  private static func fits(_ event: NewVisitEvent, in events: [VisitEvent]) -> Bool {
    let before = VisitLife.standing(events.filter { $0.id != event.corrects }).filter {
      $0.at.moment <= event.at.moment
    }
    return VisitLife(before).allows(event.kind)
  }

  private static func fault(
    of event: NewVisitEvent, in events: [VisitEvent], by staff: Staff, filedBy account: Int64
  ) -> VisitFaults? {
    if let corrects = event.corrects {
      guard events.contains(where: { $0.id == corrects && $0.kind != .takenBack }) else {
        return VisitFaults([.corrects: .notChosen])
      }
      if event.kind == .takenBack { return nil }
    }
    // A review is by a second person.
    if event.kind == .reviewed, staff.account.id == account { return VisitFaults([.kind: .notChosen]) }
    if fits(event, in: events) { return nil }
    if let seen = event.seen, let last = events.last?.id, seen < last {
      if fits(event, in: events.filter { $0.id <= seen }) { return nil }
    }
    let before = VisitLife.standing(events.filter { $0.id != event.corrects }).filter {
      $0.at.moment <= event.at.moment
    }
    return VisitFaults([.kind: .doesNotFit(event.kind, VisitLife(before).state)])
  }

  // MARK: Clocks that run out

  /// Judges anew the requests and places whose clocks ran out. One instance at a time; what was missed is caught up. Gives how
  /// many it judged, or nil if another is at it.
  package func sweep(now: Timestamp) async throws -> Int? {
    var swept = 0
    while true {
      let done: Int? = try await database.transaction(actor: Self.sweeper) { session in
        guard try await session.first("select pg_try_advisory_xact_lock(7236827461004)")?.decode(Bool.self) == true
        else { return nil }
        let store = VisitStore(session)
        let due = try await store.due(before: now, limit: Self.sweepSize)
        for id in due {
          try await store.lock(id)
          guard let request = try await store.request(id: id),
            let facility = try await FacilityStore(session).facilities(ids: [request.facilityID])[request.facilityID]
          else { continue }
          let place = try await Self.place(facility, session, judge, now: now)
          try await settle(request, place, session, now: now)
        }
        return try await due.count + sweepPlaces(session, now: now, limit: Self.sweepSize - due.count)
      }
      guard let done else { return nil }
      swept += done
      // What is judged has no clock before now left; a rule that says otherwise must not hold the sweep for ever.
      if done < Self.sweepSize { return swept }
      if swept >= 100_000 { return swept }
    }
  }

  static let sweeper = "service:sweep"
  private static let sweepSize = 200
}
