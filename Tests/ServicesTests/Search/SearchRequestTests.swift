import CivilTime
import Linkage
import Services
import Testing

@Suite struct `A search form` {
  static let today = CivilDate(year: 2026, month: 11, day: 21) ?? .farthest

  private static func parse(_ input: SearchInput) -> Result<SearchRequest, InputFaults> {
    SearchRequest.parse(input, today: today)
  }

  private static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .farthest }

  static let births: [(String, [KnownBirth])] = [
    ("1989", [.year(1989)]), ("about 1989", [.year(1989)]), ("abril 1989", [.year(1989)]), ("04/1989", [.year(1989)]),
    ("1989-04-03", [.day(day("1989-04-03"))]), ("3 de abril de 1989", [.day(day("1989-04-03"))]),
    ("April 3rd, 1989", [.day(day("1989-04-03"))]), ("3-abr-89", [.day(day("1989-04-03"))]),
    ("1989 Apr 3", [.day(day("1989-04-03"))]), ("25/12/1990", [.day(day("1990-12-25"))]),
    ("12/25/90", [.day(day("1990-12-25"))]), ("19890403", [.day(day("1989-04-03"))]),
    // Both ways: nobody is stopped for writing a date as at home.
    ("03/04/1989", [.day(day("1989-03-04")), .day(day("1989-04-03"))]),
    ("3.4.89", [.day(day("1989-03-04")), .day(day("1989-04-03"))]), ("4/4/1989", [.day(day("1989-04-04"))]),
    ("36", [.age(36, on: today)]), ("36 años", [.age(36, on: today)]), ("36 years old", [.age(36, on: today)]),
    ("", []), ("no sé", []), ("unknown", []), ("?", []),
  ]

  @Test(arguments: births.indices) func `reads a birth as people write it`(_ index: Int) throws {
    let (text, births) = Self.births[index]
    #expect(try Self.parse(SearchInput(name: "Ana", birth: text)).get().births == births, "\(text)")
  }

  static let faults: [(SearchInput, SearchField, InputFault)] = [
    (SearchInput(), .name, .missing), (SearchInput(birth: "1989"), .name, .missing),
    (SearchInput(name: "123 ..."), .name, .notAName),
    (SearchInput(name: String(repeating: "a", count: 129)), .name, .tooLong(limit: 128)),
    (SearchInput(name: "Ana", birth: "31/02/1990"), .birth, .notADate),
    (SearchInput(name: "Ana", birth: "soon"), .birth, .notADate),
    (SearchInput(name: "Ana", birth: "2031"), .birth, .inFuture),
    (SearchInput(name: "Ana", birth: "1850"), .birth, .tooLongAgo),
    (SearchInput(name: "Ana", country: "Atlantis"), .country, .unknownCountry),
    (SearchInput(name: "Ana", aNumber: "12345"), .aNumber, .notAnANumber),
    (SearchInput(name: "Ana", sex: "tall"), .sex, .unknownSex),
    (SearchInput(name: "Ana", arrestedOn: "2027-01-01"), .arrestedOn, .inFuture),
  ]

  @Test(arguments: faults.indices) func `says what cannot be used, and where`(_ index: Int) {
    let (input, field, fault) = Self.faults[index]
    #expect(throws: InputFaults([field: fault])) { try Self.parse(input).get() }
  }

  @Test func `finds all faults at once`() {
    let input = SearchInput(birth: "x", country: "Atlantis", aNumber: "1")
    #expect(throws: InputFaults([.birth: .notADate, .country: .unknownCountry, .aNumber: .notAnANumber])) {
      try Self.parse(input).get()
    }
  }

  @Test(arguments: [
    ("Guatemala", "GT"), ("guatemalteca", "GT"), ("guatemalan", "GT"), ("Guatamala", "GT"), ("gt", "GT"),
    ("República Dominicana", "DO"), ("Dominican Republic", "DO"), ("haïti", "HT"), ("El Salvador", "SV"),
    ("salvadoreño", "SV"), ("Viet Nam", "VN"), ("USSR", "SU"), ("Guinée", "GN"), ("Guinea-Bissau", "GW"),
    ("Côte d’Ivoire", "CI"), ("la India", "IN"), ("Niger", "NE"), ("Nigeria", "NG"),
  ])
  func `knows a country by name and nationality in both languages`(text: String, code: String) throws {
    #expect(try Self.parse(SearchInput(name: "Ana", country: text)).get().country == code)
  }

  @Test(arguments: [
    ("A 234-561-078", "234561078"), ("a098123456", "098123456"), ("A#98 123 456", "098123456"),
    ("8123456", "008123456"), ("A2O0 OO1 5S1", "200001551"), ("No. 234561078", "234561078"),
  ])
  func `reads an A-number with any punctuation`(text: String, number: String) throws {
    #expect(try Self.parse(SearchInput(aNumber: text)).get().aNumber == number)
  }

  @Test(arguments: [
    ("ayer", "2026-11-20"), ("today", "2026-11-21"), ("20 nov", "2026-11-20"), ("30 nov", "2025-11-30"),
  ])
  func `reads the day of an arrest`(text: String, iso: String) throws {
    #expect(try Self.parse(SearchInput(name: "Ana", arrestedOn: text)).get().arrestedOn == [Self.day(iso)])
  }

  @Test func `drops what cannot be seen`() throws {
    let request = try Self.parse(SearchInput(name: "  Ana\u{200B}\u{0000}\tLópez\u{202E} ")).get()
    #expect(request.name == "Ana López")
  }
}
