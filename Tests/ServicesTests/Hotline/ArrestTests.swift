import CivilTime
import Figures
import Postgres
import Records
import Stores
import TestKit
import Testing

@testable import Services

@Suite struct `Arrests counted from the records` {
  /// Invented people: who is arrested in March of 2026, who is only booked, who is only seen, and who is not counted.
  private static let people = """
    insert into facility (code, name, state, kind, time_zone, time_zone_basis, origin) values
      ('WEST', 'West', 'CA', 'detention', 'America/Los_Angeles', 'hand', 'test'),
      ('EAST', 'East', 'TX', 'detention', 'America/Chicago', 'hand', 'test');
    insert into source (name, kind, trust, is_public) values
      ('Roster', 'roster', 2, true), ('Hotline', 'hotline', 3, false), ('Rumour', 'hotline', 5, false);
    insert into batch (source_id, kind, started_at, finished_at) select id, 'entry', '2026-01-01', '2026-01-01' from source;
    insert into person (id, batch_id) select n, 1 from generate_series(1, 200) n;
    insert into person_description (person_id, batch_id, full_name, birth_year, birth_basis, sex, country, reported_at)
      select n, 1, 'Invented ' || n, case when n <= 12 then 2015 else 1980 end, 'year',
        case when n % 2 = 0 then 'female' else 'male' end, 'GT', '2026-03-01' from generate_series(1, 200) n;
    """

  private static func events(_ rows: String) -> String {
    """
    insert into custody_event (person_id, batch_id, kind, facility_id, happened_on, precision, reported_at, recorded_at)
    select n, b, k, (select id from facility where code = f), d::date, case when d is null then 'unknown' else 'day' end,
      coalesce(d::timestamptz, '2026-06-01'), coalesce(d::timestamptz, '2026-06-01')
    from (\(rows)) x (n, b, k, f, d);
    """
  }

  /// People 1 to 100 are arrested in March and booked at WEST a day later; 101 to 140 are booked alone, in April; 141 to 170
  /// only seen; 171 to 180 told by a rumour; the first twelve are children; 13 to 24 are protected.
  private static let story =
    people + events("select n, 1, 'arrest', null, '2026-03-02' from generate_series(1, 100) n")
    + events("select n, 1, 'book_in', 'WEST', '2026-03-03' from generate_series(1, 100) n")
    // The same arrest, told again by another source on another day.
    + events("select n, 2, 'arrest', null, '2026-03-05' from generate_series(1, 100) n")
    + events("select n, 1, 'transfer', 'EAST', '2026-03-07' from generate_series(25, 60) n")
    + events("select n, 1, 'release', 'WEST', '2026-04-10' from generate_series(61, 90) n")
    + events("select n, 1, 'book_in', 'EAST', '2026-04-04' from generate_series(101, 140) n")
    + events("select n, 2, 'sighting', 'EAST', null from generate_series(141, 170) n")
    + events("select n, 3, 'arrest', null, '2026-03-09' from generate_series(171, 180) n") + """
      insert into protection (person_id, kind, asked_by, set_at)
        select n, 'safety', 'person', now() from generate_series(13, 24) n;
      """

  private func report(
    _ database: Database, _ year: Int = 2026, asOf: String = "2026-12-01"
  ) async throws -> ArrestReport {
    let day = try #require(CivilDate(iso: asOf))
    return try await ArrestService(database).report(ArrestQuery(year: year, asOf: Timestamp(utcMidnight: day)))
  }

  private func with(_ body: (Database, Database) async throws -> Void) async throws {
    try await withScratchDatabase(poolSize: 2) { owner, url in
      try await owner.runScript(TrustedScript(embeddedInBinary: Array(Self.story.utf8), name: "a test"))
      let staff = Database(try DatabaseConfiguration(url: url, user: "paradero_staff", poolSize: 2))
      let outcome: Result<Void, any Error>
      do { outcome = .success(try await body(owner, staff)) } catch { outcome = .failure(error) }
      await staff.close()
      try outcome.get()
    }
  }

  private func cell(_ table: ProtectedTable?, _ row: String, _ column: String) -> Int? {
    guard let table, let y = (table.rows + ["all"]).firstIndex(of: row),
      let x = (table.columns + ["all"]).firstIndex(of: column)
    else { return -1 }
    return table.cells[y][x]
  }

