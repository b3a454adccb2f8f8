extension Predicate {
  /// How long somebody was held in a place that may hold people only for hours.
  static let holdTime = Predicate("holdTime", triggers: EventKinds(.bookedIn), needs: [.limitMinutes]) {
    timeline, rule in
    let clock = Clock(
      limit: rule.parameters.limitMinutes ?? 0, stops: EventKinds(.released, .moved),
      able: [.detained, .official, .requester, .family], missing: .endOfCustody)
    return timeline.all(.bookedIn).map { clock.read(timeline, from: $0) }
  }
}
