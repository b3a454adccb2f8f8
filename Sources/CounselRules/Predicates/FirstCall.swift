internal import CivilTime

extension Predicate {
  /// Whether a person in custody was given a first call in time, and later ones as often as the rule asks.
  static let firstCall = Predicate(
    "firstCall", triggers: EventKinds(.bookedIn), needs: [.limitMinutes], allows: [.everyMinutes, .beforeTransfer]
  ) { timeline, rule in
    let calls = EventKinds(.callOffered, .callHeld)
    let able: [Standing] = [.detained, .official]
    let clock = Clock(limit: rule.parameters.limitMinutes ?? 0, stops: calls, able: able, missing: .firstCall)
    return timeline.all(.bookedIn).flatMap { bookedIn in
      var first = clock.read(timeline, from: bookedIn)
      if rule.parameters.beforeTransfer == true { transferred(&first, timeline, calls, from: bookedIn) }
      guard let every = rule.parameters.everyMinutes else { return [first] }
      return [first] + later(timeline, calls, every: every, able: able, from: bookedIn)
    }
  }

  /// A call that came only after the person was moved out came too late, however soon.
  private static func transferred(_ ruling: inout Ruling, _ timeline: Timeline, _ calls: EventKinds, from start: Int) {
    guard let move = timeline.first(EventKinds(.moved), from: start),
      let call = timeline.first(calls, from: start),
      timeline.events[call].at.earliest > timeline.events[move].at.latest
    else { return }
    ruling.outcome = .breached
    ruling.facts += [move, call]
    ruling.reasons.append(.condition(.movedBeforeCall))
  }

  /// After each call the next: a gap between two recorded calls alone is no proof that there was none.
  private static func later(
    _ timeline: Timeline, _ calls: EventKinds, every: Int, able: [Standing], from start: Int
  ) -> [Ruling] {
    let made = timeline.all(calls).filter { timeline.events[$0].at.earliest >= timeline.events[start].at.earliest }
    return made.enumerated().map { position, call in
      let stops = calls.union(EventKinds(.released, .moved))
      let clock = Clock(limit: every, stops: stops, able: able, missing: .laterCall)
      var ruling = clock.read(timeline, from: call)
      guard ruling.outcome == .breached, position + 1 < made.count else { return ruling }
      let next = timeline.events[made[position + 1]].at
      let denied = timeline.absence(calls, able: able, from: call).known.map { timeline.events[$0].at }
      let due = timeline.events[call].at.adding(minutes: every)
      if let denied, denied.earliest > due.latest, denied.latest <= next.earliest { return ruling }
      ruling.outcome = .unknown([.laterCall])
      return ruling
    }
  }
}
