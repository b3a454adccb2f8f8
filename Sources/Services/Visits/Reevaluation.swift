package import CivilTime
internal import Postgres
internal import Records
internal import Stores

/// A finding that a change of the rules brought, changed or took away.
package struct RuleChange: Sendable, Equatable {
  /// The reference of a request, or the code of a place.
  package let subject: String
  package let rule: String
  /// What was said before and what is said now; nil where nothing is.
  package let before: String?
  package let after: String?
}

/// Asking anew about everything after the rules changed: what was found before stays, and what is new stands beside it.
extension VisitService {
  /// How much was asked about.
  package struct Reevaluated: Sendable, Equatable {
    package var requests = 0
    package var places = 0
  }

  /// Asks the rules about every request and every place. Without `keeps` nothing is written and only told.
  package func reevaluate(
    keeps: Bool, now: Timestamp, report: @Sendable (RuleChange) -> Void
  ) async throws -> Reevaluated {
    var done = Reevaluated()
    var last: Int64 = 0
    while true {
      let (ids, changes) = try await database.transaction(readOnly: !keeps, actor: Self.sweeper) { session in
        let ids = try await VisitStore(session).all(after: last, limit: Self.batch)
        var changes: [RuleChange] = []
        for id in ids { changes += try await reevaluate(request: id, session, keeps: keeps, now: now) }
        return (ids, changes)
      }
      changes.forEach(report)
      done.requests += ids.count
      guard let highest = ids.last else { break }
      last = highest
    }
    for facility in try await PlaceDayStore(database).watched(limit: 100_000).sorted() {
      let changes = try await database.transaction(readOnly: !keeps, actor: Self.sweeper) { session in
        try await reevaluate(place: facility, session, keeps: keeps, now: now)
      }
      changes.forEach(report)
      done.places += 1
    }
    return done
  }

  private static let batch = 100

  private func reevaluate(
    request id: Int64, _ session: Transaction, keeps: Bool, now: Timestamp
  ) async throws -> [RuleChange] {
    let store = VisitStore(session)
    if keeps { try await store.lock(id) }
    guard let judge, let request = try await store.request(id: id),
      let facility = try await FacilityStore(session).facilities(ids: [request.facilityID])[request.facilityID]
    else { return [] }
    let place = try await Self.place(facility, session, judge, now: now)
    let before = try await FindingStore(session).outcomes(of: id)
    let told = try judge.findings(on: request, at: place, events: try await store.events(of: id), now: now)
    if keeps { try await settle(request, place, session, now: now) }
    return Self.changes(request.reference, before, told)
  }

  private func reevaluate(
    place id: Int32, _ session: Transaction, keeps: Bool, now: Timestamp
  ) async throws -> [RuleChange] {
    let store = PlaceDayStore(session)
    if keeps { try await store.lock(id) }
    guard let judge, let facility = try await FacilityStore(session).facilities(ids: [id])[id] else { return [] }
    let place = try await Self.place(facility, session, judge, now: now)
    let before = try await store.outcomes(of: id)
    let told = try judge.judgement(of: place, events: try await store.events(of: id), now: now).findings
    if keeps { try await settle(facility, session, now: now) }
    return Self.changes(facility.code, before, told.map(\.finding))
  }

  private static func changes(
    _ subject: String, _ before: [String: FindingStore.Said], _ told: [ToldFinding]
  ) -> [RuleChange] {
    var left = before
    var changes: [RuleChange] = []
    for finding in told {
      let earlier = left.removeValue(forKey: finding.key)
      guard earlier?.outcome != finding.outcome else { continue }
      changes.append(
        RuleChange(subject: subject, rule: finding.rule, before: earlier?.outcome, after: finding.outcome))
    }
    changes += left.values.map { RuleChange(subject: subject, rule: $0.rule, before: $0.outcome, after: nil) }
    return changes.sorted { ($0.rule, $0.before ?? "", $0.after ?? "") < ($1.rule, $1.before ?? "", $1.after ?? "") }
  }
}
