import CivilTime
import Foundation
import Linkage
import Postgres
import Services
import Testing

extension RecordIndex {
  /// Runs the index for the length of the body.
  func running<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
    let task = Task { await run() }
    let outcome: Result<Value, any Error>
    do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
    task.cancel()
    await task.value
    return try outcome.get()
  }

  struct NeverCaughtUp: Error {}

  /// Waits until everything is in memory that was committed before the call.
  func catchUp() async throws {
    let called = ContinuousClock.now
    for _ in 0..<3000 {
      if let behind = status.behind, ContinuousClock.now - behind >= called { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw NeverCaughtUp()
  }

  /// Who is found by a name alone, in memory.
  func found(_ name: String, birth: KnownBirth? = nil, aNumber: String? = nil) async throws -> [Int64] {
    let verdicts = try await searchMemory([SoughtPerson(name: name, birth: birth, aNumber: aNumber)], limit: 20)
    return try #require(verdicts).map(\.assessment.id)
  }
}

/// The same people in the same order, with the same facts and bits; sums of probabilities may differ in their last digit.
func areSame(_ one: [Verdict], _ other: [Verdict]) -> Bool {
  one.map(\.assessment) == other.map(\.assessment)
    && zip(one, other).allSatisfy { abs($0.probability - $1.probability) < 1e-9 }
}

extension SearchScene {
  /// Tells followers, as whoever changes something does.
  func tell(_ kind: String, _ id: Int64) async throws {
    try await owner.execute("select paradero.append_change(\(kind), \(id))")
  }

  /// Another batch of the roster, finished or not.
  func newBatch(isFinished: Bool) async throws -> Int64 {
    let row = try await owner.first(
      """
      insert into batch (source_id, kind, finished_at)
      select id, \(isSample ? "sample" : "import"), case when \(isFinished) then now() end from source limit 1 returning id
      """)
    return try row?.decode(Int64.self) ?? 0
  }

  /// A scene whose people are listed by another batch.
  func listing(in batch: Int64) -> SearchScene {
    SearchScene(
      owner: owner, visitors: visitors, staff: staff, url: url, records: records, search: search, batch: batch,
      isSample: isSample)
  }

  /// An index of another instance on the same database.
  func anotherIndex(clock: @escaping @Sendable () -> Timestamp = { SearchScene.now }) throws -> (RecordIndex, Database)
  {
    let database = Database(try DatabaseConfiguration(url: url, user: "paradero_index", poolSize: 3))
    return (RecordIndex(database, share: Self.share, clock: clock), database)
  }
}
