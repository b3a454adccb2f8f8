import CivilTime
import Linkage
import Stores
import Testing

@testable import Services

@Suite struct `What is weighed by without the index` {
  private static func loading(_ scene: SearchScene) -> KnowledgeKeeper {
    KnowledgeKeeper(database: scene.records.database, share: SearchScene.share, numbers: ANumberKeys()) { true }
  }

  @Test func `is what was counted before, while few have come since, though an index loads and may never end`()
    async throws
  {
    try await SearchScene.with { scene in
      try await scene.list("VILLATORO XILOJ, JOSE", birth: "1991-04-03", country: "HN")
      var counts = RecordCounts()
      counts.people = 4711
      try await RecordCountStore(scene.records.database).keep(.init(counts: counts))
      try await scene.tell("batch", scene.batch)
      let known = try await Self.loading(scene).countedRecords(today: try #require(scene.now.utcDay))
      #expect(known.kept.counts.people == 4711)
      #expect(known.kept.counts.words["villatoro"]?.bearers == 1, "a new name is known")
    }
  }

  @Test func `is taken from an index that loads, where nobody has counted`() async throws {
    try await SearchScene.with { scene in
      try await scene.list("VILLATORO XILOJ, JOSE", birth: "1991-04-03", country: "HN")
      let keeper = Self.loading(scene)
      let today = try #require(scene.now.utcDay)
      let asked = Task { try await keeper.countedRecords(today: today).kept.counts.people }
      let cancelled = Task { try await keeper.countedRecords(today: today).kept.counts.people }
      try await Task.sleep(for: .milliseconds(300))
      // Whoever gives up leaves at once, and takes nothing from those who wait.
      cancelled.cancel()
      await #expect(throws: CancellationError.self) { try await cancelled.value }
      var counts = RecordCounts()
      counts.people = 4711
      let known = try await keeper.knowledge()
      await keeper.adopt(.init(counts: counts), known.knowledge, weights: known.weights)
      #expect(try await asked.value == 4711)
    }
  }
}
