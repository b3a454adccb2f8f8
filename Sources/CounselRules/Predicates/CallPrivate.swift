extension Predicate {
  /// Whether a call with counsel was listened to, recorded or screened, or made within an officer's hearing.
  static let callPrivate = Predicate(
    "callPrivate", triggers: EventKinds(.callHeld), needs: [.forbids]
  ) { timeline, rule in
    let forbidden = rule.parameters.forbids ?? []
    return timeline.all(.callHeld).map { index in
      let event = timeline.events[index]
      let seen = forbidden.map { ($0, answer($0, event.details)) }
      let broken = seen.filter { $0.1 == true }.map { Reason.condition($0.0) }
      if !broken.isEmpty { return Ruling(index, at: event.at, .breached, facts: [index], reasons: broken) }
      let isKnown = seen.allSatisfy { $0.1 != nil }
      return Ruling(
        index, at: event.at, isKnown ? .met : .unknown([.callPrivacy]), facts: [index],
        reasons: isKnown ? [.condition(.unmonitored)] : [])
    }
  }

  private static func answer(_ condition: Condition, _ details: Details) -> Bool? {
    switch condition {
    case .monitored: details.monitored
    case .recorded: details.recorded
    case .screened: details.screened
    case .officerWithinHearing: details.officerWithinHearing
    default: nil
    }
  }
}
