internal import Linkage

/// What a responder has to know of a call before it is made: why the family was not answered, and whether two responders
/// have to agree before anything is told. Families never see it.
package struct CallNeed: Sendable, Equatable {
  package enum Reason: String, Sendable, CaseIterable {
    /// Nobody fits, or the family was answered and wants to speak with somebody all the same.
    case asked
    /// Somebody fits, and what is known of them is too little, or it is not sure that it is they.
    case notEarned = "not earned"
    /// Somebody who may be meant is protected.
    case protected
    /// Enough is known, and automatic answers have stopped.
    case locked
  }

  package var reason: Reason
  package var needsTwo: Bool

  package init(_ reason: Reason, needsTwo: Bool = false) {
    self.reason = reason
    self.needsTwo = needsTwo
  }
}

extension DisclosurePolicy {
  /// Why a search is called about.
  ///
  /// Two have to agree about people who are protected, and about those at whom somebody has been guessing: whoever waits
  /// for the call may be the one who guessed. Somebody counts here whose name agrees, however little else is known: what
  /// was too little for a page must not become enough for a voice.
  package func callNeed(
    _ candidates: [DisclosureCandidate], offered: Set<Knowledge>, budgets: DisclosureBudgets = DisclosureBudgets()
  ) -> CallNeed {
    let meant = candidates.filter { candidate in
      let shown = Set.shown(in: candidate.agreements, offered: offered, nameBits: nameBits)
      return shown.contains(.name) || shown.isSuperset(of: DisclosureRule.numberAndName.needs)
    }
    guard let most = meant.map(\.bits).max() else { return CallNeed(.asked) }
    let near = meant.filter { most - $0.bits < leastLead }
    if near.contains(where: { $0.hindrances.contains(where: \.isGuarded) }) {
      return CallNeed(.protected, needsTwo: true)
    }
    let isGuessedAt = near.contains(where: \.isStopped)
    switch decide(candidates, offered: offered, budgets: budgets) {
    case .tell, .withhold(.nobody): return CallNeed(.asked, needsTwo: isGuessedAt)
    case .withhold(.notEarned), .withhold(.notSure): return CallNeed(.notEarned, needsTwo: isGuessedAt)
    case .withhold(.protected): return CallNeed(.protected, needsTwo: isGuessedAt)
    case .withhold(.stopped), .withhold(.closed): return CallNeed(.locked, needsTwo: isGuessedAt)
    }
  }
}
