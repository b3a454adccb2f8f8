/// An immutable snapshot of everybody listed, to be searched in memory. A value: copies share what they have in common.
///
/// One big segment, small newer ones, and for each the slots of people who were changed or removed since.
package struct PersonIndex: Sendable {
  package let knowledge: LinkageKnowledge
  /// Weighs with what was counted in the records of the big segment.
  package private(set) var matcher: Matcher
  private var parts: [Part] = []
  /// Weighs with what others counted, not with what is counted here.
  private var isWeighedByOthers = false
  package private(set) var people = 0

  private struct Part: Sendable {
    let segment: Segment
    var dead: SlotSet?
    var deadCount = 0
    var live: Int { segment.people - deadCount }
    /// Of everybody who is neither changed nor removed.
    var slots: [UInt32] { (0..<UInt32(segment.people)).filter { !(dead?.contains($0) ?? false) } }
  }

  /// Nobody is listed.
  package init(_ knowledge: LinkageKnowledge) {
    self.knowledge = knowledge
    matcher = Matcher(
      lexicon: knowledge.lexicon, frequencies: knowledge.common, countries: knowledge.countries,
      weights: knowledge.weights)
  }

  /// Each person may be in one chunk only, and once.
  package static func build(_ chunks: [EncodedChunk], _ knowledge: LinkageKnowledge) -> PersonIndex {
    var builder = SegmentBuilder()
    builder.reserve(chunks.reduce(0) { $0 + $1.columns.count })
    for chunk in chunks { builder.add(chunk.columns, chunk.parts, chunk.places) { _ in true } }
    return PersonIndex(knowledge, builder)
  }

  /// The same for people who are weighed by what was counted elsewhere: searches, by how common names are in records.
  package static func build(
    _ chunks: [EncodedChunk], _ knowledge: LinkageKnowledge, weighedBy matcher: Matcher
  ) -> PersonIndex {
    var index = PersonIndex(knowledge)
    index.matcher = matcher
    index.isWeighedByOthers = true
    var builder = SegmentBuilder()
    for chunk in chunks { builder.add(chunk.columns, chunk.parts, chunk.places) { _ in true } }
    return index.holding(builder)
  }

  /// One segment in place of all.
  private func holding(_ builder: SegmentBuilder) -> PersonIndex {
    guard isWeighedByOthers else { return PersonIndex(knowledge, builder) }
    var index = self
    index.parts = builder.columns.count == 0 ? [] : [Part(segment: builder.segment(matcher))]
    index.people = builder.columns.count
    return index
  }

  private init(_ knowledge: LinkageKnowledge, _ builder: SegmentBuilder) {
    self.init(knowledge)
    guard builder.columns.count > 0 else { return }
    let (segment, matcher) = builder.counted(knowledge)
    self.matcher = matcher
    parts = [Part(segment: segment)]
    people = segment.people
  }

  // MARK: Changes

  /// The index after some people were added or changed, and others removed. The last of several upserts of one counts.
  package func applying(upserts: [IndexedPerson], removals: [Int64]) -> PersonIndex {
    var index = self
    var newest: [Int64: IndexedPerson] = [:]
    for person in upserts { newest[person.id] = person }
    for id in removals where newest[id] == nil { index.remove(id) }
    guard !newest.isEmpty else { return index }
    for id in newest.keys { index.remove(id) }
    let people = newest.values.sorted { $0.id < $1.id }
    var builder = SegmentBuilder()
    let chunk = EncodedChunk(people, knowledge)
    builder.add(chunk.columns, chunk.parts, chunk.places) { _ in true }
    index.people += people.count
    // Small segments of one size are put together, so that there are few: the cost stays in step with the change.
    while index.parts.count > 1, let last = index.parts.last, last.segment.people <= builder.columns.count * 2 {
      builder.add(last.segment.columns, last.segment.parts, last.segment.places) { !(last.dead?.contains($0) ?? false) }
      index.parts.removeLast()
    }
    if index.parts.isEmpty { return holding(builder) }
    index.parts.append(Part(segment: builder.segment(index.matcher)))
    return index
  }

  private mutating func remove(_ id: Int64) {
    for place in parts.indices {
      guard let slot = parts[place].segment.slot(of: id).map({ UInt32($0) }) else { continue }
      var dead = parts[place].dead ?? SlotSet(parts[place].segment.people)
      guard !dead.contains(slot) else { continue }
      parts[place].dead = nil
      dead.insert(slot)
      parts[place].dead = dead
      parts[place].deadCount += 1
      people -= 1
    }
  }

  /// Whether so much has changed that searching would be faster after `merged()`.
  package var wantsMerging: Bool {
    guard let first = parts.first else { return false }
    let newer = parts.dropFirst().reduce(0) { $0 + $1.segment.people }
    return newer + first.deadCount > max(2000, first.segment.people / 20)
  }

  /// The same people in one segment, counted anew. Takes seconds for millions: for a background task.
  package func merged() -> PersonIndex {
    var builder = SegmentBuilder()
    builder.reserve(people)
    for part in parts {
      builder.add(part.segment.columns, part.segment.parts, part.segment.places) { !(part.dead?.contains($0) ?? false) }
    }
    return holding(builder)
  }

  /// Bytes, nearly.
  package var memoryFootprint: Int {
    parts.reduce(0) { $0 + $1.segment.bytes + ($1.dead?.words.count ?? 0) * 8 } + matcher.frequencies.bytes
  }

  // MARK: Searching

  /// The people whom one of the readings of a search may mean, best first.
  package func search(_ readings: [PreparedSearch], limit: Int) -> [Verdict] {
    guard !readings.isEmpty, limit > 0 else { return [] }
    var search = IndexSearch(readings, matcher, limit: limit)
    for part in parts {
      var words = NearWords()
      search.run(part.segment, dead: part.dead, .search, &words)
    }
    return Verdict.rank(
      search.assessments(), others: search.others,
      population: people, weights: matcher.weights, calibration: knowledge.calibration)
  }

  /// Everybody weighed, whatever the plan: what a search is checked against. Slow.
  package func searchEverybody(_ search: PreparedSearch, limit: Int) -> [Verdict] {
    var assessments: [Assessment] = []
    for part in parts {
      var scorer = SlotScorer(part.segment, matcher, [search])
      for slot in part.slots { assessments.append(scorer.assessment(slot, 0)) }
    }
    return Array(
      Verdict.rank(
        assessments, population: people, weights: matcher.weights, calibration: knowledge.calibration
      ).prefix(limit))
  }

  /// Everybody with at least so many bits, whatever the plan: the full cross-match that following is checked against.
  package func everybody(_ search: PreparedSearch, least: Double) -> [(id: Int64, bits: Double)] {
    parts.flatMap { part in
      var scorer = SlotScorer(part.segment, matcher, [search])
      var found: [(id: Int64, bits: Double)] = []
      scorer.weigh(part.slots) { slot, _, bits in
        if bits >= least { found.append((part.segment.columns.ids[Int(slot)], bits)) }
      }
      return found
    }
  }

  /// What the matcher was made from: the big segment's records. Counted when asked, in about a second for millions.
  package var counts: RecordCounts {
    guard let segment = parts.first?.segment else { return RecordCounts() }
    return RecordCounts(segment.columns, parts: segment.parts, places: segment.places)
  }

  /// The segments with what is dead in each.
  var segments: [(segment: Segment, dead: SlotSet?)] { parts.map { ($0.segment, $0.dead) } }
}
