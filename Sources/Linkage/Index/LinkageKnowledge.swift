/// What every comparison needs to know beside the two people: names, weights, calibration, how common things are.
package struct LinkageKnowledge: Sendable {
  package var lexicon: Lexicon
  /// How common parts of names are where too few records have been counted.
  package var common: NameFrequencies
  package var weights: Weights
  package var calibration: Calibration
  /// How common countries are where too few records have been counted.
  package var countries: CountryShares

  package init(
    lexicon: Lexicon, common: NameFrequencies = NameFrequencies(), weights: Weights = Weights(),
    calibration: Calibration = Calibration(), countries: CountryShares = CountryShares()
  ) {
    self.lexicon = lexicon
    self.common = common
    self.weights = weights
    self.calibration = calibration
    self.countries = countries
  }

  /// Counts of a small list lean on the common table as on so many names.
  static let priorNames = 3000.0
}
