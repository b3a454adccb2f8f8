extension Predicate {
  /// Whether a place says that it has no legal visits at all: to a visitor, or on a sign that several people saw.
  static let blanketPolicy = Predicate(
    "blanketPolicy", about: .either, triggers: EventKinds(.policyStated, .refused), needs: [.count]
  ) { timeline, rule in
    let needed = rule.parameters.count ?? 1
    let said = timeline.all(EventKinds(.policyStated, .refused)).filter {
      timeline.events[$0].details.because == .noLegalVisits
    }
    guard let first = said.first else { return [] }
    // Two reports are independent if they come from two people.
    let people = Set(said.map { timeline.events[$0].by.name }).count
    return [
      Ruling(
        first, at: timeline.events[first].at, people >= needed ? .breached : .unknown([.secondReport]), facts: said,
        reasons: [.refused(.noLegalVisits), .counted(found: people, required: needed)])
    ]
  }
}
