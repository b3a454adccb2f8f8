import Disclosure
import Linkage
import Testing

/// A small generator, so that a failure can be run again by its seed.
struct Dice {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
  mutating func roll(_ sides: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(sides))
  }
  mutating func chance(_ percent: Int) -> Bool { roll(100) < percent }
}

@Suite struct `Disclosure in general` {
  private static let kinds: [(Fact, [Level])] = [
    (.aNumber, [.different, .oneDigit, .exact]),
    (.birth, [.different, .nearYear, .sameYear, .exact]),
    (.country, [.different, .sameRegion, .exact]), (.sex, [.different, .exact]),
    (.arrestDay, [.different, .near, .withinADay, .exact]), (.arrestPlace, [.different, .partial, .exact]),
  ]

  /// A person's facts as steps: how much of each is known, nothing at first.
  private struct Steps {
    var name = 0
    var steps = [Int](repeating: 0, count: kinds.count)

    init(_ dice: inout Dice) {
      name = dice.roll(4)
      for place in steps.indices { steps[place] = dice.roll(kinds[place].1.count + 1) }
    }

    var agreements: [Agreement] {
      var all = [Facts.nothing, .givenAlone, .surname, .name][name].agreements
      for (place, step) in steps.enumerated() where step > 0 {
        let (fact, levels) = kinds[place]
        all.append(Agreement(fact: fact, level: levels[step - 1], bits: Double(step) * 3 - 4))
      }
      return all
    }

    /// One fact known better; nil when everything is known.
    func better(_ dice: inout Dice) -> Steps? {
      var open = steps.indices.filter { steps[$0] > 0 && steps[$0] < kinds[$0].1.count }
      if name < 3 { open.append(-1) }
      guard !open.isEmpty else { return nil }
      var next = self
      let place = open[dice.roll(open.count)]
      if place < 0 { next.name += 1 } else { next.steps[place] += 1 }
      return next
    }
  }

  private static func candidate(_ steps: Steps, _ id: Int64, probability: Double) -> DisclosureCandidate {
    let agreements = steps.agreements
    return DisclosureCandidate(
      person: id, agreements: agreements, bits: agreements.reduce(0) { $0 + $1.bits }, probability: probability)
  }

  @Test(arguments: DisclosurePolicy.Name.allCases)
  func `more knowledge never earns less`(_ name: DisclosurePolicy.Name) {
    let policy = DisclosurePolicy.named(name)
    var dice = Dice(41)
    var told = 0
    for _ in 0..<20_000 {
      let steps = Steps(&dice)
      guard let better = steps.better(&dice) else { continue }
      let before = policy.decide([Self.candidate(steps, 1, probability: 0.95)], offered: everything)
      let after = policy.decide([Self.candidate(better, 1, probability: 0.96)], offered: everything)
      if before.rule != nil {
        told += 1
        #expect(after.rule != nil)
      }
    }
    #expect(name == .none || told > 100)
  }

  @Test func `the order of candidates and of facts changes nothing`() {
    var dice = Dice(7)
    var told = 0
    for _ in 0..<5000 {
      let all = (1...4).map { number in
        var candidate = Self.candidate(Steps(&dice), Int64(number), probability: 0.95)
        if dice.chance(20) { candidate.hindrances = [Hindrance.allCases[dice.roll(Hindrance.allCases.count)]] }
        return candidate
      }
      let turned = all.reversed().map {
        DisclosureCandidate(
          person: $0.person, agreements: $0.agreements.reversed(), bits: $0.bits, probability: $0.probability,
          hindrances: $0.hindrances)
      }
      let one = DisclosurePolicy.standard.decide(all, offered: everything)
      #expect(one == DisclosurePolicy.standard.decide(turned, offered: everything))
      if one.rule != nil { told += 1 }
      #expect(
        DisclosurePolicy.standard.guesses(all, offered: everything)
          == DisclosurePolicy.standard.guesses(turned, offered: everything))
    }
    #expect(told > 50)
  }

  @Test func `offering less never earns more`() {
    var dice = Dice(3)
    for _ in 0..<5000 {
      let candidate = Self.candidate(Steps(&dice), 1, probability: 0.95)
      let some = everything.filter { _ in dice.chance(60) }
      if DisclosurePolicy.standard.decide([candidate], offered: some).rule != nil {
        #expect(DisclosurePolicy.standard.decide([candidate], offered: everything).rule != nil)
      }
    }
  }

  @Test func `a stricter policy never tells what a milder one keeps back`() {
    var dice = Dice(11)
    let order = [DisclosurePolicy.standard, .strict, .numbers, .none]
    for _ in 0..<5000 {
      let candidate = Self.candidate(Steps(&dice), 1, probability: 0.95)
      let told = order.map { $0.decide([candidate], offered: everything).rule != nil }
      for (milder, stricter) in zip(told, told.dropFirst()) where stricter { #expect(milder) }
    }
  }

  @Test func `a spent budget never tells what a full one keeps back`() {
    var dice = Dice(13)
    for _ in 0..<5000 {
      var candidate = Self.candidate(Steps(&dice), 1, probability: 0.95)
      let before = DisclosurePolicy.standard.decide([candidate], offered: everything)
      let budgets = DisclosureBudgets(
        failedNumbersAreSpent: dice.chance(50), isClosed: dice.chance(50), isClosedToNumbers: dice.chance(50))
      candidate.isStopped = dice.chance(50)
      let after = DisclosurePolicy.standard.decide([candidate], offered: everything, budgets: budgets)
      if after.rule != nil { #expect(before.rule != nil) }
    }
  }
}
