import CivilTime
import Testing

@Suite struct `A federal holiday` {
  /// Computed from 5 USC 6103; the observed day where it is another.
  static let years: [(year: Int, days: String)] = [
    (2025, "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25"),
    (2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"),
    (2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24"),
  ]

  @Test(arguments: years) func `is kept on the weekday beside it`(year: Int, days: String) {
    let kept = FederalHoliday.allCases.compactMap { $0.observed(in: year)?.iso.dropFirst(5) }
    #expect(kept.joined(separator: " ") == days)
  }

  @Test func `of the new year may be kept in the old`() throws {
    #expect(try #require(CivilDate(iso: "2027-12-31")).officeDay == .observed(.newYear))
    #expect(try #require(CivilDate(iso: "2021-12-31")).officeDay == .observed(.newYear))
    #expect(try #require(CivilDate(iso: "2028-01-01")).officeDay == .weekend)
  }

  @Test(arguments: [("2020-06-19", true), ("2021-06-18", false), ("2022-06-20", false), ("1985-01-21", true)])
  func `counts from the year in which it was made`(day: String, isBusiness: Bool) throws {
    #expect(try #require(CivilDate(iso: day)).isBusinessDay == isBusiness)
  }

  @Test(arguments: [
    ("2026-07-02", "2026-07-06"), ("2026-07-03", "2026-07-06"), ("2025-11-26", "2025-11-28"),
    ("2025-08-08", "2025-08-11"), ("2027-12-30", "2028-01-03"),
  ])
  func `is passed over by the next business day`(day: String, next: String) throws {
    #expect(try #require(CivilDate(iso: day)).nextBusinessDay?.iso == next)
  }

  @Test func `falls on the weekday of every year since 1978`() {
    for year in 1978...2100 {
      for holiday in FederalHoliday.allCases {
        guard let kept = holiday.observed(in: year) else { continue }
        #expect(kept.weekday <= 5, "\(holiday) \(year)")
        #expect(!kept.isBusinessDay)
      }
    }
  }
}

@Suite struct `A time on the internet` {
  @Test(arguments: [
    ("2025-08-06T10:00:00-07:00", "2025-08-06T17:00:00Z"), ("2025-08-06T10:00Z", "2025-08-06T10:00:00Z"),
    ("2025-08-06T10:00:30.25+05:30", "2025-08-06T04:30:30.25Z"), ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
  ])
  func `is read and written`(text: String, utc: String) throws {
    let moment = try #require(Timestamp(internet: text))
    #expect(moment.internet == utc)
    #expect(Timestamp(internet: moment.internet(offset: -25_200)) == moment)
  }

  @Test(arguments: [
    "2025-08-06", "2025-08-06T10:00", "2025-08-06T24:00Z", "2025-02-30T10:00Z", "2025-08-06T10:00:00-0700",
    "2025-08-06T10:00:60Z", "2025-08-06T10:00:00.Z", "",
  ])
  func `is refused without a zone, or if there is none`(text: String) { #expect(Timestamp(internet: text) == nil) }
}
