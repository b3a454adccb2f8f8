extension Predicate {
  /// Whether a call with counsel was cut off before its least length.
  static let callLength = Predicate("callLength", triggers: EventKinds(.callHeld), needs: [.limitMinutes]) {
    timeline, rule in
    let floor = rule.parameters.limitMinutes ?? 0
    return timeline.all(.callHeld).map { index in
      let event = timeline.events[index]
      var ruling = Ruling(index, at: event.at, .unknown([.callLength]), facts: [index])
      if let by = event.details.endedBy, by != .facility {
        (ruling.outcome, ruling.reasons) = (.met, [.condition(.endedByOther)])
        return ruling
      }
      guard let end = event.until else { return ruling }
      let length = end.minutes(since: event.at)
      ruling.reasons = [.lasted(least: length.leastMinutes, most: length.mostMinutes, floor: floor)]
      switch length.reaches(minutes: floor) {
      case true?: ruling.outcome = .met
      case nil: ruling.outcome = .unknown([.exactTimes])
      // Who hung up decides whether the call was cut.
      case false?: ruling.outcome = event.details.endedBy == nil ? .unknown([.whoEndedCall]) : .breached
      }
      return ruling
    }
  }
}
