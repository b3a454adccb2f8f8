extension Predicate {
  /// Whether a visit was stopped for something that the rule does not let stop it, such as a meal or a count.
  static let visitStopped = Predicate("visitStopped", triggers: EventKinds(.cutShort), needs: [.because]) {
    timeline, rule in
    timeline.all(.cutShort).map { index in
      let event = timeline.events[index]
      guard let because = event.details.because else {
        return Ruling(index, at: event.at, .unknown([.refusalReason]), facts: [index])
      }
      let isForbidden = rule.parameters.because?.contains(because) == true
      return Ruling(
        index, at: event.at, isForbidden ? .breached : .met, facts: [index],
        reasons: [isForbidden ? .condition(.stoppedForMealOrCount) : .refused(because)])
    }
  }
}
