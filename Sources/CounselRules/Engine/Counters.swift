internal import CivilTime

/// The facts of a timeline that clear, soften or aggravate whatever is found in it.
struct Counters: Sendable {
  let speaking: [(fact: CounterFact, index: Int, isProven: Bool)]
  let aggravating: [(aggravation: Aggravation, index: Int)]

  private static let kinds = EventKinds(
    .entryRuleFailed, .wrongLocation, .emergency, .portOfEntry, .clientDeclined, .languageNeed, .disability, .minor,
    .courtDeadline, .remedied)

  init(_ timeline: Timeline) {
    guard !timeline.kinds.isDisjoint(with: Self.kinds) else {
      (speaking, aggravating) = ([], [])
      return
    }
    var speaking: [(CounterFact, Int, Bool)] = []
    var aggravating: [(Aggravation, Int)] = []
    for (index, event) in timeline.events.enumerated() where Self.kinds.holds(event.kind) && !event.isAbsent {
      let details = event.details
      let stands = details.contradicted != true
      switch event.kind {
      case .entryRuleFailed: speaking.append((.noIdentification, index, stands && details.published == true))
      case .wrongLocation: speaking.append((.wrongLocation, index, stands))
      case .emergency: speaking.append((.documentedEmergency, index, stands && details.documented == true))
      case .portOfEntry: speaking.append((.portOfEntry, index, stands))
      case .clientDeclined: speaking.append((.signedRefusal, index, stands && details.signed == true))
      case .languageNeed: aggravating.append((.languageNeed, index))
      case .disability: aggravating.append((.disability, index))
      case .minor:
        aggravating.append((.minor, index))
        speaking.append((.minorNeverListed, index, stands))
      case .courtDeadline: aggravating.append((.courtDeadline, index))
      case .remedied: aggravating.append((.remediedSameDay, index))
      default: break
      }
    }
    (self.speaking, self.aggravating) = (speaking, aggravating)
  }
}
