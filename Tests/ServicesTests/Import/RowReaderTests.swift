import CivilTime
import Records
import Testing

@testable import Services

@Suite struct `A row of a roster` {
  static let losAngeles = Zone("America/Los_Angeles")
  static let now = ImportScene.now

  struct Outcome {
    var rows: [ImportRow] = []
    var faults: [RowFault] = []
    var reasons: [RowFault.Reason] { faults.map(\.reason) }
  }

  static func read(
    _ lines: [String], map: String = "", orders: [ImportField: DateOrder] = [:], letterM: String? = nil,
    placesAsAbove: Bool = false
  ) throws -> Outcome {
    let words = try HeadingWords(share: ImportScene.share)
    let headings = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let map = try ColumnMap(text: map)
    let columns = try map.applied(to: Columns(headings: headings, words: words, line: 1), headings: headings)
    let places = PlaceBook([
      .init(id: 1, code: "TESTONE", name: "First Test Center", city: "Adelanto", state: "CA", zone: losAngeles),
      .init(id: 2, code: "TESTTWO", name: "Shared Name", aliases: ["The Second"]),
      .init(id: 3, code: "TESTSAM", name: "Shared Name"),
    ])
    var rows = RowReader(
      RowContext(
        columns: columns, map: map, orders: orders, letterM: letterM, places: places, reportedAt: now, now: now,
        placesAsAbove: placesAsAbove))
    var reader = DelimitedReader(MemoryBytes(Array(lines.joined(separator: "\n").utf8)), delimiter: 44)
    var outcome = Outcome()
    while let item = try reader.next() {
      guard item == .record, reader.line > 1 else { continue }
      if let row = rows.read(&reader) { outcome.rows.append(row) }
      outcome.faults += rows.faults
    }
    return outcome
  }

  static let rejected: [(header: String, row: String, reason: RowFault.Reason, column: Int?)] = [
    ("Name,DOB", "Ana Lopez,31/02/1990", .noSuchDay, 2),
    ("Name,DOB", "Ana Lopez,1990-02-31", .noSuchDay, 2),
    ("Name,DOB", "Ana Lopez,soon", .notADate, 2),
    ("Name,DOB", "Ana Lopez,2031-01-01", .inFuture, 2),
    ("Name,DOB", ",1990-01-02", .noPerson, nil),
    ("Name,A#", "FNU LNU,", .noPerson, nil),
    ("Name,A#", "Ana Lopez,A12", .notAnANumber, 2),
    ("Name,DOB", "Ana Lopez / Juan Perez,1990-01-02", .twoPeople, 1),
    ("Name,DOB", "12345,1990-01-02", .notAName, 1),
    ("Name,DOB", "Lopez, Ana,1990-01-02", .tooManyColumns, 3),
    ("Name,Booked", "Ana Lopez,99/99/2025", .noSuchDay, 2),
  ]

  @Test(arguments: rejected)
  func `is left out, with line, column and reason`(
    _ c: (header: String, row: String, reason: RowFault.Reason, column: Int?)
  ) throws {
    let outcome = try Self.read([c.header, c.row])
    #expect(outcome.rows.isEmpty)
    #expect(outcome.faults.map(\.reason) == [c.reason])
    #expect(outcome.faults.first?.column == c.column)
    #expect(outcome.faults.first?.line == 2)
    #expect(outcome.faults.first?.outcome == .rejected)
  }

  static let kept: [(header: String, row: String, reasons: [RowFault.Reason])] = [
    ("Name,DOB", "Ana Lopez,1990-01-02", []),
    ("Name,DOB", "Ana Lopez,1/2/1990", [.ambiguousDate]),
    ("Name,Birth Date", "Ana Lopez,1/1/1890", [.unlikelyBirth]),
    ("Name,Country", "Ana Lopez,Atlantis", [.unknownCountry]),
    ("Name,Sex", "Ana Lopez,Q", [.unknownSex]),
    ("Name,Sexo", "Ana Lopez,M", [.unknownSex]),
    ("Name,Age", "Ana Lopez,old", [.notAnAge]),
    ("Name,Facility", "Ana Lopez,Moon Base", [.unknownPlace]),
    ("Name,Facility", "Ana Lopez,Shared Name", [.ambiguousPlace]),
    ("Name,Facility,Booked", "Ana Lopez,TESTONE,2026-03-08 02:30", [.noSuchHour]),
    ("Name,Facility,Booked", "Ana Lopez,TESTONE,2026-11-01 01:30", [.hourTwice]),
    ("Name,Booked", "Ana Lopez,2027-06-01", [.inFuture]),
    ("Name,Booked,Released", "Ana Lopez,2026-02-02,2026-02-01", [.outBeforeIn]),
    ("Name,Booked,Released,Release Reason", "Ana Lopez,2026-02-02,2026-02-03,whim", [.unknownReason]),
  ]

