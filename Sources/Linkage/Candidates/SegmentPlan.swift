/// A plan for one vocabulary: groups of words, and which of them must meet for a person to be weighed.
///
/// Evidence decides what is weighed: a rare part alone; two parts, three where two are common; a part and a day; a part
/// and a year. The cheapest come first, until what they are expected to bring reaches the most that is weighed.
struct SegmentPlan {
  struct Group {
    /// Words with what each says, the closest first.
    var words: [Vocabulary.Near]
    var bearers: Int
  }

  struct Clause: Equatable {
    /// Groups that must all be there.
    var groups: [Int]
    /// One of the days, or one of the years; one of either where both are wanted.
    var wantsDay = false
    var wantsYear = false
    var expected: Double

    /// Two parts and nothing that contradicts: a record without a birth would never be found by a common name.
    var takesUnborn: Bool { wantsYear && groups.count > 1 }
  }

  /// A group for each part of the name, one for each joined form, then again one for each part with its closest words
  /// alone: for where all words together are borne by too many.
  var groups: [Group] = []
  private var tightStart = 0
  var clauses: [Clause] = []
  /// Days that the birth is written as, the day itself first; years that it lies in or beside.
  var days: [BirthCode] = []
  var years: ClosedRange<Int>?
  private(set) var sieve = BirthSieve()

  /// How much may be weighed for one search in one segment, for one clause, and for one part alone.
  struct Budget {
    var all: Double
    var clause: Double
    var single: Double

    init(people: Int, _ breadth: Breadth) {
      let rare = max(60, Double(people) / 1500)
      (all, clause, single) =
        switch breadth {
        case .link: (60, 50, min(50, rare))
        case .search: (800, 500, min(500, rare))
        case .net: (2600, 2600, 2600)
        }
    }
  }

  /// How widely is looked: for pairs that a list has, for whoever reads what was found, and where that found too few.
  enum Breadth { case link, search, net }

  init(
    _ search: PreparedSearch, _ vocabulary: Vocabulary, people: Int, _ breadth: Breadth, _ words: inout NearWords
  ) {
    let sought = search.compiled
    addGroups(sought, vocabulary, &words)
    if let birth = search.sought.birth {
      days = BirthProbes.days(birth).map { BirthCode(day: $0) }
      years = (birth.years.lowerBound - 1)...(birth.years.upperBound + 1)
      sieve = BirthSieve(days: days, years: years)
    }
    let budget = Budget(people: people, breadth)
    choose(among: possible(Double(max(1, people)), parts: sought.count, budget), budget)
    for part in 0..<sought.count { addSplits(part, sought, vocabulary, Double(max(1, people)), budget) }
  }

  private mutating func addGroups(_ sought: SoughtName, _ vocabulary: Vocabulary, _ known: inout NearWords) {
    for part in 0..<sought.count {
      let isInitial = sought.table.shapes[part].wordLength < 2
      let words = isInitial ? [] : known.near(part, sought, vocabulary)
      groups.append(group(words, vocabulary))
    }
    for join in sought.joins {
      groups.append(group(known.near(join.part, sought, vocabulary).filter { $0.score.bits > 3 }, vocabulary))
    }
    tightStart = groups.count
    for part in 0..<sought.count {
      let words = groups[part].words
      let least = 0.6 * (words.first?.score.bits ?? 0)
      groups.append(group(words.filter { $0.score.bits >= least }, vocabulary))
    }
  }

  private func group(_ words: [Vocabulary.Near], _ vocabulary: Vocabulary) -> Group {
    Group(words: words, bearers: words.reduce(0) { $0 + Int(vocabulary.bearers[$1.word]) })
  }

