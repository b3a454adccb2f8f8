/// One fact beside the name: nil when one side does not know it.
package struct Feature: Sendable {
  package let fact: Fact
  /// Whether a search knows it: else no candidate need be asked.
  let isKnown: @Sendable (SoughtFacts) -> Bool
  let compare: @Sendable (SoughtFacts, borrowing ListedFacts) -> FactScore?
}

/// Every fact beside the name that is compared. Adding one is one file and one line here.
package let allFeatures: [Feature] = [.aNumber, .birth, .country, .sex, .arrestDay, .arrestPlace, .place]

extension Feature {
  /// The best of several comparisons: a person's sources may disagree, and one of them may be right.
  static func best<Value>(_ values: Told<Value>, _ compare: (Value) -> FactScore) -> FactScore? {
    guard let first = values.first else { return nil }
    var best = compare(first)
    for value in values.others {
      let score = compare(value)
      if score.bits > best.bits { best = score }
    }
    return best
  }
}
