extension Predicate {
  /// Whether a person was given a notice, a list or an interpreter on arrival or within the time allowed.
  static let givenInTime = Predicate(
    "givenInTime", triggers: EventKinds(.bookedIn, .given), needs: [.things], allows: [.limitMinutes]
  ) { timeline, rule in
    let things = rule.parameters.things ?? []
    let isSpoken = timeline.events.contains { $0.kind == .given && $0.details.what.map { things.contains($0) } == true }
    // An interpreter is due where the language is needed.
    if things.contains(.interpreter), !isSpoken, !timeline.kinds.holds(.languageNeed) { return [] }
    guard
      let start = timeline.first(EventKinds(.bookedIn))
        ?? timeline.events.indices.first(where: { timeline.events[$0].kind == .given })
    else { return [] }
    let isMeant: @Sendable (CaseEvent) -> Bool = { $0.details.what.map { things.contains($0) } == true }
    guard let limit = rule.parameters.limitMinutes else { return [undated(timeline, things, isMeant, from: start)] }
    guard timeline.events[start].kind == .bookedIn else {
      return [Ruling(start, at: timeline.events[start].at, .unknown([.timeHeld]), facts: [start])]
    }
    let clock = Clock(
      limit: limit, stops: EventKinds(.given), able: [.detained, .official], missing: .thingGiven, counts: isMeant)
    return [clock.read(timeline, from: start)]
  }

  /// “On arrival” has no number: given at all meets it, and only the person can say that it never was.
  private static func undated(
    _ timeline: Timeline, _ things: [Thing], _ isMeant: @escaping (CaseEvent) -> Bool, from start: Int
  ) -> Ruling {
    var ruling = Ruling(start, at: timeline.events[start].at, .unknown([.thingGiven]), facts: [start])
    let kinds = EventKinds(.given)
    if let given = timeline.events.indices.first(where: {
      timeline.events[$0].kind == .given && !timeline.events[$0].isAbsent && isMeant(timeline.events[$0])
    }) {
      ruling.facts.append(given)
      ruling.outcome = .met
    } else {
      let absence = timeline.absence(kinds, able: [.detained, .official], from: start, where: isMeant)
      if let known = absence.known {
        if known != start { ruling.facts.append(known) }
        ruling.outcome = .breached
        ruling.reasons = things.map { .notGiven($0) } + [.absenceAsserted(event: timeline.events[known].id)]
      } else if let hearsay = absence.hearsay {
        ruling.reasons = [.absenceNotKnown(event: timeline.events[hearsay].id)]
      }
    }
    return ruling
  }
}
