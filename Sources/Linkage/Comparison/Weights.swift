/// How often each level of agreement is met among true matches (m) and among strangers (u).
///
/// A fact's bits are log2(m/u) (Fellegi and Sunter 1969, "A Theory for Record Linkage"). The defaults are for an
/// empty system: m from error rates published for administrative records of Hispanic populations and from the
/// field errors listed by attorneys (about one name in five mistyped, one birth date in five off), u from counting
/// days, years and numbers. An engine that learns by expectation maximisation replaces them by its own.
package struct Weights: Sendable {
  package struct Odds: Sendable, Equatable {
    package let m: Double
    package let u: Double
    package init(m: Double, u: Double) {
      self.m = m
      self.u = u
    }
    package var bits: Double { Bits.log2(m / u) }
  }

  /// Among true matches, how often one part was written in another way. For nicknames, variants and sounds: in exactly
  /// this other way, of which there is a handful. For slips of the finger: in any, and comparing parts the rate among
  /// the outcomes of that kind of slip in a word of that length.
  package struct Rewriting: Sendable {
    package var exact = 0.8
    /// Even what is surely a slip says a little less than the name itself.
    package var slipped = 0.7
    package var nickname = 0.03
    package var variant = 0.04
    package var soundsAlike = 0.02
    package var soundsAlikeElsewhere = 0.004
    package var typingError = 0.06
    package var twoTypingErrors = 0.000_15
    package var cutShort = 0.002
    package var initial = 0.02
  }
  package var rewriting = Rewriting()
  /// Two or three slips in one word.
  package var resembles = Odds(m: 0.01, u: 0.000_4)

  /// Both sides have a part left over that agrees with nothing.
  package var differentGiven = Odds(m: 0.04, u: 0.9)
  package var differentFamily = Odds(m: 0.03, u: 0.95)
  /// Another surname differs while one agrees: married names, the mother's name of a half-brother.
  package var differentOtherFamily = Odds(m: 0.06, u: 0.95)
  /// One side has a part more: second surnames and second given names are dropped freely.
  package var dropped = Odds(m: 0.35, u: 0.5)
  /// Given names alone never carry a match: the most that they may weigh while no surname agrees.
  package var mostBitsWithoutFamilyName = 6.0
  /// A given name of one side agrees with a family name of the other, and both sides said which is which.
  package var crossed = Odds(m: 0.05, u: 0.35)
  package var suffixDiffers = Odds(m: 0.02, u: 0.3)

  /// How likely two strangers are born in one year. Half of all people in detention were born within eighteen years.
  package var birthYearShare = 1 / 30.0
  package var birthExact = Odds(m: 0.80, u: 1 / (30.0 * 365))
  package var birthExactOnFirstOfJanuary = Odds(m: 0.80, u: 0.02 / 30)
  package var birthSwapped = Odds(m: 0.03, u: 0.4 / (30.0 * 365))
  package var birthOneDigit = Odds(m: 0.05, u: 15 / (30.0 * 365))
  package var birthSameYearOtherDay = Odds(m: 0.04, u: 0.033)
  package var birthSameYear = Odds(m: 0.85, u: 0.033)
  package var birthSameYearAsPlaceholder = Odds(m: 0.7, u: 0.033)
  package var birthOneYearOff = Odds(m: 0.06, u: 0.064)
  package var birthOneYearOffOtherDay = Odds(m: 0.01, u: 0.064)
  package var birthTwoYearsOff = Odds(m: 0.02, u: 0.06)
  package var birthFitsAge = Odds(m: 0.85, u: 0.066)
  package var birthNearAge = Odds(m: 0.1, u: 0.065)
  package var birthDifferent = Odds(m: 0.03, u: 0.85)

  package var countryMatches = 0.93
  package var countrySameRegion = Odds(m: 0.04, u: 0.25)
  package var countryDifferent = Odds(m: 0.03, u: 0.6)
  /// Names and countries go together: agreeing on both counts for less than on each.
  package var countryDiscount = 0.7

  package var aNumberExact = Odds(m: 0.9, u: 1e-7)
  package var aNumberOneOff = Odds(m: 0.06, u: 9e-6)
  package var aNumberDifferent = Odds(m: 0.02, u: 1)

  package var male = Odds(m: 0.98, u: 0.85)
  package var female = Odds(m: 0.96, u: 0.15)
  package var sexDifferent = Odds(m: 0.02, u: 0.26)

  package var arrestSameDay = Odds(m: 0.6, u: 1 / 400.0)
  package var arrestOneDayOff = Odds(m: 0.22, u: 2 / 400.0)
  package var arrestThreeDaysOff = Odds(m: 0.08, u: 4 / 400.0)
  package var arrestWeekOff = Odds(m: 0.04, u: 8 / 400.0)
  package var arrestOtherDay = Odds(m: 0.06, u: 0.95)

  package var placeExact = Odds(m: 0.55, u: 0.02)
  package var placePartial = Odds(m: 0.2, u: 0.08)
  package var placeDifferent = Odds(m: 0.25, u: 0.9)

  /// Of lists that say where people live: a move, or a place written in another way, is common.
  package var homePlaceExact = 0.8
  package var homePlacePartial = 0.1
  package var homePlaceDifferent = Odds(m: 0.1, u: 0.8)

  /// How many of the people looked for are listed at all.
  package var listed = 0.5
  /// Of a million listed people one is the person looked for; a small list is not taken to hold everybody.
  package var leastPopulation = 20_000.0
  /// How many of the listed are relatives of one person, with the same surnames. Learnt from lists that are linked; not
  /// counted elsewhere, and not kept.
  package var relatives = 0.0

  package init() {}
}

/// Logarithms without Foundation.
package enum Bits {
  /// log2 of a positive number: exponent, and the mantissa by the series of 2·artanh((x−1)/(x+1)).
  package static func log2(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return value > 0 ? 1024 : -1075 }
    let mantissa = value.significand
    let t = (mantissa - 1) / (mantissa + 1)
    let square = t * t
    var term = t
    var sum = 0.0
    var divisor = 1.0
    while term > 1e-17 {
      sum += term / divisor
      term *= square
      divisor += 2
    }
    return Double(value.exponent) + 2 * sum * 1.442_695_040_888_963_4
  }

  /// 2 to the power of a number: a table for 64ths, and the series of e^x for the rest.
  package static func power(_ bits: Double) -> Double {
    guard bits > -1000 else { return 0 }
    guard bits < 1000 else { return .greatestFiniteMagnitude }
    let whole = bits.rounded(.down)
    let step = ((bits - whole) * 64).rounded(.down)
    let x = (bits - whole - step / 64) * 0.693_147_180_559_945_3
    let series = 1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5 * (1 + x / 6)))))
    return Double(sign: .plus, exponent: Int(whole), significand: steps[Int(step)] * series)
  }

  private static let steps: [Double] = {
    var steps = [1.0]
    // The 64th root of two by six square roots.
    var root = 2.0
    for _ in 0..<6 { root = root.squareRoot() }
    for _ in 1..<64 { steps.append((steps.last ?? 1) * root) }
    return steps
  }()
}
