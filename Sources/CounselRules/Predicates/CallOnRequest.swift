extension Predicate {
  /// Whether a call that was asked for was made possible in time.
  static let callOnRequest = Predicate(
    "callOnRequest", triggers: EventKinds(.callRequested), needs: [.limitMinutes]
  ) { timeline, rule in
    let clock = Clock(
      limit: rule.parameters.limitMinutes ?? 0, stops: EventKinds(.callOffered, .callHeld),
      able: [.requester, .detained], missing: .firstCall)
    return timeline.all(.callRequested).map { clock.read(timeline, from: $0) }
  }
}
