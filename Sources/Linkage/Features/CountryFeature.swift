extension Feature {
  /// The country of birth or nationality. Agreeing on a rare one is worth more.
  package static let country = Feature(fact: .country) { search, listed, matcher in
    let sought = search.sought
    guard let country = sought.country else { return nil }
    let weights = matcher.weights
    return best(
      .country,
      listed.countries.map {
        if $0 == country {
          return (
            .exact, weights.countryDiscount * Bits.log2(weights.countryMatches / matcher.countries.share(country))
          )
        }
        if Countries.isSameRegion($0, country) { return (.sameRegion, weights.countrySameRegion.bits) }
        return (.different, weights.countryDifferent.bits)
      })
  }
}
