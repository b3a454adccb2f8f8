import CivilTime
import Foundation
import Locking
import Postgres
import Records
import TestKit
import Testing

@testable import Services

@Suite struct `An import of a roster` {
  static let roster = """
    County Jail,,,,
    Name,DOB,A#,Facility,Booked
    "LOPEZ, ANA",1990-01-02,012345678,TESTONE,2026-02-03 10:00
    "PEREZ, JUAN",1985-05-06,,Second Test Jail,2026-02-04
    "RUIZ, EVA",1979-07-08,,Somewhere Else,2026-02-05

    """

  @Test func `puts people, names, numbers and events where they belong`() async throws {
    try await ImportScene.run { scene in
      let report = try await scene.take(Self.roster)
      #expect(report.accepted == 3 && report.newPeople == 3 && report.counts.rejected == 0)
      #expect(
        try await scene.table(
          """
          select concat_ws('|', full_name, given_names, family_names, birth_date, birth_basis)
          from person_description order by full_name
          """) == [
            "ANA LOPEZ|ANA|LOPEZ|1990-01-02|date", "EVA RUIZ|EVA|RUIZ|1979-07-08|date",
            "JUAN PEREZ|JUAN|PEREZ|1985-05-06|date",
          ])
      #expect(try await scene.table("select kind || value from person_identifier") == ["a_number012345678"])
      #expect(
        try await scene.table(
          """
          select concat_ws('|', e.kind, f.code, e.place_text, e.precision, e.happened_at at time zone 'UTC', e.happened_on)
          from custody_event e left join facility f on f.id = e.facility_id order by e.person_id
          """) == [
            "book_in|TESTONE|minute|2026-02-03 18:00:00", "book_in|TESTTWO|day|2026-02-04",
            "book_in|Somewhere Else|day|2026-02-05",
          ])
      #expect(try await scene.table("select kind from change") == ["batch"])
      #expect(try await scene.count("select count(*) from paradero.current_custody") == 3)
    }
  }

  @Test func `of the same file twice adds nothing`() async throws {
    try await ImportScene.run { scene in
      let first = try await scene.take(Self.roster)
      let second = try await scene.take(Self.roster)
      guard case .imported(let batch) = first.ending else {
        Issue.record("the first import ended with \(first.ending)")
        return
      }
      #expect(second.ending == .knownFile(batch: batch))
      #expect(try await scene.people() == 3)
      #expect(try await scene.count("select count(*) from batch") == 1)
    }
  }

  @Test func `of a new export with the same rows adds only the new ones`() async throws {
    try await ImportScene.run { scene in
      try await scene.take(Self.roster)
      // Other order of columns, other delimiter and quoting, one row more.
      let other = """
        DOB;A#;Booked;Facility;Name
        1990-01-02;12345678;2026-02-03 10:00;TESTONE;LOPEZ, ANA
        1979-07-08;;2026-02-05;Somewhere Else;RUIZ, EVA
        1985-05-06;;2026-02-04;Second Test Jail;PEREZ, JUAN
        2000-01-01;;2026-02-06;TESTONE;MORA, LUZ

        """
      let report = try await scene.take(other)
      #expect(report.duplicate == 3 && report.accepted == 1)
      #expect(try await scene.people() == 4)
      let again = try await scene.take(other + "\n")
      #expect(again.ending == .nothingNew)
      #expect(try await scene.count("select count(*) from batch") == 2)
    }
  }

  @Test func `knows a person again by number, or by name and birth, within the source`() async throws {
    try await ImportScene.run { scene in
      try await scene.take(Self.roster)
      let later = """
        Name,DOB,A#,Facility,Booked,Released,Release Reason
        "LOPEZ DIAZ, ANA",1990-01-02,012345678,TESTTWO,2026-03-01,,
        "PEREZ, JUAN",1985-05-06,099999999,TESTTWO,2026-02-04,2026-03-02,Bond
        "PEREZ, JUAN",1985-05-07,,TESTTWO,2026-03-04,,

        """
      let report = try await scene.take(later)
      #expect(report.newPeople == 1 && report.knownPeople == 2, "\(report.lines)")
      // Ana has two names and two bookings; Juan a number and a release, and his booking only once.
      #expect(
        try await scene.table(
          """
          select concat_ws('|', min(d.full_name), count(distinct d.full_name), (select count(*) from custody_event e
            where e.person_id = d.person_id), (select count(*) from person_identifier i where i.person_id = d.person_id))
          from person_description d group by d.person_id order by 1
          """) == ["ANA LOPEZ|2|2|1", "EVA RUIZ|1|1|0", "JUAN PEREZ|1|1|0", "JUAN PEREZ|1|2|1"])
      #expect(try await scene.count("select count(*) from person_description") == 5)
    }
  }

  @Test func `of another source is of other people`() async throws {
    try await ImportScene.run { scene in
      try await scene.take(Self.roster)
      let report = try await scene.take(Self.roster) { $0.source = "hotline" }
      #expect(report.newPeople == 3 && report.knownPeople == 0)
      #expect(try await scene.people() == 6)
    }
  }

  @Test func `tells people apart who share a mistyped number`() async throws {
    try await ImportScene.run { scene in
      let report = try await scene.take(
        """
        Name,DOB,A#
        Ana Lopez,1990-01-02,012345678
        Ana Maria Lopez,1990-01-02,012345678
        Kwame Mensah,1971-03-04,012345678

        """)
      #expect(report.newPeople == 2)
      #expect(report.counts.reasons == [.sameNumberOtherPerson: 1])
      #expect(report.counts.firstLine[.sameNumberOtherPerson] == 4)
    }
  }

  @Test func `does not join people of one name by a year of birth`() async throws {
    try await ImportScene.run { scene in
      let report = try await scene.take(
        "Name,Birth Year\nAna Lopez,1990\nAna Lopez,1991\nJuan Perez,\nJuan Perez,1980\n")
      #expect(report.newPeople == 4)
    }
  }

  @Test func `joins rows through numbers they share with others`() async throws {
    try await ImportScene.run { scene in
      let report = try await scene.take(
        "Name,A#,Booking #\nAna Lopez,012345678,B1\nAna Lopez,,B2\nAna Lopez,012345678,B2\nJuan Perez,,B3\n")
      #expect(report.newPeople == 2)
    }
  }

  @Test func `taken back is hidden at once, and can be done again`() async throws {
    try await ImportScene.run { scene in
      let report = try await scene.take(Self.roster)
      guard case .imported(let batch) = report.ending else {
        Issue.record("the import ended with \(report.ending)")
        return
      }
      let undone = try await scene.importer.undo(batch, reason: "wrong file", now: ImportScene.now)
      #expect(undone.batch.id == batch && undone.leaning.isEmpty)
      #expect(try await scene.count("select count(*) from paradero.live_description") == 0)
      #expect(try await scene.count("select count(*) from paradero.current_custody") == 0)
      #expect(try await scene.table("select kind from change order by seq") == ["batch", "batch_withdrawn"])
      await #expect(throws: ImportFailure.alreadyWithdrawn(batch)) {
        try await scene.importer.undo(batch, reason: "x", now: ImportScene.now)
      }
      await #expect(throws: ImportFailure.noSuchBatch(99)) {
        try await scene.importer.undo(99, reason: "x", now: ImportScene.now)
      }
      let again = try await scene.take(Self.roster)
      #expect(again.accepted == 3 && again.newPeople == 3)
      #expect(try await scene.count("select count(*) from paradero.current_custody") == 3)
    }
  }

  @Test func `whose rows another one leaned on tells so when taken back, and the other can be done again`() async throws
  {
    try await ImportScene.run { scene in
      let first = try await scene.take("Name,DOB\nAna Lopez,1990-01-02\n", name: "a.csv")
      let longer = "Name,DOB\nAna Lopez,1990-01-02\nJuan Perez,1985-05-06\n"
      try await scene.take(longer, name: "b.csv")
      guard case .imported(let batch) = first.ending else { return }
      let undone = try await scene.importer.undo(batch, reason: "wrong file", now: ImportScene.now)
      #expect(undone.leaning.map(\.label) == ["b.csv"])
      let again = try await scene.take(longer, name: "b.csv")
      #expect(again.accepted == 1 && again.duplicate == 1, "\(again.lines)")
      #expect(try await scene.count("select count(*) from paradero.live_description") == 2)
    }
  }

  @Test func `tried dry writes nothing and tells what would be written`() async throws {
    try await ImportScene.run { scene in
      let report = try await scene.take(Self.roster) { $0.isDryRun = true }
      #expect(report.ending == .dryRun && report.accepted == 3 && report.newPeople == 3)
      #expect(try await scene.people() == 0)
      #expect(try await scene.count("select count(*) from source") == 0)
      #expect(!FileManager.default.fileExists(atPath: scene.path("roster.csv.rejects.csv")))
    }
  }

  @Test func `done strictly writes nothing when a row is rejected`() async throws {
    try await ImportScene.run { scene in
      await #expect(throws: ImportFailure.strict(rejected: 1)) {
        try await scene.take("Name,DOB\nAna Lopez,1990-01-02\nEva Ruiz,1990-02-31\n") { $0.isStrict = true }
      }
      #expect(try await scene.people() == 0)
      let report = try await scene.take("Name,DOB\nAna Lopez,1990-01-02\n") { $0.isStrict = true }
      #expect(report.accepted == 1)
    }
  }

  @Test func `keeps an ambiguous date as a year and says so`() async throws {
    try await ImportScene.run { scene in
      let report = try await scene.take("Name,DOB\nAna Lopez,1/2/1990\nEva Ruiz,3/4/1991\n")
      #expect(report.unproved == ["birth_date"])
      #expect(report.counts.reasons == [.ambiguousDate: 2])
      #expect(
        try await scene.table("select birth_basis || birth_year from person_description order by 1") == [
          "year1990", "year1991",
        ])
      let clear = try await scene.take("Name,DOB\nAna Lopez,1/2/1990\nEva Ruiz,30/4/1991\n", name: "c.csv")
      #expect(clear.unproved == [] && clear.orders.map(\.order) == ["dmy"])
      let told = try await scene.take("Name,DOB\nLuz Mora,1/2/1990\n", name: "d.csv") { $0.map = "date_order = mdy" }
      #expect(told.counts.reasons == [:])
      #expect(
        try await scene.table("select birth_date::text from person_description where full_name = 'Luz Mora'") == [
          "1990-01-02"
        ])
    }
  }

  @Test func `waits for another one of the same source, so that one file never comes in twice`() async throws {
    try await ImportScene.run { scene in
      let path = try scene.write(Self.roster)
      let endings = try await withThrowingTaskGroup { group in
        for _ in 0..<3 {
          group.addTask {
            var options = ImportOptions(path: path, source: "county")
            options.newSource = .init(kind: .roster, trust: 2, isPublic: true)
            return try await scene.importer.run(options, now: ImportScene.now).accepted
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(endings.sorted() == [0, 0, 3])
      #expect(try await scene.people() == 3)
    }
  }

  @Test func `that is cut off leaves nothing behind`() async throws {
    try await ImportScene.run { scene in
      let rows = (0..<20_000).map { "Person Number\($0.isMultiple(of: 2) ? "A" : "B") \(Self.letters($0)),1990-01-02" }
      let path = try scene.write("Name,DOB\n" + rows.joined(separator: "\n"))
      var importer = scene.importer
      importer.sliceSize = 1000
      let killer = scene.database
      await #expect(throws: (any Error).self) {
        var options = ImportOptions(path: path, source: "county")
        options.newSource = .init(kind: .roster, trust: 2, isPublic: true)
        let killing = Kill()
        _ = try await importer.run(options, now: ImportScene.now) { stage in
          if case .writing(let done, _) = stage, done > 5000 { killing.once(killer) }
        }
      }
      #expect(try await scene.people() == 0)
      #expect(try await scene.count("select count(*) from batch") == 0)
    }
  }

  static func letters(_ number: Int) -> String {
    String(String(number).map { Character(Unicode.Scalar(UInt8(ascii: "a") + ($0.asciiValue ?? 48) - 48)) })
  }

  static let refused: [(text: String, source: String, failure: ImportFailure)] = [
    ("", "county", .fileEmpty),
    ("PK\u{3}\u{4}xl/workbook.xml", "county", .notText("a spreadsheet or an archive")),
    ("1,2,3\n4,5,6\n", "county", .noHeader(columns: 3, lines: 2)),
    ("Country,DOB,Age\nMX,1990-01-02,3\n", "county", .noHeader(columns: 3, lines: 2)),
    ("Name,DOB\nAna Lopez,1990-01-02\n", "nobody", .unknownSource("nobody")),
  ]

  @Test(arguments: refused)
  func `that cannot be done says why`(_ c: (text: String, source: String, failure: ImportFailure)) async throws {
    try await ImportScene.run { scene in
      let path = try scene.write(c.text)
      await #expect(throws: c.failure) {
        try await scene.importer.run(ImportOptions(path: path, source: c.source), now: ImportScene.now)
      }
    }
  }

  @Test func `of a file that is not there says so`() async throws {
    try await ImportScene.run { scene in
      await #expect(throws: ImportFailure.fileMissing("/nonexistent")) {
        try await scene.importer.run(ImportOptions(path: "/nonexistent", source: "x"), now: ImportScene.now)
      }
      await #expect(throws: ImportFailure.sourceDiffers("county", "trust")) {
        try await scene.take(Self.roster)
        try await scene.take(Self.roster, name: "b.csv") { $0.newSource?.trust = 5 }
      }
    }
  }
}

/// Ends all other connections' work once, as a crash of the server would.
private final class Kill: Sendable {
  private let isDone = Locked(false)

  func once(_ database: Database) {
    let isFirst = isDone.withLock { done in
      defer { done = true }
      return !done
    }
    guard isFirst else { return }
    Task {
      try await database.execute(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query like '%insert into%'
        """)
    }
  }
}
