/// Turns a posterior that takes facts as independent into one that has been measured.
package struct Calibration: Sendable, Equatable {
  /// What log-odds are multiplied by: facts that go together say less than each alone.
  package var slope: Double
  /// What is added to them, in bits.
  package var offset: Double

  package init(slope: Double = 1, offset: Double = 0) {
    self.slope = slope
    self.offset = offset
  }

  package func probability(_ raw: Double) -> Double {
    guard raw > 0 else { return 0 }
    guard raw < 1 else { return 1 }
    let odds = Bits.power(slope * Bits.log2(raw / (1 - raw)) + offset)
    return odds / (1 + odds)
  }
}
