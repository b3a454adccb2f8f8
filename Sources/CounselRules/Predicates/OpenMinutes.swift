internal import CivilTime

extension Predicate {
  /// Whether a place was open long enough on a day, from what several people saw of it.
  static let openMinutes = Predicate(
    "openMinutes", about: .place, triggers: EventKinds(.openObserved, .closedObserved, .hoursPosted),
    allows: [.businessMinutes, .restMinutes, .otherFloorMinutes, .modality]
  ) { timeline, rule in
    DayHours.seen(timeline, rule.parameters.modality ?? .inPerson).compactMap { hours in
      hours.ruling(rule, isContested: timeline.place.contestedDays.contains(hours.day))
    }
  }
}

extension DayHours {
  fileprivate func ruling(_ rule: Rule, isContested: Bool) -> Ruling? {
    let parameters = rule.parameters
    let (floor, reading, holiday) = floors(parameters, isContested)
    let business = parameters.businessMinutes ?? parameters.otherFloorMinutes ?? 0
    let rest = parameters.restMinutes ?? parameters.otherFloorMinutes ?? 0
    guard let asked = reading ? min(business, rest) : floor else { return nil }
    // What was posted is a promise: enough of it proves nothing, too little asks whether the place kept to it.
    let short = posted.flatMap { $0 < asked ? $0 : nil }
    guard let first = used.first ?? (short == nil ? nil : postedBy.first) else { return nil }
    let at = Span(bounds.start, Timestamp(microseconds: bounds.end.microseconds - 1))
    var ruling = Ruling(first, at: at, .met, facts: used)
    ruling.day = day
    let pattern = holiday || parameters.businessMinutes == nil ? Pattern.closedOnRestDay : .closedInHours
    if rule.patterns.contains(pattern) { ruling.pattern = pattern }
    if reading {
      split(&ruling, parameters, business: business, rest: rest)
    } else {
      ruling.outcome = judged(against: asked)
      ruling.reasons = [.openMinutes(required: asked, least: least, most: most)]
    }
    if contested > 0 { ruling.reasons.append(.contested(minutes: contested)) }
    if let short, ruling.outcome.isOpen {
      ruling.facts = used + postedBy
      ruling.reasons.append(.posted(minutes: short))
    }
    return ruling
  }

  /// The floor of the day; or that the day can be read both ways.
  private func floors(_ parameters: Parameters, _ isContested: Bool) -> (Int?, both: Bool, holiday: Bool) {
    switch day.officeDay {
    case .business where isContested: (nil, true, false)
    case .business: (parameters.businessMinutes, false, false)
    case .weekend, .holiday: (parameters.restMinutes, false, true)
    case .observed: (nil, true, false)
    }
  }

  /// A day that may be a business day or a holiday: breached only if it is so under either reading.
  private func split(_ ruling: inout Ruling, _ parameters: Parameters, business: Int, rest: Int) {
    let asBusiness = judged(against: business), asHoliday = judged(against: rest)
    ruling.readings = [
      Reading(name: .businessDay, outcome: asBusiness.kind), Reading(name: .holiday, outcome: asHoliday.kind),
    ]
    ruling.reasons = [
      .contestedDay(day), .openMinutes(required: business, least: least, most: most),
      .openMinutes(required: rest, least: least, most: most),
    ]
    if asBusiness == asHoliday {
      ruling.outcome = asBusiness
    } else if parameters.businessMinutes == nil, asHoliday == .met {
      // The rule for holidays asks nothing of a business day.
      ruling.outcome = .met
    } else {
      ruling.outcome = .unknown([.holidayReading] + (asBusiness.missing + asHoliday.missing).uniqued())
    }
  }

  private func judged(against floor: Int) -> Outcome {
    if most < floor { return .breached }
    if least >= floor { return .met }
    return isOver ? .unknown([contested > 0 ? .conflictingAccounts : .unwatchedHours]) : .pending(until: bounds.end)
  }
}

extension Outcome {
  /// Whether more facts can still decide it.
  fileprivate var isOpen: Bool {
    switch self {
    case .unknown, .pending: true
    case .met, .breached, .notInForce: false
    }
  }

  package var missing: [MissingFact] {
    if case .unknown(let facts) = self { return facts }
    return []
  }
}

extension Sequence where Element: Equatable {
  /// Each once, in the order of the first; for the few that a finding has.
  func uniqued() -> [Element] {
    var seen: [Element] = []
    for element in self where !seen.contains(element) { seen.append(element) }
    return seen
  }
}
