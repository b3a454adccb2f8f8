/// The share of listed people from each country.
package struct CountryShares: Sendable {
  private var shares: [String: Double]
  /// By the number of a country's code, for what is asked for each candidate.
  private var codes: [Double] = []

  /// Shares of detained people when nothing was counted: rounded from public detention statistics.
  package init() {
    shares = [
      "MX": 0.30, "GT": 0.15, "HN": 0.13, "SV": 0.07, "VE": 0.06, "NI": 0.04, "CO": 0.05, "EC": 0.05, "CU": 0.03,
      "PE": 0.02, "DO": 0.015, "BR": 0.015, "HT": 0.01, "IN": 0.01, "CN": 0.01,
    ]
    codes = Self.codes(shares)
  }

  package init(counts: [String: Int]) {
    self.init()
    let total = Double(counts.values.reduce(0, +))
    guard total >= 500 else { return }
    shares = counts.mapValues { Double($0) / total }
    codes = Self.codes(shares)
  }

  package func share(_ country: String) -> Double { max(Self.least, shares[country] ?? 0) }

  func share(code: UInt16) -> Double { codes[Int(code)] }

  private static let least = 0.002

  private static func codes(_ shares: [String: Double]) -> [Double] {
    var codes = [Double](repeating: least, count: CountryCode.regions.count)
    for (country, share) in shares { codes[Int(CountryCode.of(country))] = max(least, share) }
    return codes
  }
}
