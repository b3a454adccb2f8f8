/// What the assessments of all candidates together say: how probable each is, its rivals counted.
package struct Verdict: Sendable, Equatable {
  package let assessment: Assessment
  /// Between 0 and 1: this person, among all rivals and everybody who was no candidate.
  package let probability: Double

  /// - Parameter population: how many people are listed; each is as likely as the other before the facts are weighed.
  package static func rank(
    _ assessments: [Assessment], population: Int, weights: Weights, calibration: Calibration = Calibration()
  ) -> [Verdict] {
    // Strangers weigh one on average (that is what m/u means), and so does "not listed at all".
    let rest = max(Double(population), weights.leastPopulation)
    let masses = assessments.map { Bits.power($0.bits) }
    let total = masses.reduce(rest, +)
    return zip(assessments, masses).map { Verdict(assessment: $0, probability: calibration.probability($1 / total)) }
      .sorted { ($0.probability, $1.assessment.id) > ($1.probability, $0.assessment.id) }
  }
}
