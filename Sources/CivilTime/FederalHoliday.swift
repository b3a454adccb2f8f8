/// The legal public holidays of 5 USC 6103(a), which offices of the United States keep.
package enum FederalHoliday: String, Sendable, CaseIterable {
  case newYear, king, washington, memorial, juneteenth, independence, labor, columbus, veterans, thanksgiving,
    christmas

  /// The day of the holiday itself. Nil in years before it was one.
  package func date(in year: Int) -> CivilDate? {
    switch self {
    case .newYear: CivilDate(year: year, month: 1, day: 1)
    case .king: year < 1986 ? nil : Self.nth(3, weekday: 1, month: 1, year)
    case .washington: Self.nth(3, weekday: 1, month: 2, year)
    case .memorial: Self.last(weekday: 1, month: 5, year)
    case .juneteenth: year < 2021 ? nil : CivilDate(year: year, month: 6, day: 19)
    case .independence: CivilDate(year: year, month: 7, day: 4)
    case .labor: Self.nth(1, weekday: 1, month: 9, year)
    case .columbus: Self.nth(2, weekday: 1, month: 10, year)
    case .veterans: CivilDate(year: year, month: 11, day: 11)
    case .thanksgiving: Self.nth(4, weekday: 4, month: 11, year)
    case .christmas: CivilDate(year: year, month: 12, day: 25)
    }
  }

  /// The day on which offices keep it: of a Saturday the Friday before, of a Sunday the Monday after.
  package func observed(in year: Int) -> CivilDate? {
    guard let day = date(in: year) else { return nil }
    return switch day.weekday {
    case 6: day.adding(days: -1)
    case 7: day.adding(days: 1)
    default: day
    }
  }

  private static func nth(_ count: Int, weekday: Int, month: Int, _ year: Int) -> CivilDate? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    return first.adding(days: (weekday - first.weekday + 7) % 7 + (count - 1) * 7)
  }

  private static func last(weekday: Int, month: Int, _ year: Int) -> CivilDate? {
    let length = CivilDate.days(inMonth: month, of: year)
    guard let end = CivilDate(year: year, month: month, day: length) else { return nil }
    return end.adding(days: -((end.weekday - weekday + 7) % 7))
  }
}

/// What a day is to an office of the United States.
package enum OfficeDay: Hashable, Sendable {
  case business
  case weekend
  case holiday(FederalHoliday)
  /// A weekday on which a holiday is kept that falls on the weekend beside it.
  case observed(FederalHoliday)
}

extension CivilDate {
  /// 1 for Monday to 7 for Sunday.
  package var weekday: Int {
    // 1970-01-01 was a Thursday.
    let shifted = (daysSinceEpoch + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  package var officeDay: OfficeDay {
    if weekday > 5 { return .weekend }
    for holiday in FederalHoliday.allCases {
      if holiday.date(in: year) == self { return .holiday(holiday) }
      // New Year on a Saturday is kept on the last day of the year before.
      if holiday.observed(in: year) == self || holiday.observed(in: year + 1) == self { return .observed(holiday) }
    }
    return .business
  }

  /// Monday to Friday, and no holiday is kept.
  package var isBusinessDay: Bool { officeDay == .business }

  /// The next day after this one that is a business day.
  package var nextBusinessDay: CivilDate? {
    var day = adding(days: 1)
    while let candidate = day, !candidate.isBusinessDay { day = candidate.adding(days: 1) }
    return day
  }
}
