import CivilTime

@testable import CounselRules

/// The clocks a second time, as plainly as possible: minute by minute, every possible time tried.
enum SlowClocks {
  /// What a clock says that `start` begins and any of `stops` ends.
  static func outcome(
    of events: [CaseEvent], start: CaseEvent, stops: Set<EventKind>, able: Set<Standing>, limit: Int,
    missing: MissingFact, now: Timestamp
  ) -> Outcome {
    let after = events.filter { stops.contains($0.kind) && $0.at.latest >= start.at.earliest }
    let happened = after.filter { !$0.isAbsent && $0.id != start.id }.min { $0.at.earliest < $1.at.earliest }
    let denials = after.filter { $0.isAbsent && able.contains($0.by.standing) }
    let denial = denials.map(\.at.earliest).max()
    if let happened {
      if let denial, denial >= happened.at.latest { return .unknown([.conflictingAccounts]) }
      var isKept = false, isBroken = false
      for began in minutes(of: start.at) {
        for ended in minutes(of: happened.at) {
          // The clock is watched minute by minute until the stop comes.
          var clock = began
          var passed = 0
          while clock < ended {
            clock += 1
            passed += 1
          }
          if passed <= limit { isKept = true } else { isBroken = true }
        }
      }
      if isKept && isBroken { return .unknown([.exactTimes]) }
      return isKept ? .met : .breached
    }
    let due = (minutes(of: start.at).max() ?? 0) + limit
    if let denial, minute(denial) > due { return .breached }
    return minute(now) <= due ? .pending(until: moment(due)) : .unknown([missing])
  }

  /// The fewest and the most minutes that a place was open on a day.
  static func open(_ events: [CaseEvent], from start: Timestamp, to end: Timestamp) -> (least: Int, most: Int) {
    var least = 0, most = 0
    for now in minute(start)..<minute(end) {
      var saysOpen = false, saysClosed = false
      for event in events {
        guard let until = event.until else { continue }
        let isSurely = minute(event.at.latest) <= now && now < minute(until.earliest)
        let isPossibly = minute(event.at.earliest) <= now && now < minute(until.latest)
        let counts = event.kind == .openObserved && event.details.couldStart != false
        if counts {
          if isSurely { saysOpen = true }
          let isWatched = minute(event.at.latest) < minute(until.earliest)
          if event.details.closedOtherwise == true, isWatched, !isPossibly { saysClosed = true }
        } else if isSurely {
          saysClosed = true
        }
      }
      if saysOpen && !saysClosed { least += 1 }
      if !saysClosed || saysOpen { most += 1 }
    }
    return (least, most)
  }

  private static func minutes(of span: Span) -> ClosedRange<Int> { minute(span.earliest)...minute(span.latest) }

  private static func minute(_ moment: Timestamp) -> Int { Int(moment.microseconds / 60_000_000) }

  private static func moment(_ minute: Int) -> Timestamp { Timestamp(microseconds: Int64(minute) * 60_000_000) }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func roll(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  mutating func pick<Element>(_ items: [Element]) -> Element { items[roll(items.count)] }
}
