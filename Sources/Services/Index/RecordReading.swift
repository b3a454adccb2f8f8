internal import CivilTime
internal import Foundation
internal import Linkage
internal import Postgres
internal import Stores

/// Reads people for matching: all of them, on every core, or a few.
struct RecordReading: Sendable {
  let database: Database
  let letters: Transliteration
  let numbers: ANumberKeys
  let knowledge: LinkageKnowledge

  /// So many people are read, taken apart and encoded in one go.
  private static let step = 25_000
  /// People who changed are read in parts, so that memory stays bounded.
  private static let few = 10_000

  struct Everybody: Sendable {
    var index: PersonIndex
    var minors: [Int64: CivilDate] = [:]
    var spellings: [String: Set<String>] = [:]
  }

  /// Everybody, as of some moment after the call. `progress` is told how many people were read so far.
  func everybody(today: CivilDate, progress: @Sendable (Int) -> Void = { _ in }) async throws -> Everybody {
    let store = IndexStore(database)
    let steps = try await store.steps(of: Self.step)
    let assembly = try await assembly(today)
    var chunks = [EncodedChunk?](repeating: nil, count: steps.count)
    var all = Everybody(index: PersonIndex(knowledge))
    try await withThrowingTaskGroup(of: Part.self) { group in
      // One more than there are cores: while one waits for the database the others work.
      var next = 0
      var people = 0
      func start() {
        guard next < steps.count else { return }
        let (number, first, end) = (next, steps[next], next + 1 < steps.count ? steps[next + 1] : nil)
        next += 1
        group.addTask {
          let read = assembly.assemble(try await store.rows(from: first, before: end))
          return Part(
            number: number, chunk: EncodedChunk(read.people, knowledge), people: read.people.count, minors: read.minors,
            spellings: read.spellings)
        }
      }
      for _ in 0...ProcessInfo.processInfo.activeProcessorCount { start() }
      while let part = try await group.next() {
        start()
        chunks[part.number] = part.chunk
        all.minors.merge(part.minors) { $1 }
        all.spellings.merge(part.spellings) { $0.union($1) }
        people += part.people
        progress(people)
      }
    }
    all.index = PersonIndex.build(chunks.compactMap(\.self), knowledge)
    chunks = []
    FreedMemory.giveBack()
    return all
  }

  private struct Part: Sendable {
    let number: Int
    let chunk: EncodedChunk
    let people: Int
    let minors: [Int64: CivilDate]
    let spellings: [String: Set<String>]
  }

  /// Some people, a part at a time; who is not among the people of a part is not listed, or a minor.
  func people(
    _ ids: some Collection<Int64>, today: CivilDate, _ body: ([Int64], PeopleAssembly.Result) throws -> Void
  ) async throws {
    let store = IndexStore(database)
    let assembly = try await assembly(today)
    let ids = ids.sorted()
    for start in stride(from: 0, to: ids.count, by: Self.few) {
      let part = Array(ids[start..<min(start + Self.few, ids.count)])
      try body(part, assembly.assemble(try await store.rows(of: part)))
    }
  }

  private func assembly(_ today: CivilDate) async throws -> PeopleAssembly {
    PeopleAssembly(
      letters: letters, parser: NameParser(knowledge.lexicon), numbers: numbers,
      places: try await IndexStore(database).places(), today: today)
  }
}
