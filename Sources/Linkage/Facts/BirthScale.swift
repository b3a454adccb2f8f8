/// The bits of every level of a birth.
struct BirthBits: Sendable {
  fileprivate let bits: [Double]

  init(_ weights: Weights) {
    // The other weights are told for years that one in thirty was born in.
    let scale = weights.birthYearShare * 30
    bits = BirthScale.Step.allCases.map { step in
      let odds = weights.birth(step)
      let chance =
        switch step {
        case .different: odds.u
        default: odds.u * scale
        }
      return Bits.log2(odds.m / min(1, chance))
    }
  }
}

/// The sought birth with the bits of every level.
struct BirthScale: Sendable {
  private let sought: BirthCode
  private let bits: BirthBits

  /// The levels as learning tells them apart; several of them have one word for people.
  enum Step: Int, Sendable, CaseIterable {
    case exact, exactFirstOfJanuary, swapped, oneDigit, placeholder, sameYearOtherDay, sameYear, fitsAge, nearAge
    case oneYearOff, oneYearOffOtherDay, twoYearsOff, different

    var level: Level {
      switch self {
      case .exact, .exactFirstOfJanuary: .exact
      case .swapped: .dayMonthSwapped
      case .oneDigit: .oneDigit
      case .placeholder, .sameYearOtherDay, .sameYear: .sameYear
      case .fitsAge: .fitsAge
      case .nearAge, .oneYearOff, .oneYearOffOtherDay, .twoYearsOff: .nearYear
      case .different: .different
      }
    }
  }

  init?(_ birth: KnownBirth?, _ bits: BirthBits) {
    guard let birth else { return nil }
    sought = BirthCode(birth)
    self.bits = bits
  }

  func bits(_ step: Step) -> Double { bits.bits[step.rawValue] }

  func step(_ listed: BirthCode) -> Step {
    if sought.kind == .day, listed.kind == .day { return days(sought, listed) }
    let left = sought.year...(sought.kind == .age ? sought.year + 1 : sought.year)
    let right = listed.year...(listed.kind == .age ? listed.year + 1 : listed.year)
    let gap = max(left.lowerBound - right.upperBound, right.lowerBound - left.upperBound, 0)
    let isAge = sought.kind == .age || listed.kind == .age
    return switch (gap, isAge) {
    case (0, false): .sameYear
    case (0, true): .fitsAge
    case (1, true): .nearAge
    case (1, false): .oneYearOff
    case (2, _): .twoYearsOff
    default: .different
    }
  }

  private func days(_ a: BirthCode, _ b: BirthCode) -> Step {
    if a == b { return a.isFirstOfJanuary ? .exactFirstOfJanuary : .exact }
    let isSameYear = a.year == b.year
    if isSameYear, a.month == b.day, a.day == b.month { return .swapped }
    // A first of January is what clerks write when they know only the year.
    if isSameYear, a.isFirstOfJanuary || b.isFirstOfJanuary { return .placeholder }
    if Self.isOneDigitOff(a, b) { return .oneDigit }
    return switch abs(a.year - b.year) {
    case 0: .sameYearOtherDay
    case 1: a.month == b.month && a.day == b.day ? .oneDigit : .oneYearOffOtherDay
    default: .different
    }
  }

  /// One digit of eight is another one, or two neighbours are exchanged.
  private static func isOneDigitOff(_ a: BirthCode, _ b: BirthCode) -> Bool {
    // Most dates: where year, month and day all differ, so do three digits.
    if a.year != b.year, a.month != b.month, a.day != b.day { return false }
    let (left, right) = (a.digits, b.digits)
    let apart = left ^ right
    // A bit for each digit that is another one.
    let places = (apart | apart >> 1 | apart >> 2 | apart >> 3) & 0x1111_1111
    guard places != 0 else { return false }
    if places & (places - 1) == 0 { return true }
    let low = UInt32(places.trailingZeroBitCount)
    guard places == 0x11 << low else { return false }
    let (x, y) = (left >> low & 0xFF, right >> low & 0xFF)
    return x >> 4 == y & 15 && x & 15 == y >> 4
  }
}

extension Weights {
  func birth(_ step: BirthScale.Step) -> Odds {
    switch step {
    case .exact: birthExact
    case .exactFirstOfJanuary: birthExactOnFirstOfJanuary
    case .swapped: birthSwapped
    case .oneDigit: birthOneDigit
    case .placeholder: birthSameYearAsPlaceholder
    case .sameYearOtherDay: birthSameYearOtherDay
    case .sameYear: birthSameYear
    case .fitsAge: birthFitsAge
    case .nearAge: birthNearAge
    case .oneYearOff: birthOneYearOff
    case .oneYearOffOtherDay: birthOneYearOffOtherDay
    case .twoYearsOff: birthTwoYearsOff
    case .different: birthDifferent
    }
  }
}
