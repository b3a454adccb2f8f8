extension Predicate {
  /// Whether a lawyer or visitor was banned for what they said.
  static let visitorBanned = Predicate("visitorBanned", triggers: EventKinds(.banned), allows: [.red]) { timeline, _ in
    timeline.all(.banned).map { index in
      let event = timeline.events[index]
      guard let isSpeech = event.details.protectedSpeech else {
        return Ruling(index, at: event.at, .unknown([.banGrounds]), facts: [index], reasons: [.condition(.banned)])
      }
      return Ruling(
        index, at: event.at, isSpeech ? .breached : .met, facts: [index],
        reasons: [.condition(isSpeech ? .protectedSpeech : .banned)])
    }
  }
}
