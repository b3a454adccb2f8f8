extension Predicate {
  /// How far off the earliest slot was that anyone was offered.
  static let slotQueue = Predicate("slotQueue", triggers: EventKinds(.slotOffered), needs: [.limitMinutes]) {
    timeline, rule in
    let limit = rule.parameters.limitMinutes ?? 0
    let offers = timeline.all(.slotOffered)
    guard let first = offers.first else { return [] }
    guard
      let earliest = offers.filter({ timeline.events[$0].until != nil }).min(by: { left, right in
        let (a, b) = (timeline.events[left].until, timeline.events[right].until)
        return a.flatMap { a in b.map { a.earliest < $0.earliest } } ?? false
      }), let slot = timeline.events[earliest].until
    else { return [Ruling(first, at: timeline.events[first].at, .unknown([.slotTime]), facts: offers)] }
    let asked = timeline.first(EventKinds(.submitted)) ?? earliest
    let queue = slot.minutes(since: timeline.events[asked].at)
    let outcome: Outcome =
      switch queue.isWithin(minutes: limit) {
      case true?: .met
      case false?: .breached
      case nil: .unknown([.exactTimes])
      }
    return [
      Ruling(
        earliest, at: timeline.events[earliest].at, outcome, facts: [earliest, asked],
        reasons: [.took(least: queue.leastMinutesUp, most: queue.mostMinutes, limit: limit)])
    ]
  }
}
