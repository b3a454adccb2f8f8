internal import CivilTime

extension Predicate {
  /// Whether nobody answered several attempts, spread over business hours.
  static let unansweredAttempts = Predicate(
    "unansweredAttempts", triggers: EventKinds(.attempted),
    needs: [.count, .limitMinutes, .opensMinute, .closesMinute]
  ) { timeline, rule in
    let attempts = timeline.all(.attempted)
    let needed = rule.parameters.count ?? 1
    guard let last = attempts.last else { return [] }
    let at = timeline.events[last].at
    if let answered = attempts.first(where: { timeline.events[$0].details.answered == true }) {
      return [
        Ruling(answered, at: timeline.events[answered].at, .met, facts: [answered], reasons: [.condition(.answered)])
      ]
    }
    let silent = attempts.filter { timeline.events[$0].details.answered == false }
    let count = Reason.counted(found: silent.count, required: needed)
    if silent.count < needed {
      // Fewer attempts than it takes say nothing, unless the result of one is not known.
      return attempts.count >= needed
        ? [Ruling(last, at: at, .unknown([.attemptResult]), facts: attempts, reasons: [count])] : []
    }
    guard let first = silent.first, let end = silent.last else { return [] }
    let spread = businessMinutes(
      from: timeline.events[first].at.latest, to: timeline.events[end].at.earliest, timeline.place.zone, rule.parameters
    )
    let floor = rule.parameters.limitMinutes ?? 0
    guard spread >= floor else { return [] }
    return [
      Ruling(
        first, at: timeline.events[first].at, .breached, facts: silent,
        reasons: [count, .lasted(least: spread, most: spread, floor: floor)])
    ]
  }

  /// Minutes between two moments that lie in business hours of business days.
  static func businessMinutes(from start: Timestamp, to end: Timestamp, _ zone: Zone, _ parameters: Parameters) -> Int {
    guard start < end else { return 0 }
    var day = zone.local(start).day
    let last = zone.local(end).day
    var minutes = 0
    while day <= last {
      if day.isBusinessDay {
        let opens = zone.start(of: LocalTime(day: day, minuteOfDay: parameters.opensMinute ?? 0))
        let closes = zone.start(of: LocalTime(day: day, minuteOfDay: min(1439, parameters.closesMinute ?? 1439)))
        minutes += Stretch(opens, closes).clipped(to: Stretch(start, end))?.minutes ?? 0
      }
      guard let next = day.adding(days: 1) else { break }
      day = next
    }
    return minutes
  }
}
