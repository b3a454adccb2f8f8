package import CivilTime

extension Feature {
  /// The birth, by day, by year or by age, whichever the two sides know.
  package static let birth = Feature(fact: .birth) { search, listed, matcher in
    let sought = search.sought
    guard let birth = sought.birth else { return nil }
    return best(.birth, listed.births.map { BirthComparison.compare(birth, $0, matcher.weights) })
  }
}

enum BirthComparison {
  static func compare(_ a: KnownBirth, _ b: KnownBirth, _ weights: Weights) -> (level: Level, bits: Double) {
    if case .day(let first) = a, case .day(let second) = b { return days(first, second, weights) }
    let left = a.years
    let right = b.years
    let gap = max(left.lowerBound - right.upperBound, right.lowerBound - left.upperBound, 0)
    let isAge = left.count > 1 || right.count > 1
    return switch (gap, isAge) {
    case (0, false): (.sameYear, weights.birthSameYear.bits)
    case (0, true): (.fitsAge, weights.birthFitsAge.bits)
    case (1, true): (.nearYear, weights.birthNearAge.bits)
    case (1, false): (.nearYear, weights.birthOneYearOff.bits)
    case (2, _): (.nearYear, weights.birthTwoYearsOff.bits)
    default: (.different, weights.birthDifferent.bits)
    }
  }

  private static func days(_ a: CivilDate, _ b: CivilDate, _ weights: Weights) -> (level: Level, bits: Double) {
    if a == b {
      return (.exact, a.isFirstOfJanuary ? weights.birthExactOnFirstOfJanuary.bits : weights.birthExact.bits)
    }
    if a.year == b.year, a.month == b.day, a.day == b.month { return (.dayMonthSwapped, weights.birthSwapped.bits) }
    // A first of January is what clerks write when they know only the year.
    if a.year == b.year, a.isFirstOfJanuary || b.isFirstOfJanuary {
      return (.sameYear, weights.birthSameYearAsPlaceholder.bits)
    }
    if isOneDigitOff(a, b) { return (.oneDigit, weights.birthOneDigit.bits) }
    return switch abs(a.year - b.year) {
    case 0: (.sameYear, weights.birthSameYearOtherDay.bits)
    case 1: (.nearYear, weights.birthOneYearOff.bits + weights.birthDifferent.bits / 2)
    default: (.different, weights.birthDifferent.bits)
    }
  }

  private static func isOneDigitOff(_ a: CivilDate, _ b: CivilDate) -> Bool {
    var left = a.year * 10_000 + a.month * 100 + a.day
    var right = b.year * 10_000 + b.month * 100 + b.day
    var apart = 0
    while left > 0 || right > 0 {
      if left % 10 != right % 10 { apart += 1 }
      left /= 10
      right /= 10
    }
    return apart == 1
  }
}

extension CivilDate {
  var isFirstOfJanuary: Bool { month == 1 && day == 1 }
}

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
