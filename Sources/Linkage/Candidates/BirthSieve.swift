/// A birth in two bytes, kept beside each person in the lists that are walked: whoever does not fit is told by it.
struct BirthTag: Sendable, Equatable {
  let raw: UInt16

  /// Says nothing: of several births, of an age, which may lie in two years, and of years out of reach. All others say
  /// the whole birth.
  static let open = BirthTag(raw: .max)
  private static let unknown = BirthTag(raw: 0)
  /// Seven bits hold the years from 1900 to 2026.
  private static let before = 1899
  private static let lastYear = 127

  private init(raw: UInt16) { self.raw = raw }

  /// The year, then the month and the day as a birth's code has them.
  init(_ birth: BirthCode) {
    let year = birth.year - Self.before
    if birth == .unknown {
      self = .unknown
    } else if birth.kind == .age || !(1...Self.lastYear).contains(year) {
      self = .open
    } else {
      self.init(raw: UInt16(year) << 9 | UInt16(birth.raw & 511))
    }
  }

  /// The tags of the births that are known to lie in some years; nil when none can.
  static func tags(of years: ClosedRange<Int>) -> ClosedRange<UInt16>? {
    let first = max(1, years.lowerBound - before)
    let last = min(lastYear, years.upperBound - before)
    return first <= last ? UInt16(first) << 9...UInt16(last) << 9 | 511 : nil
  }
}

/// Which births a search asks for, as their tags tell. Only whose tag is open is still to be asked.
struct BirthSieve: Sendable {
  private let tags: [BirthTag]
  /// A bit for each hash of a day's tag.
  private var days = [8 of UInt64](repeating: 0)
  private var firstYear: UInt16 = .max
  private var yearSpan: UInt16 = 0

  init(days: [BirthCode] = [], years: ClosedRange<Int>? = nil) {
    if let tags = years.flatMap(BirthTag.tags) {
      firstYear = tags.lowerBound
      yearSpan = tags.upperBound - tags.lowerBound
    }
    tags = [.open] + days.map { BirthTag($0) }
    for tag in tags {
      self.days[Self.hash(tag) >> 6] |= 1 << UInt64(Self.hash(tag) & 63)
    }
  }

  func mayBeDay(_ tag: BirthTag) -> Bool {
    let hash = Self.hash(tag)
    return days[hash >> 6] & 1 << UInt64(hash & 63) != 0 && tags.contains(tag)
  }

  func mayBeYear(_ tag: BirthTag) -> Bool { tag.raw &- firstYear <= yearSpan || tag == .open }

  private static func hash(_ tag: BirthTag) -> Int { Int((UInt32(tag.raw) &* 0x9E37_79B1) >> 23) }
}
