package import CivilTime
internal import Records

/// The rules that can bind one place, made ready: dates resolved in its zone, terms in families.
package struct PlaceRules: Sendable {
  let place: CasePlace
  /// Each a term with its versions.
  let families: [[BoundRule]]

  package init(_ rulebook: Rulebook, at place: CasePlace) {
    self.place = place
    let bound = rulebook.applied.compactMap { BoundRule($0, at: place) }
    let byTerm = Dictionary(grouping: bound) { $0.rule.term }
    families = byTerm.values.map { $0.sorted { $0.rule.id < $1.rule.id } }.sorted { left, right in
      let (a, b) = (left[0].rule, right[0].rule)
      return (a.authority.kind.rank, a.id.name) < (b.authority.kind.rank, b.id.name)
    }
  }

  /// Everything that can be said of one request as things stand at a moment.
  package func findings(on request: CaseRequest, now: Timestamp) -> [Finding] {
    findings(Timeline(request, at: place, now: now), subject: .request(request.id), about: .request)
  }

  /// Everything that can be said of the place itself: its hours, closures and announcements.
  package func findings(onPlace events: [CaseEvent], now: Timestamp) -> [Finding] {
    findings(Timeline(placeEvents: events, at: place, now: now), subject: .place(place.id), about: .place)
  }

  private func findings(_ timeline: Timeline, subject: Subject, about: Predicate.Subject) -> [Finding] {
    guard let first = timeline.events.first?.at.earliest else { return [] }
    let counters = Counters(timeline)
    var found: [Finding] = []
    for family in families {
      guard let predicate = family.first?.rule.predicate, predicate.subject == about || predicate.subject == .either,
        family.contains(where: { !timeline.kinds.isDisjoint(with: $0.rule.predicate.triggers) })
      else { continue }
      found += Self.findings(of: family, timeline, from: first, subject: subject, counters)
    }
    return found
  }

  /// One term's findings: of each event by the version in force then; where none was, that none was.
  private static func findings(
    of family: [BoundRule], _ timeline: Timeline, from first: Timestamp, subject: Subject, _ counters: Counters
  ) -> [Finding] {
    let live = family.filter { $0.period.touches(first, timeline.now) }
    var found: [Finding] = []
    var idle: [Finding] = []
    for bound in live.isEmpty ? family.suffix(1) : live[...] {
      for ruling in bound.rule.predicate.check(timeline, bound.rule) {
        let finding = Judgement(bound, timeline, subject, counters).finding(ruling)
        if finding.outcome == .notInForce { idle.append(finding) } else { found.append(finding) }
      }
    }
    // That an older or a newer version was not in force is worth saying only where no version was.
    for finding in idle where !found.contains(where: { $0.isAbout(finding) }) { found.append(finding) }
    return found
  }
}

extension Finding {
  /// Whether both say something of the same event and pattern, by whatever version.
  fileprivate func isAbout(_ other: Finding) -> Bool {
    at == other.at && pattern == other.pattern && facts.first == other.facts.first && subject == other.subject
  }
}

/// A rule as it binds one place.
///
/// A class for the same reason as a rule.
final class BoundRule: Sendable {
  let rule: Rule
  let period: ForcePeriod
  let reach: Reach
  let standards: [InForce]
  let clauses: [InForce]

  /// Something that binds the place from one moment to another.
  struct InForce: Sendable {
    let name: String
    let from: Timestamp?
    let to: Timestamp?
  }

  enum Reach: Sendable {
    case named
    /// Another space of the building, to which a court extended the order.
    case otherSpace
    case otherSpaceUnsettled
  }

  /// Nil when the rule cannot bind this place at any time.
  init?(_ rule: Rule, at place: CasePlace) {
    let scope = rule.scope
    if let places = scope.places, !places.isEmpty {
      if places.contains(place.id) {
        reach = .named
      } else if let building = scope.building, building == place.building, let successors = scope.successors {
        reach = successors == .covered ? .otherSpace : .otherSpaceUnsettled
      } else {
        return nil
      }
    } else {
      guard scope.kinds?.contains(place.kind.rawValue) != false else { return nil }
      reach = .named
    }
    self.rule = rule
    period = ForcePeriod(rule, in: place.zone)
    func resolved(_ periods: [CasePlace.Period]) -> [InForce] {
      periods.map { period in
        InForce(
          name: period.name, from: period.from.map { place.zone.span(of: $0).start },
          to: period.to.map { place.zone.span(of: $0).start })
      }
    }
    standards = rule.scope.standards == nil ? [] : resolved(place.standards)
    clauses = rule.scope.clause == nil ? [] : resolved(place.clauses)
  }

  /// The standard that bound the place at a time; nil if nobody said.
  func standard(at time: Span) -> String? { Self.name(in: standards, at: time) }

  func hasClause(at time: Span) -> Bool {
    Self.name(in: clauses.filter { $0.name == rule.scope.clause }, at: time) != nil
  }

  private static func name(in periods: [InForce], at time: Span) -> String? {
    periods.first { period in
      period.from.map { $0 <= time.earliest } != false && period.to.map { time.latest < $0 } != false
    }?.name
  }
}
