/// A share of a number of cases, with the interval that the number allows.
///
/// Wilson's score interval (E. B. Wilson, Journal of the American Statistical Association 22, 1927, 209–212):
/// (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), here with z = 1.959964 for 95 in 100. It stays between none and all,
/// and says something for few cases too, where p ± z·√(p(1−p)/n) does not.
package struct Rate: Hashable, Sendable {
  package let count: Int
  package let of: Int
  /// Nil where there is no case.
  package let share: Double?
  package let low: Double
  package let high: Double

  /// - Precondition: `0 ≤ count ≤ of`; what lies outside is brought inside.
  package init(_ count: Int, of total: Int) {
    let total = max(0, total), count = min(max(0, count), max(0, total))
    (self.count, of) = (count, total)
    guard total > 0 else {
      (share, low, high) = (nil, 0, 1)
      return
    }
    let n = Double(total), p = Double(count) / n, z = Self.z
    let middle = p + z * z / (2 * n)
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    share = p
    low = count == 0 ? 0 : max(0, (middle - half) / (1 + z * z / n))
    high = count == total ? 1 : min(1, (middle + half) / (1 + z * z / n))
  }

  private static let z = 1.959963984540054
}
