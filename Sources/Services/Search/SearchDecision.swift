internal import Linkage

/// Decides which candidates are shown, and in which word.
///
/// A candidate is shown from a probability of one in five, all rivals and everybody unlisted counted: below that, three
/// shown people would more often than not all be strangers. "Likely" is 99 in 100, and takes a fact beside the name and
/// the country: of people with the same name there are more than counting parts of names tells. At most three are
/// shown; when more than three share the weight between them, none is: the searcher is asked for another fact.
enum SearchDecision: Equatable {
  struct Shown: Equatable {
    let verdict: Verdict
    let likelihood: Likelihood
  }

  case show([Shown])
  case severalAlike
  case nobody

  static let leastPossible = 0.2
  static let leastLikely = 0.99

  /// - Parameter verdicts: best first.
  static func decide(_ verdicts: [Verdict]) -> SearchDecision {
    let shown = verdicts.prefix(3).filter { $0.probability >= leastPossible && hasName($0.assessment) }
    if !shown.isEmpty {
      return .show(
        shown.map { Shown(verdict: $0, likelihood: likelihood($0)) })
    }
    // Together as good as certain, each on its own not: the name is common, or little else was typed.
    let together = verdicts.prefix(50).reduce(0) { $0 + $1.probability }
    return together >= 0.5 ? .severalAlike : .nobody
  }

  /// The word for a candidate that is shown.
  static func likelihood(_ verdict: Verdict) -> Likelihood {
    let hasMore = verdict.assessment.agreements.contains {
      [.birth, .aNumber, .arrestDay].contains($0.fact) && $0.bits > 0
    }
    return hasMore && verdict.probability >= leastLikely ? .likely : .possible
  }

  /// A number or a birth alone shows nobody: some part of the name, or the A-number itself, must agree.
  static func hasName(_ assessment: Assessment) -> Bool {
    assessment.agreements.contains {
      ($0.fact == .aNumber && $0.level == .exact)
        || ([.givenName, .familyName, .wholeName].contains($0.fact) && $0.bits > 0)
    }
  }
}
