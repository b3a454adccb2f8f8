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
  private var ranges: [(first: UInt32, end: UInt32)] = []
  private let columns: PeopleColumns

  /// So many people are brought together at once: enough to wait for memory together, few enough to stay at hand.
  static let most = 64

  init(_ columns: PeopleColumns) {
    self.columns = columns
    slots.reserveCapacity(Self.most)
    ranges.reserveCapacity(Self.most)
    ends.reserveCapacity(Self.most)
    codes.reserveCapacity(Self.most * 4)
    facts.reserveCapacity(Self.most)
  }

  var count: Int { slots.count }

  /// Where one's names are among the codes.
  func names(_ place: Int) -> Range<Int> { (place == 0 ? 0 : ends[place - 1])..<ends[place] }

  mutating func gather(_ people: ArraySlice<UInt32>) {
    slots.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    slots.append(contentsOf: people)
    for slot in people { ranges.append((columns.nameStarts[Int(slot)], columns.nameStarts[Int(slot) + 1])) }
    for slot in people { facts.append(columns.facts[Int(slot)]) }
    for range in ranges {
      for place in Int(range.first)..<Int(range.end) { codes.append(columns.codes[place]) }
      ends.append(codes.count)
    }
  }
}
