internal import CivilTime
internal import Linkage
internal import Stores

/// Weighs pairs of an open search and a listed person, in the same way whichever of the two came later.
///
/// A pair is a match when it would be shown for the search if no other record rivalled it: rivals come and go, and a
/// responder looks at each match anyhow.
struct PairWeighing: Sendable {
  let matcher: Matcher
  let calibration: Calibration
  /// How many people are listed.
  let population: Int
  let letters: Transliteration
  let numbers: ANumberKeys

  /// From here on a pair is a match; one that is known stays one down to half of it, so that new counts of names do not
  /// take matches back and forth.
  static let leastProbability = SearchDecision.leastPossible
  static let leastToStay = SearchDecision.leastPossible / 2

  /// The bits that a pair needs to be a match.
  var leastBits: Double {
    calibration.bits(for: Self.leastProbability, population: population, weights: matcher.weights)
  }

  /// Everything that a search can be read as. Nothing for somebody who must be a minor: nobody is told of them.
  static func readings(_ facts: SearchRequest, today: CivilDate) -> [SoughtPerson] {
    var facts = facts
    let births = facts.births.filter { !$0.isMinor(on: today) }
    guard !births.isEmpty || facts.births.isEmpty else { return [] }
    facts.births = births
    return facts.readings
  }

  func prepare(_ facts: SearchRequest, today: CivilDate) -> [PreparedSearch] {
    Self.readings(facts, today: today).map(prepare)
  }

  func prepare(_ sought: SoughtPerson) -> PreparedSearch {
    var sought = sought
    sought.name = letters.latin(sought.name)
    return matcher.prepare(sought, aNumberKeys: numbers.keys(sought.aNumber))
  }

  /// The best reading of the search against everything that is told of the person. Nil without a reading.
  func weigh(_ person: ListedPerson, for readings: [PreparedSearch]) -> Verdict? {
    let best = readings.map { matcher.assess(person, for: $0) }.max { $0.bits < $1.bits }
    return best.flatMap {
      Verdict.rank([$0], population: population, weights: matcher.weights, calibration: calibration).first
    }
  }

  static func isMatch(_ verdict: Verdict, wasOne: Bool) -> Bool {
    verdict.probability >= (wasOne ? leastToStay : leastProbability) && SearchDecision.hasName(verdict.assessment)
  }

  static func pair(_ verdict: Verdict, search: Int64) -> WeighedPair {
    WeighedPair(
      search: search, person: verdict.assessment.id, agreements: verdict.assessment.agreements,
      probability: verdict.probability, isLikely: SearchDecision.likelihood(verdict) == .likely)
  }
}
