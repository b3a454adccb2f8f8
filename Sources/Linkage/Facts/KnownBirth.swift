package import CivilTime

extension KnownBirth {
  /// The years in which this birth can have been.
  package var years: ClosedRange<Int> {
    switch self {
    case .day(let day): day.year...day.year
    case .year(let year): year...year
    case .age(let years, let day): (day.year - years - 1)...(day.year - years)
    }
  }

  /// Whether someone born so may be younger than 18 on a day; true when it cannot be excluded.
  package func mayBeMinor(on day: CivilDate) -> Bool {
    switch self {
    case .day(let birth): birth.age(on: day) < 18
    case .year(let year): day.year - year <= 18
    case .age(let years, let then): years + max(0, (day.days(since: then)) / 366) < 18
    }
  }

  /// Whether someone born so must be younger than 18 on a day.
  package func isMinor(on day: CivilDate) -> Bool {
    switch self {
    case .day(let birth): birth.age(on: day) < 18
    case .year(let year): day.year - year < 18
    case .age(let years, let then): years + day.days(since: then) / 365 + 1 < 18 || (years < 18 && day == then)
    }
  }
}
