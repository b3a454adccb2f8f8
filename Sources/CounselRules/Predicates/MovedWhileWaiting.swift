extension Predicate {
  /// Whether the person was moved while the visitor waited, or soon after the request.
  static let movedWhileWaiting = Predicate(
    "movedWhileWaiting", triggers: EventKinds(.moved), needs: [.limitMinutes]
  ) { timeline, rule in
    let limit = rule.parameters.limitMinutes ?? 0
    return timeline.all(.moved).compactMap { move in
      let moved = timeline.events[move].at
      guard let asked = timeline.first(EventKinds(.submitted, .arrived)),
        timeline.events[asked].at.earliest <= moved.latest
      else { return nil }
      if let met = timeline.first(EventKinds(.consulted, .letIn), from: asked),
        timeline.events[met].at.latest <= moved.earliest
      {
        return Ruling(move, at: moved, .met, facts: [move, asked, met], reasons: [.condition(.consultedFirst)])
      }
      if let arrival = waiting(timeline, at: moved) {
        return Ruling(move, at: moved, .breached, facts: [move, arrival], reasons: [.condition(.movedWhileWaiting)])
      }
      let passed = moved.minutes(since: timeline.events[asked].at)
      let outcome: Outcome =
        switch passed.isWithin(minutes: limit) {
        case true?: .breached
        case false?: .met
        case nil: .unknown([.exactTimes])
        }
      return Ruling(
        move, at: moved, outcome, facts: [move, asked],
        reasons: [.took(least: passed.leastMinutesUp, most: passed.mostMinutes, limit: limit)])
    }
  }

  /// The arrival of somebody who surely still waited then.
  private static func waiting(_ timeline: Timeline, at moved: Span) -> Int? {
    timeline.all(.arrived).first { arrival in
      guard timeline.events[arrival].at.latest <= moved.earliest,
        let end = timeline.first(EventKinds(.letIn, .left, .refused), from: arrival)
      else { return false }
      return timeline.events[end].at.earliest >= moved.latest
    }
  }
}
