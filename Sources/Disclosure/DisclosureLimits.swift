internal import Linkage

/// How much guessing a day allows, and how many answers.
package struct DisclosureLimits: Sendable, Equatable {
  /// What guesses at one person may cost in a day before their automatic answers stop: five that come close.
  package var guessesAtOne = 40
  /// A guess that comes close: the year, or all but one digit. With the year known, one date of birth in 365 is right.
  package var closeGuess = 8
  /// Any other: one date of birth in ten thousand is right.
  package var farGuess = 1
  /// For how long a person's automatic answers stop.
  package var stopHours = 24
  /// A-numbers that brought nobody, in a day, before a number needs the whole name beside it.
  package var failedNumbers = 500
  /// People answered anew in a day, above what is usual here, before automatic answers close.
  package var newPeople = 20
  /// The same within an hour, so that a usual day's room is not used up at night.
  package var newPeopleAnHour = 10

  package init() {}

  /// How many may be answered anew in a day, and in an hour, where so many are usual in a day.
  package func room(usual: Int) -> (day: Int, hour: Int) {
    (usual + newPeople, usual / 8 + newPeopleAnHour)
  }

  /// What is usual: the middle of the days before, so that a few days of somebody's attack do not become usual.
  ///
  /// - Parameter days: new people a day, of days on which answers were not closed.
  package static func usual(_ days: [Int]) -> Int {
    // With less than a week behind it, a service knows of no usual day.
    guard days.count >= 7 else { return 0 }
    return days.sorted()[days.count / 2]
  }
}

/// What a search costs the people whom it may have guessed at.
package struct Guess: Sendable, Equatable {
  package let person: Int64
  package let cost: Int

  package init(person: Int64, cost: Int) {
    self.person = person
    self.cost = cost
  }
}

extension DisclosurePolicy {
  /// Whom a search that earned nothing has guessed at, and what that costs.
  ///
  /// A guess names somebody and offers all that a rule asks for, and a fact of it is not borne out. Searches that offer
  /// too little to earn anything are no guesses: families who know little, or try another spelling, use nothing up.
  package func guesses(_ candidates: [DisclosureCandidate], offered: Set<Knowledge>) -> [Guess] {
    guard rules.contains(where: { $0.needs.isSubset(of: offered) }) else { return [] }
    return candidates.compactMap { candidate in
      let shown = Set.shown(in: candidate.agreements, offered: offered, nameBits: nameBits)
      guard shown.contains(.name), !rules.contains(where: { $0.needs.isSubset(of: shown) }) else { return nil }
      return Guess(person: candidate.person, cost: isClose(candidate, shown) ? limits.closeGuess : limits.farGuess)
    }
    .sorted { $0.person < $1.person }
  }

  /// Whether a search offered an A-number that, with the name beside it, brought nobody.
  package func isFailedNumber(_ decision: DisclosureDecision, offered: Set<Knowledge>) -> Bool {
    guard offered.contains(.aNumber) else { return false }
    if case .withhold(let why) = decision { return why == .nobody || why == .notEarned || why == .notSure }
    return false
  }

  private func isClose(_ candidate: DisclosureCandidate, _ shown: Set<Knowledge>) -> Bool {
    shown.contains(.birthYear) || shown.contains(.arrestDay)
      || candidate.agreements.contains {
        switch ($0.fact, $0.level) {
        case (.aNumber, .oneDigit), (.birth, .oneDigit), (.birth, .dayMonthSwapped), (.birth, .nearYear),
          (.arrestDay, .near):
          true
        default: false
        }
      }
  }
}
