/// How often verdicts were right, by how probable they were called: what calibration is judged by.
package struct ReliabilityTable: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    /// Probabilities from here up to the next row's.
    package let from: Double
    package let verdicts: Int
    /// The mean of what was said, and the share of what was right.
    package let said: Double
    package let right: Double
    /// The share that is right at least, with 95 in 100 certainty, both sides (Wilson 1927).
    package let atLeast: Double
  }

  package let rows: [Row]
  /// The mean distance between what was said and what was right, weighted by how many verdicts a row has.
  package let calibrationError: Double

  /// - Parameter verdicts: of pairs that took no part in learning.
  package init(
    _ verdicts: [(probability: Double, isRight: Bool)],
    bounds: [Double] = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]
  ) {
    let bounds = bounds.sorted()
    rows = bounds.enumerated().compactMap { place, from in
      let until = place + 1 < bounds.count ? bounds[place + 1] : .infinity
      let inside = verdicts.filter { $0.probability >= from && $0.probability < until }
      guard !inside.isEmpty else { return nil }
      let right = inside.count { $0.isRight }
      return Row(
        from: from, verdicts: inside.count,
        said: inside.reduce(0) { $0 + $1.probability } / Double(inside.count),
        right: Double(right) / Double(inside.count), atLeast: Self.leastShare(right, of: inside.count))
    }
    let total = rows.reduce(0) { $0 + $1.verdicts }
    calibrationError =
      total == 0 ? 0 : rows.reduce(0) { $0 + abs($1.said - $1.right) * Double($1.verdicts) } / Double(total)
  }

  /// The lower end of Wilson's interval for a share.
  package static func leastShare(_ right: Int, of all: Int) -> Double {
    guard all > 0 else { return 0 }
    let count = Double(all)
    let share = Double(right) / count
    let z = 1.959_964
    let middle = share + z * z / (2 * count)
    let spread = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    return max(0, (middle - spread) / (1 + z * z / count))
  }
}
