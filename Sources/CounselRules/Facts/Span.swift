package import CivilTime

/// When something happened, as exactly as it is known: at the earliest and at the latest.
package struct Span: Hashable, Sendable {
  package let earliest: Timestamp
  package let latest: Timestamp

  package init(_ earliest: Timestamp, _ latest: Timestamp) {
    self.earliest = min(earliest, latest)
    self.latest = max(earliest, latest)
  }

  package init(_ moment: Timestamp) { self.init(moment, moment) }

  /// The fewest and the most minutes from another time to this one; never below zero.
  func minutes(since other: Span) -> Length {
    Length(
      least: max(0, earliest.microseconds - other.latest.microseconds),
      most: max(0, latest.microseconds - other.earliest.microseconds))
  }

  func adding(minutes: Int) -> Span {
    let shift = Int64(minutes) * 60_000_000
    return Span(
      Timestamp(microseconds: earliest.microseconds + shift), Timestamp(microseconds: latest.microseconds + shift))
  }
}

/// A length of time known to lie between two bounds, in microseconds.
struct Length: Hashable, Sendable {
  let least: Int64
  let most: Int64

  var leastMinutes: Int { Int(least / 60_000_000) }
  /// Rounded up, so that one second over a limit does not read as the limit itself.
  var leastMinutesUp: Int { Int((least + 59_999_999) / 60_000_000) }
  var mostMinutes: Int { Int((most + 59_999_999) / 60_000_000) }

  /// Whether it keeps within a limit; nil where the bounds leave it open.
  func isWithin(minutes limit: Int) -> Bool? {
    let microseconds = Int64(limit) * 60_000_000
    if most <= microseconds { return true }
    return least > microseconds ? false : nil
  }

  /// Whether it reaches a floor; nil where the bounds leave it open.
  func reaches(minutes floor: Int) -> Bool? {
    let microseconds = Int64(floor) * 60_000_000
    if least >= microseconds { return true }
    return most < microseconds ? false : nil
  }
}
