internal import CivilTime

/// A known birth in four bytes, as the index keeps it: the kind in the two highest bits, then year, month and day.
struct BirthCode: Sendable, Equatable, Hashable {
  let raw: UInt32

  enum Kind: UInt32 { case unknown, day, year, age }

  /// Nothing is known.
  static let unknown = BirthCode(raw: 0)

  init(raw: UInt32) { self.raw = raw }

  init(_ birth: KnownBirth) {
    switch birth {
    case .day(let day): self.init(.day, day.year, day.month, day.day)
    case .year(let year): self.init(.year, year)
    case .age(let years, let day): self.init(.age, day.year - years - 1)
    }
  }

  private init(_ kind: Kind, _ year: Int, _ month: Int = 0, _ day: Int = 0) {
    let year = UInt32(min(9999, max(1, year)))
    raw = kind.rawValue << 30 | year << 9 | UInt32(month) << 5 | UInt32(day)
  }

  init(day: CivilDate) { self.init(.day, day.year, day.month, day.day) }

  var kind: Kind { Kind(rawValue: raw >> 30) ?? .unknown }
  /// The first year in which it can have been; for an age there are two.
  var year: Int { Int(raw >> 9 & 0x3FFF) }
  var month: Int { Int(raw >> 5 & 15) }
  var day: Int { Int(raw & 31) }
  /// Year, month and day as eight decimal digits, four bits each.
  var digits: UInt32 {
    func two(_ number: UInt32) -> UInt32 { (number / 10) << 4 | number % 10 }
    let (year, month, day) = (raw >> 9 & 0x3FFF, raw >> 5 & 15, raw & 31)
    return two(year / 100) << 24 | two(year % 100) << 16 | two(month) << 8 | two(day)
  }
  var isFirstOfJanuary: Bool { month == 1 && day == 1 }

  /// Sorts by year, whatever the kind: what days and years are looked up by. 25 bits.
  var sortKey: UInt32 { (raw & 0x7F_FFFF) << 2 | raw >> 30 }
  /// The sort keys of everybody who was born in a year, or may have been.
  static func sortKeys(of year: Int) -> Range<UInt32> {
    let year = UInt32(min(9999, max(0, year)))
    return year << 11..<(year + 1) << 11
  }
}
