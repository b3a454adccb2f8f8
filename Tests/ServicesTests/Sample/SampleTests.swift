import CivilTime
import Foundation
import Linkage
import Postgres
import Records
import Services
import TestKit
import Testing

@Suite struct `Invented people` {
  static let asOf = CivilDate(year: 2026, month: 11, day: 20) ?? .farthest

  /// A demo with four places and the moves between them.
  private func demo(_ kind: String = "demo", _ body: (Database, SampleService) async throws -> Void) async throws {
    try await withScratchDatabase(poolSize: 3) { owner, _ in
      try await owner.execute("insert into installation (kind) values (\(kind)) on conflict do nothing")
      try await owner.execute("update installation set kind = \(kind)")
      try await owner.execute(
        """
        insert into facility (code, name, kind, city, state, origin) values
          ('LOSHOLD', 'Hold', 'hold_room', 'Los Angeles', 'CA', 'test'), ('PHOHOLD', 'Hold', 'hold_room', 'Phoenix', 'AZ', 'test'),
          ('HOUHOLD', 'Hold', 'hold_room', 'Houston', 'TX', 'test'),
          ('ADLNTCA', 'Center', 'detention', 'Adelanto', 'CA', 'test'), ('FLO', 'Center', 'detention', 'Florence', 'AZ', 'test')
        """)
      try await owner.execute(
        """
        insert into transfer_count select f.id, g.id, 100, '2023-11-01', '2025-03-01'
        from facility f join facility g on f.id <> g.id and g.kind = 'detention'
        """)
      try await body(owner, SampleService(database: owner, share: SearchScene.share))
    }
  }

  /// Everything that was made, without numbers that a database gives.
  private func digest(_ database: Database) async throws -> String? {
    try await database.first(
      """
      select md5(string_agg(t, '|')) from (
        select concat_ws(',', d.full_name, d.given_names, d.family_names, d.birth_date, d.birth_year, d.sex, d.country,
          d.reported_at) as t from person_description d
        union all
        select concat_ws(',', e.kind, f.code, g.code, e.place_text, e.happened_at, e.happened_on, e.reported_at)
        from custody_event e left join facility f on f.id = e.facility_id left join facility g on g.id = e.from_facility_id
        order by 1) x
      """)?.decode(String?.self)
  }

  @Test func `are the same for a seed, and others for another`() async throws {
    var digests: [String?] = []
    for seed: UInt64 in [5, 5, 6] {
      try await demo { database, samples in
        let made = try await samples.make(.init(people: 300, seed: seed, asOf: Self.asOf))
        #expect(made.people == 300)
        digests.append(try await digest(database))
      }
    }
    #expect(digests[0] != nil)
    #expect(digests[0] == digests[1])
    #expect(digests[0] != digests[2])
  }

