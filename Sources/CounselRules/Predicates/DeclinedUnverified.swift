extension Predicate {
  /// Whether “the client declined” rests on the client's own signature, and whether the client says otherwise.
  static let declinedUnverified = Predicate(
    "declinedUnverified", triggers: EventKinds(.clientDeclined, .refused)
  ) { timeline, _ in
    let told = timeline.all(.clientDeclined)
    if told.isEmpty {
      return timeline.all(.refused).filter { timeline.events[$0].details.because == .clientDeclined }.map {
        Ruling($0, at: timeline.events[$0].at, .unknown([.signedRefusal]), facts: [$0])
      }
    }
    return told.map { index in
      let event = timeline.events[index]
      var ruling = Ruling(index, at: event.at, .unknown([.signedRefusal]), facts: [index])
      if event.details.contradicted == true {
        (ruling.outcome, ruling.reasons, ruling.isRed) = (.breached, [.condition(.contradictedRefusal)], true)
      } else if let isSigned = event.details.signed {
        ruling.outcome = isSigned ? .met : .breached
        ruling.reasons = [.condition(isSigned ? .signedRefusal : .unsignedRefusal)]
      }
      return ruling
    }
  }
}
