import Figures
import Testing

@Suite struct `A rate` {
  /// From R. G. Newcombe, Statistics in Medicine 17, 1998, 857–872, table I, method 3: Wilson's score interval.
  static let published: [(count: Int, of: Int, low: Double, high: Double)] = [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718),
  ]

  @Test(arguments: published) func `has the interval that was published`(
    _ row: (count: Int, of: Int, low: Double, high: Double)
  ) {
    let rate = Rate(row.count, of: row.of)
    #expect(abs(rate.low - row.low) < 0.00006 && abs(rate.high - row.high) < 0.00006, "\(rate)")
  }

  @Test func `says nothing of no cases, and holds what it measures`() {
    #expect(Rate(0, of: 0).share == nil)
    #expect(Rate(0, of: 0).low == 0 && Rate(0, of: 0).high == 1)
    for total in 1...60 {
      for count in 0...total {
        let rate = Rate(count, of: total), share = Double(count) / Double(total)
        #expect(rate.low >= 0 && rate.low <= share && share <= rate.high && rate.high <= 1)
        let other = Rate(total - count, of: total)
        #expect(abs(rate.low - (1 - other.high)) < 1e-12, "the others mirror it")
      }
    }
    #expect(Rate(9, of: 3).count == 3 && Rate(-1, of: 3).count == 0)
  }
}
