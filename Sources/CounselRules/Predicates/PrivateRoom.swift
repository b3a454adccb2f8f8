extension Predicate {
  /// Whether a meeting could be overheard: a door left open, an officer within hearing.
  static let privateRoom = Predicate(
    "privateRoom", triggers: EventKinds(.roomObserved), needs: [.forbids]
  ) { timeline, rule in
    let forbidden = rule.parameters.forbids ?? []
    return timeline.all(.roomObserved).map { index in
      let event = timeline.events[index]
      let seen = forbidden.map { ($0, $0 == .doorOpen ? event.details.doorOpen : event.details.officerWithinHearing) }
      let broken = seen.filter { $0.1 == true }.map { Reason.condition($0.0) }
      if !broken.isEmpty { return Ruling(index, at: event.at, .breached, facts: [index], reasons: broken) }
      let isKnown = seen.allSatisfy { $0.1 != nil }
      return Ruling(
        index, at: event.at, isKnown ? .met : .unknown([.doorAndOfficer]), facts: [index],
        reasons: isKnown ? [.condition(.private_)] : [])
    }
  }
}
