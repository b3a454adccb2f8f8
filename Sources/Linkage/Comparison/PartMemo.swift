/// What the parts of a sought name say of each part of a table, worked out when it is first asked.
struct PartMemo {
  private let sought: SoughtName
  private let stride: Int
  private let comparison: PartComparison
  private var rows = NumberRows(room: 128)
  private var fresh: [Int] = []
  private var scores: [PartScore] = []
  /// A bit for each joined form that a part is, and for each that it is to the letter.
  private var joins: [(near: UInt32, exact: UInt32)] = []

  private static let different = PartScore(level: .different, rewriting: .different, bits: -.infinity)

  init(_ sought: SoughtName, _ comparison: PartComparison) {
    self.sought = sought
    self.comparison = comparison
    stride = sought.count
  }

  func score(_ row: Int, _ part: Int) -> PartScore { scores[row * stride + part] }
  func joinHits(_ row: Int) -> UInt32 { joins[row].near }
  func isExactJoin(_ row: Int, _ form: Int) -> Bool { joins[row].exact & 1 << UInt32(form) != 0 }

  /// Works out what is not known yet of the parts of some names: of many at once, so that the processor waits once for
  /// what the table has of them.
  mutating func learn(_ codes: ArraySlice<NameCode>, _ table: PartTable) {
    fresh.removeAll(keepingCapacity: true)
    var known = joins.count
    for code in codes where !code.isSuffix && rows.row(UInt32(code.part)) == known {
      known += 1
      fresh.append(code.part)
    }
    // Taken out once: reached through the memo it would be copied for each comparison.
    let (comparison, sought) = (comparison, sought)
    for (part, shape) in zip(fresh, fresh.map { table.shapes[$0] }) {
      for own in 0..<stride {
        let mayAgree = PartComparison.mayAgree(sought.table.shapes[own], shape)
        scores.append(mayAgree ? comparison.compare(sought.table, own, table, part) ?? Self.different : Self.different)
      }
      joins.append(Self.joined(sought, part, table))
    }
  }

  /// The row of a part that was learnt.
  mutating func row(_ part: Int) -> Int { rows.row(UInt32(part)) }

  private static func joined(
    _ sought: SoughtName, _ part: Int, _ table: PartTable
  ) -> (near: UInt32, exact: UInt32) {
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
}
