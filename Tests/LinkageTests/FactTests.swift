import CivilTime
import Linkage
import Testing

/// Levels of the facts beside the name, and whether they speak for or against.
@Suite struct `A fact` {
  private static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .farthest }

  private static func agreement(_ fact: Fact, _ sought: SoughtPerson, _ listed: ListedPerson) -> Agreement? {
    let matcher = NamesInUse.matcher
    return matcher.assess(listed, for: matcher.prepare(sought)).agreements.first { $0.fact == fact }
  }

  static let births: [(sought: KnownBirth, listed: KnownBirth, level: Level, speaksFor: Bool)] = [
    (.day(day("1991-04-13")), .day(day("1991-04-13")), .exact, true),
    (.day(day("1991-04-03")), .day(day("1991-03-04")), .dayMonthSwapped, true),
    (.day(day("1991-04-13")), .day(day("1991-04-18")), .oneDigit, true),
    (.day(day("1991-04-13")), .day(day("1981-04-13")), .oneDigit, true),
    // Two neighbours exchanged, in the year and over its border.
    (.day(day("1987-04-13")), .day(day("1978-04-13")), .oneDigit, true),
    (.day(day("1990-12-13")), .day(day("1991-02-13")), .oneDigit, true),
    // Two that are no neighbours; two neighbours that are others; three.
    (.day(day("1987-04-13")), .day(day("1789-04-13")), .different, false),
    (.day(day("1987-04-13")), .day(day("1965-04-13")), .different, false),
    (.day(day("1987-05-13")), .day(day("1967-05-31")), .different, false),
    (.day(day("1991-04-13")), .day(day("1991-01-01")), .sameYear, true),
    (.day(day("1991-04-13")), .day(day("1991-09-28")), .sameYear, true),
    (.day(day("1991-04-13")), .day(day("1992-09-28")), .nearYear, false),
    (.day(day("1991-04-13")), .day(day("1975-09-28")), .different, false),
    (.year(1991), .day(day("1991-04-13")), .sameYear, true), (.year(1991), .year(1990), .nearYear, false),
    (.year(1991), .year(1993), .nearYear, false), (.year(1991), .year(1994), .different, false),
    // 35 completed years on 21 November 2026: born between 22 November 1990 and 21 November 1991.
    (.age(35, on: day("2026-11-21")), .day(day("1991-04-13")), .fitsAge, true),
    (.age(35, on: day("2026-11-21")), .year(1990), .fitsAge, true),
    (.age(35, on: day("2026-11-21")), .year(1992), .nearYear, true),
    (.age(35, on: day("2026-11-21")), .year(1985), .different, false),
  ]

  @Test(arguments: births.indices) func `of birth has its level`(_ index: Int) throws {
    let (sought, listed, level, speaksFor) = Self.births[index]
    let found = try #require(
      Self.agreement(
        .birth, SoughtPerson(name: "Ana", birth: sought), ListedPerson(id: 1, names: [], births: [listed])))
    #expect(found.level == level)
    #expect((found.bits > 0) == speaksFor)
  }

  @Test func `that one side does not know is not listed`() {
    let sought = SoughtPerson(name: "Ana", birth: .year(1991), country: "GT", sex: .female, aNumber: "234561078")
    let listed = ListedPerson(id: 1, names: [ListedName(full: "FNU LNU")])
    let matcher = NamesInUse.matcher
    let assessment = matcher.assess(listed, for: matcher.prepare(sought))
    #expect(assessment.agreements.isEmpty)
    #expect(assessment.bits == 0)
  }

  @Test func `takes the best of what several sources say`() throws {
    let sought = SoughtPerson(name: "Ana", birth: .day(Self.day("1991-04-13")))
    let listed = ListedPerson(id: 1, names: [], births: [.year(1960), .day(Self.day("1991-04-13"))])
    #expect(try #require(Self.agreement(.birth, sought, listed)).level == .exact)
  }

  @Test(arguments: [
    ("234561078", "234561078", Level.exact), ("234561078", "234561087", .oneDigit),
    ("234561078", "234561079", .oneDigit),
    ("234561078", "098123456", .different),
  ])
  func `of the A-number forgives one slip`(sought: String, listed: String, level: Level) throws {
    let found = Self.agreement(
      .aNumber, SoughtPerson(name: "", aNumber: sought), ListedPerson(id: 1, names: [], aNumbers: [listed]))
    #expect(try #require(found).level == level)
  }

  @Test func `of the A-number has a variant for each slip, and the number first`() {
    let variants = ANumber.variants("234561078")
    #expect(variants.count == 1 + 81 + 8)
    #expect(Set(variants).count == variants.count)
    #expect(variants.first == "234561078")
    #expect(variants.dropFirst().allSatisfy { ANumber.isOneOff($0, "234561078") })
  }

  @Test(arguments: [
    ("HN", "HN", Level.exact), ("HN", "SV", .sameRegion), ("RU", "SU", .sameRegion), ("HN", "CN", .different),
  ])
  func `of the country knows neighbors and former states`(sought: String, listed: String, level: Level) throws {
    let found = Self.agreement(
      .country, SoughtPerson(name: "", country: sought), ListedPerson(id: 1, names: [], countries: [listed]))
    #expect(try #require(found).level == level)
  }

  @Test func `of a rare country is worth more`() throws {
    func bits(_ country: String) -> Double {
      Self.agreement(
        .country, SoughtPerson(name: "", country: country), ListedPerson(id: 1, names: [], countries: [country]))?.bits
        ?? 0
    }
    #expect(bits("ER") > bits("GT"))
    #expect(bits("GT") > bits("MX"))
  }

  @Test(arguments: [
    (0, Level.exact), (1, .withinADay), (-1, .withinADay), (2, .near), (-3, .near), (7, .near), (8, .different),
    (-40, .different),
  ])
  func `of the arrest's day counts days`(gap: Int, level: Level) throws {
    let arrest = Self.day("2026-11-10")
    let found = Self.agreement(
      .arrestDay, SoughtPerson(name: "", arrestedOn: arrest),
      ListedPerson(id: 1, names: [], arrests: [ListedArrest(day: arrest.adding(days: gap), place: nil)]))
    #expect(try #require(found).level == level)
  }

  @Test(arguments: [
    ("Los Angeles", "Los Angeles, CA", Level.exact), ("los ángeles california", "Los Angeles, CA", .exact),
    ("California", "Los Angeles, CA", .partial), ("Phoenix", "Los Angeles, CA", .different),
    ("Pheonix, Arizona", "Phoenix, AZ", .exact), ("New York", "Brooklyn, NY", .partial),
  ])
  func `of the arrest's place compares words, states apart`(sought: String, listed: String, level: Level) throws {
    let found = Self.agreement(
      .arrestPlace, SoughtPerson(name: "", arrestPlace: sought),
      ListedPerson(id: 1, names: [], arrests: [ListedArrest(day: nil, place: listed)]))
    #expect(try #require(found).level == level)
  }

  @Test func `of sex weighs by how rare it is, and other weighs nothing`() throws {
    func found(_ a: Sex, _ b: Sex) -> Agreement? {
      Self.agreement(.sex, SoughtPerson(name: "", sex: a), ListedPerson(id: 1, names: [], sexes: [b]))
    }
    #expect(try #require(found(.female, .female)).bits > #require(found(.male, .male)).bits)
    #expect(try #require(found(.female, .male)).bits < 0)
    #expect(found(.other, .male) == nil)
    #expect(found(.male, .other) == nil)
  }
}

@Suite struct `A verdict` {
  private func assessments(_ bits: [Double]) -> [Assessment] {
    bits.enumerated().map {
      Assessment(id: Int64($0.offset), agreements: [Agreement(fact: .wholeName, level: .exact, bits: $0.element)])
    }
  }

  @Test func `counts the rivals and everybody who is no candidate`() {
    let weights = Weights()
    let alone = Verdict.rank(assessments([20]), population: 1_000_000, weights: weights)
    #expect(abs(alone[0].probability - 0.5118) < 0.001)
    let rivals = Verdict.rank(assessments([30, 30, 30]), population: 1_000_000, weights: weights)
    #expect(rivals.allSatisfy { abs($0.probability - 1 / 3.0) < 0.001 })
  }

  @Test func `does not take a small list for the world`() {
    let few = Verdict.rank(assessments([10]), population: 3, weights: Weights())
    #expect(few[0].probability < 0.1)
  }
}
