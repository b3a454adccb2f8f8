/// What a segment knows of a few people, brought together from its columns.
///
/// Asked for one person after another, each column makes the processor wait for memory; asked for many at once, it
/// waits once for all of them.
struct GatheredPeople {
  private(set) var slots: [UInt32] = []
  private(set) var births: [BirthCode] = []
  private(set) var countries: [UInt16] = []
  private(set) var sexes: [UInt8] = []
  /// Empty when nobody has one.
  private(set) var places: [UInt32] = []
  /// Of all names, one behind the other.
  private(set) var codes: [NameCode] = []
  private var ends: [Int] = []
  private var ranges: [(first: UInt32, end: UInt32)] = []
  private let columns: PeopleColumns

  init(_ columns: PeopleColumns) { self.columns = columns }

  var count: Int { slots.count }

  /// Where one's names are among the codes.
  func names(_ place: Int) -> Range<Int> { (place == 0 ? 0 : ends[place - 1])..<ends[place] }

  mutating func gather(_ wanted: ArraySlice<UInt32>) {
    slots.removeAll(keepingCapacity: true)
    births.removeAll(keepingCapacity: true)
    countries.removeAll(keepingCapacity: true)
    sexes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    slots.append(contentsOf: wanted)
    for slot in wanted { ranges.append((columns.nameStarts[Int(slot)], columns.nameStarts[Int(slot) + 1])) }
    for slot in wanted { births.append(columns.births[Int(slot)]) }
    for slot in wanted { countries.append(columns.countries[Int(slot)]) }
    for slot in wanted { sexes.append(columns.sexes[Int(slot)]) }
    if !columns.places.isEmpty { for slot in wanted { places.append(columns.places[Int(slot)]) } }
    for range in ranges {
      for place in Int(range.first)..<Int(range.end) { codes.append(columns.codes[place]) }
      ends.append(codes.count)
    }
  }
}