  /// "garcialopez" as García and López: both must be there.
  private mutating func addSplits(
    _ part: Int, _ sought: SoughtName, _ vocabulary: Vocabulary, _ people: Double, _ budget: Budget
  ) {
    for split in vocabulary.splits(part, sought) {
      let counts = [split.front, split.back].map { Double(vocabulary.bearers[$0]) }
      let expected = 3 * counts[0] * counts[1] / people
      guard expected < budget.clause else { continue }
      let score = PartScore(level: .normalised, rewriting: .joined, bits: 1)
      for word in [split.front, split.back] {
        groups.append(group([Vocabulary.Near(word: word, score: score)], vocabulary))
      }
      clauses.append(Clause(groups: [groups.count - 2, groups.count - 1], expected: expected))
    }
  }

  /// Every combination that could be asked for, with how many people it is expected to bring.
  private func possible(_ people: Double, parts: Int, _ budget: Budget) -> [Clause] {
    var all: [Clause] = []
    let share = groups.map { Double($0.bearers) / people }
    let dayShare = days.isEmpty ? nil : min(0.1, Double(days.count) / 11_000)
    let yearShare = years == nil ? nil : 0.12 as Double?
    let unbornShare = 0.05
    /// With all words of the groups where that is affordable, with the closest where it is not.
    func offer(_ wanted: [Int], most: Double, day: Bool = false, year: Bool = false) {
      let years = (yearShare ?? 1) + (wanted.count > 1 ? unbornShare : 0)
      let birth = (day ? dayShare ?? 1 : 1) * (year ? years : 1)
      for start in [0, tightStart] where start == 0 || wanted.allSatisfy({ $0 < parts }) {
        let chosen = wanted.map { $0 + start }
        // Names go together more often than chance has it.
        let together = chosen.count == 1 ? 1.0 : chosen.count == 2 ? 2 : 4
        let expected = chosen.reduce(people * birth * together) { $0 * share[$1] }
        guard expected <= most else { continue }
        if expected > 0 { all.append(Clause(groups: chosen, wantsDay: day, wantsYear: year, expected: expected)) }
        return
      }
    }
    let known = (0..<tightStart).filter { groups[$0].bearers > 0 }
    for a in known {
      // A joined form is two parts already.
      offer([a], most: a < parts ? budget.single : budget.clause)
      if dayShare != nil { offer([a], most: budget.clause, day: true) }
      if yearShare != nil { offer([a], most: budget.clause, year: true) }
      guard a < parts else { continue }
      for b in known where b > a && b < parts {
        offer([a, b], most: budget.clause)
        if yearShare != nil { offer([a, b], most: budget.clause, year: true) }
        for c in known where c > b && c < parts { offer([a, b, c], most: budget.clause) }
      }
    }
    if dayShare != nil, people / 11_000 <= budget.clause {
      all.append(Clause(groups: [], wantsDay: true, expected: people / 11_000))
    }
    return all
  }

  private mutating func choose(among possible: [Clause], _ budget: Budget) {
    var sum = 0.0
    for clause in possible.sorted(by: { $0.expected < $1.expected }) {
      guard sum + clause.expected <= budget.all || clauses.isEmpty else { break }
      sum += clause.expected
      clauses.append(clause)
    }
    // What a looser clause brings anyway need not be asked for twice.
    let chosen = clauses
    clauses = chosen.filter { clause in !chosen.contains { $0 != clause && brings($0, clause) } }
    // Where a list is read for the years, the days are met in it too.
    for clause in clauses where clause.wantsDay {
      guard let year = clauses.firstIndex(where: { $0.wantsYear && $0.groups == clause.groups }) else { continue }
      clauses[year].wantsDay = true
      clauses[year].expected += clause.expected
      clauses.removeAll { $0 == clause }
    }
  }

  /// Whether everybody whom the second clause brings is brought by the first.
  private func brings(_ first: Clause, _ second: Clause) -> Bool {
    !first.groups.isEmpty && (!first.wantsDay || second.wantsDay) && (!first.wantsYear || second.wantsYear)
      && (!first.wantsYear || first.takesUnborn || !second.takesUnborn)
      && first.groups.allSatisfy { second.groups.contains($0) || second.groups.contains($0 + tightStart) }
  }
}
