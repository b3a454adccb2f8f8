extension Predicate {
  /// Whether somebody was turned away at the door without any reason.
  static let turnedAway = Predicate("turnedAway", triggers: EventKinds(.refused)) { timeline, _ in
    timeline.all(.refused).compactMap { index in
      let event = timeline.events[index]
      guard event.details.ask ?? .visit == .visit else { return nil }
      return switch event.details.because {
      case nil: Ruling(index, at: event.at, .unknown([.refusalReason]), facts: [index])
      case RefusalReason.none?:
        Ruling(index, at: event.at, .breached, facts: [index], reasons: [.condition(.noReasonGiven)])
      case let reason?: Ruling(index, at: event.at, .met, facts: [index], reasons: [.refused(reason)])
      }
    }
  }
}
