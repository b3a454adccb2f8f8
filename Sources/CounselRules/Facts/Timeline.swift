internal import CivilTime

/// The events of one request or one place in the order of time, without those that were corrected.
struct Timeline: Sendable {
  let events: [CaseEvent]
  let kinds: EventKinds
  let place: CasePlace
  let role: Role?
  let relationship: Relationship?
  let isRequest: Bool
  let now: Timestamp

  init(_ request: CaseRequest, at place: CasePlace, now: Timestamp) {
    self.init(request.events, place, request.role, request.relationship, isRequest: true, now)
  }

  init(placeEvents: [CaseEvent], at place: CasePlace, now: Timestamp) {
    self.init(placeEvents, place, nil, nil, isRequest: false, now)
  }

  private init(
    _ recorded: [CaseEvent], _ place: CasePlace, _ role: Role?, _ relationship: Relationship?, isRequest: Bool,
    _ now: Timestamp
  ) {
    (self.place, self.role, self.relationship, self.isRequest, self.now) = (place, role, relationship, isRequest, now)
    events = Self.standing(recorded)
    kinds = events.reduce(into: EventKinds()) { $0.insert(EventKinds($1.kind)) }
  }

  /// Without what was corrected or taken back, the earliest first. Two corrections of one event both stand.
  private static func standing(_ recorded: [CaseEvent]) -> [CaseEvent] {
    var events = recorded
    if recorded.contains(where: { $0.corrects != nil }) {
      let replaced = Set(recorded.compactMap(\.corrects))
      let kindOf = Dictionary(recorded.map { ($0.id, $0.kind) }) { first, _ in first }
      events = recorded.filter { event in
        guard !replaced.contains(event.id) else { return false }
        // A “withdrawn” that corrects another event takes it back and says nothing else.
        return event.corrects.flatMap { kindOf[$0] } == nil || event.kind != .withdrawn
      }
    }
    let isSorted = zip(events, events.dropFirst()).allSatisfy { $0.at.earliest < $1.at.earliest }
    return isSorted ? events : events.sorted { ($0.at.earliest, $0.id) < ($1.at.earliest, $1.id) }
  }

  /// The places in `events` of everything of a kind that happened, the earliest first.
  func all(_ kind: EventKind) -> [Int] {
    guard kinds.holds(kind) else { return [] }
    return events.indices.filter { events[$0].kind == kind && !events[$0].isAbsent }
  }

  /// The first of these kinds that happened, no earlier than another event began.
  func first(
    _ kinds: EventKinds, from start: Int? = nil, where counts: (CaseEvent) -> Bool = { _ in true }
  ) -> Int? {
    guard !self.kinds.isDisjoint(with: kinds) else { return nil }
    let floor = start.map { events[$0].at.earliest }
    return events.indices.first { index in
      let event = events[index]
      return kinds.holds(event.kind) && !event.isAbsent && index != start
        && floor.map { event.at.latest >= $0 } != false
        && counts(event)
    }
  }

  /// The latest assertion that none of these had happened, by somebody able to know; else by anyone.
  func absence(
    _ kinds: EventKinds, able: [Standing], from start: Int, where counts: (CaseEvent) -> Bool = { _ in true }
  ) -> (known: Int?, hearsay: Int?) {
    guard !self.kinds.isDisjoint(with: kinds) else { return (nil, nil) }
    let found = events.indices.filter { index in
      let event = events[index]
      return kinds.holds(event.kind) && event.isAbsent && event.at.latest >= events[start].at.earliest && counts(event)
    }
    let known = found.filter { able.contains(events[$0].by.standing) && !events[$0].by.name.isEmpty }
    return (known.max { events[$0].at.earliest < events[$1].at.earliest }, found.first { !known.contains($0) })
  }
}
