/// Parts of one name that found no partner, a bit for each, by what they are.
struct Leftovers {
  private var family: UInt32 = 0
  private var given: UInt32 = 0
  private var unknown: UInt32 = 0

  mutating func add(_ place: Int, _ role: NameRole) {
    switch role {
    case .family: family |= 1 << UInt32(place)
    case .given: given |= 1 << UInt32(place)
    case .unknown: unknown |= 1 << UInt32(place)
    }
  }

  /// The next two to be set against each other, taken out: of one kind first, then what may be of either kind.
  mutating func pair(_ other: inout Leftovers) -> (own: Int, other: Int, role: NameRole)? {
    if family | given | unknown == 0 || other.family | other.given | other.unknown == 0 { return nil }
    if family != 0, other.family != 0 { return (Self.take(&family), Self.take(&other.family), .family) }
    if given != 0, other.given != 0 { return (Self.take(&given), Self.take(&other.given), .given) }
    if unknown != 0, other.unknown != 0 { return (Self.take(&unknown), Self.take(&other.unknown), .unknown) }
    if family != 0, other.unknown != 0 { return (Self.take(&family), Self.take(&other.unknown), .family) }
    if given != 0, other.unknown != 0 { return (Self.take(&given), Self.take(&other.unknown), .given) }
    if unknown != 0, other.family != 0 { return (Self.take(&unknown), Self.take(&other.family), .family) }
    if unknown != 0, other.given != 0 { return (Self.take(&unknown), Self.take(&other.given), .given) }
    return nil
  }

  /// The next one alone, taken out, -1 on the other side: family names first.
  mutating func single(_ other: inout Leftovers) -> (own: Int, other: Int, role: NameRole)? {
    if family != 0 { return (Self.take(&family), -1, .family) }
    if other.family != 0 { return (-1, Self.take(&other.family), .family) }
    if given != 0 { return (Self.take(&given), -1, .given) }
    if other.given != 0 { return (-1, Self.take(&other.given), .given) }
    if unknown != 0 { return (Self.take(&unknown), -1, .unknown) }
    if other.unknown != 0 { return (-1, Self.take(&other.unknown), .unknown) }
    return nil
  }

  private static func take(_ places: inout UInt32) -> Int {
    let place = places.trailingZeroBitCount
    places &= places - 1
    return place
  }
}

/// The bits of what names do beside agreeing, looked up once.
struct NameBits: Sendable {
  let differentGiven, differentFamily, differentOtherFamily, dropped, crossed, suffixDiffers: Double
  let mostWithoutFamilyName: Double

  init(_ weights: Weights) {
    differentGiven = weights.differentGiven.bits
    differentFamily = weights.differentFamily.bits
    differentOtherFamily = weights.differentOtherFamily.bits
    dropped = weights.dropped.bits
    crossed = weights.crossed.bits
    suffixDiffers = weights.suffixDiffers.bits
    mostWithoutFamilyName = weights.mostBitsWithoutFamilyName
  }
}
