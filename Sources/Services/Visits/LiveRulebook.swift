package import CivilTime
package import CounselRules
internal import Locking
package import Postgres
package import Records
package import Stores

/// The rulebook that was applied to the database, and until one was, that of the installation's folder. Every transaction
/// that asks it reads first whether something was applied since.
package final class LiveRulebook: VisitJudge {
  private let held: Locked<(newest: Int64?, judge: RulebookJudge)>

  package init(_ folder: Rulebook) { held = Locked((nil, RulebookJudge(folder))) }

  package func refresh(_ session: any PostgresSession) async throws {
    let newest = try await RulebookStore(session).newest()
    guard let newest, held.withLock({ $0.newest != newest }) else { return }
    let judge = RulebookJudge(try RulebookReader.read(try await RulebookService.files(session)))
    held.withLock { if $0.newest ?? 0 < newest { $0 = (newest, judge) } }
  }

  private var judge: RulebookJudge { held.withLock { $0.judge } }

  package func findings(
    on request: VisitRequest, at place: VisitPlace, events: [VisitEvent], now: Timestamp
  ) throws -> [ToldFinding] { try judge.findings(on: request, at: place, events: events, now: now) }

  package func rules(at facility: Facility, standard: FacilityStandard?, now: Timestamp) -> [PlaceRule] {
    judge.rules(at: facility, standard: standard, now: now)
  }

  package func rule(named id: String) -> PlaceRule? { judge.rule(named: id) }

  package func law(named id: String) -> Rule? { judge.law(named: id) }

  package var orders: [CourtOrder] { judge.orders }
  package var verifiedRules: [Rule] { judge.verifiedRules }

  package func judgement(
    of place: VisitPlace, events: [PlaceEvent], now: Timestamp
  ) throws -> (days: [PlaceDay], findings: [ToldPlaceFinding]) {
    try judge.judgement(of: place, events: events, now: now)
  }
}
