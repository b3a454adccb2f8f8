extension Feature {
  /// The day of arrest or of the first booking, which follows within days.
  package static let arrestDay = Feature(fact: .arrestDay, isKnown: { $0.arrestDay != nil }) { sought, listed in
    guard let day = sought.arrestDay else { return nil }
    let bits = sought.bits
    return best(listed.arrestDays) {
      switch abs($0 - day) {
      case 0: FactScore(level: .exact, bits: bits.arrestSameDay)
      case 1: FactScore(level: .withinADay, bits: bits.arrestOneDayOff)
      case 2...3: FactScore(level: .near, bits: bits.arrestThreeDaysOff)
      case 4...7: FactScore(level: .near, bits: bits.arrestWeekOff)
      default: FactScore(level: .different, bits: bits.arrestOtherDay)
      }
    }
  }
}
