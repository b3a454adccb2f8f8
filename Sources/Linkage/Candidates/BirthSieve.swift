/// A birth in two bytes, kept beside each person in the lists that are walked: it tells nearly all who do not fit.
struct BirthTag: Sendable, Equatable {
  let raw: UInt16

  /// Says nothing: of several births, of an age, which may lie in two years, and of years out of reach.
  static let open = BirthTag(raw: .max)
  private static let unknown = BirthTag(raw: 0)
  private static let firstYear = 1850

  private init(raw: UInt16) { self.raw = raw }

  /// The year, then eight bits of the day in it.
  init(_ birth: BirthCode) {
    let year = birth.year - Self.firstYear
    if birth == .unknown {
      self = .unknown
    } else if birth.kind == .age || !(1...254).contains(year) {
      self = .open
    } else {
      self.init(raw: UInt16(year) << 8 | UInt16(birth.month * 31 + birth.day) & 255)
    }
  }

  /// The tags of the births that are known to lie in some years; nil when none can.
  static func tags(of years: ClosedRange<Int>) -> ClosedRange<UInt16>? {
    let first = max(1, years.lowerBound - firstYear)
    let last = min(254, years.upperBound - firstYear)
    return first <= last ? UInt16(first) << 8...UInt16(last) << 8 | 255 : nil
  }
}

/// Which births a search asks for, as their tags tell. Who passes is still to be asked; who does not, does not fit.
struct BirthSieve: Sendable {
  /// A bit for each hash of a day's tag.
  private var days = [8 of UInt64](repeating: 0)
  private var firstYear: UInt16 = .max
  private var yearSpan: UInt16 = 0

  init(days: [BirthCode] = [], years: ClosedRange<Int>? = nil) {
    if let tags = years.flatMap(BirthTag.tags) {
      firstYear = tags.lowerBound
      yearSpan = tags.upperBound - tags.lowerBound
    }
    for tag in [.open] + days.map({ BirthTag($0) }) {
      self.days[Self.hash(tag) >> 6] |= 1 << UInt64(Self.hash(tag) & 63)
    }
  }

  func mayBeDay(_ tag: BirthTag) -> Bool {
    let hash = Self.hash(tag)
    return days[hash >> 6] & 1 << UInt64(hash & 63) != 0
  }

  func mayBeYear(_ tag: BirthTag) -> Bool { tag.raw &- firstYear <= yearSpan || tag == .open }

  private static func hash(_ tag: BirthTag) -> Int { Int((UInt32(tag.raw) &* 0x9E37_79B1) >> 23) }
}
