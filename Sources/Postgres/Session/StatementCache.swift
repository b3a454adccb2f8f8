/// Which statements this connection has prepared, as a value. A statement is prepared when it comes the second time.
struct StatementCache {
  enum Action: Equatable {
    case runUnprepared
    case prepare(as: String)
    case runPrepared(String)
  }

  struct Key: Hashable {
    let sql: String
    let types: [UInt32]
  }

  private struct Entry {
    var name: String?
    var lastUse: Int
  }

  private let limit: Int
  private var entries: [Key: Entry] = [:]
  private var uses = 0
  private var names = 0
  /// Names that the server still holds and nobody will use again.
  private(set) var discarded: [String] = []

  init(limit: Int = 128) { self.limit = limit }

  mutating func use(_ key: Key) -> Action {
    uses += 1
    guard let entry = entries[key] else {
      makeRoom()
      entries[key] = Entry(name: nil, lastUse: uses)
      return .runUnprepared
    }
    entries[key]?.lastUse = uses
    if let name = entry.name { return .runPrepared(name) }
    names += 1
    return .prepare(as: "p\(names)")
  }

  /// The server has prepared it.
  mutating func prepared(_ key: Key, as name: String) { entries[key]?.name = name }

  /// The schema has changed: what was prepared is of no use.
  mutating func forgetAll() {
    discarded += entries.values.compactMap(\.name)
    entries = [:]
  }

  /// What to deallocate now.
  mutating func takeDiscarded() -> [String] {
    defer { discarded = [] }
    return discarded
  }

  private mutating func makeRoom() {
    guard entries.count >= limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
    entries[oldest.key] = nil
    if let name = oldest.value.name { discarded.append(name) }
  }
}
