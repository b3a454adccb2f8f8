internal import CivilTime
internal import Foundation
internal import Linkage

/// A list in memory, ready to be searched: its people numbered in the order of their rows.
struct ListIndex: Sendable {
  /// The file's own names for its rows, by number.
  var ids: [String] = []
  var index: PersonIndex
  private(set) var chunks: [EncodedChunk] = []
  var faults: [RowFault] = []
  /// Seconds of encoding and building, reading the file left out.
  var seconds = 0.0

  /// Rows of one encoded chunk.
  private static let chunkSize = 20_000
  /// Rows that are read before they are encoded side by side.
  private static let slabSize = 160_000

  /// - Parameter joinsRows: rows with one id that follow each other describe one person; else each row is a person.
  static func read(
    _ file: ListFile, _ knowledge: LinkageKnowledge, today: CivilDate, letters: Transliteration,
    joinsRows: Bool = false, progress: (Int) -> Void = { _ in }
  ) async throws -> ListIndex {
    var list = ListIndex(index: PersonIndex(knowledge))
    var reader = try file.reader(today: today, letters: letters)
    while true {
      let (read, faults) = try reader.take(slabSize)
      list.faults += faults
      guard !read.isEmpty else { break }
      var people: [[ListRow]] = []
      for row in read {
        if joinsRows, people.last?[0].id == row.id {
          people[people.count - 1].append(row)
        } else {
          people.append([row])
        }
      }
      let first = Int64(list.ids.count)
      list.ids += people.map { $0[0].id }
      let start = ContinuousClock.now
      list.chunks += await encode(people, from: first, knowledge)
      list.seconds += (ContinuousClock.now - start) / .seconds(1)
      progress(reader.rowsRead)
      try Task.checkCancellation()
    }
    list.build(knowledge)
    return list
  }

  /// Builds the index from what was encoded; again when weights have been learnt.
  mutating func build(_ knowledge: LinkageKnowledge) {
    let start = ContinuousClock.now
    index = PersonIndex.build(chunks, knowledge)
    seconds += (ContinuousClock.now - start) / .seconds(1)
  }

  /// Lets go of what only another build would need.
  mutating func settle() {
    chunks = []
    FreedMemory.giveBack()
  }

  private static func encode(
    _ people: [[ListRow]], from first: Int64, _ knowledge: LinkageKnowledge
  ) async -> [EncodedChunk] {
    let starts = Array(stride(from: 0, to: people.count, by: chunkSize))
    return await withTaskGroup(of: (Int, EncodedChunk).self) { group in
      for start in starts {
        group.addTask {
          let part = people[start..<min(people.count, start + chunkSize)]
          let encoded = part.enumerated().map { IndexedPerson(first + Int64(start + $0), $1) }
          return (start, EncodedChunk(encoded, knowledge))
        }
      }
      var chunks: [Int: EncodedChunk] = [:]
      for await (start, chunk) in group { chunks[start] = chunk }
      return starts.compactMap { chunks[$0] }
    }
  }
}
