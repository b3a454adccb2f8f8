import CivilTime
import Linkage
import Locking
import Migrator
import Postgres
import Services
import TestKit
import Testing

/// A moment that tests move on.
final class Moment: Sendable {
  private let locked: Locked<Timestamp>
  init(_ start: Timestamp) { locked = Locked(start) }
  var value: Timestamp { locked.withLock { $0 } }
  func add(_ seconds: Double) { locked.withLock { $0 = $0.adding(seconds: seconds) } }
}

@Suite struct `Following the records` {
  /// Surnames that no two share a letter pattern of, so that each finds one person.
  private static let surnames = ["XILOJ", "BAGLIETTO", "MENDOZA", "QUISPE", "OKONKWO", "WYSOCKI", "TRUJILLO", "FAROOQ"]

  @Test func `misses nobody who is written while it reads`() async throws {
    try await SearchScene.with { scene in
      for number in 0..<40 { try await scene.list("LOPEZ \(Self.letters(number)), ANA") }
      let written = Locked<[String: Int64]>([:])
      try await scene.records.running {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for surname in Self.surnames {
            group.addTask {
              for given in ["JOSE", "RUTH", "IGOR"] {
                let id = try await scene.list("\(surname), \(given)")
                try await scene.tell("person", id)
                written.withLock { $0["\(given) \(surname)"] = id }
              }
            }
          }
          try await group.waitForAll()
        }
        try await scene.records.catchUp()
        for (name, id) in written.withLock({ $0 }) {
          #expect(try await scene.records.found(name).first == id, "\(name)")
        }
        #expect(scene.records.status.people == 40 + Self.surnames.count * 3)
      }
    }
  }

  @Test func `does not skip a change that is committed late`() async throws {
    try await SearchScene.with { scene in
      try await scene.records.running {
        try await scene.records.catchUp()
        try await scene.owner.transaction { transaction in
          let id = try await transaction.first(
            "insert into person (batch_id, is_sample) values (\(scene.batch), \(scene.isSample)) returning id")?.decode(
              Int64.self)
          try await transaction.execute(
            """
            insert into person_description (person_id, batch_id, full_name, reported_at)
            values (\(id), \(scene.batch), 'VILLATORO, JOSE', now())
            """)
          try await transaction.execute("select paradero.append_change('person', \(id))")
          // Numbered and not yet committed: meanwhile the index looks, and sees nothing.
          try await scene.records.catchUp()
          #expect(try await scene.records.found("Jose Villatoro").isEmpty)
        }
        try await scene.records.catchUp()
        #expect(try await scene.records.found("Jose Villatoro").count == 1)
      }
    }
  }

  @Test func `of several instances comes to the same answers`() async throws {
    try await SearchScene.with { scene in
      for surname in Self.surnames { try await scene.list("\(surname), JOSE", birth: "1991-04-03", country: "HN") }
      let (other, database) = try scene.anotherIndex()
      try await scene.records.running {
        try await other.running {
          // Both count what they weigh by before anybody else is listed.
          try await scene.records.catchUp()
          try await other.catchUp()
          let batch = try await scene.newBatch(isFinished: true)
          for surname in Self.surnames {
            let id = try await scene.listing(in: batch).list("\(surname) LOPEZ, JOSE", birth: "1990-01-02")
            try await scene.tell("person", id)
          }
          try await scene.records.catchUp()
          try await other.catchUp()
          for surname in Self.surnames {
            let sought = [SoughtPerson(name: "Jose \(surname)", birth: .year(1991))]
            let one = try #require(try await scene.records.searchMemory(sought, limit: 20))
            #expect(one.count >= 2)
            let another = try #require(try await other.searchMemory(sought, limit: 20))
            #expect(areSame(one, another))
          }
        }
      }
      await database.close()
    }
  }

  @Test func `takes a batch of thousands together`() async throws {
    try await SearchScene.with { scene in
      let batch = try await scene.newBatch(isFinished: false)
      try await scene.records.running {
        try await scene.records.catchUp()
        try await scene.owner.transaction { transaction in
          try await transaction.execute(
            """
            with added as (
              insert into person (batch_id, is_sample)
              select id, is_sample from batch, generate_series(1, 12000) where id = \(batch) returning id, batch_id)
            insert into person_description (person_id, batch_id, full_name, birth_year, birth_basis, reported_at)
            select id, batch_id, 'PERSON' || translate(id::text, '0123456789', 'abcdefghij') || ', JOSE', 1980, 'year', now()
            from added
            """)
          try await transaction.execute("update batch set finished_at = now() where id = \(batch)")
          try await transaction.execute("select paradero.append_change('batch', \(batch))")
        }
        try await scene.records.catchUp()
        #expect(scene.records.status.people == 12_000)
        try await scene.owner.transaction { transaction in
          try await transaction.execute(
            "update batch set withdrawn_at = now(), withdrawn_reason = 'a test' where id = \(batch)")
          try await transaction.execute("select paradero.append_change('batch_withdrawn', \(batch))")
        }
        try await scene.records.catchUp()
        #expect(scene.records.status.people == 0)
        #expect(scene.records.status.loads == 1)
      }
    }
  }

  @Test func `reads everything anew when the table of changes is another one`() async throws {
    try await SearchScene.with { scene in
      let id = try await scene.list("VILLATORO, JOSE")
      try await scene.tell("person", id)
      try await scene.records.running {
        try await scene.records.catchUp()
        // As after a restore: somebody else is there, and the change that was followed never happened.
        let other = try await scene.list("BAGLIETTO, RUTH")
        try await scene.owner.execute("delete from change")
        for _ in 0..<500 where scene.records.status.loads < 2 { try await Task.sleep(for: .milliseconds(20)) }
        try await scene.records.catchUp()
        #expect(try await scene.records.found("Ruth Baglietto") == [other])
      }
    }
  }

  @Test func `goes on when the server was killed in between`() async throws {
    let server = try await ThrowawayServer.start()
    let owner = Database(try DatabaseConfiguration(url: server.url, poolSize: 2))
    _ = try await SchemaMigrator().migrate(owner)
    let readers = Database(try DatabaseConfiguration(url: server.url, user: "paradero_index", poolSize: 3))
    let records = RecordIndex(readers, share: SearchScene.share) { SearchScene.now }
    try await owner.execute("insert into source (name, kind, trust) values ('Roster', 'roster', 2)")
    try await owner.execute("insert into batch (source_id, kind, finished_at) select id, 'import', now() from source")
    func list(_ name: String) async throws {
      try await owner.transaction { transaction in
        let id = try await transaction.first("insert into person (batch_id) select id from batch returning id")?
          .decode(Int64.self)
        try await transaction.execute(
          """
          insert into person_description (person_id, batch_id, full_name, reported_at)
          select \(id), id, \(name), now() from batch
          """)
        try await transaction.execute("select paradero.append_change('person', \(id))")
      }
    }
    try await list("VILLATORO, JOSE")
    try await records.running {
      try await records.catchUp()
      await server.kill()
      try await server.start()
      for _ in 0..<200 {
        do {
          try await list("BAGLIETTO, RUTH")
          break
        } catch let error as PostgresError where !error.outcomeIsUnknown {
          try await Task.sleep(for: .milliseconds(50))
        }
      }
      try await records.catchUp()
      #expect(try await records.found("Jose Villatoro").count == 1)
      #expect(try await records.found("Ruth Baglietto").count == 1)
      #expect(records.status.loads == 1)
    }
    await readers.close()
    await owner.close()
    await server.kill()
  }

  @Test func `is not asked once it may lag by a second`() async throws {
    try await SearchScene.with { scene in
      try await scene.list("VILLATORO XILOJ, JOSE", birth: "1991-04-03", country: "HN")
      let input = SearchInput(name: "Jose Villatoro Xiloj", birth: "1991-04-03", country: "HN")
      try await scene.records.running {
        try await scene.records.catchUp()
        // Nobody looks at changes while the table is locked; meanwhile somebody else is listed.
        try await scene.owner.transaction { transaction in
          try await transaction.execute("lock table change in access exclusive mode")
          for _ in 0..<500 where (scene.records.status.behind ?? .zero) < RecordIndex.mostLag {
            try await Task.sleep(for: .milliseconds(20))
          }
          let before = scene.records.status.fromDatabase
          #expect(try await scene.found(input).count == 1)
          #expect(scene.records.status.fromDatabase == before + 1)
        }
        let before = scene.records.status.fromMemory
        // On a machine that is busy it may lag again when it is asked.
        for _ in 0..<500 where scene.records.status.fromMemory == before {
          try await scene.records.catchUp()
          #expect(try await scene.found(input).count == 1)
        }
        #expect(scene.records.status.fromMemory > before)
      }
    }
  }

  private static func letters(_ number: Int) -> String {
    String(
      String(number).map { Character(UnicodeScalar(UInt8(ascii: "A") + ($0.wholeNumberValue.map { UInt8($0) } ?? 0))) })
  }
}
