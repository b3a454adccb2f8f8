/// How much more often people from one country bear a word than people in general: log2 of the two shares' ratio.
struct CountryLift: Sendable, Equatable {
  let country: UInt16
  let bits: Float

  /// Less than this is left out: it changes nothing, and most words would have many.
  private static let least: Float = 0.25
  /// As many bearers stand behind a country's own share (a Dirichlet prior, MacKay and Peto 1995): of a word that was
  /// met once it is not known where else it is borne.
  private static let prior = 1.0

  /// - Parameter bearers: how many people with the word are from each country.
  static func of(_ bearers: [RecordCounts.Bearers], _ countries: CountryShares) -> [CountryLift] {
    let total = bearers.reduce(0.0) { $0 + Double($1.people) }
    return bearers.compactMap { count in
      let share = countries.share(code: count.country)
      let own = (Double(count.people) + prior * share) / (total + prior)
      let bits = Float(Bits.log2(own / share))
      return bits >= least ? CountryLift(country: count.country, bits: bits) : nil
    }
  }
}

/// Where a record's person is from, for the names of strangers from there are what its name agrees with by chance.
///
/// Names go together within a country far more often than the product of their shares says: Kaur is one in three
/// hundred of all names and one in twelve of India's. So parts are weighed by their shares among the country's people
/// (dependence within a class: Thibaudeau 1993, "The discrimination power of dependency structures in record
/// linkage"), and the country's own share is counted once: by the country's feature, or here where there is none.
struct NameOrigin: Sendable {
  /// 0 for not known: the likeliest by the name itself is taken.
  let country: UInt16
  /// Whether the country was itself compared.
  let isCompared: Bool

  init(sought: UInt16, listed: Told<UInt16>) {
    isCompared = sought != 0 && !listed.isEmpty
    let isShared = listed.first == sought || listed.others.contains(sought)
    country = isCompared && !isShared ? listed.first ?? 0 : sought != 0 ? sought : listed.first ?? 0
  }
}
