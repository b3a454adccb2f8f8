extension Predicate {
  /// Whether the attorney of record was told of a transfer in time.
  static let transferNotice = Predicate(
    "transferNotice", triggers: EventKinds(.moved), needs: [.limitMinutes], allows: [.moves]
  ) { timeline, rule in
    let clock = Clock(
      limit: rule.parameters.limitMinutes ?? 0, stops: EventKinds(.transferNotified), able: [.requester],
      missing: .transferNotice)
    return timeline.all(.moved).compactMap { move in
      let moved = timeline.events[move]
      // Only an attorney of record is told: the form has to be on file before.
      guard let filed = timeline.first(EventKinds(.g28Filed)), timeline.events[filed].at.latest <= moved.at.earliest
      else {
        return nil
      }
      var ruling = clock.read(timeline, from: move)
      ruling.facts.append(filed)
      if rule.parameters.moves != nil {
        switch moved.details.outOfArea ?? (moved.details.outOfState == true ? true : nil) {
        case false?: return nil
        case nil: ruling.outcome = .unknown(([.destination] + ruling.outcome.missing).uniqued())
        case true?: ruling.reasons.append(.condition(.movedOutOfArea))
        }
      }
      return ruling
    }
  }
}
