import CivilTime
import Records
import Testing

@testable import CounselRules

/// A clock as rules have it, for both implementations.
private struct ClockCase: Sendable {
  let rule: String
  let start: EventKind
  let stops: Set<EventKind>
  let able: Set<Standing>
  let missing: MissingFact
  let isOfPlace: Bool
}

@Suite struct `The clocks` {
  private static let cases: [ClockCase] = [
    ClockCase(
      rule: "WAIT-60/1", start: .arrived, stops: [.letIn, .refused, .left],
      able: [.requester, .observer, .official], missing: .admission, isOfPlace: false),
    ClockCase(
      rule: "HOLD-12/2", start: .bookedIn, stops: [.released, .moved],
      able: [.detained, .official, .requester, .family],
      missing: .endOfCustody, isOfPlace: false),
    ClockCase(
      rule: "STD-CALL24/1", start: .callRequested, stops: [.callOffered, .callHeld], able: [.requester, .detained],
      missing: .firstCall, isOfPlace: false),
    ClockCase(
      rule: "SCHEDULE-24/1", start: .callRequested,
      stops: [.callOffered, .callHeld, .callRefused, .replied, .scheduled, .acknowledged],
      able: [.requester, .detained], missing: .answer, isOfPlace: false),
    ClockCase(
      rule: "MESSAGE-24/1", start: .messageLeft, stops: [.messageDelivered], able: [.detained, .official],
      missing: .messageDelivery, isOfPlace: false),
    ClockCase(
      rule: "WHIPPLE-CALL/1", start: .bookedIn, stops: [.callOffered, .callHeld], able: [.detained, .official],
      missing: .firstCall, isOfPlace: false),
  ]

  @Test func `agree with a slow second implementation on a thousand random timelines`() throws {
    let book = try #require(Rules.book), zone = try #require(Zone("America/Los_Angeles"))
    let place = CasePlace(id: "SAMPLE", kind: .holdRoom, zone: zone)
    var dice = Dice(2026)
    var seen: [Outcome.Kind: Int] = [:]
    for round in 0..<1_000 {
      let clock = dice.pick(Self.cases)
      let rule = try #require(RuleID(clock.rule).flatMap { book.rule($0) })
      let limit = try #require(rule.parameters.limitMinutes)
      let (events, now) = timeline(clock, limit, &dice)
      let line = Timeline(CaseRequest(id: "R", role: nil, relationship: nil, events: events), at: place, now: now)
      for ruling in rule.predicate.check(line, rule) {
        let start = line.events[ruling.trigger]
        // A transfer before the call is a condition of its own, not the clock's.
        if rule.parameters.beforeTransfer == true, events.contains(where: { $0.kind == .moved }) { continue }
        let slow = SlowClocks.outcome(
          of: events, start: start, stops: clock.stops, able: clock.able, limit: limit, missing: clock.missing, now: now
        )
        #expect(ruling.outcome == slow, "round \(round), \(clock.rule), \(start.id)")
        seen[ruling.outcome.kind, default: 0] += 1
      }
    }
    // Had the dice never made a breach, agreeing would say little.
    for kind in [Outcome.Kind.met, .breached, .unknown, .pending] { #expect(seen[kind, default: 0] > 40, "\(kind)") }
  }

  @Test func `agree with the slow implementation on the hours of three hundred random days`() throws {
    let book = try #require(Rules.book), zone = try #require(Zone("America/Los_Angeles"))
    let rule = try #require(RuleID("STD-VISIT/1").flatMap { book.rule($0) })
    let place = CasePlace(id: "SAMPLE", kind: .detention, zone: zone)
    var dice = Dice(48)
    var seen: [Outcome.Kind: Int] = [:]
    for round in 0..<300 {
      let first = try #require(CivilDate(year: 2025, month: 3, day: 1))
      let day = try #require(first.adding(days: dice.roll(260)))
      let whole = zone.span(of: day)
      let events = hours(of: whole.start, &dice)
      let line = Timeline(placeEvents: events, at: place, now: whole.end)
      let ruling = try #require(rule.predicate.check(line, rule).first { $0.day == day })
      let slow = SlowClocks.open(events, from: whole.start, to: whole.end)
      var isFound = false
      for case .openMinutes(_, let least, let most) in ruling.reasons {
        #expect(least == slow.least && most == slow.most, "round \(round), \(day.iso)")
        isFound = true
      }
      #expect(isFound)
      seen[ruling.outcome.kind, default: 0] += 1
    }
    for kind in [Outcome.Kind.met, .breached, .unknown] { #expect(seen[kind, default: 0] > 10, "\(kind)") }
  }

  private func timeline(_ clock: ClockCase, _ limit: Int, _ dice: inout Dice) -> ([CaseEvent], Timestamp) {
    let base = 29_500_000 + dice.roll(100_000)
    var events: [CaseEvent] = []
    func event(_ kind: EventKind, at minute: Int, absent: Bool, _ dice: inout Dice) {
      let width = dice.roll(3) == 0 ? dice.roll(9) : 0
      events.append(
        CaseEvent(
          id: "e\(events.count)", kind: kind, at: Span(moment(minute), moment(minute + width)),
          by: Witness(name: "Sample", standing: dice.pick(Standing.allCases)), grade: dice.pick(Grade.allCases),
          isAbsent: absent))
    }
    event(clock.start, at: base, absent: false, &dice)
    let stops = clock.stops.sorted { $0.rawValue < $1.rawValue }
    for _ in 0..<dice.roll(3) {
      // Near the limit, where mistakes are made.
      let near = dice.roll(2) == 0 ? limit - 4 + dice.roll(9) : dice.roll(2 * limit)
      event(dice.pick(stops), at: base + near, absent: dice.roll(2) == 0, &dice)
    }
    return (events, moment(base + limit - 60 + dice.roll(limit)))
  }

  private func hours(of start: Timestamp, _ dice: inout Dice) -> [CaseEvent] {
    (0...dice.roll(4)).map { index in
      let opens = dice.roll(1_000), length = 30 + dice.roll(600)
      let slack = dice.roll(3) == 0 ? dice.roll(20) : 0
      var details = Details()
      details.closedOtherwise = dice.roll(3) == 0
      if dice.roll(6) == 0 { details.couldStart = false }
      return CaseEvent(
        id: "e\(index)", kind: dice.roll(3) == 0 ? .closedObserved : .openObserved,
        at: Span(start.adding(seconds: Double(opens * 60)), start.adding(seconds: Double((opens + slack) * 60))),
        until: Span(start.adding(seconds: Double((opens + length) * 60))),
        by: Witness(name: "Sample \(index)", standing: .observer), grade: .a, details: details)
    }
  }

  private func moment(_ minute: Int) -> Timestamp { Timestamp(microseconds: Int64(minute) * 60_000_000) }
}
