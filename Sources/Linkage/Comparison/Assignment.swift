/// The best pairing of two short lists: each item with one of the other side or with none.
struct Assignment {
  private var scores = [64 of Double](repeating: -.infinity)
  private var left = 0
  private var right = 0
  private var best: [Double] = []
  private var next: [Double] = []
  private var choices: [Int8] = []
  private var pairs: [(Int, Int)] = []

  /// How many pairs there are, once resolved.
  var count: Int { pairs.count }
  subscript(pair: Int) -> (Int, Int) { pairs[pair] }

  mutating func begin(left: Int, right: Int) {
    self.left = left
    self.right = right
    pairs.removeAll(keepingCapacity: true)
    for place in 0..<(left * right) { scores[place] = -.infinity }
  }

  mutating func offer(_ i: Int, _ j: Int, _ score: Double) {
    scores[i * right + j] = score
  }

  /// Exact, by dynamic programming over the subsets of the second list (at most eight items a side).
  ///
  /// - Parameter unmatched: the cost, shared by both, of leaving one item without a partner.
  mutating func resolve(unmatched: Double) {
    let subsets = 1 << right
    Self.fill(&best, subsets)
    best[0] = 0
    choices.removeAll(keepingCapacity: true)
    for _ in 0..<(left * subsets) { choices.append(-1) }
    for row in 0..<left {
      Self.fill(&next, subsets)
      for subset in 0..<subsets { next[subset] = best[subset] + unmatched }
      for column in 0..<right {
        let score = scores[row * right + column]
        guard score > unmatched * 2 else { continue }
        let bit = 1 << column
        for subset in 0..<subsets where subset & bit == 0 && best[subset] > -.infinity {
          let value = best[subset] + score
          if value > next[subset | bit] {
            next[subset | bit] = value
            choices[row * subsets + (subset | bit)] = Int8(column)
          }
        }
      }
      swap(&best, &next)
    }
    var subset = 0
    for other in 0..<subsets where best[other] > best[subset] { subset = other }
    pairs.removeAll(keepingCapacity: true)
    for row in (0..<left).reversed() {
      let column = Int(choices[row * subsets + subset])
      guard column >= 0 else { continue }
      pairs.append((row, column))
      subset &= ~(1 << column)
    }
  }

  private static func fill(_ array: inout [Double], _ count: Int) {
    array.removeAll(keepingCapacity: true)
    for _ in 0..<count { array.append(-.infinity) }
  }
}
