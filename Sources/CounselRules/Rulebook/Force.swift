package import CivilTime

package enum RuleStatus: String, Sendable, CaseIterable, Codable {
  case inForce = "in_force"
  case presumedInForce = "presumed_in_force"
  case expired, stayed, vacated, superseded, unknown
}

/// From when a rule has another status.
package struct StatusChange: Sendable, Equatable {
  package let at: Bound
  package let status: RuleStatus
  package let why: String
}

/// Where a period begins or ends by the facility's clock: between two times, if the minute is not known.
package struct Bound: Hashable, Sendable {
  package let earliest: LocalTime
  package let latest: LocalTime

  package init(earliest: LocalTime, latest: LocalTime) { (self.earliest, self.latest) = (earliest, latest) }

  package var isExact: Bool { earliest == latest }

  func resolved(in zone: Zone) -> Span { Span(zone.start(of: earliest), zone.start(of: latest)) }
}

extension Zone {
  /// The first moment at which the wall shows this time; of a time that is skipped, the moment of the skip.
  package func start(of local: LocalTime) -> Timestamp {
    if let moment = moments(of: local).first { return moment }
    let naive = Timestamp(utcMidnight: local.day).adding(seconds: Double(local.minuteOfDay * 60))
    return naive.adding(seconds: -Double(offset(at: naive.adding(seconds: -86_400))))
  }

  /// A whole day there: 23, 24 or 25 hours.
  package func span(of day: CivilDate) -> (start: Timestamp, end: Timestamp) {
    let end = day.adding(days: 1) ?? day
    return (start(of: LocalTime(day: day, minuteOfDay: 0)), start(of: LocalTime(day: end, minuteOfDay: 0)))
  }
}

/// Whether a rule was in force at a time.
enum Force: Hashable, Sendable {
  case out
  case presumed
  case full
  case uncertain(MissingFact)

  var isOut: Bool { self == .out }
}

/// A rule's period in moments, for one place.
struct ForcePeriod: Sendable {
  let from: Span?
  let to: Span?
  let status: RuleStatus
  let changes: [(at: Span, status: RuleStatus)]

  init(_ rule: Rule, in zone: Zone) {
    from = rule.from?.resolved(in: zone)
    to = rule.to?.resolved(in: zone)
    status = rule.status
    changes = rule.changes.map { ($0.at.resolved(in: zone), $0.status) }
  }

  /// Whether the rule can have been in force at any time between the two.
  func touches(_ first: Timestamp, _ last: Timestamp) -> Bool {
    from.map { $0.earliest <= last } != false && to.map { first < $0.latest } != false
  }

  /// Whether it had surely ended by a time.
  func isOver(at time: Span) -> Bool { to.map { time.earliest >= $0.latest } ?? false }

  func force(at time: Span) -> Force {
    if let from, time.latest < from.earliest { return .out }
    if let to, time.earliest >= to.latest { return .out }
    if let from, time.earliest < from.latest { return .uncertain(.docketedMinute) }
    if let to, time.latest >= to.earliest { return .uncertain(.docketedMinute) }
    guard !changes.isEmpty else { return Self.force(of: status) }
    let first = Self.force(of: status(at: time.earliest))
    let last = Self.force(of: status(at: time.latest))
    if first == last { return first }
    return [first, last].allSatisfy { $0 == .full || $0 == .presumed } ? .presumed : .uncertain(.stateOfRule)
  }

  private func status(at moment: Timestamp) -> RuleStatus {
    var current = status
    for change in changes {
      if moment >= change.at.latest {
        current = change.status
      } else if moment >= change.at.earliest {
        return .unknown
      }
    }
    return current
  }

  private static func force(of status: RuleStatus) -> Force {
    switch status {
    case .inForce: .full
    case .presumedInForce: .presumed
    case .unknown: .uncertain(.stateOfRule)
    case .expired, .stayed, .vacated, .superseded: .out
    }
  }
}
