extension Predicate {
  /// Whether a visit or a call was refused for a reason that the rule does not allow.
  static let refusedBecause = Predicate(
    "refusedBecause", triggers: EventKinds(.refused, .callRefused, .letIn), needs: [.because, .asks], allows: [.roles]
  ) { timeline, rule in
    let asks = rule.parameters.asks ?? []
    return timeline.all(EventKinds(.refused, .callRefused, .letIn)).compactMap { index in
      let event = timeline.events[index]
      switch event.kind {
      case .refused where asks.contains(event.details.ask ?? .visit), .callRefused where asks.contains(.call):
        return refusal(index, event, timeline, rule)
      case .letIn where asks.contains(.visit): return admission(index, event, timeline, rule.parameters)
      default: return nil
      }
    }
  }

  /// Nil for a reason that the rule does not speak of.
  private static func refusal(_ index: Int, _ event: CaseEvent, _ timeline: Timeline, _ rule: Rule) -> Ruling? {
    guard let because = event.details.because else {
      return Ruling(index, at: event.at, .unknown([.refusalReason]), facts: [index])
    }
    guard rule.parameters.because?.contains(because) == true else { return nil }
    var ruling = Ruling(index, at: event.at, .breached, facts: [index], reasons: [.refused(because)])
    if because == .prospective, rule.patterns.contains(.prospectiveRefused) { ruling.pattern = .prospectiveRefused }
    if because == .role {
      if rule.patterns.contains(.assistantRefused) { ruling.pattern = .assistantRefused }
      if let roles = rule.parameters.roles {
        guard let role = event.details.role ?? timeline.role else {
          ruling.outcome = .unknown([.role])
          return ruling
        }
        if !roles.contains(role) { return nil }
      }
    }
    return ruling
  }

  /// Somebody whom the rule speaks of was let in.
  private static func admission(_ index: Int, _ event: CaseEvent, _ timeline: Timeline, _ parameters: Parameters)
    -> Ruling?
  {
    let because = parameters.because ?? []
    let isMeant =
      because.contains(.prospective) && timeline.relationship == .prospective
      || because.contains(.role) && timeline.role.map { parameters.roles?.contains($0) ?? false } == true
    return isMeant ? Ruling(index, at: event.at, .met, facts: [index]) : nil
  }
}
