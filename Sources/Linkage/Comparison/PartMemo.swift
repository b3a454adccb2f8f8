/// What the parts of a sought name say of each part of a table, worked out when it is first asked.
struct PartMemo {
  private let sought: SoughtName
  private let stride: Int
  /// Open addressing: a part and one, 0 for an empty place; and its row.
  private var parts: [UInt32]
  private var places: [UInt32]
  private var filled = 0
  private var scores: [PartScore] = []
  /// A bit for each joined form that a part is, and for each that it is to the letter.
  private var joins: [(near: UInt32, exact: UInt32)] = []

  private static let different = PartScore(level: .different, rewriting: .different, bits: -.infinity)

  init(_ sought: SoughtName) {
    self.sought = sought
    stride = sought.count
    parts = [UInt32](repeating: 0, count: 64)
    places = [UInt32](repeating: 0, count: 64)
  }

  func score(_ row: Int, _ part: Int) -> PartScore { scores[row * stride + part] }
  func joinHits(_ row: Int) -> UInt32 { joins[row].near }
  func isExactJoin(_ row: Int, _ form: Int) -> Bool { joins[row].exact & 1 << UInt32(form) != 0 }

  mutating func row(_ part: Int, _ table: PartTable, _ comparison: PartComparison) -> Int {
    let wanted = UInt32(part) + 1
    let mask = parts.count - 1
    var place = Int((wanted &* 0x9E37_79B1) >> 7) & mask
    while parts[place] != 0 {
      if parts[place] == wanted { return Int(places[place]) }
      place = (place + 1) & mask
    }
    let row = joins.count
    for own in 0..<stride {
      scores.append(comparison.compare(sought.table, own, table, part) ?? Self.different)
    }
    joins.append(joined(part, table))
    parts[place] = wanted
    places[place] = UInt32(row)
    filled += 1
    if filled * 2 > parts.count { grow() }
    return row
  }

  private func joined(_ part: Int, _ table: PartTable) -> (near: UInt32, exact: UInt32) {
    var hits: (near: UInt32, exact: UInt32) = (0, 0)
    let shape = table.shapes[part]
    for (form, join) in sought.joins.enumerated() {
      let own = sought.table.shapes[join.part]
      guard abs(own.wordLength - shape.wordLength) <= 1, (own.mask ^ shape.mask).nonzeroBitCount <= 2 else { continue }
      let word = table.letters[table.wordRange(part)]
      let letters = sought.table.letters[sought.table.wordRange(join.part)]
      let isSame = word.elementsEqual(letters)
      guard isSame || (letters.count >= 8 && EditDistance.difference(word, letters, most: 1) != nil) else { continue }
      hits.near |= 1 << UInt32(form)
      if isSame { hits.exact |= 1 << UInt32(form) }
    }
    return hits
  }

  private mutating func grow() {
    let old = zip(parts, places)
    parts = [UInt32](repeating: 0, count: parts.count * 4)
    let former = old.filter { $0.0 != 0 }
    places = [UInt32](repeating: 0, count: parts.count)
    let mask = parts.count - 1
    for (part, row) in former {
      var place = Int((part &* 0x9E37_79B1) >> 7) & mask
      while parts[place] != 0 { place = (place + 1) & mask }
      parts[place] = part
      places[place] = row
    }
  }
}
