import CivilTime
import Disclosure
import Linkage
import Postgres
import Records
import Services
import Stores
import Testing
import Vault

@Suite struct `A contest of a record` {
  private static func contest(_ scene: SearchScene, _ id: Int64) async throws -> Int64 {
    #expect(try await scene.protect(id, .contested) == .done)
    return try #require(try await scene.protection.standingAtConsole(of: id, now: scene.now).first).id
  }

  @Test func `that is rejected ends, and the record is told of again`() async throws {
    try await SearchScene.with("production") { scene in
      let id = try await scene.listJose()
      let contest = try await Self.contest(scene, id)
      #expect(try await scene.told(SearchScene.knowing) == nil)
      #expect(try await scene.protection.applyAtConsole(.decide(contest, isUpheld: false), now: scene.now) == .done)
      #expect(try await scene.told(SearchScene.knowing) != nil)
      #expect(try await scene.protection.applyAtConsole(.decide(contest, isUpheld: false), now: scene.now) == .already)
      #expect(try await scene.audited(.contestDecided).map(\.purpose) == ["rejected"])
    }
  }

  @Test func `that is upheld takes the record back, and another import of it too`() async throws {
    try await SearchScene.with("production") { scene in
      let id = try await scene.listJose()
      let contest = try await Self.contest(scene, id)
      #expect(try await scene.protection.applyAtConsole(.decide(contest, isUpheld: true), now: scene.now) == .done)
      #expect(try await scene.told(SearchScene.knowing) == nil)
      #expect(try await scene.found(SearchScene.knowing).first?.hindrances == [.suppressed])
      // The same list comes in again, after the record itself was erased.
      try await scene.owner.execute("update protection set person_id = person_id where person_id = \(id)")
      let again = try await scene.listJose()
      #expect(again != id)
      try await scene.owner.execute("update suppression set person_id = null")
      #expect(try await scene.told(SearchScene.knowing) == nil)
      #expect(try await scene.found(SearchScene.knowing).allSatisfy { $0.hindrances.contains(.suppressed) })
      #expect(
        try await scene.told(SearchInput(name: "Jose Villatoro", aNumber: "234561078")) == nil, "nor by the number")
      #expect(try await scene.audited(.contestDecided).map(\.purpose) == ["upheld"])
    }
  }

  /// What the table holds must not be found by trying numbers: an A-number has nine digits.
  @Test func `that is upheld is known again by digests that nobody can make without the service's key`() async throws {
    let keys = ServiceKeys.generate()
    try await SearchScene.with("production", keys: keys) { scene in
      func plainOnes() async throws -> Int? {
        try await scene.owner.first(
          """
          select count(*) from suppression where digest in (
            sha256(convert_to('a-number 234561078', 'UTF8')), sha256(convert_to('record ' || person_id, 'UTF8')),
            sha256(convert_to('name 1991-04-03 villatoro xiloj jose', 'UTF8')))
          """)?.decode(Int.self)
      }
      let id = try await scene.listJose()
      let contest = try await Self.contest(scene, id)
      // At the command line there is no key: the digests are plain, and serve all the same.
      let console = ProtectionService(scene.owner)
      #expect(try await console.applyAtConsole(.decide(contest, isUpheld: true), now: scene.now) == .done)
      #expect(try await plainOnes() == 3)
      #expect(try await scene.told(SearchScene.knowing) == nil)
      // The service makes them again within the hour, each once.
      #expect(try await ProtectionStore(scene.staff).keySuppressions() == 3)
      #expect(try await ProtectionStore(scene.staff).keySuppressions() == 0)
      #expect(try await plainOnes() == 0)
      try await scene.owner.execute("update suppression set person_id = null")
      let again = try await scene.listJose()
      #expect(again != id)
      #expect(try await scene.told(SearchScene.knowing) == nil)
      #expect(try await scene.told(SearchInput(name: "Jose Villatoro", aNumber: "234561078")) == nil)
      // Somebody else is told of as before.
      let other = SearchInput(name: "Ana Lucia Quispe", birth: "1988-06-17", country: "PE")
      _ = try await scene.list("QUISPE, ANA LUCIA", birth: "1988-06-17", country: "PE")
      #expect(try await scene.told(other) != nil)
      // Without the key nobody knows who is meant, so nobody is told of at all.
      let keyless = Database(try DatabaseConfiguration(url: scene.url, user: "paradero_public", poolSize: 1))
      let request = try SearchRequest.parse(other, today: scene.now.utcDay ?? .farthest).get()
      let outcome = try await SearchService(scene.records, database: keyless).search(request, now: scene.now)
      if case .found = outcome { Issue.record("somebody was told of without the key") }
      await keyless.close()
      // A contest that is upheld where the key is there is never written without it.
      let second = try await Self.contest(scene, try #require(try await scene.found(other).first).assessment.id)
      #expect(try await scene.protection.applyAtConsole(.decide(second, isUpheld: true), now: scene.now) == .done)
      #expect(try await scene.owner.first("select 1 from suppression where not is_keyed") == nil)
      #expect(try await scene.protection.applyAtConsole(.restore(second), now: scene.now) == .done)
      #expect(try await scene.told(other) != nil)
    }
  }

  @Test func `that was upheld by mistake is undone`() async throws {
    try await SearchScene.with("production") { scene in
      let id = try await scene.listJose()
      let contest = try await Self.contest(scene, id)
      try await scene.protection.applyAtConsole(.decide(contest, isUpheld: true), now: scene.now)
      #expect(try await scene.protection.applyAtConsole(.restore(contest), now: scene.now) == .done)
      #expect(try await scene.protection.applyAtConsole(.restore(contest), now: scene.now) == .already)
      #expect(try await scene.told(SearchScene.knowing) != nil)
      #expect(try await scene.audited(.contestDecided).map(\.purpose) == ["upheld", "undone"])
    }
  }

  @Test func `is decided of contests alone, by responders alone`() async throws {
    try await SearchScene.with("production") { scene in
      let id = try await scene.listJose()
      #expect(try await scene.protect(id, .hidden) == .done)
      let hidden = try #require(try await scene.protection.standingAtConsole(of: id, now: scene.now).first).id
      for isUpheld in [true, false] {
        #expect(
          try await scene.protection.applyAtConsole(.decide(hidden, isUpheld: isUpheld), now: scene.now) == .already)
      }
      #expect(try await scene.owner.first("select 1 from suppression") == nil)
      #expect(try await scene.found(SearchScene.knowing).first?.hindrances == [.hidden])
    }
  }
}