  @Test func `are one for each stay, by what was told of it, without children and who is protected`() async throws {
    try await with { _, staff in
      let report = try await report(staff)
      let basis = report.arrests[.basis]
      #expect(cell(basis, "2026-03", "arrest") == 76 && cell(basis, "2026-04", "booking") == 40)
      #expect(cell(basis, "unknown", "seen") == 30 && cell(basis, "all", "all") == 146)
      #expect(cell(basis, "2026-05", "arrest") == 0)
      #expect(
        cell(report.arrests[.state], "2026-03", "CA") == 76 && cell(report.arrests[.state], "2026-04", "TX") == 40)
      #expect(cell(report.arrests[.source], "unknown", "private") == 30)
      let shares = Dictionary(uniqueKeysWithValues: report.shares.map { ($0.kind, $0.rate) })
      #expect(shares[.dayKnown] == Rate(76, of: 146))
      #expect(shares[.moved] == Rate(36, of: 146))
    }
  }

  @Test func `leave small counts out, in every table alike`() async throws {
    try await with { owner, staff in
      try await owner.runScript(
        TrustedScript(
          embeddedInBinary: Array(
            Self.events("select n, 1, 'arrest', null, '2026-07-02' from generate_series(181, 187) n").utf8),
          name: "a test"))
      let report = try await report(staff)
      for table in report.arrests.values {
        #expect(table.cells.allSatisfy { row in row.allSatisfy { $0.map { !(1...10).contains($0) } ?? true } })
        #expect(cell(table, "2026-07", "all") == nil)
      }
      let sums = Set(report.arrests.values.map { table in table.cells.map { $0.last == .some(nil) } })
      #expect(sums.count == 1)
    }
  }

  @Test func `show where people are held when each month begins, and of whom there is no news`() async throws {
    try await with { _, staff in
      let report = try await report(staff)
      let state = report.held[.state]
      // Of the 76, 36 were moved to Texas on 7 March; 40 stayed in California.
      #expect(cell(state, "2026-04", "CA") == 40 && cell(state, "2026-04", "TX") == 36)
      #expect(cell(state, "2026-03", "all") == 0)
      // Thirty were released in April; ten in California and 36 in Texas without news since March; forty booked in April.
      #expect(cell(state, "2026-05", "no_news") == 46 && cell(state, "2026-05", "TX") == 40)
      #expect(cell(state, "2026-05", "all") == 86)
      #expect(state?.rows.last == "2026-12")
    }
  }

  @Test func `are as they were known at a moment, until a batch is taken back`() async throws {
    try await with { owner, staff in
      #expect(cell(try await report(staff, asOf: "2026-03-04").arrests[.basis], "2026-03", "arrest") == 76)
      #expect(cell(try await report(staff, asOf: "2026-03-01").arrests[.basis], "2026-03", "all") == 0)
      let before = try await report(staff, asOf: "2026-11-01")
      try await owner.execute(
        "update batch set withdrawn_at = '2026-11-15', withdrawn_reason = 'a test' where id = 1")
      let after = try await report(staff, asOf: "2026-11-01")
      #expect(before.arrests == after.arrests && before.held == after.held)
      #expect(cell(try await report(staff).arrests[.basis], "2026-04", "all") == 0)
    }
  }

  @Test func `are told to monitors, responders and reports alone`() async throws {
    try await with { owner, staff in
      try await owner.runScript(
        TrustedScript(
          embeddedInBinary: Array(
            """
            insert into organisation (name, created_at) values ('Watch', now());
            insert into account (id, name, role, organisation_id) values
              (901, 'mo', 'monitor', 1), (902, 'rita', 'responder', null), (903, 'otto', 'operator', null);
            """.utf8), name: "a test"))
      let asOf = Timestamp(utcMidnight: try #require(CivilDate(iso: "2026-12-01")))
      for (actor, isTold) in [
        ("account:901", true), ("account:902", true), ("account:903", false), ("service:report", true), ("", false),
      ] {
        let rows = try await staff.transaction(readOnly: true, actor: actor) { session in
          try await ArrestStore(session).arrests(year: 2026, asOf: asOf)
        }
        #expect(rows.isEmpty != isTold, "\(actor)")
      }
    }
  }

  @Test func `are a table and JSON that say what is left out`() async throws {
    try await with { _, staff in
      let table = ArrestTable(try await report(staff))
      #expect(table.csv.hasPrefix("# Reported to this service; not a random sample of what happened."))
      #expect(table.csv.contains("arrests,basis,2026-03,arrest,76\r\n"))
      #expect(table.csv.contains("day_known,76,146,0.5205,"))
      #expect(try table.json().contains("\"item\" : \"no_news\""))
    }
  }
}
