/// A small generator of random numbers that gives the same ones on every machine, for invented people.
///
/// SplitMix64 (Steele, Lea, Flood 2014, "Fast Splittable Pseudorandom Number Generators"). Never for secrets.
struct SplitMix64: Sendable {
  private var state: UInt64

  /// Each item of a seed has a stream of its own, so that people come out the same in whatever order they are made.
  init(seed: UInt64, item: UInt64) {
    state = seed
    let mixed = next()
    state = mixed ^ (item &* 0xD1B5_4A32_D192_ED03)
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// 0 up to but not `bound`, which is at least 1.
  mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high) }

  mutating func pick(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// 0 up to but not 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  mutating func pick<Item>(_ items: [Item]) -> Item? { items.isEmpty ? nil : items[below(items.count)] }
}

/// Items with relative frequencies, drawn by a search in their running sums.
struct Weighted<Item: Sendable>: Sendable {
  private var items: [Item] = []
  private var sums: [Int] = []

  var isEmpty: Bool { items.isEmpty }
  var count: Int { items.count }

  init(_ pairs: [(Item, Int)] = []) { for (item, weight) in pairs where weight > 0 { add(item, weight) } }

  mutating func add(_ item: Item, _ weight: Int) {
    items.append(item)
    sums.append((sums.last ?? 0) + weight)
  }

  func draw(_ random: inout SplitMix64) -> Item? {
    guard let total = sums.last else { return nil }
    let wanted = random.below(total)
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > wanted { high = middle } else { low = middle + 1 }
    }
    return items[low]
  }
}
