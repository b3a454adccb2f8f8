import CivilTime
import Disclosure
import Postgres
import Records
import Services
import Stores
import Testing

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
