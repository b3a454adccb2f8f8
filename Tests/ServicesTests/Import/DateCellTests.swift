import CivilTime
import Foundation
import Testing

@testable import Services

@Suite struct `A date in a cell` {
  static func day(_ text: String) -> CivilDate? { CivilDate(iso: text) }

  static let clear: [(text: String, day: String, minute: Int?)] = [
    ("2025-01-02", "2025-01-02", nil),
    ("2025/1/2", "2025-01-02", nil),
    ("2025-01-02T15:45:10", "2025-01-02", 945),
    ("2025-01-02 03:05:00.000", "2025-01-02", 185),
    ("13/1/2025", "2025-01-13", nil),
    ("1/13/2025 3:45 PM", "2025-01-13", 945),
    ("1/13/25 12:01 a.m.", "2025-01-13", 1),
    ("13.01.2025 3:45 p. m.", "2025-01-13", 945),
    ("1/1/2025", "2025-01-01", nil),
    ("2 ene 2025", "2025-01-02", nil),
    ("2 de enero de 2025", "2025-01-02", nil),
    ("jueves, 2 de enero de 2025", "2025-01-02", nil),
    ("Thu Jan 2, 2025", "2025-01-02", nil),
    ("January 2nd, 2025", "2025-01-02", nil),
    ("02-Jan-25", "2025-01-02", nil),
    ("2-SEPT-2025", "2025-09-02", nil),
    ("2 agosto 2025", "2025-08-02", nil),
    ("45659", "2025-01-02", nil),
    ("45659.5", "2025-01-02", 720),
    ("20250102", "2025-01-02", nil),
    ("13012025", "2025-01-13", nil),
    ("01/13/2025 1545", "2025-01-13", 945),
    ("2 mar 2025", "2025-03-02", nil),
    ("29/2/2024", "2024-02-29", nil),
  ]

  @Test(arguments: clear) func `is read as it is written`(_ row: (text: String, day: String, minute: Int?)) {
    let known = DateCell(row.text).known(order: nil) { 2000 + $0 }
    guard case .day(let day, let clock) = known else {
      Issue.record("\(row.text) gave \(known)")
      return
    }
    #expect(day.iso == row.day)
    #expect(clock?.minute == row.minute)
  }

  static let others: [(text: String, known: KnownDay)] = [
    ("", .blank), ("N/A", .blank), ("desconocida", .blank), ("0000-00-00", .blank),
    ("1/2/25", .ambiguous(year: 2025)), ("01-02-2025", .ambiguous(year: 2025)),
    ("1990", .year(1990)), ("02/1990", .month(year: 1990, month: 2)), ("feb 1990", .month(year: 1990, month: 2)),
    ("31/2/1990", .fault(.noSuchDay)), ("02/31/1990", .fault(.noSuchDay)), ("1990-02-31", .fault(.noSuchDay)),
    ("31 feb 1990", .fault(.noSuchDay)), ("29/2/2025", .fault(.noSuchDay)), ("13/13/2025", .fault(.noSuchDay)),
    ("2025-13-01", .fault(.noSuchDay)),
    ("soon", .fault(.notADate)), ("12", .fault(.notADate)), ("1/2/3/4/5", .fault(.notADate)),
    ("25:61", .fault(.notADate)), ("1/13/2025 25:00", .fault(.notADate)), ("123456789012345678901", .fault(.notADate)),
  ]

  @Test(arguments: others) func `says what it is when it is no clear day`(_ row: (text: String, known: KnownDay)) {
    #expect(DateCell(row.text).known(order: nil) { 2000 + $0 } == row.known)
  }

  @Test func `keeps the offset that it is written with`() {
    #expect(DateCell("2025-01-02T15:45:00-07:00") == .day(day2, ClockTime(minute: 945, offsetMinutes: -420)))
    #expect(DateCell("2025-01-02T15:45:00Z") == .day(day2, ClockTime(minute: 945, offsetMinutes: 0)))
    #expect(DateCell("2025-01-02 15:45 +0530") == .day(day2, ClockTime(minute: 945, offsetMinutes: 330)))
  }

  private let day2 = CivilDate(daysSinceEpoch: 20_090) ?? .farthest

  static let orders: [(cells: [String], order: DateOrder?)] = [
    (["1/2/25", "3/4/25"], nil),
    (["1/2/25", "13/4/25"], .dayFirst),
    (["1/2/25", "4/13/25"], .monthFirst),
    (["13/4/25", "4/13/25"], nil),
    (Array(repeating: "13/4/25", count: 150) + ["4/13/25"], .dayFirst),
    (Array(repeating: "13/4/25", count: 50) + ["4/13/25"], nil),
    (["2025-01-02", "2 ene 2025"], nil),
  ]

