/// What a segment knows of a few people, brought together from its columns.
///
/// Asked for one person after another, each column makes the processor wait for memory; asked for many at once, it
/// waits once for all of them.
struct GatheredPeople {
  private(set) var slots: [UInt32] = []
  private(set) var facts: [PeopleColumns.FirstFacts] = []
  /// Of all names, one behind the other.
  private(set) var codes: [NameCode] = []
  private var ends: [Int] = []
  private let columns: PeopleColumns

  /// So many people are brought together at once: enough to wait for memory together, few enough to stay at hand.
  static let most = 64

  init(_ columns: PeopleColumns) {
    self.columns = columns
    ends.reserveCapacity(Self.most)
    codes.reserveCapacity(Self.most * 4)
  }

  var count: Int { slots.count }

  /// Where one's names are among the codes.
  func names(_ place: Int) -> Range<Int> { (place == 0 ? 0 : ends[place - 1])..<ends[place] }

  mutating func gather(_ people: ArraySlice<UInt32>) {
    slots = Array(people)
    // Loops that do nothing but read: the shorter they are, the more reads the processor has under way.
    let ranges = people.map { (first: columns.nameStarts[Int($0)], end: columns.nameStarts[Int($0) + 1]) }
    facts = people.map { columns.facts[Int($0)] }
    let firsts = ranges.map { $0.first < $0.end ? columns.codes[Int($0.first)] : nil }
    codes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for (range, first) in zip(ranges, firsts) {
      if let first {
        codes.append(first)
        for place in Int(range.first) + 1..<Int(range.end) { codes.append(columns.codes[place]) }
      }
      ends.append(codes.count)
    }
  }
}
