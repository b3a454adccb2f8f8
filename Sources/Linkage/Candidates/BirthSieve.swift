/// A birth in two bytes, kept beside each person in the lists that are walked: whoever does not fit is told by it.
struct BirthTag: Sendable, Equatable {
  let raw: UInt16

  /// Says nothing: of several births, of an age, which may lie in two years, and of years out of reach. All others say
  /// the whole birth.
  static let open = BirthTag(raw: .max)
  static let unknown = BirthTag(raw: 0)
  /// Seven bits hold the years from 1900 to 2026.
  private static let before = 1899
  private static let lastYear = 127

  private init(raw: UInt16) { self.raw = raw }

  var year: UInt16 { raw >> 9 }
  var dayOfYear: UInt16 { raw & 511 }

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
  // Days that a day may be written as have its year, or its day and month: told by that, nearly all tags are settled
  // before the list of days is read.
  private var year: UInt16 = .max
  private var dayOfYear: UInt16 = .max
  private var hasOthers = false
  private var firstYear: UInt16 = .max
  private var yearSpan: UInt16 = 0

  /// - Parameter days: the day itself first.
  init(days: [BirthCode] = [], years: ClosedRange<Int>? = nil) {
    if let tags = years.flatMap(BirthTag.tags) {
      firstYear = tags.lowerBound
      yearSpan = tags.upperBound - tags.lowerBound
    }
    tags = [.open] + days.map { BirthTag($0) }
    guard let day = days.first.map({ BirthTag($0) }) else { return }
    (year, dayOfYear) = (day.year, day.dayOfYear)
    hasOthers = tags.contains { $0 != .open && $0.year != day.year && $0.dayOfYear != day.dayOfYear }
  }

  func mayBeDay(_ tag: BirthTag) -> Bool {
    (tag.year == year || tag.dayOfYear == dayOfYear || tag == .open || hasOthers) && tags.contains(tag)
  }

  func mayBeYear(_ tag: BirthTag) -> Bool { tag.raw &- firstYear <= yearSpan || tag == .open }

  /// The places whose births may be one of the days, or in one of the years.
  ///
  /// - Parameter unborn: takes those too of whom no birth is known.
  func find(
    _ places: Range<Int>, _ tags: [BirthTag], day: Bool, year: Bool, unborn: Bool, _ found: inout [Int]
  ) {
    guard day, !year, !hasOthers else {
      for place in places {
        let tag = tags[place]
        if (year && mayBeYear(tag)) || (day && mayBeDay(tag)) || (unborn && tag == .unknown) { found.append(place) }
      }
      return
    }
    let all = tags.span
    var start = places.lowerBound
    while start < places.upperBound {
      let end = min(places.upperBound, start + Self.atOnce)
      if end - start < Self.atOnce || isNear(all.extracting(start..<start + Self.atOnce)) {
        for place in start..<end where mayBeDay(all[place]) { found.append(place) }
      }
      start = end
    }
  }

  /// So many tags are looked at with a few instructions.
  private static let atOnce = 16

  /// Whether any of some tags has the year or the day.
  private func isNear(_ tags: Span<BirthTag>) -> Bool {
    var near: UInt16 = 0
    for place in 0..<tags.count {
      let tag = tags[place]
      near |= (tag.year == year ? 1 : 0) | (tag.dayOfYear == dayOfYear ? 1 : 0) | (tag == .open ? 1 : 0)
    }
    return near != 0
  }
}