  @Test(arguments: orders) func `is ordered by what the column proves`(_ row: (cells: [String], order: DateOrder?)) {
    var evidence = OrderEvidence()
    for cell in row.cells { evidence.add(DateCell(cell)) }
    #expect(evidence.order == row.order)
  }

  @Test func `with two digits of a year is of a living person`() {
    #expect(DateCell.birthCentury(25, reported: 2026) == 2025)
    #expect(DateCell.birthCentury(26, reported: 2026) == 2026)
    #expect(DateCell.birthCentury(27, reported: 2026) == 1927)
    #expect(DateCell.birthCentury(90, reported: 2026) == 1990)
    #expect(DateCell.eventCentury(27, reported: 2026) == 2027)
    #expect(DateCell.eventCentury(28, reported: 2026) == 1928)
  }
}

@Suite struct `A name in a cell` {
  static let wholes: [(text: String, full: String, given: String?, family: String?, others: [String])] = [
    ("GARCIA LOPEZ, JUAN CARLOS", "JUAN CARLOS GARCIA LOPEZ", "JUAN CARLOS", "GARCIA LOPEZ", []),
    ("  Juan   Pérez ", "Juan Pérez", nil, nil, []),
    ("Pérez, Juan, Jr.", "Juan Pérez Jr.", "Juan", "Pérez Jr.", []),
    ("Juan Perez, Jr", "Juan Perez Jr", nil, nil, []),
    ("SINGH, FNU", "SINGH", nil, "SINGH", []),
    ("FNU, HARPREET", "HARPREET", "HARPREET", nil, []),
    ("LNU, FNU", "", nil, nil, []),
    ("UNKNOWN", "", nil, nil, []),
    ("José Ortega y Gasset", "José Ortega y Gasset", nil, nil, []),
    ("LOPEZ, ANA AKA PEREZ, ANITA", "ANA LOPEZ", "ANA", "LOPEZ", ["ANITA PEREZ"]),
    ("Juan Perez (alias: El Güero)", "Juan Perez", nil, nil, ["El Güero"]),
    ("Juan\u{A0}\u{200B}Perez", "Juan Perez", nil, nil, []),
    ("李, 伟", "伟 李", "伟", "李", []),
    ("Na, Min", "Min Na", "Min", "Na", []),
  ]

  @Test(arguments: wholes)
  func `keeps its parts`(_ row: (text: String, full: String, given: String?, family: String?, others: [String])) throws
  {
    let name = try NameCell(whole: row.text)
    #expect(name.full == row.full)
    #expect(name.given == row.given)
    #expect(name.family == row.family)
    #expect(name.others == row.others)
  }

  @Test(arguments: [
    "Juan Perez / Ana Lopez", "PEREZ, JUAN & LOPEZ, ANA", "Juan Perez y Ana Lopez", "Juan Perez; Ana Lopez",
    "Juan Perez\nAna Lopez", "PEREZ, JUAN, LOPEZ, ANA", "John Smith and Mary Smith",
  ])
  func `of two people is no name of one`(_ text: String) {
    #expect(throws: NameCell.Fault.twoPeople) { try NameCell(whole: text) }
  }

  @Test func `without a letter is no name`() {
    #expect(throws: NameCell.Fault.notAName) { try NameCell(whole: "12345") }
  }

  @Test func `joins cells that stand apart`() throws {
    let name = try NameCell(given: "ANA", middle: "MARIA", family: "LOPEZ", secondFamily: "DIAZ")
    #expect(name.full == "ANA MARIA LOPEZ DIAZ")
    #expect(name.family == "LOPEZ DIAZ")
    #expect(try NameCell(given: "FNU", middle: "", family: "SINGH", secondFamily: "").full == "SINGH")
  }
}

@Suite struct `The headings of a file` {
  static let words: HeadingWords? = {
    let share = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return try? HeadingWords(share: "/\(share)/sql")
  }()

  static func find(_ lines: [String]) throws -> Columns? {
    let words = try #require(words)
    return HeaderSearch.find(lines.enumerated().map { ($0 + 1, $1.components(separatedBy: ",")) }, words: words)
  }

