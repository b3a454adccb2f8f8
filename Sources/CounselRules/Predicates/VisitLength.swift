extension Predicate {
  /// How long a visit lasted that the facility ended.
  static let visitLength = Predicate("visitLength", triggers: EventKinds(.cutShort), needs: [.limitMinutes]) {
    timeline, rule in
    let floor = rule.parameters.limitMinutes ?? 0
    return timeline.all(.cutShort).map { index in
      let event = timeline.events[index]
      guard let began = timeline.all(.letIn).last(where: { timeline.events[$0].at.earliest <= event.at.latest }) else {
        return Ruling(index, at: event.at, .unknown([.admission]), facts: [index])
      }
      let length = event.at.minutes(since: timeline.events[began].at)
      let outcome: Outcome =
        switch length.reaches(minutes: floor) {
        case true?: .met
        case false?: .breached
        case nil: .unknown([.exactTimes])
        }
      return Ruling(
        index, at: event.at, outcome, facts: [index, began],
        reasons: [.lasted(least: length.leastMinutes, most: length.mostMinutes, floor: floor)])
    }
  }
}
