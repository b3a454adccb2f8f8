package import CivilTime

/// The days and years under which a birth may have been written down.
package enum BirthProbes {
  /// The day, and the days that it is often written as: exchanged, one digit off, the first of January.
  package static func days(_ birth: KnownBirth) -> [CivilDate] {
    guard case .day(let day) = birth else { return [] }
    var found = [day]
    var codes = [BirthCode(day: day).raw]
    func add(_ year: Int, _ month: Int, _ dayOfMonth: Int) {
      guard let date = CivilDate(year: year, month: month, day: dayOfMonth) else { return }
      let code = BirthCode(day: date).raw
      guard !codes.contains(code) else { return }
      found.append(date)
      codes.append(code)
    }
    add(day.year, day.day, day.month)
    for digit in 0...9 {
      add(day.year, day.month, day.day / 10 * 10 + digit)
      if digit <= 3 { add(day.year, day.month, digit * 10 + day.day % 10) }
      if digit <= 1 { add(day.year, digit * 10 + day.month % 10, day.day) }
      add(day.year, day.month / 10 * 10 + digit, day.day)
      add(day.year / 10 * 10 + digit, day.month, day.day)
      add(day.year / 100 * 100 + digit * 10 + day.year % 10, day.month, day.day)
    }
    add(day.year, 1, 1)
    return found
  }

  /// The years in which it may have been, and one more on both sides.
  package static func years(_ birth: KnownBirth) -> [Int] {
    let years = birth.years
    return Array((years.lowerBound - 1)...(years.upperBound + 1))
  }
}
