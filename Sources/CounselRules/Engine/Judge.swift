internal import CivilTime

/// From what predicates say of a timeline to findings: was the rule in force, whom does it protect, what speaks against
/// it.
struct Judge {
  let timeline: Timeline
  let subject: Subject
  let counters: Counters

  init(_ timeline: Timeline, _ subject: Subject) {
    (self.timeline, self.subject, counters) = (timeline, subject, Counters(timeline))
  }

  func finding(_ ruling: Ruling, _ bound: BoundRule) -> Finding {
    var state = State(ruling, bound)
    applyForce(&state)
    applyScope(&state)
    let protection = applyProtection(&state)
    applyCounterFacts(&state)
    return made(state, protection)
  }

  /// What a finding is on its way to be.
  private struct State {
    let bound: BoundRule
    /// As the predicate said it; what follows changes its outcome, readings, reasons and facts.
    var ruling: Ruling
    var isPresumed = false
    /// The finding holds, but only as something to look at.
    var isSoftened = false
    var isEmergency = false

    init(_ ruling: Ruling, _ bound: BoundRule) { (self.ruling, self.bound) = (ruling, bound) }

    var rule: Rule { bound.rule }

    var outcome: Outcome {
      get { ruling.outcome }
      _modify { yield &ruling.outcome }
    }

    var readings: [Reading] {
      get { ruling.readings }
      _modify { yield &ruling.readings }
    }

    var reasons: [Reason] {
      get { ruling.reasons }
      _modify { yield &ruling.reasons }
    }

    var facts: [Int] {
      get { ruling.facts }
      _modify { yield &ruling.facts }
    }

    /// Keeps the outcome only if it does not depend on the reading.
    mutating func split(_ yes: Reading.Name, _ no: Reading.Name, missing: MissingFact) {
      readings += [Reading(name: yes, outcome: outcome.kind), Reading(name: no, outcome: .notInForce)]
      outcome = .unknown(([missing] + outcome.missing).uniqued())
    }
  }

  private func applyForce(_ state: inout State) {
    let period = state.bound.period
    let first = period.force(at: state.ruling.at)
    let last = state.ruling.deadline.map { period.force(at: $0) } ?? first
    switch (first, last) {
    case (.out, .out):
      state.outcome = .notInForce
      state.readings = []
      state.reasons = state.rule.isEndVerified || !period.isOver(at: state.ruling.at) ? [] : [.endUnverified]
    case (.out, _), (_, .out):
      // The rule changed while the clock ran; the sources do not say which of the two times decides.
      state.split(.inForce, .notInForce, missing: .deadlineReading)
    case (.uncertain(let missing), _), (_, .uncertain(let missing)):
      state.split(.inForce, .notInForce, missing: missing)
    default:
      if first == .presumed || last == .presumed {
        state.isPresumed = true
        state.reasons.append(.presumedInForce)
      }
    }
  }

  private func applyScope(_ state: inout State) {
    guard state.outcome != .notInForce else { return }
    let bound = state.bound, rule = state.rule
    switch bound.reach {
    case .named: break
    case .otherSpace: state.reasons.append(.otherSpace)
    case .otherSpaceUnsettled:
      state.reasons.append(.otherSpace)
      state.split(.spaceCovered, .spaceNotCovered, missing: .reachOfOrder)
    }
    if let standards = rule.scope.standards {
      let at = state.ruling.at
      if let standard = bound.standard(at: at) {
        if rule.scope.possibleStandards?.contains(standard) == true {
          state.reasons.append(.standardUnsettled(standard: standard))
          state.split(.standardCarriesTerm, .standardLacksTerm, missing: .textOfStandard)
        } else if !standards.contains(standard) {
          state.reasons.append(.standardNotModelled(standard: standard))
          state.outcome = .unknown([.textOfStandard])
        }
      } else {
        state.outcome = .unknown(([.standardOfPlace] + state.outcome.missing).uniqued())
      }
    }
    if rule.scope.clause != nil, !bound.hasClause(at: state.ruling.at) {
      state.outcome = .unknown(([.contractClause] + state.outcome.missing).uniqued())
    }
  }

  private func applyProtection(_ state: inout State) -> Protection {
    guard timeline.isRequest else { return Protection(requester: .everyone, person: .everyone) }
    let requester = requesterAnswer(&state)
    let person = personAnswer(&state)
    guard state.outcome != .notInForce else { return Protection(requester: requester, person: person) }
    if requester == .no || person == .no {
      state.outcome = .notInForce
      state.readings = []
      state.reasons.append(.notProtected)
    }
    return Protection(requester: requester, person: person)
  }

  private func requesterAnswer(_ state: inout State) -> Protection.Answer {
    let rule = state.rule
    guard rule.protects.roles != nil || rule.protects.relationships != nil else { return .everyone }
    var answer = Protection.Answer.yes
    if let roles = rule.protects.roles {
      guard let role = timeline.role else {
        miss(.role, &state)
        return .unknown
      }
      if rule.protects.unverifiedRoles?.contains(role) == true {
        answer = .unverified
        if state.outcome != .notInForce { state.reasons.append(.roleUnverified(role)) }
      } else if !roles.contains(role) {
        return .no
      }
    }
    if let relationships = rule.protects.relationships {
      guard let relationship = timeline.relationship else {
        miss(.relationship, &state)
        return .unknown
      }
      if !relationships.contains(relationship) { return .no }
    }
    return answer
  }

