internal import Linkage

/// What must be known of somebody before a searcher is told where they are: the policy as data.
///
/// A family must find its relative without an account, and a stranger must not learn even that somebody is listed: so an
/// answer is earned by what the searcher knows already. An operator can choose a stricter one; what each costs families
/// and strangers is measured by `deploy/bench disclosure`.
package struct DisclosurePolicy: Sendable, Equatable {
  /// The policies that an operator can choose.
  package enum Name: String, Sendable, CaseIterable {
    /// A number and a name; name, date of birth and country; name, year, country and the day or place of arrest.
    case standard
    /// The second only with the day or place of arrest besides, the third not at all.
    case strict
    /// A number with the whole name alone.
    case numbers
    /// Nobody by itself: every answer by a responder.
    case none
  }

  package var name: Name
  package var rules: [DisclosureRule]
  package var nameBits: NameBits
  /// How probable the candidate must be, rivals and everybody unlisted counted.
  package var leastProbability: Double
  /// How many bits ahead of the best rival it must be: at four, sixteen times as likely.
  package var leastLead: Double
  package var limits: DisclosureLimits

  package static let standard = DisclosurePolicy(
    .standard,
    [
      .numberAndName, .nameBirthCountry, .nameYearCountryArrestDay, .nameYearCountryArrestPlace,
    ])
  package static let strict = DisclosurePolicy(
    .strict, [.numberAndWholeName, .nameBirthCountryArrestDay, .nameBirthCountryArrestPlace])
  package static let numbers = DisclosurePolicy(.numbers, [.numberAndWholeName])
  package static let none = DisclosurePolicy(.none, [])

  package static func named(_ name: Name) -> DisclosurePolicy {
    switch name {
    case .standard: .standard
    case .strict: .strict
    case .numbers: .numbers
    case .none: .none
    }
  }

  init(
    _ name: Name, _ rules: [DisclosureRule], nameBits: NameBits = NameBits(), leastProbability: Double = 0.9,
    leastLead: Double = 4, limits: DisclosureLimits = DisclosureLimits()
  ) {
    (self.name, self.rules, self.nameBits, self.limits) = (name, rules, nameBits, limits)
    (self.leastProbability, self.leastLead) = (leastProbability, leastLead)
  }

  // MARK: Deciding

  /// What a searcher may be told.
  ///
  /// - Parameters:
  ///   - candidates: everybody who may be meant, in any order.
  ///   - offered: what the search offered.
  package func decide(
    _ candidates: [DisclosureCandidate], offered: Set<Knowledge>, budgets: DisclosureBudgets = DisclosureBudgets()
  ) -> DisclosureDecision {
    let rivals = candidates.filter(\.isRival).sorted(by: Self.isBetter)
    guard let best = rivals.first else { return .withhold(candidates.isEmpty ? .nobody : .protected) }
    let shown = Set.shown(in: best.agreements, offered: offered, nameBits: nameBits)
    let earned = rules.filter { $0.needs.isSubset(of: shown) }
    guard !earned.isEmpty else { return .withhold(.notEarned) }
    guard isSure(best, rivals, candidates) else { return .withhold(.notSure) }
    guard best.hindrances.isEmpty else { return .withhold(.protected) }
    let strong = shown.isSuperset(of: DisclosureRule.numberAndName.needs)
    if best.isStopped, !strong { return .withhold(.stopped) }
    // Without those that are closed now, what is left may still be enough: a number with the whole name.
    let open = earned.filter { Self.isOpen($0, shown, budgets) }
    guard let rule = open.first(where: { !best.isStopped || $0.needs.contains(.aNumber) }) else {
      return .withhold(best.isStopped ? .stopped : .closed)
    }
    return .tell(
      DisclosureGrant(
        person: best.person, rule: rule.id, facts: rule.facts, told: rule.told(best.agreements, shown: shown),
        commonness: shown.contains(.name) ? best.nameFrequencyPerThousand.map { NameCommonness(perThousand: $0) } : nil)
    )
  }

  /// Whether a rule that is earned still answers while the service counts more than is usual.
  private static func isOpen(_ rule: DisclosureRule, _ shown: Set<Knowledge>, _ budgets: DisclosureBudgets) -> Bool {
    guard rule.needs.contains(.aNumber) else { return !budgets.isClosed }
    if budgets.isClosedToNumbers { return false }
    // A number is shown with the whole name: guessing through numbers with a common name beside does not show that.
    return !(budgets.isClosed || budgets.failedNumbersAreSpent) || shown.contains(.name)
  }

  /// Probable enough without those who are no rivals, and well ahead of whoever is one.
  private func isSure(
    _ best: DisclosureCandidate, _ rivals: [DisclosureCandidate], _ all: [DisclosureCandidate]
  ) -> Bool {
    if let second = rivals.dropFirst().first, best.bits - second.bits < leastLead { return false }
    guard best.probability > 0 else { return false }
    // One over the probability is what all weigh together, in weights of the best: those who do not count go from it.
    let ignored = all.filter { !$0.isRival }.reduce(0) { $0 + Bits.power($1.bits - best.bits) }
    let all = max(1, 1 / best.probability - ignored)
    // A hair below is what dividing twice leaves of the threshold itself.
    return 1 / all >= leastProbability - 1e-9
  }

  private static func isBetter(_ a: DisclosureCandidate, _ b: DisclosureCandidate) -> Bool {
    (a.bits, b.person) > (b.bits, a.person)
  }
}
