/// One search over one segment: candidates weighed, the best of them kept.
struct IndexSearch {
  private let readings: [PreparedSearch]
  private let matcher: Matcher
  private let limit: Int
  /// The best so far, best first.
  private(set) var best: [Hit] = []
  /// The sum of 2^bits of everybody who was weighed and is not among the best.
  private(set) var others = 0.0
  /// By segment: what was worked out of parts of names serves to explain the best.
  private var segments: [Segment] = []
  private var scorers: [SlotScorer?] = []

  struct Hit {
    let segment: Int
    let slot: UInt32
    let reading: Int
    let bits: Double
  }

  init(_ readings: [PreparedSearch], _ matcher: Matcher, limit: Int) {
    self.readings = readings
    self.matcher = matcher
    self.limit = limit
  }

  mutating func run(
    _ segment: Segment, dead: SlotSet?, _ breadth: SegmentPlan.Breadth, _ words: inout NearWords
  ) {
    let slots = Self.candidates(readings, segment, dead: dead, breadth, &words)
    segments.append(segment)
    scorers.append(nil)
    guard !slots.isEmpty else { return }
    // Readings differ in dates; those that have the same name share what was worked out of it.
    var scorer = SlotScorer(segment, matcher, readings)
    scorer.weigh(slots) { slot, reading, bits in
      keep(Hit(segment: segments.count - 1, slot: slot, reading: reading, bits: bits))
    }
    scorers[segments.count - 1] = consume scorer
  }

  /// The best with all that made them so.
  mutating func assessments() -> [Assessment] {
    best.compactMap { scorers[$0.segment]?.assessment($0.slot, $0.reading) }
  }

  /// The candidates of a search that somebody reads.
  static func candidates(_ readings: [PreparedSearch], _ segment: Segment, dead: SlotSet?) -> [UInt32] {
    var words = NearWords()
    return candidates(readings, segment, dead: dead, .search, &words)
  }

  private static func candidates(
    _ readings: [PreparedSearch], _ segment: Segment, dead: SlotSet?, _ breadth: SegmentPlan.Breadth,
    _ words: inout NearWords
  ) -> [UInt32] {
    var slots: [UInt32] = []
    for search in readings {
      var found = walk(search, segment, dead, breadth, &words)
      if breadth == .search, found.count < 10 { found = walk(search, segment, dead, .net, &words) }
      guard readings.count > 1 else { return found }
      slots += found
    }
    return Set(slots).sorted()
  }

  private static func walk(
    _ search: PreparedSearch, _ segment: Segment, _ dead: SlotSet?, _ breadth: SegmentPlan.Breadth,
    _ words: inout NearWords
  ) -> [UInt32] {
    let plan = SegmentPlan(search, segment.vocabulary, people: segment.people, breadth, &words)
    var walk = CandidateWalk(segment, plan, dead: dead)
    walk.walk(aNumberKeys: search.aNumberKeys)
    walk.walk()
    return walk.slots
  }

  private mutating func keep(_ hit: Hit) {
    if best.count >= limit {
      guard let last = best.last, isBetter(hit, last) else {
        others += Bits.power(hit.bits)
        return
      }
      others += Bits.power(last.bits)
      best.removeLast()
    }
    var place = best.count
    while place > 0, isBetter(hit, best[place - 1]) { place -= 1 }
    best.insert(hit, at: place)
  }

  /// Of two who are as good as each other the one who was numbered first.
  private func isBetter(_ a: Hit, _ b: Hit) -> Bool { a.bits == b.bits ? id(a) < id(b) : a.bits > b.bits }

  func id(_ hit: Hit) -> Int64 { segments[hit.segment].columns.ids[Int(hit.slot)] }
}
