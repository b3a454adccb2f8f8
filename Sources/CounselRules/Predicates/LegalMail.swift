internal import CivilTime

extension Predicate {
  /// Whether legal mail that reached the facility was handed over in the business days allowed.
  ///
  /// A business day can end at the same hour or at the end of the day; a delivery in between is read both ways.
  static let legalMail = Predicate("legalMail", triggers: EventKinds(.mailReceived), needs: [.businessDays]) {
    timeline, rule in
    timeline.all(.mailReceived).map { received in
      let at = timeline.events[received].at
      let due = deadlines(after: at.latest, days: rule.parameters.businessDays ?? 1, timeline.place.zone)
      var ruling = Ruling(received, at: at, .unknown([.mailDelivery]), facts: [received])
      ruling.deadline = Span(due.hour, due.end)
      let kinds = EventKinds(.mailDelivered)
      if let delivered = timeline.first(kinds, from: received) {
        let handed = timeline.events[delivered].at
        ruling.facts.append(delivered)
        if handed.latest <= due.hour {
          ruling.outcome = .met
        } else if handed.earliest > due.end {
          ruling.outcome = .breached
        } else if handed.earliest > due.hour, handed.latest <= due.end {
          ruling.outcome = .unknown([.deadlineReading])
          ruling.readings = [Reading(name: .sameHour, outcome: .breached), Reading(name: .endOfDay, outcome: .met)]
        } else {
          ruling.outcome = .unknown([.exactTimes])
        }
        return ruling
      }
      let absence = timeline.absence(kinds, able: [.detained, .official], from: received)
      if let known = absence.known, timeline.events[known].at.earliest > due.end {
        ruling.outcome = .breached
        ruling.facts.append(known)
        ruling.reasons = [.absenceAsserted(event: timeline.events[known].id)]
      } else if timeline.now <= due.end {
        ruling.outcome = .pending(until: due.end)
      } else if let hearsay = absence.hearsay {
        ruling.reasons = [.absenceNotKnown(event: timeline.events[hearsay].id)]
      }
      return ruling
    }
  }

  /// The same hour of the last business day allowed, and the end of that day.
  private static func deadlines(after moment: Timestamp, days: Int, _ zone: Zone) -> (hour: Timestamp, end: Timestamp) {
    let local = zone.local(moment)
    var day = local.day
    for _ in 0..<days { day = day.nextBusinessDay ?? day }
    return (zone.start(of: LocalTime(day: day, minuteOfDay: local.minuteOfDay)), zone.span(of: day).end)
  }
}
