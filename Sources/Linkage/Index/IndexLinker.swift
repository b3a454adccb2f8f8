/// Finds the people of one list in another: search after search over one index, with what was worked out for one of
/// them at hand for the next. Each task has its own.
///
/// Weighs fewer people than a search that somebody reads: whoever shares one common part of the name and nothing else
/// is no match, and need not be ranked. Where it finds nobody who may well be meant, it looks as widely as a search.
package struct IndexLinker {
  private let index: PersonIndex
  private let odds: Rivalry
  private var segments: [(segment: Segment, dead: SlotSet?, words: NearWords)]

  /// A person who may be meant.
  package struct Match: Sendable, Equatable {
    package let id: Int64
    package let bits: Double
    /// Among all rivals, as a verdict's.
    package let probability: Double
    /// Why, where it was asked for.
    package let assessment: Assessment?
  }

  /// Of one person only one can be as probable as this: who wants others beside the best looks widely.
  package static let enough = 0.5

  /// Who is less probable than this is looked for once more. Between the two a wider look finds rivals, and nearly never
  /// somebody better.
  private static let doubtful = 0.1

  package init(_ index: PersonIndex) {
    self.index = index
    odds = Rivalry(population: index.people, weights: index.matcher.weights, calibration: index.knowledge.calibration)
    segments = index.segments.map { ($0.segment, $0.dead, NearWords()) }
  }

  /// How probable so many bits are without a rival: a list may have one person more than once.
  package func probability(alone bits: Double) -> Double { odds.probabilities([bits], others: 0)[0] }

  /// - Parameters:
  ///   - explains: whether matches say why.
  ///   - isWide: whether one who is probable is not enough, since everybody else who may be meant is wanted too.
  /// - Returns: the best, best first.
  package mutating func matches(
    _ search: PreparedSearch, limit: Int, explains: Bool = false, isWide: Bool = false
  ) -> [Match] {
    guard limit > 0 else { return [] }
    var (found, probabilities) = look(search, limit, isWide ? .search : .link)
    if !isWide, probabilities.first ?? 0 < Self.doubtful { (found, probabilities) = look(search, limit, .search) }
    let reasons = explains ? found.assessments() : []
    return found.best.indices.map { place in
      Match(
        id: found.id(found.best[place]), bits: found.best[place].bits, probability: probabilities[place],
        assessment: explains ? reasons[place] : nil)
    }
  }

  private mutating func look(
    _ search: PreparedSearch, _ limit: Int, _ breadth: SegmentPlan.Breadth
  ) -> (IndexSearch, [Double]) {
    var found = IndexSearch([search], index.matcher, limit: limit)
    for place in segments.indices {
      found.run(segments[place].segment, dead: segments[place].dead, breadth, &segments[place].words)
    }
    return (found, odds.probabilities(found.best.map(\.bits), others: found.others))
  }
}
