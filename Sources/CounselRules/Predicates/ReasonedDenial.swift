extension Predicate {
  /// Whether the denial of a written request gave its grounds.
  static let reasonedDenial = Predicate("reasonedDenial", triggers: EventKinds(.denied)) { timeline, _ in
    timeline.all(.denied).compactMap { index in
      let event = timeline.events[index]
      let request = timeline.first(EventKinds(.submitted))
      var ruling = Ruling(
        index, at: event.at, .unknown([.writtenRequest]), facts: [index] + [request].compactMap(\.self))
      switch request.flatMap({ timeline.events[$0].details.written }) {
      case false?: return nil
      case nil: return ruling
      case true?: break
      }
      switch event.details.reasonGiven {
      case nil: ruling.outcome = .unknown([.refusalReason])
      case true?: (ruling.outcome, ruling.reasons) = (.met, [.condition(.reasonGiven)])
      case false?: (ruling.outcome, ruling.reasons) = (.breached, [.condition(.noReasonGiven)])
      }
      return ruling
    }
  }
}
