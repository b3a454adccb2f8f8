internal import CivilTime

/// Moments from days and times on the wall, quickly: the offset of a whole day is asked for once.
struct WallClock {
  enum Answer: Equatable {
    case once(Timestamp)
    /// In the hour that the clocks show twice; the first of both.
    case twice(Timestamp)
    /// In the hour that the clocks skip.
    case never
  }

  private struct Key: Hashable {
    let zone: String
    let day: Int
  }

  /// Seconds east of Greenwich, nil for a day on which the clocks change.
  private var offsets: [Key: Int?] = [:]

  mutating func moment(_ day: CivilDate, minute: Int, in zone: Zone) -> Answer {
    if let offset = offset(day, zone) {
      return .once(Timestamp(utcMidnight: day).adding(seconds: Double(minute * 60 - offset)))
    }
    let moments = zone.moments(of: LocalTime(day: day, minuteOfDay: minute))
    guard let first = moments.first else { return .never }
    return moments.count > 1 ? .twice(first) : .once(first)
  }

  private mutating func offset(_ day: CivilDate, _ zone: Zone) -> Int? {
    let key = Key(zone: zone.identifier, day: day.daysSinceEpoch)
    if let known = offsets[key] { return known }
    let midnight = Timestamp(utcMidnight: day)
    let around = [-86_400.0, 0, 86_400, 172_800].map { zone.offset(at: midnight.adding(seconds: $0)) }
    let steady = Set(around).count == 1 ? around[0] : nil
    if offsets.count > 100_000 { offsets.removeAll(keepingCapacity: true) }
    offsets[key] = .some(steady)
    return steady
  }
}
