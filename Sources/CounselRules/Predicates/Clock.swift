internal import CivilTime

/// A clock that one event starts and another must stop in time.
struct Clock {
  let limit: Int
  let stops: EventKinds
  /// Who is able to know that nothing stopped it.
  let able: [Standing]
  let missing: MissingFact
  /// Which of the stops count: the right list, the right language.
  var counts: (@Sendable (CaseEvent) -> Bool)?

  /// Reads the clock that this event starts.
  ///
  /// Nothing recorded is not nothing done: after the deadline, only somebody able to know can say that it was missed.
  func read(_ timeline: Timeline, from start: Int) -> Ruling {
    let began = timeline.events[start].at
    let deadline = began.adding(minutes: limit)
    var ruling = Ruling(start, at: began, .unknown([missing]), facts: [start])
    ruling.deadline = deadline
    let absence = timeline.absence(stops, able: able, from: start, where: counts)
    if let stop = timeline.first(stops, from: start, where: counts) {
      stopped(&ruling, timeline, stop, began, absence.known)
    } else if let known = absence.known, timeline.events[known].at.earliest > deadline.latest {
      ruling.outcome = .breached
      ruling.facts.append(known)
      let silent = timeline.events[known].at.minutes(since: began)
      ruling.reasons = [
        .took(least: silent.leastMinutesUp, most: silent.mostMinutes, limit: limit),
        .absenceAsserted(event: timeline.events[known].id),
      ]
    } else if timeline.now <= deadline.latest {
      ruling.outcome = .pending(until: deadline.latest)
      ruling.reasons = [.clockRuns(limit: limit)]
    } else {
      if let hearsay = absence.hearsay { ruling.reasons = [.absenceNotKnown(event: timeline.events[hearsay].id)] }
    }
    return ruling
  }

  private func stopped(_ ruling: inout Ruling, _ timeline: Timeline, _ stop: Int, _ began: Span, _ denied: Int?) {
    let length = timeline.events[stop].at.minutes(since: began)
    ruling.facts.append(stop)
    ruling.reasons = [.took(least: length.leastMinutesUp, most: length.mostMinutes, limit: limit)]
    switch length.isWithin(minutes: limit) {
    case true?:
      ruling.outcome = .met
      // Kept in time: what was in force after that does not matter.
      ruling.deadline = timeline.events[stop].at
    case false?: ruling.outcome = .breached
    case nil: ruling.outcome = .unknown([.exactTimes])
    }
    // Somebody able to know says that by a later time it had not happened: both accounts are kept.
    if let denied, timeline.events[denied].at.earliest >= timeline.events[stop].at.latest {
      ruling.outcome = .unknown([.conflictingAccounts])
      ruling.facts.append(denied)
      ruling.reasons.append(.absenceAsserted(event: timeline.events[denied].id))
    }
  }
}
