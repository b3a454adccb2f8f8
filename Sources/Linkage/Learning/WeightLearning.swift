/// Learns weights by expectation maximisation (Winkler 1988): the pairs say themselves how well each fact agrees.
///
/// Candidates come by several ways at once (two parts of a name, a part and a day, a day alone), so that none of the
/// facts is taken for agreeing because it was asked for. How common values are is counted, not learnt. Each weight leans
/// on its default as on so many pairs: a small list changes little.
package enum WeightLearning {
  /// From the records of an index: other records that may be of the same person, and further names of one person.
  ///
  /// - Parameters:
  ///   - most: how many people are looked for, spread evenly.
  ///   - isList: whether the weights are for finding who stands in this list twice; else for finding who is sought.
  package static func learn(from index: PersonIndex, most: Int = 4000, isList: Bool = false) -> LearntWeights {
    let own = index.people
    let tasks = index.segments.flatMap { segment, dead in
      SelfPairs.tasks(segment, dead, index.matcher, most: max(1, most * segment.people / max(1, own)))
    }
    return learn(tasks, index, isList ? .oneList : .records)
  }

  /// From two lists: the searches are the people of one, the index holds those of the other.
  package static func learn(searches: [PreparedSearch], in index: PersonIndex, most: Int = 4000) -> LearntWeights {
    let step = max(1, searches.count / max(1, most))
    let tasks = stride(from: 0, to: searches.count, by: step).flatMap { place in
      index.segments.map { LearningTask(searches[place], $0.segment, $0.dead, index.matcher) }
    }
    return learn(tasks, index, .twoLists)
  }

  private static let rounds = 6
  /// Rounds before these in which relatives alone are learnt: where there are more of them than of matches, they would
  /// be learnt as matches whose given names and births differ.
  private static let alone = 2
  private static let fewAgain = 0.05

  /// What is learnt from. The first says how many are listed twice, and nothing of how many who are sought are listed.
  private enum Source { case records, oneList, twoLists }

  private static func learn(_ tasks: [LearningTask], _ index: PersonIndex, _ source: Source) -> LearntWeights {
    let defaults = index.matcher.weights
    var weights = defaults
    let pairs = tasks.reduce(0) { $0 + $1.slots.count }
    guard pairs > 0 else { return LearntWeights(weights: weights, pairs: 0) }
    // What may agree by chance is told by pairs of strangers.
    var strangers = PairCounts()
    for (place, task) in tasks.enumerated() {
      if let other = tasks[(place * 7 + 13) % tasks.count].slots.last, !task.slots.contains(other) {
        strangers.add(task.observe(other, index.matcher), 1)
      }
    }
    let births = BirthSpread(index)
    // Few of the listed are listed again, until it is seen that they are.
    if source != .twoLists { weights.listed = fewAgain }
    weights.relatives = RelativesEstimate.usual
    for round in -alone..<rounds {
      let matcher = index.matcher.with(weights)
      var counts = PairCounts()
      var found = 0.0
      var relatives = RelativesEstimate(weights.relatives)
      let rest = max(1, Double(index.people) * (1 - weights.listed) / weights.listed)
      for task in tasks {
        let search = task.prepared(matcher)
        let pairs = task.slots.map { task.observe($0, matcher, search) }
        let masses = pairs.map { Bits.power($0.bits) }
        let all = masses.reduce(rest, +)
        for (pair, mass) in zip(pairs, masses) {
          // A list may have one person more than twice: there each is weighed as if it were the only one.
          let share = mass / (source == .twoLists ? all : mass + rest)
          relatives.add(pair.relatives, rest / (mass + rest))
          guard share > 0.01 else { continue }
          counts.add(pair, share)
          found += share
        }
        if let certain = task.certain { counts.add(certain, 1) }
      }
      let sought = Double(tasks.count)
      let kin = relatives.most(sought)
      guard round >= 0 else {
        weights.relatives = kin
        continue
      }
      weights = WeightEstimate(defaults: defaults, matches: counts, strangers: strangers).weights
      births.apply(to: &weights)
      weights.relatives = kin
      switch source {
      case .records, .oneList:
        // Others of the same person that each row has.
        let others = (found + fewAgain * RelativesEstimate.lean) / (sought + RelativesEstimate.lean)
        weights.listed = others / (1 + others)
        weights.leastPopulation = 1
      case .twoLists:
        weights.listed = min(0.99, max(0.02, found / sought))
        weights.leastPopulation = 1
      }
    }
    // Too little to learn from; and a search that somebody reads does not count relatives.
    if source == .oneList, pairs < LearntWeights.fewest { weights = defaults }
    if source == .records || pairs < LearntWeights.fewest { weights.relatives = 0 }
    if source == .records { (weights.listed, weights.leastPopulation) = (defaults.listed, defaults.leastPopulation) }
    return LearntWeights(weights: weights, pairs: pairs)
  }
}

