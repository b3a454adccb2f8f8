package import Foundation

/// A time zone of the IANA database, such as `America/Los_Angeles`.
package struct Zone: Hashable, Sendable {
  package let identifier: String
  package let rules: TimeZone

  /// Nil when the system's database does not know the zone.
  package init?(_ identifier: String) {
    guard identifier.contains("/") || identifier == "UTC", let rules = TimeZone(identifier: identifier) else {
      return nil
    }
    self.identifier = identifier
    self.rules = rules
  }

  /// Seconds east of Greenwich at that moment.
  package func offset(at moment: Timestamp) -> Int {
    rules.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.microseconds) / 1_000_000))
  }

  /// What a calendar and a clock on the wall show there at that moment.
  package func local(_ moment: Timestamp) -> LocalTime {
    let shifted = moment.adding(seconds: Double(offset(at: moment)))
    let day = shifted.utcDay ?? CivilDate.farthest
    let inDay = shifted.microseconds - Timestamp(utcMidnight: day).microseconds
    return LocalTime(day: day, minuteOfDay: Int(inDay / 60_000_000))
  }

  /// The moments at which the wall showed this time: none in a spring gap, two in an autumn overlap, else one.
  package func moments(of local: LocalTime) -> [Timestamp] {
    let naive = Timestamp(utcMidnight: local.day).adding(seconds: Double(local.minuteOfDay * 60))
    let offsets = Set([-86_400.0, 0, 86_400].map { offset(at: naive.adding(seconds: $0)) })
    return offsets.map { naive.adding(seconds: -Double($0)) }.filter { self.local($0) == local }.sorted()
  }
}

/// A day and a minute as a wall shows them, without saying where.
package struct LocalTime: Hashable, Sendable {
  package let day: CivilDate
  /// 0 to 1439.
  package let minuteOfDay: Int

  package init(day: CivilDate, minuteOfDay: Int) {
    self.day = day
    self.minuteOfDay = minuteOfDay
  }
}

extension CivilDate {
  /// 9999-12-31, where a calendar of four-digit years ends.
  package static let farthest: CivilDate = {
    guard let day = CivilDate(year: 9999, month: 12, day: 31) else { preconditionFailure("31 December exists") }
    return day
  }()
}
