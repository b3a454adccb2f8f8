extension Predicate {
  /// Whether a call with counsel cost the person anything.
  static let callFree = Predicate("callFree", triggers: EventKinds(.callHeld)) { timeline, _ in
    timeline.all(.callHeld).map { index in
      let event = timeline.events[index]
      guard let cents = event.details.costCents else {
        return Ruling(index, at: event.at, .unknown([.callCost]), facts: [index])
      }
      return Ruling(
        index, at: event.at, cents > 0 ? .breached : .met, facts: [index],
        reasons: [cents > 0 ? .cost(cents: cents) : .condition(.free)])
    }
  }
}
