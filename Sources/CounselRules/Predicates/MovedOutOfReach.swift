extension Predicate {
  /// Whether the person was moved to a place that has no legal visits.
  static let movedOutOfReach = Predicate("movedOutOfReach", triggers: EventKinds(.moved)) { timeline, _ in
    timeline.all(.moved).map { move in
      let event = timeline.events[move]
      return switch event.details.legalVisitsThere {
      case false?:
        Ruling(move, at: event.at, .breached, facts: [move], reasons: [.condition(.noLegalVisitsThere)])
      case true?: Ruling(move, at: event.at, .met, facts: [move], reasons: [.condition(.legalVisitsThere)])
      case nil: Ruling(move, at: event.at, .unknown([.destination]), facts: [move])
      }
    }
  }
}
