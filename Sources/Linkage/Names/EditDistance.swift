/// Small edit distances: a typing error is one letter inserted, left out, replaced, or exchanged with its neighbour
/// (Damerau 1964).
package enum EditDistance {
  /// How two words differ.
  enum Difference: Equatable {
    case same
    /// The longer has a letter more; `isDouble` when it repeats the letter beside it.
    case inserted(isDouble: Bool)
    case replaced(UInt8, UInt8)
    case exchanged
    /// Two typing errors, or three.
    case several(Int)
  }

  /// Whether two words differ by at most one typing error.
  package static func isAtMostOne(_ a: String, _ b: String) -> Bool {
    let left = a.unicodeScalars.map { UInt32($0.value) }
    let right = b.unicodeScalars.map { UInt32($0.value) }
    return difference(left[...], right[...], most: 1) != nil
  }

  /// Nil when the words are further apart than `most` typing errors, which is at most three.
  static func difference<Letter: FixedWidthInteger>(
    _ a: ArraySlice<Letter>, _ b: ArraySlice<Letter>, most: Int
  ) -> Difference? {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard long.count - short.count <= most else { return nil }
    var front = 0
    while front < short.count, short[short.startIndex + front] == long[long.startIndex + front] { front += 1 }
    var back = 0
    while back < short.count - front, short[short.endIndex - 1 - back] == long[long.endIndex - 1 - back] { back += 1 }
    let left = short[(short.startIndex + front)..<(short.endIndex - back)]
    let right = long[(long.startIndex + front)..<(long.endIndex - back)]
    switch (left.count, right.count) {
    case (0, 0): return .same
    case (0, 1):
      let at = right.startIndex
      let isDouble =
        (at > long.startIndex && long[at - 1] == long[at]) || (at + 1 < long.endIndex && long[at + 1] == long[at])
      return .inserted(isDouble: isDouble)
    case (1, 1):
      return .replaced(
        UInt8(truncatingIfNeeded: left[left.startIndex]), UInt8(truncatingIfNeeded: right[right.startIndex]))
    case (2, 2)
    where left[left.startIndex] == right[right.startIndex + 1] && left[left.startIndex + 1] == right[right.startIndex]:
      return .exchanged
    default:
      guard most >= 2, let edits = edits(left, right, most: most) else { return nil }
      return .several(edits)
    }
  }

  /// Optimal string alignment in a band; nil beyond `most`.
  private static func edits<Letter: FixedWidthInteger>(
    _ a: ArraySlice<Letter>, _ b: ArraySlice<Letter>, most: Int
  ) -> Int? {
    guard b.count <= 30 else { return nil }
    let far: UInt8 = 9
    var before = [32 of UInt8](repeating: far)
    var last = [32 of UInt8](repeating: far)
    for j in 0...min(b.count, most) { last[j] = UInt8(j) }
    for i in 0..<a.count {
      var row = [32 of UInt8](repeating: far)
      if i < most { row[0] = UInt8(i + 1) }
      let low = max(0, i - most)
      let high = min(b.count - 1, i + most)
      guard low <= high else { return nil }
      let letter = a[a.startIndex + i]
      var least = row[0]
      for j in low...high {
        let other = b[b.startIndex + j]
        var best = min(last[j] + (letter == other ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, letter == b[b.startIndex + j - 1], a[a.startIndex + i - 1] == other {
          best = min(best, before[j - 1] + 1)
        }
        row[j + 1] = min(best, far)
        least = min(least, row[j + 1])
      }
      guard Int(least) <= most + 1 else { return nil }
      before = last
      last = row
    }
    return Int(last[b.count]) <= most ? Int(last[b.count]) : nil
  }
}

/// Which letters lie beside each other on a keyboard.
enum Keyboard {
  static func areBeside(_ a: UInt8, _ b: UInt8) -> Bool {
    guard (97...122).contains(a), (97...122).contains(b) else { return false }
    return neighbours[Int(a) - 97] & 1 << UInt32(b - 97) != 0
  }

  private static let neighbours: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 26)
    let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0.utf8) }
    func join(_ a: UInt8, _ b: UInt8) {
      table[Int(a) - 97] |= 1 << UInt32(b - 97)
      table[Int(b) - 97] |= 1 << UInt32(a - 97)
    }
    for (index, row) in rows.enumerated() {
      for place in row.indices {
        if place + 1 < row.count { join(row[place], row[place + 1]) }
        guard index + 1 < rows.count else { continue }
        for below in [place - 1, place] where rows[index + 1].indices.contains(below) {
          join(row[place], rows[index + 1][below])
        }
      }
    }
    return table
  }()
}
