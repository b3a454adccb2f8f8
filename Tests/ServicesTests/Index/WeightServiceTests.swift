import CivilTime
import Linkage
import Postgres
import Services
import TestKit
import Testing

@Suite struct `Weights of matching` {
  private static let asOf = CivilDate(year: 2026, month: 11, day: 20) ?? .farthest

  @Test func `hold as they are by default until they were learnt, and then say from what`() async throws {
    try await withScratchDatabase(poolSize: 3) { owner, url in
      try await owner.execute("insert into installation (kind) values ('test') on conflict do nothing")
      try await owner.execute(
        "insert into facility (code, name, kind, city, state, origin) values ('FLO', 'Center', 'detention', 'Florence', 'AZ', 'test')"
      )
      let service = WeightService(owner, share: SearchScene.share)
      let before = try await service.current()
      #expect(before.learnt == nil)
      #expect(before.weights == Weights())
      #expect(try await service.countedAt() == nil)
      _ = try await SampleService(database: owner, share: SearchScene.share)
        .make(.init(people: 800, seed: 3, asOf: Self.asOf))
      let reader = Database(try DatabaseConfiguration(url: url, user: "paradero_index", poolSize: 3))
      let now = Timestamp(utcMidnight: Self.asOf)
      let report = try await service.learn(as: reader, now: now)
      let after = try await service.current()
      #expect(after.learnt?.people == report.people)
      #expect(report.people > 700)
      #expect(after.weights == report.learnt.weights)
      #expect(try await service.countedAt() != nil)
      // Nobody but the owner decides what everybody is weighed by.
      let error = await #expect(throws: PostgresError.self) {
        try await reader.execute("insert into learnt_weights (people, data, weights) values (1, 'x', 'y')")
      }
      #expect(error?.code == .insufficientPrivilege)
      await reader.close()
    }
  }

  @Test func `are kept and read as the same`() async throws {
    var weights = Weights()
    weights.birthExact = Weights.Odds(m: 0.71, u: 0.000_123_4)
    let learnt = LearntWeights(weights: weights, pairs: 4321)
    #expect(LearntWeights(text: learnt.text) == learnt)
  }
}
