/// The best pairing of two short lists: each item with one of the other side or with none.
enum Assignment {
  /// Exact, by dynamic programming over the subsets of the second list (at most eight items a side).
  ///
  /// - Parameter unmatched: the cost, shared by both, of leaving one item of the shorter side without a partner.
  static func best(_ scores: [[Double?]], unmatched: Double) -> [(Int, Int)] {
    guard let width = scores.first?.count, width > 0, width <= 8 else { return [] }
    let subsets = 1 << width
    var best = [Double](repeating: -.infinity, count: subsets)
    best[0] = 0
    var choices: [[Int8]] = []
    for row in scores {
      var next = best.map { $0 + unmatched }
      var choice = [Int8](repeating: -1, count: subsets)
      for (column, score) in row.enumerated() {
        guard let score, score > unmatched * 2 else { continue }
        let bit = 1 << column
        for subset in 0..<subsets where subset & bit == 0 && best[subset] > -.infinity {
          let value = best[subset] + score
          if value > next[subset | bit] {
            next[subset | bit] = value
            choice[subset | bit] = Int8(column)
          }
        }
      }
      best = next
      choices.append(choice)
    }
    guard var subset = best.indices.max(by: { best[$0] < best[$1] }) else { return [] }
    var pairs: [(Int, Int)] = []
    for row in scores.indices.reversed() {
      let column = choices[row][subset]
      guard column >= 0 else { continue }
      pairs.append((row, Int(column)))
      subset &= ~(1 << Int(column))
    }
    return pairs.reversed()
  }
}
