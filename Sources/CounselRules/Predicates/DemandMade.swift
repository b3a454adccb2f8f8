extension Predicate {
  /// Whether a visitor was asked for a paper or a number that the rule says may not be asked for.
  static let demandMade = Predicate(
    "demandMade", triggers: EventKinds(.demanded, .refused), needs: [.things], allows: [.relationships]
  ) { timeline, rule in
    let things = rule.parameters.things ?? []
    return timeline.all(EventKinds(.demanded, .refused)).compactMap { index in
      let event = timeline.events[index]
      guard let thing = demanded(event), things.contains(thing) else { return nil }
      var ruling = Ruling(index, at: event.at, .breached, facts: [index], reasons: [.demanded(thing)])
      if let relationships = rule.parameters.relationships {
        guard let relationship = timeline.relationship else {
          ruling.outcome = .unknown([.relationship])
          return ruling
        }
        if !relationships.contains(relationship) { ruling.outcome = .met }
      }
      return ruling
    }
  }

  private static func demanded(_ event: CaseEvent) -> Thing? {
    switch (event.kind, event.details.because) {
    case (.demanded, _): event.details.what
    case (.refused, .noG28): .g28
    case (.refused, .identifier): event.details.what ?? .aNumber
    default: nil
    }
  }
}
