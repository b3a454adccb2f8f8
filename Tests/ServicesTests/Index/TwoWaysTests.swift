import CivilTime
import Foundation
import Linkage
import Postgres
import Services
import TestKit
import Testing

/// The index in memory and the database's keys, side by side on invented people.
@Suite struct `Both ways of searching` {
  private static let asOf = CivilDate(year: 2026, month: 11, day: 20) ?? .farthest
  private static let people = 2000
  private static let searches = 200

  @Test func `give the same people in the same order with the same bits`() async throws {
    let truth = FileManager.default.temporaryDirectory.appending(path: "truth-\(UInt64.random(in: 0 ... .max)).tsv")
      .path
    defer { try? FileManager.default.removeItem(atPath: truth) }
    try await withScratchDatabase(poolSize: 3) { owner, url in
      try await owner.execute("insert into installation (kind) values ('test') on conflict do nothing")
      try await owner.execute(
        """
        insert into facility (code, name, kind, city, state, origin) values
          ('LOSHOLD', 'Hold', 'hold_room', 'Los Angeles', 'CA', 'test'), ('FLO', 'Center', 'detention', 'Florence', 'AZ', 'test')
        """)
      try await owner.execute(
        "insert into transfer_count select f.id, g.id, 9, '2023-11-01', '2025-03-01' from facility f, facility g where f.id < g.id"
      )
      _ = try await SampleService(database: owner, share: SearchScene.share)
        .make(.init(people: Self.people, seed: 11, asOf: Self.asOf, truthFile: truth))
      let readers = Database(try DatabaseConfiguration(url: url, user: "paradero_index", poolSize: 3))
      let now = Timestamp(utcMidnight: Self.asOf).adding(seconds: 3600)
      let records = RecordIndex(readers, share: SearchScene.share) { now }
      try await records.running {
        try await records.catchUp()
        var found = 0
        for request in try Self.requests(truth) {
          let memory = try #require(try await records.searchMemory(request.readings, limit: 50))
          let database = try await records.searchDatabase(request.readings, limit: 50, now: now)
          #expect(areSame(memory, database), "\(request.name)")
          found += memory.isEmpty ? 0 : 1
        }
        #expect(found > Self.searches / 2)
      }
      await readers.close()
    }
  }

  /// One in four is a Maria and one in four a Garcia, so that neither name is walked alone, and some have no birth.
  @Test func `find the same people of whom no birth is known, by a common name`() async throws {
    try await withScratchDatabase(poolSize: 3) { owner, url in
      try await owner.runScript(
        """
        insert into installation (kind) values ('test') on conflict do nothing;
        insert into source (name, kind, trust, is_public) values ('Roster', 'roster', 2, true);
        insert into batch (source_id, kind, finished_at) select id, 'import', now() from source;
        insert into person (batch_id) select b.id from batch b, generate_series(1, 12000);
        insert into person_description (person_id, batch_id, full_name, birth_date, birth_year, birth_basis, country, reported_at)
        select person_id, batch_id, family || ', ' || given, birth, extract(year from birth), case when birth is not null then 'date' end,
          'MX', now()
        from (
          select p.id as person_id, p.batch_id, case when n % 4 = 0 then 'Maria' else 'Nombre' || n end as given,
            case when n / 4 % 4 = 0 then 'Garcia' else 'Apellido' || n end as family,
            case when n % 1600 <> 0 then make_date(1950 + (n / 16 % 50)::int, 1 + (n / 16 % 9)::int, 11) end as birth
          from person p, lateral (select p.id - (select min(id) from person)) numbered (n)) invented;
        """)
      let readers = Database(try DatabaseConfiguration(url: url, user: "paradero_index", poolSize: 3))
      let now = Timestamp(utcMidnight: Self.asOf).adding(seconds: 3600)
      let records = RecordIndex(readers, share: SearchScene.share) { now }
      try await records.running {
        try await records.catchUp()
        let birth = CivilDate(year: 1990, month: 6, day: 15) ?? .farthest
        let request = SearchRequest(name: "Maria Garcia", births: [.day(birth)])
        let memory = try #require(try await records.searchMemory(request.readings, limit: 12_000))
        #expect(areSame(memory, try await records.searchDatabase(request.readings, limit: 12_000, now: now)))
        let first = try await owner.first("select min(id) from person")?.decode(Int64.self) ?? 0
        let found = Set(memory.map(\.assessment.id))
        #expect(found.count < 400)
        #expect(found.isSuperset(of: stride(from: first, to: first + 12_000, by: 1600)))
      }
      await readers.close()
    }
  }

  /// What families may type of some of the people: all kinds of facts, and numbers one digit off.
  private static func requests(_ truth: String) throws -> [SearchRequest] {
    let lines = try String(contentsOfFile: truth, encoding: .utf8).split(separator: "\n").dropFirst()
    return lines.enumerated().filter { $0.offset % (people / searches) == 0 }.map { number, line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      let birth = CivilDate(iso: columns[5])
      var request = SearchRequest(name: columns[2])
      switch number % 5 {
      case 0: request.births = birth.map { [.day($0)] } ?? []
      case 1: request.births = birth.map { [.year($0.year)] } ?? []
      case 2: request.births = birth.map { [.age($0.age(on: asOf), on: asOf)] } ?? []
      case 3: request.arrestPlace = "Los Angeles"
      default: break
      }
      if number % 2 == 0 { request.country = columns[6] }
      if number % 7 == 0 { request.aNumber = String(200_000_000 + number) }
      return request
    }
  }
}