  /// Whether the person belongs to the class of the order: held at least so long by the time the term applies.
  private func personAnswer(_ state: inout State) -> Protection.Answer {
    guard let needed = state.rule.protects.heldAtLeastMinutes else { return .everyone }
    guard let bookedIn = timeline.first(EventKinds(.bookedIn, .arrested)) else {
      miss(.timeHeld, &state)
      return .unknown
    }
    let began = timeline.events[bookedIn].at
    let end = timeline.first(EventKinds(.released, .moved), from: bookedIn).map { timeline.events[$0].at }
    switch (end ?? Span(timeline.now)).minutes(since: began).reaches(minutes: needed) {
    case true?: return .yes
    case false? where end != nil: return .no
    default:
      miss(.timeHeld, &state)
      return .unknown
    }
  }

  private func miss(_ fact: MissingFact, _ state: inout State) {
    guard state.outcome != .notInForce else { return }
    if case .pending = state.outcome { return }
    state.outcome = .unknown((state.outcome.missing + [fact]).uniqued())
  }

  private func applyCounterFacts(_ state: inout State) {
    guard state.outcome.kind == .breached || state.outcome.kind == .unknown || state.outcome.kind == .pending else {
      return
    }
    let rule = state.rule
    for counter in counters.speaking where !state.facts.contains(counter.index) {
      let event = timeline.events[counter.index].id
      let clears = rule.clearedBy.contains(counter.fact), softens = rule.softenedBy.contains(counter.fact)
      guard clears || softens, concerns(counter.fact, counter.index, state) else { continue }
      guard counter.isProven else {
        state.reasons.append(.counterFact(counter.fact, event: event, effect: .unproven))
        continue
      }
      state.facts.append(counter.index)
      state.reasons.append(.counterFact(counter.fact, event: event, effect: clears ? .clears : .softens))
      if clears {
        state.outcome = .met
        state.readings = []
      } else {
        state.isSoftened = true
        if counter.fact == .documentedEmergency { state.isEmergency = true }
      }
    }
    guard state.outcome.kind == .breached else { return }
    for (aggravation, index) in counters.aggravating where applies(aggravation, index, state.ruling.at) {
      state.reasons.append(.aggravated(aggravation, event: timeline.events[index].id))
    }
  }

  /// Whether a fact that speaks for the facility belongs to this event: an emergency, a missing identification or a
  /// client's refusal excuses the days of the event and of its clock, not another visit.
  private func concerns(_ fact: CounterFact, _ index: Int, _ state: State) -> Bool {
    switch fact {
    case .portOfEntry, .wrongLocation, .minorNeverListed: return true
    case .documentedEmergency, .signedRefusal, .noIdentification: break
    }
    let event = timeline.events[index], began = state.ruling.at.earliest
    let used = state.facts.map { timeline.events[$0].at.latest }
    let ended = (used + [state.ruling.at.latest, state.ruling.deadline?.latest ?? began]).max() ?? began
    let last = event.until?.latest ?? event.at.latest
    if event.at.earliest <= ended, last >= began { return true }
    let zone = timeline.place.zone
    return event.at.earliest < zone.span(of: zone.local(ended).day).end
      && last >= zone.span(of: zone.local(began).day).start
  }

  /// A court date counts within 72 hours, a remedy on the same day.
  private func applies(_ aggravation: Aggravation, _ index: Int, _ at: Span) -> Bool {
    let event = timeline.events[index]
    switch aggravation {
    case .courtDeadline:
      let due = event.until ?? event.at
      return due.latest >= at.earliest && due.minutes(since: at).least <= 72 * 3_600_000_000
    case .remediedSameDay:
      let zone = timeline.place.zone
      return zone.local(event.at.earliest).day == zone.local(at.earliest).day
    default: return true
    }
  }

  private func made(_ state: State, _ protection: Protection) -> Finding {
    let ruling = state.ruling, rule = state.rule
    // The event that the finding is about stands first.
    let used = ruling.facts == [ruling.trigger] ? ruling.facts : ([ruling.trigger] + ruling.facts).uniqued()
    let grade = used.lazy.map { timeline.events[$0].grade }.max()
    let pattern = ruling.pattern ?? rule.patterns.first
    let needsReview = rule.isHeuristic || rule.isForReview || state.isEmergency
    let isPossible = !rule.isTextVerified || state.isPresumed
    var reasons = state.reasons
    // A threshold of our own has no document to be compared with.
    if !rule.isTextVerified, !rule.isHeuristic, state.outcome != .notInForce { reasons.append(.textUnverified) }
    return Finding(
      subject: ruling.day.map { .day(place: timeline.place.id, $0) } ?? subject, rule: rule.id,
      authority: rule.authority.kind, pattern: pattern, at: ruling.at.earliest, outcome: state.outcome,
      readings: state.readings, severity: severity(state, pattern, grade),
      certainty: isPossible ? .possible : .supported, needsReview: needsReview,
      isPublishable: rule.isTextVerified && !needsReview, grade: grade, protection: protection,
      facts: used.map { timeline.events[$0].id }, reasons: reasons)
  }

  /// Red: an explicit refusal or a broken order on evidence A or B. Amber: the rest that is broken. Grey: not known.
  private func severity(_ state: State, _ pattern: Pattern?, _ grade: Grade?) -> Severity {
    switch state.outcome {
    case .met, .notInForce, .pending: return .none
    case .unknown: return .grey
    case .breached: break
    }
    if state.isEmergency { return .grey }
    let rule = state.rule
    let isFirm = grade.map { $0 <= .b } ?? false
    let isGrave =
      rule.isHeuristic || rule.isForReview
      ? state.ruling.isRed || rule.parameters.red == true
      : rule.authority.kind == .order || pattern?.isExplicitRefusal == true
    let severity: Severity = isFirm && isGrave ? .red : .amber
    return state.isSoftened ? severity.softened : severity
  }
}
