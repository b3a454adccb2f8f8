extension Predicate {
  /// Whether a message left for a person reached them in time. They themselves know that it did not.
  static let messageDelivery = Predicate(
    "messageDelivery", triggers: EventKinds(.messageLeft), needs: [.limitMinutes]
  ) { timeline, rule in
    let clock = Clock(
      limit: rule.parameters.limitMinutes ?? 0, stops: EventKinds(.messageDelivered), able: [.detained, .official],
      missing: .messageDelivery)
    return timeline.all(.messageLeft).map { clock.read(timeline, from: $0) }
  }
}
