/// The share of listed people from each country.
package struct CountryShares: Sendable {
  private var shares: [String: Double]

  /// Shares of detained people when nothing was counted: rounded from public detention statistics.
  package init() {
    shares = [
      "MX": 0.30, "GT": 0.15, "HN": 0.13, "SV": 0.07, "VE": 0.06, "NI": 0.04, "CO": 0.05, "EC": 0.05, "CU": 0.03,
      "PE": 0.02, "DO": 0.015, "BR": 0.015, "HT": 0.01, "IN": 0.01, "CN": 0.01,
    ]
  }

  package init(counts: [String: Int]) {
    self.init()
    let total = Double(counts.values.reduce(0, +))
    guard total >= 500 else { return }
    shares = counts.mapValues { Double($0) / total }
  }

  package func share(_ country: String) -> Double { max(0.002, shares[country] ?? 0) }
}
