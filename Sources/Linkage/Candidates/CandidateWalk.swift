/// Walks a segment's lists for one search: the group of a clause that is cheapest to read, the others only asked.
struct CandidateWalk {
  private let segment: Segment
  private let plan: SegmentPlan
  private let dead: SlotSet?
  // Held apart: read through the segment, each look would go by way of it.
  private let facts: [PeopleColumns.FirstFacts]
  private let bearers: [UInt32]
  private let tags: [BirthTag]
  private let more: [UInt32: PeopleColumns.MoreFacts]
  private var filters: [SlotSet?]
  private var seen = NumberRows(room: 256)
  private(set) var slots: [UInt32] = []
  private var reached: [Int] = []

  /// Nobody weighs more people than this for one search, whatever the plan expected.
  static let most = 4000

  init(_ segment: Segment, _ plan: SegmentPlan, dead: SlotSet?) {
    self.segment = segment
    self.plan = plan
    self.dead = dead
    facts = segment.columns.facts
    bearers = segment.bearers.items
    tags = segment.bearerTags
    more = segment.columns.more
    filters = plan.groups.map { _ in nil }
  }

  mutating func walk() { for clause in plan.clauses where slots.count < Self.most { walk(clause) } }

  /// People with one of these numbers: as good as certain, so all of them.
  mutating func walk(aNumberKeys: [UInt64]) {
    for key in aNumberKeys {
      for place in segment.aNumbers.places(key) { add(segment.aNumbers.slots[place]) }
    }
  }

  private mutating func walk(_ clause: SegmentPlan.Clause) {
    let groups = clause.groups.sorted { plan.groups[$0].bearers < plan.groups[$1].bearers }
    guard let first = groups.first else {
      walkBirths(plan.days.prefix(1), asking: [])
      return
    }
    // Making sets of the groups takes about as long as reading the lists of the first.
    let born = segment.people / 11_000 * plan.days.count
    if clause.wantsDay, !clause.wantsYear, filters[first] != nil, born < plan.groups[first].bearers {
      for group in groups { prepare(group) }
      walkBirths(plan.days[...], asking: groups[...])
      return
    }
    guard groups.count > 1 else { return walkWords(first, asking: [], clause) }
    if plan.groups[first].bearers > segment.people / 64 {
      for group in groups { prepare(group) }
      return meet(groups, clause)
    }
    let read = groups.min { cost(reading: $0, of: groups) < cost(reading: $1, of: groups) } ?? first
    let others = groups.filter { $0 != read }
    for group in others { prepare(group) }
    walkWords(read, asking: others[...], clause)
  }

  /// What it takes to read the lists of one group and to have sets of the others: to put somebody into a set takes twice
  /// as long as to ask for somebody.
  private func cost(reading read: Int, of groups: [Int]) -> Int {
    groups.reduce(plan.groups[read].bearers) { cost, group in
      guard group != read, filters[group] == nil else { return cost }
      return plan.groups[group].words.reduce(cost + segment.people / 256) {
        $0 + (segment.common[UInt32($1.word)] == nil ? 2 * segment.bearers.count($1.word) : segment.people / 128)
      }
    }
  }

  /// Everybody with a word of the group who is in the other groups too.
  private mutating func walkWords(_ group: Int, asking others: ArraySlice<Int>, _ clause: SegmentPlan.Clause) {
    let sets = sets(others)
    for near in plan.groups[group].words {
      let places = segment.bearers.range(near.word)
      reached.removeAll(keepingCapacity: true)
      if clause.wantsDay || clause.wantsYear {
        plan.sieve.find(
          places, tags, day: clause.wantsDay, year: clause.wantsYear, unborn: clause.takesUnborn, &reached)
        // A tag that is not open says the birth itself.
        for place in reached where sets.allSatisfy({ $0.contains(bearers[place]) }) {
          if tags[place] != .open || fits(clause, bearers[place]) { add(bearers[place]) }
        }
      } else if let first = sets.first {
        Self.find(places, bearers, first.words, &reached)
        for place in reached where sets.dropFirst().allSatisfy({ $0.contains(bearers[place]) }) { add(bearers[place]) }
      } else {
        for place in places { add(bearers[place]) }
      }
      guard slots.count < Self.most else { return }
    }
  }

  /// The places of those who are in a set. Nothing else in the loop: it is the one that takes longest.
  private static func find(
    _ places: Range<Int>, _ bearers: [UInt32], _ set: [UInt64], _ found: inout [Int]
  ) {
    for place in places {
      let slot = bearers[place]
      if set[Int(slot >> 6)] & 1 << UInt64(slot & 63) != 0 { found.append(place) }
    }
  }

  /// Common words: their bits are laid over each other, 64 people at a time.
  private mutating func meet(_ groups: [Int], _ clause: SegmentPlan.Clause) {
    let sets = groups.compactMap { filters[$0]?.words }
    guard let first = sets.first, sets.count > 1 else { return }
    let second = sets[1]
    let third = sets.count > 2 ? sets[2] : nil
    for place in first.indices {
      var bits = first[place] & second[place]
      if bits != 0, let third { bits &= third[place] }
      while bits != 0 {
        let slot = UInt32(place << 6 + bits.trailingZeroBitCount)
        bits &= bits - 1
        if fits(clause, slot) { add(slot) }
      }
      if slots.count >= Self.most { return }
    }
  }

  private mutating func walkBirths(_ days: ArraySlice<BirthCode>, asking groups: ArraySlice<Int>) {
    let sets = sets(groups)
    for day in days {
      for place in segment.births.places(day.sortKey) {
        let slot = segment.births.slot(place)
        if sets.allSatisfy({ $0.contains(slot) }) { add(slot) }
      }
    }
  }

  private func fits(_ clause: SegmentPlan.Clause, _ slot: UInt32) -> Bool {
    guard clause.wantsDay || clause.wantsYear else { return true }
    if fits(clause, facts[Int(slot)].birth) { return true }
    guard !more.isEmpty, let facts = more[slot] else { return false }
    return facts.births.contains { fits(clause, $0) }
  }

  private func fits(_ clause: SegmentPlan.Clause, _ birth: BirthCode) -> Bool {
    guard birth != .unknown else { return clause.takesUnborn }
    if clause.wantsDay, plan.sieve.mayBeDay(BirthTag(birth)), plan.days.contains(birth) { return true }
    guard clause.wantsYear, let years = plan.years else { return false }
    return years.contains(birth.year) || (birth.kind == .age && years.contains(birth.year + 1))
  }

  /// The groups that were prepared.
  private func sets(_ groups: ArraySlice<Int>) -> [SlotSet] { groups.compactMap { filters[$0] } }

  /// The group as a set to be asked.
  private mutating func prepare(_ group: Int) {
    guard filters[group] == nil else { return }
    let words = plan.groups[group].words
    var set: SlotSet?
    for near in words {
      guard let bits = segment.common[UInt32(near.word)] else { continue }
      if set == nil { set = SlotSet(words: bits) } else { set?.formUnion(bits) }
    }
    var bits = set ?? SlotSet(segment.people)
    for near in words where segment.common[UInt32(near.word)] == nil {
      for place in segment.bearers.range(near.word) { bits.insert(bearers[place]) }
    }
    filters[group] = bits
  }

  private mutating func add(_ slot: UInt32) {
    guard !(dead?.contains(slot) ?? false), seen.row(slot) == slots.count else { return }
    slots.append(slot)
  }
}
