package import CivilTime
package import CounselRules
package import Records
package import Stores
internal import Foundation

/// Asks the rules of a rulebook about requests: the rules in force at the time of each event, never today's.
package struct RulebookJudge: VisitJudge {
  let rulebook: Rulebook

  package init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  package func findings(
    on request: VisitRequest, at place: VisitPlace, events: [VisitEvent], now: Timestamp
  ) throws -> [ToldFinding] {
    let file = CaseFile(
      place: casePlace(place.facility, place.details.standard), events: [],
      requests: [
        CaseRequest(
          id: request.reference, role: CounselRules.Role(rawValue: request.ask.role.rawValue),
          relationship: Relationship(rawValue: request.ask.tie.rawValue),
          events: events.compactMap { Self.caseEvent($0, request, place.zone) } + Self.filed(request))
      ])
    return try rulebook.findings(on: file, now: now).filter { $0.outcome.kind != .notInForce }.map(Self.told)
  }

  static func told(_ finding: Finding) throws -> ToldFinding {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var due: Timestamp?
    if case .pending(let until) = finding.outcome { due = until }
    return ToldFinding(
      key: finding.id, rule: finding.rule.description, outcome: finding.outcome.kind.rawValue, dueAt: due,
      severity: finding.severity.rawValue, facts: finding.facts.compactMap { Int64($0) },
      json: String(decoding: try encoder.encode(finding), as: UTF8.self))
  }

  package func rules(at facility: Facility, standard: FacilityStandard?, now: Timestamp) -> [PlaceRule] {
    guard facility.zone != nil else { return [] }
    return rulebook.rules(binding: casePlace(facility, standard), at: now).filter { !$0.rule.isHeuristic }.map {
      PlaceRule(
        id: $0.rule.id.description, authority: $0.rule.authority.kind.rawValue, cite: $0.rule.authority.cite,
        plain: $0.rule.plain, isVerified: $0.rule.isTextVerified, isPresumed: $0.isPresumed)
    }
  }

  package func law(named id: String) -> Rule? { RuleID(id).flatMap(rulebook.rule) }

  package var orders: [CourtOrder] {
    let terms = rulebook.applied.filter { $0.authority.kind == .order }
    let byOrder = Dictionary(grouping: terms) { $0.id.name.split(separator: "-").first.map(String.init) ?? $0.id.name }
    return byOrder.sorted { $0.key < $1.key }.map { id, terms in
      let named = Set(terms.flatMap { $0.scope.places ?? [] })
      return CourtOrder(
        id: id, docket: terms.compactMap(\.authority.docket).first, terms: terms,
        facilities: named.compactMap { rulebook.place($0)?.facility }.sorted())
    }
  }

  package var verifiedRules: [Rule] { rulebook.applied.filter(\.isTextVerified) }

  package func rule(named id: String) -> PlaceRule? {
    law(named: id).map {
      PlaceRule(
        id: id, authority: $0.authority.kind.rawValue, cite: $0.authority.cite, plain: $0.plain,
        isVerified: $0.isTextVerified, isPresumed: $0.status == .presumedInForce)
    }
  }

  // MARK: Facts

  func casePlace(_ facility: Facility, _ standard: FacilityStandard?) -> CasePlace {
    let known = rulebook.places.first { $0.facility == facility.code }
    let zone = known.flatMap { Zone($0.zone) } ?? facility.zone ?? Self.utc
    return CasePlace(
      id: known?.id ?? facility.code, kind: known?.kind ?? facility.kind, zone: zone, building: known?.building,
      standards: [Self.period(standard)].compactMap(\.self))
  }

  /// The standard of an inspection is known from the day of the inspection on, not before.
  private static func period(_ standard: FacilityStandard?) -> CasePlace.Period? {
    guard let standard, let text = standard.standard?.uppercased() else { return nil }
    let names = [
      ("PBNDS 2011", "PBNDS2011"), ("PBNDS 2008", "PBNDS2008"), ("NDS 2025", "NDS2025"), ("NDS 2019", "NDS2019"),
      ("NDS 2000", "NDS2000"),
    ]
    guard let name = names.first(where: { text.contains($0.0) })?.1 else { return nil }
    return CasePlace.Period(name: name, from: standard.inspectedOn ?? standard.listedOn)
  }

  private static let utc: Zone = {
    guard let zone = Zone("UTC") else { preconditionFailure("UTC is a zone") }
    return zone
  }()

  /// A G-28 that was on file when the request was written is a fact of its own.
  private static func filed(_ request: VisitRequest) -> [CaseEvent] {
    guard request.ask.g28 == .filed else { return [] }
    return [
      CaseEvent(
        id: "request", kind: .g28Filed, at: Span(request.createdAt),
        by: Witness(name: "requester", standing: .requester), grade: .c)
    ]
  }

  private static func caseEvent(_ event: VisitEvent, _ request: VisitRequest, _ zone: Zone) -> CaseEvent? {
    guard let kind = kind(of: event, request) else { return nil }
    let span = event.at.span(in: zone)
    return CaseEvent(
      id: String(event.id), kind: kind, at: Span(span.earliest, span.latest),
      until: (event.until ?? event.details.slot?.closes).map { Span($0) },
      by: Witness(
        name: event.observer.name, standing: Standing(rawValue: event.observer.standing.rawValue) ?? .observer),
      grade: Grade(rawValue: event.grade.rawValue) ?? .d, isAbsent: event.kind == .noAnswer,
      corrects: event.corrects.map(String.init), details: details(event))
  }

  private static func kind(of event: VisitEvent, _ request: VisitRequest) -> EventKind? {
    switch event.kind {
    case .moreInfo, .walkInApproved, .noAnswer: .replied
    case .closed: .refused
    case .takenBack: .withdrawn
    // A place that says that somebody declined or was moved turned the visitor away as well; the rules read the word.
    case .note, .escalated, .sustained, .referred, .reviewed: nil
    default: EventKind(code: event.kind.rawValue)
    }
  }

  private static func details(_ event: VisitEvent) -> Details {
    let told = event.details
    var details = Details()
    details.because = told.because.flatMap { RefusalReason(rawValue: $0.rawValue) }
    if event.kind == .closed, details.because == nil { details.because = .closed }
    if event.kind == .denied || event.kind == .refused { details.reasonGiven = told.because.map { $0 != .none } }
    details.written = told.written
    if event.kind == .submitted, told.written == nil {
      details.written = event.channel.map { $0 != .phone && $0 != .inPerson }
    }
    details.what = told.demanded.flatMap { Thing(rawValue: $0.rawValue) }
    details.doorOpen = told.doorOpen
    details.officerWithinHearing = told.officerWithinHearing
    details.contact = told.contact
    details.documentsPass = told.documentsPass
    details.signed = told.signed
    details.documented = told.documented
    details.answered = told.answered
    return details
  }
}
