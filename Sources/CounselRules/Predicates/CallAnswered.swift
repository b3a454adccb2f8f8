extension Predicate {
  /// Whether a request to schedule a call was answered at all.
  static let callAnswered = Predicate(
    "callAnswered", triggers: EventKinds(.callRequested), needs: [.limitMinutes]
  ) { timeline, rule in
    let clock = Clock(
      limit: rule.parameters.limitMinutes ?? 0,
      stops: EventKinds(.callOffered, .callHeld, .callRefused, .replied, .scheduled, .acknowledged),
      able: [.requester, .detained], missing: .answer)
    return timeline.all(.callRequested).map { clock.read(timeline, from: $0) }
  }
}
