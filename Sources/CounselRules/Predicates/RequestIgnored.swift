internal import Records

extension Predicate {
  /// Whether a request that reached the facility was left without an answer.
  static let requestIgnored = Predicate(
    "requestIgnored", triggers: EventKinds(.submitted), needs: [.limitMinutes], allows: [.otherLimitMinutes]
  ) { timeline, rule in
    let isHold = timeline.place.kind == .holdRoom
    let limit = (isHold ? nil : rule.parameters.otherLimitMinutes) ?? rule.parameters.limitMinutes ?? 0
    let clock = Clock(
      limit: limit, stops: EventKinds(.acknowledged, .replied, .scheduled, .denied, .letIn), able: [.requester],
      missing: .answer)
    return timeline.all(.submitted).map { sent in
      let delivery = timeline.first(EventKinds(.delivered), from: sent)
      var ruling = clock.read(timeline, from: delivery ?? sent)
      if delivery != nil { ruling.facts.append(sent) }
      // Without proof that it arrived, silence says nothing of the facility.
      if delivery == nil, timeline.events[sent].details.documented != true, ruling.outcome != .met {
        if case .pending = ruling.outcome { return ruling }
        ruling.outcome = .unknown(([.proofOfDelivery] + ruling.outcome.missing).uniqued())
      }
      return ruling
    }
  }
}
