extension Predicate {
  /// Whether the person was moved far away within the first hours of custody.
  static let movedBeforeConsult = Predicate(
    "movedBeforeConsult", triggers: EventKinds(.moved), needs: [.limitMinutes, .moves], allows: [.unlessConsulted]
  ) { timeline, rule in
    let limit = rule.parameters.limitMinutes ?? 0
    return timeline.all(.moved).compactMap { move in
      let event = timeline.events[move]
      guard let far = rule.parameters.moves?.first else { return nil }
      var ruling = Ruling(move, at: event.at, .unknown([.destination]), facts: [move])
      switch far == .movedOutOfState ? event.details.outOfState : event.details.outOfArea ?? event.details.outOfState {
      case nil: return ruling
      case false?:
        ruling.outcome = .met
        return ruling
      case true?: ruling.reasons = [.condition(far)]
      }
      guard let start = timeline.first(EventKinds(.arrested, .bookedIn)) else {
        ruling.outcome = .unknown([.timeHeld])
        return ruling
      }
      let held = event.at.minutes(since: timeline.events[start].at)
      ruling.facts.append(start)
      ruling.reasons.append(.took(least: held.leastMinutes, most: held.mostMinutes, limit: limit))
      switch held.reaches(minutes: limit) {
      case true?: ruling.outcome = .met
      case nil: ruling.outcome = .unknown([.exactTimes])
      case false?: ruling.outcome = .breached
      }
      if ruling.outcome == .breached, rule.parameters.unlessConsulted == true {
        consult(&ruling, timeline, start, move)
      }
      return ruling
    }
  }

  /// A consultation before the move makes it no breach; that there was none, somebody able to know must say.
  private static func consult(_ ruling: inout Ruling, _ timeline: Timeline, _ start: Int, _ move: Int) {
    let moved = timeline.events[move].at
    let kinds = EventKinds(.consulted, .letIn)
    if let met = timeline.first(kinds, from: start), timeline.events[met].at.latest <= moved.earliest {
      ruling.outcome = .met
      ruling.facts.append(met)
      ruling.reasons.append(.condition(.consultedFirst))
    } else if let denied = timeline.absence(kinds, able: [.requester, .detained], from: start).known,
      timeline.events[denied].at.latest >= moved.earliest
    {
      ruling.facts.append(denied)
      ruling.reasons.append(.absenceAsserted(event: timeline.events[denied].id))
    } else {
      ruling.outcome = .unknown([.consultation])
    }
  }
}