/// One search of learning, with the candidates that its first weights thought best.
struct LearningTask: Sendable {
  let slots: [UInt32]
  /// A pair that is known to be one person.
  let certain: PairObservation?
  private let search: PreparedSearch
  private let segment: Segment

  /// Candidates beyond these have no weight to speak of.
  private static let candidates = 6

  init(
    _ search: PreparedSearch, _ segment: Segment, _ dead: SlotSet?, _ matcher: Matcher, without own: UInt32? = nil,
    certain: PairObservation? = nil
  ) {
    self.search = search
    self.segment = segment
    self.certain = certain
    var scorer = SlotScorer(segment, matcher, [search])
    let found = IndexSearch.candidates([search], segment, dead: dead).filter { $0 != own }
    var weighed: [(slot: UInt32, bits: Double)] = []
    scorer.weigh(found) { slot, _, bits in weighed.append((slot, bits)) }
    slots = weighed.sorted { ($0.bits, $1.slot) > ($1.bits, $0.slot) }.prefix(Self.candidates).map(\.slot)
  }

  func prepared(_ matcher: Matcher) -> PreparedSearch {
    matcher.prepare(search.sought, name: search.name, aNumberKeys: search.aNumberKeys)
  }

  func observe(_ slot: UInt32, _ matcher: Matcher, _ prepared: PreparedSearch? = nil) -> PairObservation {
    let prepared = prepared ?? self.prepared(matcher)
    var scorer = SlotScorer(segment, matcher, [prepared])
    return scorer.observe(slot)
  }
}

/// How births are spread over years and days: what two strangers agree on.
private struct BirthSpread {
  private var years: [Int: Double] = [:]
  private var total = 0.0
  private var days = 0.0
  private var firstsOfJanuary = 0.0

  init(_ index: PersonIndex) {
    for (segment, _) in index.segments {
      for birth in segment.columns.facts.lazy.map(\.birth) where birth != .unknown {
        years[birth.year, default: 0] += 1
        total += 1
        if birth.kind == .day { days += 1 }
        if birth.kind == .day, birth.isFirstOfJanuary { firstsOfJanuary += 1 }
      }
    }
  }

  func apply(to weights: inout Weights) {
    guard total >= 500 else { return }
    weights.birthYearShare = years.values.reduce(0) { $0 + $1 / total * $1 / total }
    guard days >= 500 else { return }
    // Told for years that one in thirty was born in.
    weights.birthExactOnFirstOfJanuary = Weights.Odds(
      m: weights.birthExactOnFirstOfJanuary.m, u: max(1 / 365.0, firstsOfJanuary / days) / 30)
  }
}

/// How many relatives of one person are listed, from pairs that are no matches: some have so much in common that chance
/// does not explain it.
private struct RelativesEstimate {
  /// Assumed before anything is learnt: one in ten has one.
  static let usual = 0.1
  /// As many people stand behind it.
  static let lean = 40.0
  private static let rounds = 100

  private let assumed: Double
  /// How much likelier each pair is a relative's than a stranger's if everybody has one, and how surely it is no match.
  private var pairs: [(odds: Double, share: Double)] = []

  init(_ assumed: Double) { self.assumed = assumed }

  mutating func add(_ odds: Double, _ share: Double) {
    if odds > 0, share > 0 { pairs.append((odds / assumed, share)) }
  }

  /// Expectation maximisation of this one number, which comes closer by little where surnames are common.
  ///
  /// - Parameter people: how many were looked for.
  func most(_ people: Double) -> Double {
    var number = assumed
    for _ in 0..<Self.rounds {
      let found = pairs.reduce(0) { $0 + $1.share * number * $1.odds / (1 + number * $1.odds) }
      number = (found + Self.usual * Self.lean) / (people + Self.lean)
    }
    return number
  }
}
