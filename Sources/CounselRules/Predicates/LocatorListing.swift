extension Predicate {
  /// Whether a person was in the locator by the time they had to be. Not found there never means released.
  static let locatorListing = Predicate(
    "locatorListing", triggers: EventKinds(.locatorChecked), needs: [.limitMinutes]
  ) { timeline, rule in
    let limit = rule.parameters.limitMinutes ?? 0
    return timeline.all(.locatorChecked).compactMap { index in
      let event = timeline.events[index]
      var ruling = Ruling(index, at: event.at, .unknown([.timeHeld]), facts: [index])
      if event.details.found == true {
        (ruling.outcome, ruling.reasons) = (.met, [.condition(.listed)])
        return ruling
      }
      guard let start = timeline.first(EventKinds(.bookedIn)) else { return ruling }
      ruling.facts.append(start)
      if let end = timeline.first(EventKinds(.released), from: start),
        timeline.events[end].at.earliest <= event.at.latest
      {
        return nil
      }
      guard event.details.found == false else {
        ruling.outcome = .unknown([.locatorResult])
        return ruling
      }
      let held = event.at.minutes(since: timeline.events[start].at)
      ruling.reasons = [
        .took(least: held.leastMinutesUp, most: held.mostMinutes, limit: limit), .condition(.notListed),
      ]
      switch held.isWithin(minutes: limit) {
      // Looked for too early, which says nothing; with no time allowed, the moment of arrival itself.
      case true?: return nil
      case false?: ruling.outcome = .breached
      case nil: ruling.outcome = .unknown([.exactTimes])
      }
      return ruling
    }
  }
}
