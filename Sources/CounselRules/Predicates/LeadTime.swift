extension Predicate {
  /// How long ahead a place asks visits to be arranged.
  static let leadTime = Predicate(
    "leadTime", triggers: EventKinds(.leadTimeRequired), needs: [.limitMinutes]
  ) { timeline, rule in
    let limit = rule.parameters.limitMinutes ?? 0
    return timeline.all(.leadTimeRequired).map { index in
      let event = timeline.events[index]
      guard let minutes = event.details.minutes else {
        return Ruling(index, at: event.at, .unknown([.leadTime]), facts: [index])
      }
      return Ruling(
        index, at: event.at, minutes > limit ? .breached : .met, facts: [index],
        reasons: [.lead(minutes: minutes, limit: limit)])
    }
  }
}
