package import Linkage

/// Somebody who may be meant, with all that decides whether a searcher may be told.
package struct DisclosureCandidate: Sendable, Equatable {
  package let person: Int64
  package let agreements: [Agreement]
  package let bits: Double
  /// Between 0 and 1, among all candidates and everybody unlisted.
  package let probability: Double
  /// How many in a thousand listed people bear a name like it; nil when no part of it agrees.
  package let nameFrequencyPerThousand: Double?
  package var hindrances: Set<Hindrance>
  /// The guesses at this person are spent: only a number with a name still earns an answer.
  package var isStopped: Bool

  package init(
    person: Int64, agreements: [Agreement], bits: Double, probability: Double,
    nameFrequencyPerThousand: Double? = nil, hindrances: Set<Hindrance> = [], isStopped: Bool = false
  ) {
    self.person = person
    self.agreements = agreements
    self.bits = bits
    self.probability = probability
    self.nameFrequencyPerThousand = nameFrequencyPerThousand
    self.hindrances = hindrances
    self.isStopped = isStopped
  }

  package init(_ verdict: Verdict, hindrances: Set<Hindrance> = [], isStopped: Bool = false) {
    self.init(
      person: verdict.assessment.id, agreements: verdict.assessment.agreements, bits: verdict.assessment.bits,
      probability: verdict.probability, nameFrequencyPerThousand: verdict.assessment.nameFrequencyPerThousand,
      hindrances: hindrances, isStopped: isStopped)
  }

  var isRival: Bool { !hindrances.contains(where: \.isNoRival) }
}

/// What the whole service still allows, as all its instances count it together.
package struct DisclosureBudgets: Sendable, Equatable {
  /// Too many numbers failed today: a number then needs the whole name beside it.
  package var failedNumbersAreSpent: Bool
  /// Automatic answers are closed: more people were answered than is usual, as when somebody works through a list.
  package var isClosed: Bool
  /// Answers by numbers too.
  package var isClosedToNumbers: Bool

  package init(failedNumbersAreSpent: Bool = false, isClosed: Bool = false, isClosedToNumbers: Bool = false) {
    self.failedNumbersAreSpent = failedNumbersAreSpent
    self.isClosed = isClosed
    self.isClosedToNumbers = isClosedToNumbers
  }
}

/// What a searcher may be told. It holds kinds of facts alone: no direction, no distance, no weight.
package enum DisclosureDecision: Sendable, Equatable {
  case tell(DisclosureGrant)
  case withhold(Withholding)
}

/// One person may be told of, and this is what earned it.
package struct DisclosureGrant: Sendable, Equatable {
  package let person: Int64
  package let rule: DisclosureRule.Name
  /// The kinds of facts that earned it, for the audit.
  package let facts: [Fact]
  /// What the searcher is told of what they gave.
  package let told: [ToldFact]
  /// Nil when the name is not known as a whole.
  package let commonness: NameCommonness?
}

/// Why nobody is told of. For counting and for responders: a searcher sees one page for all of them.
package enum Withholding: String, Sendable, Equatable, CaseIterable {
  /// Nobody fits.
  case nobody
  /// Somebody fits, and what is known of them is too little.
  case notEarned
  /// Enough is known, and another fits nearly as well, or it is too unlikely that it is they.
  case notSure
  /// Enough is known, and a person must decide.
  case protected
  /// Enough is known, and the guesses at them are spent.
  case stopped
  /// Enough is known, and automatic answers are closed.
  case closed
}
