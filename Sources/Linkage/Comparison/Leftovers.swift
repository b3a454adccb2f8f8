/// Parts of one name that found no partner, a bit for each, by what they are.
struct Leftovers {
  private var family: UInt32 = 0
  private var given: UInt32 = 0
  private var unknown: UInt32 = 0

  static let roles: [NameRole] = [.family, .given, .unknown]
  /// Which kinds are set against each other, in this order.
  static let pairs: [(NameRole, NameRole)] = [
    (.family, .family), (.given, .given), (.unknown, .unknown), (.family, .unknown), (.given, .unknown),
    (.unknown, .family), (.unknown, .given),
  ]

  mutating func add(_ place: Int, _ role: NameRole) { self[role] |= 1 << UInt32(place) }
  mutating func remove(_ place: Int, _ role: NameRole) { self[role] &= ~(1 << UInt32(place)) }

  func first(_ role: NameRole) -> Int? {
    let bits = self[role]
    return bits == 0 ? nil : bits.trailingZeroBitCount
  }

  private subscript(role: NameRole) -> UInt32 {
    get {
      switch role {
      case .family: family
      case .given: given
      case .unknown: unknown
      }
    }
    set {
      switch role {
      case .family: family = newValue
      case .given: given = newValue
      case .unknown: unknown = newValue
      }
    }
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
