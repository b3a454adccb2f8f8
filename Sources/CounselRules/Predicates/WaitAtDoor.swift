extension Predicate {
  /// How long somebody waited between arriving and being let in, turned away, or giving up.
  static let waitAtDoor = Predicate(
    "waitAtDoor", triggers: EventKinds(.arrived), needs: [.limitMinutes], allows: [.redMinutes]
  ) { timeline, rule in
    let clock = Clock(
      limit: rule.parameters.limitMinutes ?? 0, stops: EventKinds(.letIn, .refused, .left),
      able: [.requester, .observer, .official], missing: .admission)
    return timeline.all(.arrived).map { arrival in
      var ruling = clock.read(timeline, from: arrival)
      if let red = rule.parameters.redMinutes, let waited = ruling.leastTaken, waited > red { ruling.isRed = true }
      if let lost = lostWindow(timeline, from: arrival) {
        ruling.outcome = .breached
        ruling.isRed = true
        ruling.facts += lost
        ruling.reasons.append(.condition(.windowLost))
      }
      return ruling
    }
  }

  /// The appointment and the departure, when somebody left after the whole of it without having been let in.
  private static func lostWindow(_ timeline: Timeline, from arrival: Int) -> [Int]? {
    guard let slot = timeline.all(.scheduled).last(where: { timeline.events[$0].until != nil }),
      let end = timeline.events[slot].until, timeline.events[arrival].at.latest <= end.earliest,
      timeline.first(EventKinds(.letIn), from: arrival) == nil,
      let left = timeline.first(EventKinds(.left), from: arrival), timeline.events[left].at.earliest >= end.latest
    else { return nil }
    return [slot, left]
  }
}

extension Ruling {
  /// The fewest minutes that the clock is known to have run.
  var leastTaken: Int? {
    for case .took(let least, _, _) in reasons { return least }
    return nil
  }
}
