package import CivilTime

/// When people are there to call families: a time zone, days of the week and hours, as an operator says them.
package struct OfficeHours: Sendable, Equatable {
  package let zone: Zone
  /// 1 for Monday to 7 for Sunday.
  package let days: ClosedRange<Int>
  /// Minutes of the day; the end exclusive.
  package let open: Int
  package let close: Int

  /// What holds until an operator says otherwise.
  package static let usual: OfficeHours = {
    guard let usual = OfficeHours("America/New_York mon-fri 9:00-17:00") else { preconditionFailure("these are hours") }
    return usual
  }()

  private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Reads `America/Los_Angeles mon-fri 9:00-17:00`; nil for anything else.
  package init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 3, let zone = Zone(String(words[0])) else { return nil }
    let days = words[1].lowercased().split(separator: "-").map { Self.names.firstIndex(of: String($0)) }
    let hours = words[2].split(separator: "-").map(Self.minute)
    guard let first = days.first ?? nil, let last = days.last ?? nil, days.count <= 2, first <= last,
      hours.count == 2, let open = hours[0], let close = hours[1], open < close
    else { return nil }
    (self.zone, self.days, self.open, self.close) = (zone, first + 1...last + 1, open, close)
  }

  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.count) }), let hour = Int(parts[0]),
      let minute = parts.count == 2 ? Int(parts[1]) : 0, (0...24).contains(hour), (0...59).contains(minute),
      hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }

  /// 1 for Monday to 7 for Sunday.
  static func weekday(_ day: CivilDate) -> Int {
    // 1970-01-01 was a Thursday.
    ((day.daysSinceEpoch + 3) % 7 + 7) % 7 + 1
  }

  /// The moment by which so many hours have passed in which somebody was there.
  package func due(after moment: Timestamp, hours: Int) -> Timestamp {
    var rest = hours * 60
    var local = zone.local(moment)
    // A year of days is more than any promise; an installation that opens on one day a week has 52 of them.
    for _ in 0..<400 {
      if days.contains(Self.weekday(local.day)) {
        let start = max(local.minuteOfDay, open)
        if start + rest <= close, start < close { return self.moment(local.day, start + rest) ?? moment }
        rest -= max(0, close - start)
      }
      guard let next = local.day.adding(days: 1) else { break }
      local = LocalTime(day: next, minuteOfDay: 0)
    }
    return moment.adding(seconds: 400 * 86_400)
  }

  /// The last time that the wall showed this hour, at or before the moment.
  package func last(hour: Int, before moment: Timestamp) -> Timestamp {
    let today = zone.local(moment).day
    for back in 0...2 {
      if let day = today.adding(days: -back), let found = self.moment(day, hour * 60), found <= moment { return found }
    }
    return moment
  }

  /// In a spring gap the hour after it.
  private func moment(_ day: CivilDate, _ minute: Int) -> Timestamp? {
    let local = minute >= 1440 ? LocalTime(day: day, minuteOfDay: 1439) : LocalTime(day: day, minuteOfDay: minute)
    let later = LocalTime(day: day, minuteOfDay: min(1439, local.minuteOfDay + 60))
    return zone.moments(of: local).first ?? zone.moments(of: later).first
  }
}
