package import CivilTime
internal import CounselRules
package import Records
package import Stores

/// The rules about a place itself: its hours, its closures, what it announces.
extension RulebookJudge {
  package func judgement(
    of place: VisitPlace, events: [PlaceEvent], now: Timestamp
  ) throws -> (days: [PlaceDay], findings: [ToldPlaceFinding]) {
    let bound = casePlace(place.facility, place.details.standard)
    let rules = PlaceRules(rulebook, at: bound)
    let facts = events.map { Self.caseEvent($0, place.zone) }
    let findings = rules.findings(onPlace: facts, now: now).filter { $0.outcome.kind != .notInForce }
    let byDay = Dictionary(grouping: findings) { Self.day(of: $0, place.zone) }
    let days = rules.hours(of: facts, now: now).map { day(of: $0, at: place.facility, byDay[$0.day] ?? []) }
    return (days, try findings.map { ToldPlaceFinding(day: Self.day(of: $0, place.zone), finding: try Self.told($0)) })
  }

  private static func day(of finding: Finding, _ zone: Zone) -> CivilDate {
    if case .day(_, let day) = finding.subject { return day }
    return zone.local(finding.at).day
  }

  private func day(of hours: DayHours, at facility: Facility, _ findings: [Finding]) -> PlaceDay {
    let onHours = findings.filter { asksForHours($0.rule) }.map(\.outcome.kind)
    let outcome = [Outcome.Kind.breached, .unknown, .pending, .met].first { onHours.contains($0) }
    let standing: PlaceDay.Standing =
      if hours.most == 0 {
        .closed
      } else if outcome == .breached {
        .short
      } else if outcome == .met || (outcome == nil && hours.least > 0) {
        .open
      } else {
        .unknown
      }
    return PlaceDay(
      facilityID: facility.id, day: hours.day, standing: standing, leastMinutes: hours.least, mostMinutes: hours.most,
      contestedMinutes: hours.contested, postedMinutes: hours.posted, outcome: outcome?.rawValue,
      severity: (findings.map(\.severity).max() ?? .none).rawValue,
      breaches: findings.count { $0.outcome.kind == .breached }, events: hours.events)
  }

  /// Whether a rule asks how long a place is open for visits in person.
  private func asksForHours(_ rule: RuleID) -> Bool {
    guard let rule = rulebook.rule(rule), rule.predicate.name == Self.hours else { return false }
    return rule.parameters.modality.map { $0 == .inPerson } ?? true
  }

  private static let hours = "openMinutes"

  // MARK: Facts

  private static func caseEvent(_ event: PlaceEvent, _ zone: Zone) -> CaseEvent {
    let span = event.at.span(in: zone)
    return CaseEvent(
      id: String(event.id), kind: kind(of: event.kind), at: Span(span.earliest, span.latest),
      until: event.until.map { Span($0) },
      by: Witness(
        name: event.observer.name, standing: Standing(rawValue: event.observer.standing.rawValue) ?? .observer),
      grade: Grade(rawValue: event.grade.rawValue) ?? .d, isAbsent: event.kind == .notNotified,
      corrects: event.corrects.map(String.init), details: details(of: event))
  }

  private static func kind(of kind: PlaceEventKind) -> EventKind {
    switch kind {
    case .openObserved: .openObserved
    case .closedObserved: .closedObserved
    case .hoursPosted: .hoursPosted
    case .closed: .closed
    case .reopened: .reopened
    case .closureNotified, .notNotified: .closureNotified
    case .policyStated: .policyStated
    case .emergency: .emergency
    case .takenBack: .withdrawn
    }
  }

  private static func details(of event: PlaceEvent) -> Details {
    var details = Details()
    details.couldStart = event.details.couldStart
    details.closedOtherwise = event.details.closedOtherwise
    details.documented = event.details.documented
    details.miles = event.details.miles
    if event.kind == .policyStated { details.because = .noLegalVisits }
    return details
  }
}
