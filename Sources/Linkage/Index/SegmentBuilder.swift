/// Puts the people of chunks and segments together, with one numbering of parts and places.
struct SegmentBuilder {
  private(set) var columns = PeopleColumns()
  private var parts = WordInterner()
  private var places = WordInterner()

  mutating func reserve(_ people: Int) { columns.reserve(people) }

  mutating func add(
    _ other: PeopleColumns, _ otherParts: WordInterner, _ otherPlaces: WordInterner, where isWanted: (UInt32) -> Bool
  ) {
    // Each part is renamed once, not at every place that it stands in; only what is used is taken over.
    var partMap = [UInt32](repeating: .max, count: otherParts.count)
    var placeMap = [UInt32](repeating: .max, count: otherPlaces.count)
    for place in 0..<otherPlaces.count { placeMap[place] = UInt32(places.intern(otherPlaces.word(place))) }
    var slots = [UInt32](repeating: .max, count: other.count)
    for slot in 0..<other.count where isWanted(UInt32(slot)) {
      for place in Int(other.nameStarts[slot])..<Int(other.nameStarts[slot + 1]) {
        let part = other.codes[place].part
        if partMap[part] == .max {
          partMap[part] = UInt32(parts.intern(otherParts.word(part), mark: otherParts.marks[part]))
        }
      }
      slots[slot] = UInt32(columns.count)
      columns.add(slot, of: other, parts: partMap, places: placeMap)
    }
    for entry in other.aNumbers where slots[Int(entry.slot)] != .max {
      columns.aNumbers.append(.init(key: entry.key, slot: slots[Int(entry.slot)]))
    }
    columns.rows += other.count == 0 ? 0 : other.rows
  }

  /// A segment whose rarities come from records counted before.
  func segment(_ matcher: Matcher) -> Segment { Segment(columns, parts: parts, places: places, matcher) }

  /// A segment with rarities counted in it, and the matcher that weighs with them.
  func counted(_ knowledge: LinkageKnowledge) -> (Segment, Matcher) {
    let matcher = knowledge.matcher(RecordCounts(columns, parts: parts, places: places))
    return (segment(matcher), matcher)
  }
}
