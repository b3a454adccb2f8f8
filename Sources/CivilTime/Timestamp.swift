/// A moment in time: microseconds since 1970-01-01 00:00 UTC, as PostgreSQL's `timestamptz` resolves it.
package struct Timestamp: Hashable, Comparable, Sendable {
  package let microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  package init(secondsSinceEpoch seconds: Double) { microseconds = Int64((seconds * 1_000_000).rounded()) }

  /// Midnight UTC at the start of the day.
  package init(utcMidnight day: CivilDate) {
    microseconds = Int64(day.daysSinceEpoch) * Self.microsecondsPerDay
  }

  package static let microsecondsPerDay: Int64 = 86_400_000_000

  /// The day in UTC. Nil outside the years 1 to 9999.
  package var utcDay: CivilDate? {
    let day = microseconds / Self.microsecondsPerDay
    return CivilDate(daysSinceEpoch: Int(microseconds < day * Self.microsecondsPerDay ? day - 1 : day))
  }

  package func adding(seconds: Double) -> Timestamp {
    Timestamp(microseconds: microseconds + Int64((seconds * 1_000_000).rounded()))
  }

  /// Seconds from `other` to this moment.
  package func seconds(since other: Timestamp) -> Double {
    Double(microseconds - other.microseconds) / 1_000_000
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.microseconds < right.microseconds }
}
