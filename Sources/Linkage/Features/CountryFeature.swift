extension Feature {
  /// The country of birth or nationality. Agreeing on a rare one is worth more.
  package static let country = Feature(fact: .country, isKnown: { $0.country != 0 }) { sought, listed in
    guard sought.country != 0 else { return nil }
    return best(listed.countries) {
      if $0 == sought.country { return FactScore(level: .exact, bits: sought.countryBits) }
      let regions = CountryCode.regions
      let region = regions[Int(sought.country)]
      if region != 0, region == regions[Int($0)] {
        return FactScore(level: .sameRegion, bits: sought.bits.countrySameRegion)
      }
      return FactScore(level: .different, bits: sought.bits.countryDifferent)
    }
  }
}
