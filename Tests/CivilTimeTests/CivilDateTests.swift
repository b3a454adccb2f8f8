import CivilTime
import Testing

@Suite struct `A civil date` {
  @Test(arguments: [
    (2023, 2, 29), (2024, 2, 30), (2024, 2, 31), (2024, 13, 1), (2024, 0, 1), (1900, 2, 29), (0, 1, 1), (10_000, 1, 1),
  ])
  func `that does not exist is refused`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test func `survives the way through days since the epoch, on every day of 600 years`() throws {
    let first = try #require(CivilDate(year: 1800, month: 1, day: 1)).daysSinceEpoch
    var previous: CivilDate?
    for number in first..<(first + 600 * 366) {
      let day = try #require(CivilDate(daysSinceEpoch: number))
      #expect(day.daysSinceEpoch == number)
      if let previous { #expect(previous < day) }
      previous = day
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("2000-03-01", 11_017), ("1969-12-31", -1), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func `counts days from 1970`(text: String, days: Int) throws {
    #expect(try #require(CivilDate(iso: text)).daysSinceEpoch == days)
    #expect(CivilDate(daysSinceEpoch: days)?.iso == text)
  }

  @Test(arguments: ["2024-2-3", "20240203", "2024-02-3x", "2024-02-03 ", "", "٢٠٢٤-٠٢-٠٣", "+024-01-01"])
  func `reads nothing but four, two and two digits`(text: String) { #expect(CivilDate(iso: text) == nil) }

  @Test(arguments: [
    ("2000-02-29", "2018-02-28", 17), ("2000-02-29", "2018-03-01", 18), ("2000-05-05", "2000-05-05", 0),
  ])
  func `gives the age in completed years`(born: String, on: String, age: Int) throws {
    #expect(try #require(CivilDate(iso: born)).age(on: try #require(CivilDate(iso: on))) == age)
  }
}

@Suite struct `A zone` {
  @Test func `knows the hour that does not exist and the hour that exists twice`() throws {
    let zone = try #require(Zone("America/Los_Angeles"))
    let spring = LocalTime(day: try #require(CivilDate(iso: "2026-03-08")), minuteOfDay: 150)
    let autumn = LocalTime(day: try #require(CivilDate(iso: "2026-11-01")), minuteOfDay: 90)
    let noon = LocalTime(day: try #require(CivilDate(iso: "2026-11-01")), minuteOfDay: 720)
    #expect(zone.moments(of: spring).isEmpty)
    #expect(zone.moments(of: autumn).count == 2)
    #expect(zone.moments(of: noon).map(zone.local) == [noon])
  }

  @Test func `that nobody has heard of is refused`() {
    #expect(Zone("America/Nowhere") == nil)
    #expect(Zone("PST") == nil)
  }
}
