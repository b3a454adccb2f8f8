internal import CivilTime
internal import CounselRules

/// Requests made up to measure the rules: ten events each, of every kind, spread over the days of the orders.
struct InventedRequests {
  private var state: UInt64
  private let start = Timestamp(secondsSinceEpoch: 1_752_192_000)  // 2025-07-11 00:00 UTC

  init(seed: UInt64) { state = seed }

  mutating func next(_ number: Int) -> CaseRequest {
    let roles = Role.allCases, relationships = Relationship.allCases
    var minute = pick(525_600)
    let lead: [EventKind] = [.submitted, .arrived, .bookedIn, .callRequested]
    let events = (0..<10).map { index in
      minute += pick(400)
      let kind = index == 0 ? lead[pick(lead.count)] : Self.kinds[pick(Self.kinds.count)]
      return event("\(number)-\(index)", kind, at: start.adding(seconds: Double(minute * 60)))
    }
    return CaseRequest(
      id: "R\(number)", role: roles[pick(roles.count)], relationship: relationships[pick(relationships.count)],
      events: events)
  }

  private mutating func event(_ id: String, _ kind: EventKind, at moment: Timestamp) -> CaseEvent {
    var details = Details()
    let reasons = RefusalReason.allCases
    if pick(4) > 0 { details.because = reasons[pick(reasons.count)] }
    if pick(2) > 0 { (details.doorOpen, details.officerWithinHearing) = (pick(2) > 0, pick(2) > 0) }
    if pick(2) > 0 { (details.costCents, details.monitored) = (pick(3) * 100, pick(2) > 0) }
    if pick(2) > 0 { (details.recorded, details.screened) = (pick(2) > 0, pick(2) > 0) }
    if pick(2) > 0 { (details.legalVisitsThere, details.outOfArea) = (pick(2) > 0, pick(2) > 0) }
    let standings = Standing.allCases, grades = Grade.allCases
    return CaseEvent(
      id: id, kind: kind, at: Span(moment), until: pick(3) == 0 ? Span(moment.adding(seconds: 1_500)) : nil,
      by: Witness(name: "Sample Person", standing: standings[pick(standings.count)]), grade: grades[pick(grades.count)],
      isAbsent: pick(10) == 0, details: details)
  }

  /// What is recorded of a request; facts of a place are measured by nobody in such numbers.
  private static let kinds = EventKind.allCases.filter {
    ![.openObserved, .closedObserved, .hoursPosted, .closed, .reopened, .closureNotified, .policyStated].contains($0)
  }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private mutating func pick(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
