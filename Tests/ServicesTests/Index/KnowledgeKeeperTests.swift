import CivilTime
import Linkage
import Stores
import Testing

@testable import Services

@Suite struct `What is weighed by without the index` {
  @Test func `is taken from an index that loads, where a batch has come since people were counted`() async throws {
    try await SearchScene.with { scene in
      try await scene.list("VILLATORO XILOJ, JOSE", birth: "1991-04-03", country: "HN")
      var counts = RecordCounts()
      counts.people = 1
      try await RecordCountStore(scene.records.database).keep(.init(counts: counts))
      let today = try #require(scene.now.utcDay)
      let keeper = KnowledgeKeeper(
        database: scene.records.database, share: SearchScene.share, numbers: ANumberKeys()
      ) { true }
      // What was counted holds while nothing but a few people came.
      #expect(try await keeper.countedRecords(today: today).kept.counts.people == 1)
      try await scene.tell("batch", scene.batch)
      let loading = KnowledgeKeeper(
        database: scene.records.database, share: SearchScene.share, numbers: ANumberKeys()
      ) { true }
      let asked = Task { try await loading.countedRecords(today: today).kept.counts.people }
      try await Task.sleep(for: .milliseconds(300))
      counts.people = 4711
      let known = try await loading.knowledge()
      await loading.adopt(.init(counts: counts), known.knowledge, weights: known.weights)
      #expect(try await asked.value == 4711)
    }
  }
}
