/// Gives each different number a row, in the order in which they come: a dictionary for what is asked for each candidate.
struct NumberRows: Sendable {
  /// Open addressing: a number and one, then its row; 0 for an empty place.
  private var places: [UInt64]
  private(set) var count = 0

  /// - Parameter room: a power of two: for so many it need not grow.
  init(room: Int = 32) { places = [UInt64](repeating: 0, count: room * 2) }

  /// - Returns: its row; the `count` from before when the number is new.
  mutating func row(_ number: UInt32) -> Int {
    let mask = places.count - 1
    var place = Self.hash(number) & mask
    while places[place] != 0 {
      if places[place] >> 32 == UInt64(number) + 1 { return Int(places[place] & 0xFFFF_FFFF) }
      place = (place + 1) & mask
    }
    places[place] = (UInt64(number) + 1) << 32 | UInt64(count)
    count += 1
    if count * 2 > places.count { grow() }
    return count - 1
  }

  /// Whether the number comes for the first time; it has a row afterwards.
  mutating func isNew(_ number: UInt32) -> Bool {
    let known = count
    return row(number) == known
  }

  mutating func removeAll() {
    guard count > 0 else { return }
    for place in places.indices { places[place] = 0 }
    count = 0
  }

  private static func hash(_ number: UInt32) -> Int { Int((number &* 0x9E37_79B1) >> 7) }

  private mutating func grow() {
    let former = places
    places = [UInt64](repeating: 0, count: former.count * 4)
    let mask = places.count - 1
    for entry in former where entry != 0 {
      var place = Self.hash(UInt32(entry >> 32) &- 1) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = entry
    }
  }
}
