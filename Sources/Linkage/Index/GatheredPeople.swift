/// What a segment knows of a few people, brought together from its columns.
///
/// Asked for one person after another, each column makes the processor wait for memory; asked for many at once, it
/// waits once for all of them.
struct GatheredPeople {
  private(set) var slots: [UInt32] = []
  // Empty where a search does not know the fact, or nobody does.
  private(set) var births: [BirthCode] = []
  private(set) var countries: [UInt16] = []
  private(set) var sexes: [UInt8] = []
  private(set) var places: [UInt32] = []
  /// Of all names, one behind the other.
  private(set) var codes: [NameCode] = []
  private var ends: [Int] = []
  private var ranges: [(first: UInt32, end: UInt32)] = []
  private let columns: PeopleColumns
  private let wanted: Wanted

  /// Which facts are read.
  struct Wanted {
    var births = false
    var countries = false
    var sexes = false
    var places = false
  }

  /// So many people are brought together at once: enough to wait for memory together, few enough to stay at hand.
  static let most = 64

  init(_ columns: PeopleColumns, _ wanted: Wanted) {
    self.columns = columns
    self.wanted = wanted
    slots.reserveCapacity(Self.most)
    ranges.reserveCapacity(Self.most)
    ends.reserveCapacity(Self.most)
    codes.reserveCapacity(Self.most * 4)
    if wanted.births { births.reserveCapacity(Self.most) }
    if wanted.countries { countries.reserveCapacity(Self.most) }
    if wanted.sexes { sexes.reserveCapacity(Self.most) }
    if wanted.places { places.reserveCapacity(Self.most) }
  }

  var count: Int { slots.count }

  /// Where one's names are among the codes.
  func names(_ place: Int) -> Range<Int> { (place == 0 ? 0 : ends[place - 1])..<ends[place] }

  mutating func gather(_ people: ArraySlice<UInt32>) {
    slots.removeAll(keepingCapacity: true)
    births.removeAll(keepingCapacity: true)
    countries.removeAll(keepingCapacity: true)
    sexes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    slots.append(contentsOf: people)
    for slot in people { ranges.append((columns.nameStarts[Int(slot)], columns.nameStarts[Int(slot) + 1])) }
    if wanted.births { for slot in people { births.append(columns.births[Int(slot)]) } }
    if wanted.countries { for slot in people { countries.append(columns.countries[Int(slot)]) } }
    if wanted.sexes { for slot in people { sexes.append(columns.sexes[Int(slot)]) } }
    if wanted.places { for slot in people { places.append(columns.places[Int(slot)]) } }
    for range in ranges {
      for place in Int(range.first)..<Int(range.end) { codes.append(columns.codes[place]) }
      ends.append(codes.count)
    }
  }
}
