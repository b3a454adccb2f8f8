package import CivilTime
package import Postgres
internal import Foundation
internal import Linkage
internal import Stores

/// Fills a demo or a test with invented people, repeatably for a seed. Refuses installations for real records.
package struct SampleService: Sendable {
  private let store: SampleStore
  private let share: String

  /// - Parameter database: a pool that may write people, of two connections or more, with patient timeouts.
  package init(database: Database, share: String) {
    store = SampleStore(database)
    self.share = share
  }

  package struct Plan: Sendable {
    package var people: Int
    package var seed: UInt64
    package var asOf: CivilDate
    /// Where the true identities go, for benchmarks; nil for nowhere.
    package var truthFile: String?

    package init(people: Int, seed: UInt64, asOf: CivilDate, truthFile: String? = nil) {
      self.people = people
      self.seed = seed
      self.asOf = asOf
      self.truthFile = truthFile
    }
  }

  package struct Made: Sendable {
    package let batch: Int64
    package let people: Int
    package let descriptions: Int
    package let events: Int
  }

  /// People of one transaction: small enough for memory, large enough for COPY to run at full speed.
  private static let chunk = 10_000

  package func make(_ plan: Plan, progress: @Sendable (Int) -> Void = { _ in }) async throws -> Made {
    guard let kind = try await store.installationKind() else { throw SampleFault.notMigrated }
    guard kind != "production" else { throw SampleFault.production }
    let inventor = Inventor(seed: plan.seed, asOf: plan.asOf, pools: try NamePools(share: share))
    let paths = try CustodyPaths(
      places: try await store.places(), transfers: try await store.transfers(), asOf: plan.asOf)
    let truth = try plan.truthFile.map(TruthFile.init)
    let (batch, first) = try await store.open(
      label: "\(plan.people) people, seed \(plan.seed), as of \(plan.asOf.iso)", people: plan.people)
    let maker = ChunkMaker(
      inventor: inventor, recording: Recording(asOf: plan.asOf), paths: paths, batch: batch, firstPerson: first,
      isTruthWanted: truth != nil, demo: plan.seed == 1 ? demoPeople : [], numbers: store.numbers)
    do {
      let counts = try await copy(plan.people, maker, truth, progress)
      try await store.finish(batch: batch, people: plan.people)
      return Made(batch: batch, people: plan.people, descriptions: counts.descriptions, events: counts.events)
    } catch {
      try? await store.abandon(batch: batch)
      throw error
    }
  }

  /// Two chunks at a time, each made and copied on a connection of its own; the truth is written in order.
  private func copy(
    _ people: Int, _ maker: ChunkMaker, _ truth: TruthFile?, _ progress: @Sendable (Int) -> Void
  ) async throws -> (descriptions: Int, events: Int) {
    let starts = Array(stride(from: 0, to: people, by: Self.chunk))
    var counts = (descriptions: 0, events: 0)
    var waiting: [Int: [UInt8]] = [:]
    var written = 0
    var done = 0
    try await withThrowingTaskGroup(of: (Int, ChunkMaker.Chunk).self) { group in
      var next = 0
      func start() {
        guard next < starts.count else { return }
        let index = next
        next += 1
        group.addTask {
          let chunk = maker.make(starts[index]..<min(people, starts[index] + Self.chunk))
          try await store.copy(chunk.rows)
          return (index, chunk)
        }
      }
      start()
      start()
      while let (index, chunk) = try await group.next() {
        start()
        counts.descriptions += chunk.descriptions
        counts.events += chunk.events
        done += chunk.people
        progress(done)
        guard let truth else { continue }
        waiting[index] = chunk.truth
        while let bytes = waiting.removeValue(forKey: written) {
          try truth.write(bytes)
          written += 1
        }
      }
    }
    return counts
  }
}

/// Makes the rows of a range of people.
struct ChunkMaker: Sendable {
  let inventor: Inventor
  let recording: Recording
  let paths: CustodyPaths
  let batch: Int64
  let firstPerson: Int64
  let isTruthWanted: Bool
  let demo: [DemoPerson]
  let numbers: NumberBoundary

  struct Chunk: Sendable {
    var rows: SampleStore.Rows
    var truth: [UInt8]
    var people = 0
    var descriptions = 0
    var events = 0
  }

  func make(_ range: Range<Int>) -> Chunk {
    var out = SampleRows(batch: batch, numbers: numbers)
    var chunk = Chunk(rows: SampleStore.Rows(), truth: [])
    for index in range {
      var random = SplitMix64(seed: inventor.seed, item: UInt64(index))
      let (person, records, events) = make(index, &random)
      out.add(firstPerson + Int64(index), person, records, events, isTruthWanted: isTruthWanted)
      chunk.people += 1
      chunk.descriptions += records.count
      chunk.events += events.count
    }
    chunk.rows = out.rows
    chunk.truth = out.truth
    return chunk
  }

  private func make(
    _ index: Int, _ random: inout SplitMix64
  ) -> (TruePerson, [RecordedPerson], [InventedEvent]) {
    if let example = demo[safe: index], let person = example.person {
      // Somebody who is still held makes the better example.
      for _ in 0..<200 {
        let path = paths.path(from: example.enteredAt, days: example.daysAgo, &random)
        if let last = path.last, ["book_in", "transfer"].contains(last.kind) {
          return (person, [example.record], path)
        }
      }
      return (person, [example.record], [])
    }
    let person = inventor.person(&random)
    var records = [recording.record(person, &random)]
    // One in twelve was written down twice, by two people who heard two things.
    if random.chance(0.08) { records.append(recording.record(person, &random)) }
    return (person, records, paths.path(&random))
  }
}

/// The file with who the invented people really are. Written beside the database, never into it.
final class TruthFile: Sendable {
  private let handle: FileHandle

  init(_ path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: Data(SampleRows.truthHeader.utf8)),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw CocoaError(.fileWriteUnknown) }
    try handle.seekToEnd()
    self.handle = handle
  }

  func write(_ bytes: [UInt8]) throws { try handle.write(contentsOf: Data(bytes)) }
}
