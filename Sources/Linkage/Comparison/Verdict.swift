/// What the assessments of all candidates together say: how probable each is, its rivals counted.
package struct Verdict: Sendable, Equatable {
  package let assessment: Assessment
  /// Between 0 and 1: this person, among all rivals and everybody who was no candidate.
  package let probability: Double

  /// - Parameters:
  ///   - others: the sum of 2^bits of rivals that are not among the assessments.
  ///   - population: how many people are listed; each is as likely as the other before the facts are weighed.
  package static func rank(
    _ assessments: [Assessment], others: Double = 0, population: Int, weights: Weights,
    calibration: Calibration = Calibration()
  ) -> [Verdict] {
    let rivalry = Rivalry(population: population, weights: weights, calibration: calibration)
    return zip(assessments, rivalry.probabilities(assessments.map(\.bits), others: others)).map {
      Verdict(assessment: $0, probability: $1)
    }
    .sorted {
      ($0.probability, $0.assessment.bits, $1.assessment.id) > ($1.probability, $1.assessment.bits, $0.assessment.id)
    }
  }
}

/// Turns bits into probabilities: everybody who was weighed is a rival of the others, and so is who may not be listed.
struct Rivalry {
  private let strangers: Double
  private let calibration: Calibration

  init(population: Int, weights: Weights, calibration: Calibration) {
    strangers = weights.strangers(population)
    self.calibration = calibration
  }

  /// - Parameter others: the sum of 2^bits of rivals that are not among these.
  func probabilities(_ bits: [Double], others: Double) -> [Double] {
    let masses = bits.map { Bits.power($0) }
    let total = masses.sorted(by: >).reduce(0, +) + others + strangers
    return masses.map { calibration.probability($0 / total) }
  }
}

extension Calibration {
  /// The bits that somebody needs to be so probable among so many people without a rival.
  package func bits(for probability: Double, population: Int, weights: Weights) -> Double {
    Bits.log2(weights.strangers(population)) + (Bits.log2(probability / (1 - probability)) - offset) / slope
  }
}

extension Weights {
  /// What a match is weighed against beside its rivals: strangers weigh one on average (that is what m/u means), and
  /// the person may not be listed at all.
  func strangers(_ population: Int) -> Double {
    max(Double(population) * (1 - listed) / listed, leastPopulation)
  }
}
