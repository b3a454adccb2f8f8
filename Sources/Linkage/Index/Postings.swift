/// Lists of numbers one behind the other: which people bear each word, which were born on each day.
struct Postings: Sendable {
  private(set) var starts: [UInt32]
  private(set) var items: [UInt32]

  /// - Parameter pairs: calls back with every list and item, twice in the same order.
  init(lists: Int, pairs: ((_ list: Int, _ item: UInt32) -> Void) -> Void) {
    var starts = [UInt32](repeating: 0, count: lists + 2)
    pairs { list, _ in starts[list + 2] += 1 }
    for list in 2..<max(2, starts.count) { starts[list] += starts[list - 1] }
    var items = [UInt32](repeating: 0, count: Int(starts.last ?? 0))
    pairs { list, item in
      items[Int(starts[list + 1])] = item
      starts[list + 1] += 1
    }
    starts.removeLast()
    self.starts = starts
    self.items = items
  }

  func count(_ list: Int) -> Int { Int(starts[list + 1] - starts[list]) }
  func range(_ list: Int) -> Range<Int> { Int(starts[list])..<Int(starts[list + 1]) }
  var bytes: Int { (starts.count + items.count) * 4 }
}

/// Numbers sorted by a key, to be found by a key or a range of keys.
struct SortedKeys<Key: FixedWidthInteger & Sendable>: Sendable {
  private(set) var keys: [Key] = []
  private(set) var slots: [UInt32] = []

  init(_ pairs: [(key: Key, slot: UInt32)]) {
    let sorted = pairs.sorted { ($0.key, $0.slot) < ($1.key, $1.slot) }
    keys = sorted.map(\.key)
    slots = sorted.map(\.slot)
  }

  /// The places whose keys lie in a range.
  func places(_ range: Range<Key>) -> Range<Int> { lower(range.lowerBound)..<lower(range.upperBound) }
  func places(_ key: Key) -> Range<Int> {
    let start = lower(key)
    var end = start
    while end < keys.count, keys[end] == key { end += 1 }
    return start..<end
  }

  private func lower(_ key: Key) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  var bytes: Int { keys.count * (MemoryLayout<Key>.size + 4) }
}

/// People by birth: for each day or year that is written, who has it.
struct BirthIndex: Sendable {
  /// Different births in their order, and where each one's people begin.
  private(set) var keys: [UInt32] = []
  private var lists: Postings

  init(_ columns: PeopleColumns) {
    var numbers: [UInt32: UInt32] = [:]
    for facts in columns.facts where facts.birth != .unknown { numbers[facts.birth.sortKey] = 0 }
    for facts in columns.more.values { for birth in facts.births { numbers[birth.sortKey] = 0 } }
    let keys = numbers.keys.sorted()
    for (number, key) in keys.enumerated() { numbers[key] = UInt32(number) }
    self.keys = keys
    let more = columns.more.filter { !$0.value.births.isEmpty }.sorted { $0.key < $1.key }
    // Looked up once a person, not once a pass.
    let own = columns.facts.map { $0.birth == .unknown ? UInt32.max : numbers[$0.birth.sortKey] ?? .max }
    lists = Postings(lists: keys.count) { pair in
      for (slot, number) in own.enumerated() where number != .max { pair(Int(number), UInt32(slot)) }
      for (slot, facts) in more {
        for birth in facts.births { if let number = numbers[birth.sortKey] { pair(Int(number), slot) } }
      }
    }
  }

  /// The places of everybody with a birth.
  func places(_ key: UInt32) -> Range<Int> {
    let number = lower(key)
    return number < keys.count && keys[number] == key ? lists.range(number) : 0..<0
  }

  func slot(_ place: Int) -> UInt32 { lists.items[place] }

  private func lower(_ key: UInt32) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  var bytes: Int { keys.count * 4 + lists.bytes }
}
