/// Weighs pairs that somebody else chose: search after search over one index, in the same memory. Each task has its own.
package struct PairWeigher {
  private var segments: [(segment: Segment, dead: SlotSet?, scorer: SlotScorer)]
  private var slots: [UInt32] = []

  package init(_ index: PersonIndex) {
    segments = index.segments.map { ($0.segment, $0.dead, SlotScorer($0.segment, index.matcher)) }
  }

  /// The bits of given people, those who are not listed left out: in their order, those who are new or changed behind
  /// the others.
  package mutating func weigh(_ search: PreparedSearch, _ ids: [Int64]) -> [Double] {
    var weighed: [Double] = []
    weighed.reserveCapacity(ids.count)
    for place in segments.indices {
      let (segment, dead) = (segments[place].segment, segments[place].dead)
      slots.removeAll(keepingCapacity: true)
      for id in ids {
        if let slot = segment.slot(of: id).map({ UInt32($0) }), !(dead?.contains(slot) ?? false) { slots.append(slot) }
      }
      segments[place].scorer.begin([search])
      segments[place].scorer.weigh(slots) { _, _, bits in weighed.append(bits) }
    }
    return weighed
  }
}