  @Test func `are found below whatever stands above them`() throws {
    let columns = try #require(
      try Self.find(["County Jail Roster", "Printed 1/2/2025", "", "Inmate Name,D.O.B.,Booking #"]))
    #expect(columns.headerLine == 4)
    #expect(columns[.name] == 0 && columns[.birthDate] == 1 && columns[.booking] == 2)
  }

  @Test func `are known in Spanish`() throws {
    let columns = try #require(
      try Self.find(["Nombre(s),Apellido Paterno,Apellido Materno,F. Nac.,Núm. A,País,Centro,Fecha de detención,Notas"])
    )
    #expect(columns[.givenNames] == 0 && columns[.paternalFamily] == 1 && columns[.maternalFamily] == 2)
    #expect(columns[.birthDate] == 3 && columns[.aNumber] == 4 && columns[.country] == 5 && columns[.facility] == 6)
    #expect(columns[.arrested] == 7 && columns.leftOut == [9])
  }

  @Test func `take a lone "Nombre" for the whole name and one beside family names for the given ones`() throws {
    let alone = try #require(try Self.find(["Nombre,Edad"]))
    #expect(alone[.name] == 0)
    let beside = try #require(try Self.find(["Nombre,Apellidos,Edad"]))
    #expect(beside[.name] == nil && beside[.givenNames] == 0)
  }

  @Test func `tell the layout of stints`() throws {
    let newer =
      "Stay Book In Date Time,Book In Date Time,Detention Facility,Book Out Date Time,Stay Book Out Date Time,"
      + "Detention Release Reason,Detention Facility Code,Birth Year,Anonymized Identifier"
    let older =
      "stay_book_in_date_time,detention_book_in_date_and_time,detention_facility,detention_facility_code,"
      + "detention_book_out_date_time,stay_book_out_date_time,detention_release_reason,birth_year,unique_identifier"
    for header in [newer, older] {
      let columns = try #require(try Self.find([header]))
      #expect(columns.layout == .stints)
      #expect(columns[.stayBooked] != nil && columns[.booked] != nil && columns[.released] != nil)
      #expect(columns.unknown.isEmpty)
    }
  }

  @Test func `are not made of rows`() throws { #expect(try Self.find(["GARCIA,1/2/1990", "LOPEZ,3/4/1991"]) == nil) }

  @Test func `may come again on the next page`() throws {
    let columns = try #require(try Self.find(["Name,DOB,A#"]))
    let again = ["NAME", "dob", "A#"]
    #expect(columns.isRepeatedHeader { again[$0] })
    #expect(!columns.isRepeatedHeader { ["Name Surname", "1/2/90", "1"][$0] })
  }

  @Test func `can be put right by a map`() throws {
    let map = try ColumnMap(
      text:
        "# county\nname = Interno\nbirth_date = #2\nas_above = facility\ndate_order = dmy\nconstant.facility = ADAMSMS\n"
    )
    let headings = ["Interno", "X", "Y"]
    let columns = try map.applied(
      to: Columns(headings: headings, words: try #require(Self.words), line: 1), headings: headings)
    #expect(columns[.name] == 0 && columns[.birthDate] == 1 && columns.unknown == [3])
    #expect(map.asAbove == [.facility] && map.dateOrder == .dayFirst && map.constants == [.facility: "ADAMSMS"])
  }

  @Test(arguments: ["nonsense", "nofield = x", "delimiter = \"", "zone = Mars/Base", "date_order = ymd", "name = #0"])
  func `of a map that is wrong are refused by line`(_ line: String) {
    #expect {
      try ColumnMap(text: "\n" + line)
    } throws: { error in
      if case ImportFailure.mapFaulty(line: 2, _) = error { true } else { false }
    }
  }
}

@Suite struct `Text in cells` {
  static let tidied: [(String, String)] = [
    ("plain text", "plain text"), (" two  spaces ", "two spaces"), ("José Muñoz", "José Muñoz"),
    ("a\u{A0}b", "a b"), ("a\u{200B}b", "ab"), ("\u{FEFF}a", "a"), ("a\u{3000}b", "a b"), ("a\u{AD}b", "ab"),
    ("a\tb", "a b"), ("李 伟", "李 伟"), ("a\u{7F}b", "ab"), ("", ""), (" ", ""),
  ]

  @Test(arguments: tidied) func `loses white space and what is not seen`(_ c: (String, String)) {
    #expect(tidy(c.0) == c.1)
  }

  static let compared: [(String, String)] = [
    ("Núm. A", "num a"), ("A#", "a#"), ("  Booking  Date/Time ", "booking date time"), ("Año", "ano"), ("李", ""),
  ]

  @Test(arguments: compared) func `is compared by its letters and digits`(_ c: (String, String)) {
    #expect(comparable(c.0) == c.1)
  }

  @Test(arguments: ["", "-", "N/A", "Unknown", "desconocida", " pending ", "(b)(6)", "???", "NULL"])
  func `may say that nothing is known`(_ text: String) { #expect(isPlaceholder(text)) }

  @Test(arguments: ["Nadia", "Unk Town", "M", "A123456789", "no", "Xavier"])
  func `may look like nothing and be something`(_ text: String) { #expect(!isPlaceholder(text)) }
}
