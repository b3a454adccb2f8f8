/// Learns weights by expectation maximisation (Winkler 1988): the pairs say themselves how well each fact agrees.
///
/// Candidates come by several ways at once (two parts of a name, a part and a day, a day alone), so that none of the
/// facts is taken for agreeing because it was asked for. How common values are is counted, not learnt. Each weight leans
/// on its default as on so many pairs: a small list changes little.
package enum WeightLearning {
  /// From the records of an index: other records that may be of the same person, and further names of one person.
  ///
  /// - Parameter most: how many people are looked for, spread evenly.
  package static func learn(from index: PersonIndex, most: Int = 4000) -> LearntWeights {
    let own = index.people
    let tasks = index.segments.flatMap { segment, dead in
      SelfPairs.tasks(segment, dead, index.matcher, most: max(1, most * segment.people / max(1, own)))
    }
    return learn(tasks, index, isTwoLists: false)
  }

  /// From two lists: the searches are the people of one, the index holds those of the other.
  package static func learn(searches: [PreparedSearch], in index: PersonIndex, most: Int = 4000) -> LearntWeights {
    let step = max(1, searches.count / max(1, most))
    let tasks = stride(from: 0, to: searches.count, by: step).flatMap { place in
      index.segments.map { LearningTask(searches[place], $0.segment, $0.dead, index.matcher) }
    }
    return learn(tasks, index, isTwoLists: true)
  }

  private static let rounds = 6

  private static func learn(_ tasks: [LearningTask], _ index: PersonIndex, isTwoLists: Bool) -> LearntWeights {
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
    for _ in 0..<rounds {
      let matcher = index.matcher.with(weights)
      var counts = PairCounts()
      var found = 0.0
      let rest = max(1, Double(index.people) * (1 - weights.listed) / weights.listed)
      for task in tasks {
        let search = task.prepared(matcher)
        let pairs = task.slots.map { task.observe($0, matcher, search) }
        let masses = pairs.map { Bits.power($0.bits) }
        let total = masses.reduce(rest, +)
        for (pair, mass) in zip(pairs, masses) where mass / total > 0.01 {
          counts.add(pair, mass / total)
          found += mass / total
        }
        if let certain = task.certain { counts.add(certain, 1) }
      }
      weights = WeightEstimate(defaults: defaults, matches: counts, strangers: strangers).weights
      births.apply(to: &weights)
      if isTwoLists {
        weights.listed = min(0.99, max(0.02, found / Double(tasks.count)))
        weights.leastPopulation = 1
      }
    }
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
