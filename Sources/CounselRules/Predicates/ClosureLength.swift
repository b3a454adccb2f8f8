extension Predicate {
  /// How long a place was closed and why. No number is known, so a person judges; a cause far away stands out.
  static let closureLength = Predicate("closureLength", about: .place, triggers: EventKinds(.closed)) { timeline, _ in
    timeline.all(.closed).map { closure in
      let event = timeline.events[closure]
      let reopened = timeline.first(EventKinds(.reopened), from: closure)
      var ruling = Ruling(
        closure, at: event.at, .unknown([.closureCause]), facts: [closure] + [reopened].compactMap(\.self))
      guard let end = reopened.map({ timeline.events[$0].at }) ?? event.until else {
        ruling.outcome = .unknown([.endOfClosure])
        return ruling
      }
      let length = end.minutes(since: event.at)
      ruling.reasons = [.lasted(least: length.leastMinutes, most: length.mostMinutes, floor: 0)]
      if let miles = event.details.miles {
        ruling.reasons.append(.distance(miles: miles))
        ruling.outcome = miles > 0 ? .breached : .unknown([.closureCause])
      }
      return ruling
    }
  }
}
