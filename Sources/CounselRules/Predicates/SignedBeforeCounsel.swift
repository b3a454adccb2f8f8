extension Predicate {
  /// Whether somebody who had asked for counsel was made to sign before they had it.
  static let signedBeforeCounsel = Predicate(
    "signedBeforeCounsel", triggers: EventKinds(.madeToSign), allows: [.red]
  ) { timeline, _ in
    timeline.all(.madeToSign).map { index in
      let signed = timeline.events[index].at
      var ruling = Ruling(index, at: signed, .unknown([.requestForCounsel]), facts: [index])
      guard
        let asked = timeline.all(.askedForCounsel).first(where: { timeline.events[$0].at.latest <= signed.earliest })
      else {
        let denied = timeline.events.indices.first { other in
          let event = timeline.events[other]
          return event.kind == .askedForCounsel && event.isAbsent && event.by.standing == .detained
        }
        if let denied {
          ruling.facts.append(denied)
          (ruling.outcome, ruling.reasons) = (.met, [.condition(.signedWithoutAsking)])
        }
        return ruling
      }
      ruling.facts.append(asked)
      if let met = timeline.first(EventKinds(.consulted, .letIn), from: asked),
        timeline.events[met].at.latest <= signed.earliest
      {
        ruling.facts.append(met)
        (ruling.outcome, ruling.reasons) = (.met, [.condition(.consultedFirst)])
      } else {
        (ruling.outcome, ruling.reasons) = (.breached, [.condition(.signedAfterAsking)])
      }
      return ruling
    }
  }
}
