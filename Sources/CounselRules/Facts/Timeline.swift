internal import CivilTime

/// The events of one request or one place in the order of time, without those that were corrected.
///
/// A class, so that handing it to a predicate copies nothing.
final class Timeline: Sendable {
  let events: [CaseEvent]
  /// What is looked for most, apart from the rest of the events.
  private let marks: [Mark]
  let kinds: EventKinds
  let place: CasePlace
  let role: Role?
  let relationship: Relationship?
  let isRequest: Bool
  let now: Timestamp

  private struct Mark {
    let kind: EventKind
    let isAbsent: Bool
    let at: Span
  }

  convenience init(_ request: CaseRequest, at place: CasePlace, now: Timestamp) {
    self.init(request.events, place, request.role, request.relationship, isRequest: true, now)
  }

  convenience init(placeEvents: [CaseEvent], at place: CasePlace, now: Timestamp) {
    self.init(placeEvents, place, nil, nil, isRequest: false, now)
  }

  private init(
    _ recorded: [CaseEvent], _ place: CasePlace, _ role: Role?, _ relationship: Relationship?, isRequest: Bool,
    _ now: Timestamp
  ) {
    (self.place, self.role, self.relationship, self.isRequest, self.now) = (place, role, relationship, isRequest, now)
    events = Self.standing(recorded)
    marks = events.map { Mark(kind: $0.kind, isAbsent: $0.isAbsent, at: $0.at) }
    kinds = marks.reduce(into: EventKinds()) { $0.insert(EventKinds($1.kind)) }
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
    let isSorted = events.indices.dropFirst().allSatisfy { events[$0 - 1].at.earliest < events[$0].at.earliest }
    return isSorted ? events : events.sorted { ($0.at.earliest, $0.id) < ($1.at.earliest, $1.id) }
  }

  /// The places in `events` of everything of a kind that happened, the earliest first.
  func all(_ kind: EventKind) -> [Int] {
    all(EventKinds(kind))
  }

  /// The places in `events` of everything of these kinds that happened, the earliest first.
  func all(_ kinds: EventKinds) -> [Int] {
    guard !self.kinds.isDisjoint(with: kinds) else { return [] }
    return marks.indices.filter { kinds.holds(marks[$0].kind) && !marks[$0].isAbsent }
  }

  /// The first of these kinds that happened, no earlier than another event began.
  func first(_ kinds: EventKinds, from start: Int? = nil, where counts: ((CaseEvent) -> Bool)? = nil) -> Int? {
    guard !self.kinds.isDisjoint(with: kinds) else { return nil }
    let floor = start.map { marks[$0].at.earliest }
    for index in marks.indices where kinds.holds(marks[index].kind) && !marks[index].isAbsent && index != start {
      if let floor, marks[index].at.latest < floor { continue }
      if let counts, !counts(events[index]) { continue }
      return index
    }
    return nil
  }

  /// The latest assertion that none of these had happened, by somebody able to know; else by anyone.
  func absence(
    _ kinds: EventKinds, able: [Standing], from start: Int, where counts: ((CaseEvent) -> Bool)? = nil
  ) -> (known: Int?, hearsay: Int?) {
    guard !self.kinds.isDisjoint(with: kinds) else { return (nil, nil) }
    var known: Int?, hearsay: Int?
    let floor = marks[start].at.earliest
    for index in marks.indices where marks[index].isAbsent && kinds.holds(marks[index].kind) {
      guard marks[index].at.latest >= floor, counts?(events[index]) ?? true else { continue }
      let by = events[index].by
      if !able.contains(by.standing) || by.name.isEmpty {
        hearsay = hearsay ?? index
      } else if known.map({ marks[$0].at.earliest < marks[index].at.earliest }) ?? true {
        known = index
      }
    }
    return (known, hearsay)
  }
}