  @Test(arguments: kept)
  func `is taken without what cannot be understood`(_ c: (header: String, row: String, reasons: [RowFault.Reason]))
    throws
  {
    let outcome = try Self.read([c.header, c.row])
    #expect(outcome.rows.count == 1)
    #expect(outcome.reasons == c.reasons)
    #expect(outcome.faults.allSatisfy { $0.outcome == .kept })
  }

  @Test func `is whole`() throws {
    let outcome = try Self.read(
      [
        "Apellido Paterno,Apellido Materno,Nombre(s),F. Nac.,Sexo,Nacionalidad,Núm. A,Booking #,Centro,Fecha de detención,"
          + "Lugar de detención,Fecha de ingreso,Hora de ingreso",
        "LOPEZ,DIAZ,ANA,2 ene 1990,Mujer,guatemalteca,A 12-345-678,B7,first test center,3/2/2026,Fresno,4/2/2026,3:45 PM",
      ], orders: [.arrested: .dayFirst, .booked: .dayFirst])
    let row = try #require(outcome.rows.first)
    #expect(outcome.faults == [])
    #expect(row.name.full == "ANA LOPEZ DIAZ")
    #expect(row.birth == CivilDate(year: 1990, month: 1, day: 2).map { .day($0) })
    #expect(row.sex == "female" && row.country == "GT" && row.aNumber == "012345678" && row.booking == "B7")
    #expect(row.events.map(\.kind) == [.arrest, .bookIn])
    #expect(row.events[0].time == CivilDate(year: 2026, month: 2, day: 3).map { .day($0) })
    #expect(row.events[0].placeText == "Fresno")
    #expect(row.events[1].facility == 1)
    // 15:45 in Los Angeles in winter is 23:45 UTC.
    #expect(row.events[1].time == .minute(Timestamp(microseconds: 1_770_248_700_000_000)))
  }

  @Test func `without a date of booking says at least that the person was there`() throws {
    let row = try #require(try Self.read(["Name,Facility", "Ana Lopez,The Second"]).rows.first)
    #expect(row.events.map(\.kind) == [.sighting])
    #expect(row.events.first?.facility == 2)
  }

  @Test func `takes a midnight for a day without an hour`() throws {
    let row = try #require(try Self.read(["Name,Facility,Booked", "Ana Lopez,TESTONE,2026-02-03 00:00:00"]).rows.first)
    #expect(row.events.first?.time == CivilDate(year: 2026, month: 2, day: 3).map { .day($0) })
  }

  @Test func `takes a lone M as the file does`() throws {
    #expect(try Self.read(["Name,Sexo", "Ana Lopez,M"], letterM: "female").rows.first?.sex == "female")
    #expect(try Self.read(["Name,Sex", "Ana Lopez,M"], letterM: "male").rows.first?.sex == "male")
  }

  @Test func `repeats the place above only when told to`() throws {
    let lines = ["Name,Facility", "Ana Lopez,TESTONE", "Juan Perez,", "Eva Ruiz,The Second", "Luz Mora,"]
    #expect(try Self.read(lines).rows.map(\.events.count) == [1, 0, 1, 0])
    #expect(try Self.read(lines, placesAsAbove: true).rows.map { $0.events.first?.facility } == [1, 1, 2, 2])
    #expect(try Self.read(lines, map: "as_above = facility").rows.map { $0.events.first?.facility } == [1, 1, 2, 2])
  }

  @Test func `has what the map says for the whole file`() throws {
    let row = try #require(try Self.read(["Name", "Ana Lopez"], map: "constant.facility = TESTONE").rows.first)
    #expect(row.events.first?.facility == 1)
  }

  static let reasons: [(String, ImportEvent.Kind?)] = [
    ("Transferred", .left), ("U.S. Marshals or other agency (explain in Detention Comments)", .left),
    ("Processing Disposition Changed Locally", .left), ("ORR - Office of Refugee Resettlement", .left),
    ("Removed", .removal), ("Voluntary departure", .departure), ("Withdrawal", .departure), ("Died", .death),
    ("Bonded Out - IJ", .release), ("Paroled - Fear Found", .release), ("Order of recognizance", .release),
    ("Order of Supervision - Humanitarian", .release), ("Proceedings Terminated", .release), ("Fianza", .release),
    ("who knows", nil),
  ]

  @Test(arguments: reasons) func `says by its reason how a stay ended`(_ c: (String, ImportEvent.Kind?)) {
    #expect(ReleaseReason.kind(c.0) == c.1)
  }
}