  @Test func `are the same in files as in a database`() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("people-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try SampleFiles(share: SearchScene.share).write(
      .init(people: 300, seed: 5, asOf: Self.asOf, searches: 50, eachCulture: 2, absent: 40), to: folder.path)
    func lines(_ name: String) throws -> [Substring] {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).split(separator: "\n").dropFirst()
        .map { $0 }
    }
    try await demo { database, samples in
      _ = try await samples.make(.init(people: 300, seed: 5, asOf: Self.asOf))
      let stored = try await database.rows("select full_name from person_description").map {
        try $0.decode(String.self)
      }
      let written = try lines("records.csv").map { line in
        let quoted = line.split(separator: "\"", omittingEmptySubsequences: false)
        return String(quoted.count > 1 ? quoted[1] : line.split(separator: ",")[1])
      }
      #expect(stored.count >= 300)
      #expect(stored.sorted() == written.sorted())
    }
    #expect((40...50).contains(try lines("searches.csv").count))
    #expect(try lines("absent.csv").count == 40)
    let cultures = try lines("cultures.csv").map { $0.split(separator: ",", omittingEmptySubsequences: false)[8] }
    #expect(Dictionary(grouping: cultures, by: { $0 }).values.allSatisfy { $0.count <= 2 })
  }

  @Test func `are marked, and live in the past`() async throws {
    try await demo { database, samples in
      let made = try await samples.make(.init(people: 400, seed: 2, asOf: Self.asOf))
      let row = try await database.first(
        """
        select (select count(*) from person where is_sample), (select count(*) from person where not is_sample),
          (select max(coalesce(happened_at, happened_on::timestamptz)) <= '2026-11-21' from custody_event),
          (select count(*) from paradero.current_custody),
          (select count(*) from batch where kind = 'sample' and finished_at is not null),
          (select count(*) from change where kind = 'batch' and id = \(made.batch))
        """)
      let (marked, unmarked, isPast, placed, batches, changes) = try #require(row).decode(
        Int.self, Int.self, Bool.self, Int.self, Int.self, Int.self)
      #expect(marked == 400)
      #expect(unmarked == 0)
      #expect(isPast)
      #expect(placed == 400)
      #expect(batches == 1)
      #expect(changes == 1)
    }
  }

  @Test func `come with who they really are, in a file and never in the database`() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "truth-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    try await demo { database, samples in
      _ = try await samples.make(.init(people: 500, seed: 3, asOf: Self.asOf, truthFile: file.path))
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == 501)
      #expect(lines[0].hasPrefix("person_id\tculture\tname"))
      let erroneous = lines.dropFirst().filter { !$0.hasSuffix("\t") }.count
      #expect((200...400).contains(erroneous))
    }
  }

  @Test func `are refused where records are real`() async throws {
    try await demo("production") { database, samples in
      await #expect(throws: SampleFault.production) {
        try await samples.make(.init(people: 10, seed: 1, asOf: Self.asOf))
      }
      let row = try await database.first("select count(*) from person")
      #expect(try row?.decode(Int.self) == 0)
    }
  }

  @Test func `need places to be in`() async throws {
    try await withScratchDatabase(poolSize: 3) { owner, _ in
      try await owner.execute("insert into installation (kind) values ('demo') on conflict do nothing")
      try await owner.execute("update installation set kind = 'demo'")
      let samples = SampleService(database: owner, share: SearchScene.share)
      await #expect(throws: SampleFault.noFacilities) {
        try await samples.make(.init(people: 10, seed: 1, asOf: Self.asOf))
      }
    }
  }

  @Test func `of the documentation are found by what a family would type`() async throws {
    try await demo { database, samples in
      _ = try await samples.make(.init(people: 2000, seed: 1, asOf: Self.asOf))
      let search = SearchService(
        RecordIndex(database, share: SearchScene.share) { Timestamp(utcMidnight: Self.asOf) }, database: database)
      let now = Timestamp(utcMidnight: Self.asOf).adding(seconds: 86_400)
      for person in demoPeople {
        let request = try SearchRequest.parse(person.typed, today: Self.asOf).get()
        guard case .found(let found) = try await search.search(request, now: now) else {
          Issue.record("\(person.typed.name) was not found")
          continue
        }
        #expect(found.isSample)
        #expect(found.custody?.status == .inCustody)
      }
    }
  }

  /// María is recorded as DELACRUZMENJIVAR, MARIA, born on the fifth of March; her family knows the third of May.
  static let knowing: [(String, SearchInput, Bool)] = [
    ("the date", SearchInput(birth: "3 mayo 1979", country: "El Salvador"), true),
    ("the date in numerals", SearchInput(birth: "3/5/1979", country: "El Salvador"), true),
    ("the year and the town", SearchInput(birth: "1979", country: "SV", arrestPlace: "Houston, Texas"), true),
    ("the year and the day", SearchInput(birth: "1979", country: "SV", arrestedOn: "2026-11-17"), true),
    ("the date and the town", SearchInput(birth: "3 mayo 1979", country: "SV", arrestPlace: "Houston"), true),
    ("the A-number", SearchInput(aNumber: "98 123 456"), true),
    ("the year", SearchInput(birth: "1979", country: "SV"), false),
    ("another day of that year", SearchInput(birth: "4 mayo 1979", country: "SV"), false),
    ("the year and the state", SearchInput(birth: "1979", country: "SV", arrestPlace: "Texas"), false),
    ("the year and another town", SearchInput(birth: "1979", country: "SV", arrestPlace: "Dallas"), false),
    ("the date alone", SearchInput(birth: "3 mayo 1979"), false),
    ("the year, the country and nothing of the arrest", SearchInput(birth: "47", country: "SV"), false),
  ]

  @Test(arguments: [false, true]) func `are told of to a family by what it knows of them`(_ inMemory: Bool) async throws
  {
    try await demo { database, samples in
      _ = try await samples.make(.init(people: 1000, seed: 1, asOf: Self.asOf))
      let records = RecordIndex(database, share: SearchScene.share) { Timestamp(utcMidnight: Self.asOf) }
      let following = inMemory ? Task { await records.run() } : nil
      defer { following?.cancel() }
      if inMemory { try await records.loaded() }
      let search = SearchService(records, database: database)
      let now = Timestamp(utcMidnight: Self.asOf).adding(seconds: 86_399)
      for (what, knowing, isTold) in Self.knowing {
        var typed = knowing
        typed.name = "María de la Cruz Menjívar"
        let request = try SearchRequest.parse(typed, today: Self.asOf).get()
        var told = false
        if case .found = try await search.search(request, now: now) { told = true }
        #expect(told == isTold, "who knows \(what)")
      }
    }
  }
}
