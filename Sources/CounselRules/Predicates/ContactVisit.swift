extension Predicate {
  /// Whether lawyer and client sat without a partition, or could at least pass papers.
  static let contactVisit = Predicate(
    "contactVisit", triggers: EventKinds(.roomObserved, .refused), needs: [.forbids]
  ) { timeline, rule in
    let isPartitionForbidden = rule.parameters.forbids?.contains(.partition) == true
    return timeline.all(EventKinds(.roomObserved, .refused)).compactMap { index in
      let event = timeline.events[index]
      if event.kind == .refused {
        guard isPartitionForbidden, event.details.because == .noContact else { return nil }
        return Ruling(index, at: event.at, .breached, facts: [index], reasons: [.refused(.noContact)])
      }
      var ruling = Ruling(index, at: event.at, .unknown([.roomKind]), facts: [index])
      switch (event.details.contact, event.details.documentsPass) {
      case (true?, _): (ruling.outcome, ruling.reasons) = (.met, [.condition(.contact)])
      case (false?, _) where isPartitionForbidden:
        (ruling.outcome, ruling.reasons) = (.breached, [.condition(.partition)])
      case (_, true?) where !isPartitionForbidden:
        (ruling.outcome, ruling.reasons) = (.met, [.condition(.documentsPass)])
      case (false?, false?):
        (ruling.outcome, ruling.reasons) = (.breached, [.condition(.partition), .condition(.noDocuments)])
      default: break
      }
      return ruling
    }
  }
}
