/// Weights that were learnt from records. The caller keeps them with the date and the data that they came from.
package struct LearntWeights: Sendable, Equatable {
  package var weights: Weights
  /// How many pairs of records were weighed in learning.
  package var pairs: Int
  /// From fewer pairs next to nothing is learnt.
  package static let fewest = 50

  package init(weights: Weights, pairs: Int) {
    self.weights = weights
    self.pairs = pairs
  }

  /// One line a weight, to be kept and read back.
  package var text: String { "pairs\t\(pairs)\n" + weights.text }

  package init?(text: String) {
    let lines = text.split(separator: "\n", maxSplits: 1)
    let head = lines.first?.split(separator: "\t") ?? []
    guard head.count == 2, head[0] == "pairs", let pairs = Int(head[1]), pairs >= 0,
      let weights = Weights(text: lines.count > 1 ? String(lines[1]) : "")
    else { return nil }
    self.init(weights: weights, pairs: pairs)
  }
}
