extension Predicate {
  /// Whether, after an arrest without a warrant, it was decided in time whether to hold and to charge.
  static let custodyDecision = Predicate(
    "custodyDecision", triggers: EventKinds(.arrested), needs: [.limitMinutes]
  ) { timeline, rule in
    let clock = Clock(
      limit: rule.parameters.limitMinutes ?? 0, stops: EventKinds(.custodyDecided, .released),
      able: [.detained, .requester, .official], missing: .custodyDecision)
    return timeline.all(.arrested).compactMap { arrest in
      switch timeline.events[arrest].details.warrant {
      case true?: return nil
      case false?: return clock.read(timeline, from: arrest)
      case nil: return Ruling(arrest, at: timeline.events[arrest].at, .unknown([.arrestWarrant]), facts: [arrest])
      }
    }
  }
}
