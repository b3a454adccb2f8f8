package import CivilTime
internal import Records

/// The rules that can bind one place, made ready: dates resolved in its zone, terms in families.
package struct PlaceRules: Sendable {
  let place: CasePlace
  /// Each a term with its versions.
  let families: [Family]

  /// The versions of one term, and what they can be asked about: most of what is asked ends there.
  struct Family: Sendable {
    let rules: [BoundRule]
    /// All versions ask about the same subject.
    let subject: Predicate.Subject
    let triggers: EventKinds

    init(_ rules: [BoundRule]) {
      self.rules = rules
      subject = rules[0].rule.predicate.subject
      triggers = rules.reduce(into: EventKinds()) { $0.formUnion($1.rule.predicate.triggers) }
    }
  }

  package init(_ rulebook: Rulebook, at place: CasePlace) {
    self.place = place
    let bound = rulebook.applied.compactMap { BoundRule($0, at: place) }
    let byTerm = Dictionary(grouping: bound) { $0.rule.term }
    families = byTerm.values.map { $0.sorted { $0.rule.id < $1.rule.id } }.sorted { left, right in
      let (a, b) = (left[0].rule, right[0].rule)
      return (a.authority.kind.rank, a.id.name) < (b.authority.kind.rank, b.id.name)
    }.map(Family.init)
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
    let judge = Judge(timeline, subject)
    var found: [Finding] = []
    found.reserveCapacity(16)
    for index in families.indices
    where (families[index].subject == about || families[index].subject == .either)
      && !timeline.kinds.isDisjoint(with: families[index].triggers)
    {
      Self.add(to: &found, families[index].rules, judge, from: first)
    }
    return found
  }

  /// One term's findings: of each event by the version in force then; where none was, that none was.
  private static func add(to found: inout [Finding], _ family: [BoundRule], _ judge: Judge, from first: Timestamp) {
    let start = found.count
    var idle: [Finding] = []
    var isLive = false
    for bound in family where bound.period.touches(first, judge.timeline.now) {
      isLive = true
      judge.add(bound, to: &found, idle: &idle)
    }
    if !isLive, let last = family.last { judge.add(last, to: &found, idle: &idle) }
    // That an older or a newer version was not in force is worth saying only where no version was.
    for finding in idle where !found[start...].contains(where: { $0.isAbout(finding) }) { found.append(finding) }
  }
}

extension Judge {
  /// What a rule says of each event, those of which it had no force apart.
  fileprivate func add(_ bound: BoundRule, to found: inout [Finding], idle: inout [Finding]) {
    for ruling in bound.rule.predicate.check(timeline, bound.rule) {
      let finding = finding(ruling, bound)
      if finding.outcome == .notInForce { idle.append(finding) } else { found.append(finding) }
    }
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
