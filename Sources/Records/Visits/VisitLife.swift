package import CivilTime

/// Where a request stands.
package enum VisitState: String, Sendable, CaseIterable {
  /// Written, and not sent to the facility.
  case draft
  case submitted, acknowledged
  case moreInfo = "more_info"
  case scheduled
  case walkInApproved = "walk_in_approved"
  case denied
  /// At the door, not let in yet.
  case waiting
  case seated, completed
  case cutShort = "cut_short"
  case refused
  case closed
  case clientDeclined = "client_declined"
  case clientMoved = "client_moved"
  /// Went away without having been let in.
  case leftUnseen = "left_unseen"
  case withdrawn
  case escalated, remedied, sustained
  case referred = "referred_to_counsel"

  /// Before anybody stood at the door.
  package static let before: Set<VisitState> = [
    .draft, .submitted, .acknowledged, .moreInfo, .scheduled, .walkInApproved,
  ]
  /// The visit did not happen, or not as it should have.
  package static let failed: Set<VisitState> = [
    .denied, .refused, .closed, .clientDeclined, .clientMoved, .leftUnseen, .cutShort,
  ]
  /// Nothing more is expected.
  package static let over: Set<VisitState> = [.completed, .withdrawn, .remedied, .referred]
}

/// The life of a request: a value that takes one step after another and refuses those that do not fit.
package struct VisitLife: Sendable, Equatable {
  package private(set) var state: VisitState
  /// When it came to be in this state.
  package private(set) var since: Timestamp?
  /// Events that did not fit what was told before them: conflicting accounts, both kept.
  package private(set) var misfits: Set<Int64> = []

  package init(_ state: VisitState = .draft) { self.state = state }

  /// Why a step was refused; the page makes a sentence of it.
  package struct Refusal: Error, Sendable, Equatable {
    package let kind: VisitEventKind
    package let state: VisitState

    package init(kind: VisitEventKind, state: VisitState) { (self.kind, self.state) = (kind, state) }
  }

  /// Takes a step, or refuses it and stays as it was.
  package mutating func take(_ kind: VisitEventKind, at moment: Timestamp) throws(Refusal) {
    guard let step = Self.steps[kind] else { return }
    guard step.from.contains(state) else { throw Refusal(kind: kind, state: state) }
    guard let next = step.to(state), next != state else { return }
    state = next
    since = moment
  }

  package func allows(_ kind: VisitEventKind) -> Bool { Self.steps[kind].map { $0.from.contains(state) } ?? true }

  /// The life that these events tell, without what was corrected or taken back. What does not fit is kept and named.
  package init(_ events: [VisitEvent]) {
    self.init()
    for event in Self.standing(events) {
      do throws(Refusal) { try take(event.kind, at: event.at.moment) } catch { misfits.insert(event.id) }
    }
  }

  /// What still stands, in the order in which it happened. Two corrections of one event both stand.
  package static func standing(_ events: [VisitEvent]) -> [VisitEvent] {
    let replaced = Set(events.compactMap(\.corrects))
    return events.filter { !replaced.contains($0.id) && $0.kind != .takenBack }
      .sorted { ($0.at.moment, $0.id) < ($1.at.moment, $1.id) }
  }

  // MARK: The steps

  private struct Step: Sendable {
    let from: Set<VisitState>
    let to: @Sendable (VisitState) -> VisitState?

    init(_ from: Set<VisitState>, _ to: VisitState) { self.init(from, by: { _ in to }) }

    init(_ from: Set<VisitState>, by to: @escaping @Sendable (VisitState) -> VisitState?) {
      self.from = from
      self.to = to
    }
  }

  private static let asked: Set<VisitState> = [.submitted, .acknowledged, .moreInfo, .escalated, .sustained]
  /// From where somebody can come to the door, also once more after they were sent away.
  private static let canCome: Set<VisitState> =
    VisitState.before.union(VisitState.failed).union([.escalated, .sustained, .completed])

  /// What is not in this table is a fact that can be told at any time and changes no state.
  private static let steps: [VisitEventKind: Step] = [
    .submitted: Step([.draft, .submitted, .moreInfo, .denied, .escalated], .submitted),
    .delivered: Step([.submitted, .acknowledged, .moreInfo], by: { $0 }),
    .acknowledged: Step([.submitted, .moreInfo, .escalated], .acknowledged),
    .moreInfo: Step([.submitted, .acknowledged, .moreInfo, .escalated], .moreInfo),
    .scheduled: Step(asked.union([.scheduled, .walkInApproved, .denied]), .scheduled),
    .walkInApproved: Step(asked.union([.scheduled, .walkInApproved, .denied]), .walkInApproved),
    .denied: Step(asked.union([.scheduled, .walkInApproved]), .denied),
    .noAnswer: Step([.submitted, .acknowledged, .moreInfo], by: { $0 }),
    .withdrawn: Step(VisitState.before.union(VisitState.failed).union([.waiting, .escalated, .sustained]), .withdrawn),
    .arrived: Step(canCome, .waiting),
    .letIn: Step([.waiting], .seated),
    .refused: Step(canCome.union([.waiting]), .refused),
    .closed: Step(canCome.union([.waiting]), .closed),
    .clientDeclined: Step(canCome.union([.waiting]), .clientDeclined),
    .clientMoved: Step(
      canCome.union([.waiting]), by: { VisitState.failed.contains($0) || $0 == .completed ? $0 : .clientMoved }),
    .left: Step(
      VisitState.failed.union([.waiting, .completed]), by: { $0 == .waiting ? .leftUnseen : $0 }),
    .completed: Step([.seated], .completed),
    .cutShort: Step([.seated], .cutShort),
    .roomObserved: Step([.seated, .completed, .cutShort, .waiting], by: { $0 }),
    .escalated: Step(
      VisitState.failed.union([.submitted, .acknowledged, .moreInfo, .waiting, .escalated]), .escalated),
    .remedied: Step(VisitState.failed.union([.escalated, .sustained, .completed]), .remedied),
    .sustained: Step([.escalated], .sustained),
    .referred: Step(VisitState.failed.union([.escalated, .sustained]), .referred),
    .reviewed: Step(VisitState.failed.union(VisitState.over).union([.escalated, .sustained]), by: { $0 }),
  ]
}
