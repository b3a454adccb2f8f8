/// What the parts of a sought name say of each part of a table, worked out when it is first learnt.
struct PartMemo {
  private var sought: SoughtName
  private let comparison: PartComparison
  /// The shapes of the sought parts.
  private var own: ArraySlice<PartShape>
  private var numbers = NumberRows(room: 128)
  private var rows: [Row] = []
  /// Of all rows, one behind the other: only parts that agree have one.
  private var scores: [PartScore] = []
  /// The codes that were learnt last with their rows, -1 for a suffix.
  private var places: [(code: NameCode, row: Int32)] = []
  /// The index of the first of them.
  private var start = 0
  private var fresh: [Int] = []

  /// What is known of one part of the table.
  private struct Row {
    /// A bit for each sought part that agrees with it.
    var agreeing: UInt32 = 0
    /// Where their scores begin.
    var scores: UInt32
    /// A bit for each joined form that it is, and for each that it is to the letter.
    var joins: (near: UInt32, exact: UInt32)
    var givenShare: Float
  }

  /// Parts that agree no better than this, what it costs to leave both alone, are as good as different.
  private static let least = 2 * NameWeigher.unmatched

  init(_ sought: SoughtName, _ comparison: PartComparison) {
    self.sought = sought
    self.comparison = comparison
    own = sought.table.shapes.prefix(sought.count)
  }

  /// Another name is sought: all is forgotten, and the memory used again.
  mutating func begin(_ sought: SoughtName) {
    self.sought = sought
    own = sought.table.shapes.prefix(sought.count)
    numbers.removeAll()
    rows.removeAll(keepingCapacity: true)
    scores.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  /// A bit for each sought part that agrees with a row's.
  func agreeing(_ row: Int) -> UInt32 { rows[row].agreeing }

  /// The score of a part that agrees; another's where it does not.
  func score(_ row: Int, _ part: Int) -> PartScore {
    let row = rows[row]
    return scores[Int(row.scores) + (row.agreeing & ((1 << UInt32(part)) - 1)).nonzeroBitCount]
  }

  func joinHits(_ row: Int) -> UInt32 { rows[row].joins.near }
  func isExactJoin(_ row: Int, _ form: Int) -> Bool { rows[row].joins.exact & 1 << UInt32(form) != 0 }

  /// As the table has it.
  func givenShare(_ row: Int) -> Float { rows[row].givenShare }

  /// Works out what is not known yet of the parts of some names: of many at once, so that the processor waits once for
  /// what the table has of them.
  mutating func learn(_ codes: ArraySlice<NameCode>, _ table: PartTable) {
    start = codes.startIndex
    places.removeAll(keepingCapacity: true)
    fresh.removeAll(keepingCapacity: true)
    var known = rows.count
    for code in codes {
      guard !code.isSuffix else {
        places.append((code, -1))
        continue
      }
      let row = numbers.row(UInt32(code.part))
      places.append((code, Int32(row)))
      if row == known {
        known += 1
        fresh.append(code.part)
      }
    }
    // Taken out once: reached through the memo it would be copied for each comparison.
    let (comparison, sought, own) = (comparison, sought, own)
    for (part, shape) in zip(fresh, fresh.map { table.shapes[$0] }) {
      var row = Row(
        scores: UInt32(scores.count), joins: Self.joined(sought, part, shape, table), givenShare: shape.givenShare)
      for place in own.indices where PartComparison.mayAgree(own[place], shape) {
        guard let score = comparison.compare(sought.table, place, table, part), score.bits > Self.least else {
          continue
        }
        row.agreeing |= 1 << UInt32(place)
        scores.append(score)
      }
      rows.append(row)
    }
  }

  /// One of the codes that were learnt last, by its index, with the row of its part.
  func learnt(_ place: Int) -> (code: NameCode, row: Int32) { places[place - start] }

  private static func joined(
    _ sought: SoughtName, _ part: Int, _ shape: PartShape, _ table: PartTable
  ) -> (near: UInt32, exact: UInt32) {
    var hits: (near: UInt32, exact: UInt32) = (0, 0)
    for (form, join) in sought.joins.enumerated() {
      guard abs(join.length - shape.wordLength) <= 1, (join.mask ^ shape.mask).nonzeroBitCount <= 2 else { continue }
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
