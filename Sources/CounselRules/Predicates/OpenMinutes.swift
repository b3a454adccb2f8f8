internal import CivilTime

extension Predicate {
  /// Whether a place was open long enough on a day, from what several people saw of it.
  static let openMinutes = Predicate(
    "openMinutes", about: .place, triggers: EventKinds(.openObserved, .closedObserved),
    allows: [.businessMinutes, .restMinutes, .otherFloorMinutes, .modality]
  ) { timeline, rule in
    let wanted = rule.parameters.modality ?? .inPerson
    let seen = (timeline.all(.openObserved) + timeline.all(.closedObserved)).filter {
      (timeline.events[$0].details.modality ?? .inPerson) == wanted
    }
    return days(of: seen, timeline).compactMap { day in
      OpenDay(day, seen, timeline).ruling(rule, isContested: timeline.place.contestedDays.contains(day))
    }
  }

  /// The days, by the facility's clock, on which the observations began.
  private static func days(of seen: [Int], _ timeline: Timeline) -> [CivilDate] {
    Set(seen.map { timeline.place.zone.local(timeline.events[$0].at.earliest).day }).sorted()
  }
}

/// What is known of the hours of one day: the least and the most that a place can have been open.
private struct OpenDay {
  let day: CivilDate
  let bounds: (start: Timestamp, end: Timestamp)
  let used: [Int]
  /// Surely open, and nobody contradicts.
  let least: Int
  /// Not surely closed.
  let most: Int
  let contested: Int
  let isOver: Bool

  init(_ day: CivilDate, _ seen: [Int], _ timeline: Timeline) {
    let bounds = timeline.place.zone.span(of: day)
    let whole = Stretch(bounds.start, bounds.end)
    (self.day, self.bounds) = (day, bounds)
    isOver = timeline.now >= bounds.end
    var open: [Stretch] = [], closed: [Stretch] = [], used: [Int] = []
    for index in seen {
      let event = timeline.events[index]
      let end = event.until ?? event.at
      // What was surely seen: from the latest beginning to the earliest end.
      guard let sure = Stretch(event.at.latest, end.earliest).clipped(to: whole) else { continue }
      used.append(index)
      // An hour counts as open only if a visit could start in it.
      if event.kind == .openObserved, event.details.couldStart != false {
        open.append(sure)
        if event.details.closedOtherwise == true {
          let possible = Stretch(event.at.earliest, end.latest)
          closed += Stretch.outside([possible], within: whole)
        }
      } else {
        closed.append(sure)
      }
    }
    self.used = used
    // Two observations of open hours by one person do not close each other's.
    let conflict = Stretch.shared(open, closed)
    contested = Stretch.minutes(conflict)
    least = Stretch.minutes(open) - contested
    most = whole.minutes - (Stretch.minutes(closed) - contested)
  }

  func ruling(_ rule: Rule, isContested: Bool) -> Ruling? {
    guard let first = used.first else { return nil }
    let parameters = rule.parameters
    let (floor, reading, holiday) = floors(parameters, isContested)
    guard floor != nil || reading else { return nil }
    let at = Span(bounds.start, Timestamp(microseconds: bounds.end.microseconds - 1))
    var ruling = Ruling(first, at: at, .met, facts: used)
    ruling.day = day
    let pattern = holiday || parameters.businessMinutes == nil ? Pattern.closedOnRestDay : .closedInHours
    if rule.patterns.contains(pattern) { ruling.pattern = pattern }
    let business = parameters.businessMinutes ?? parameters.otherFloorMinutes ?? 0
    let rest = parameters.restMinutes ?? parameters.otherFloorMinutes ?? 0
    if reading {
      split(&ruling, parameters, business: business, rest: rest)
    } else if let floor {
      ruling.outcome = judged(against: floor)
      ruling.reasons = [.openMinutes(required: floor, least: least, most: most)]
    }
    if contested > 0 { ruling.reasons.append(.contested(minutes: contested)) }
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
