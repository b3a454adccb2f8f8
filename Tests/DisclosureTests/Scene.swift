import Disclosure
import Linkage
import Testing

/// A candidate in words: each fact with the level at which it agrees, and what that usually weighs.
struct Facts: CustomTestStringConvertible, Sendable {
  var agreements: [Agreement] = []

  static let name = Facts(
    agreements: [
      Agreement(fact: .givenName, level: .exact, bits: 6), Agreement(fact: .familyName, level: .soundsAlike, bits: 9),
    ])
  static let surname = Facts(agreements: [Agreement(fact: .familyName, level: .exact, bits: 6)])
  static let givenAlone = Facts(agreements: [Agreement(fact: .givenName, level: .exact, bits: 6)])
  static let otherName = Facts(
    agreements: [
      Agreement(fact: .givenName, level: .exact, bits: 6), Agreement(fact: .familyName, level: .different, bits: -5),
    ])
  static let nothing = Facts()

  func with(_ fact: Fact, _ level: Level, _ bits: Double = 5) -> Facts {
    Facts(agreements: agreements + [Agreement(fact: fact, level: level, bits: bits)])
  }
  var number: Facts { with(.aNumber, .exact, 23) }
  var wrongNumber: Facts { with(.aNumber, .different, -6) }
  var birthday: Facts { with(.birth, .exact, 13) }
  var birthYear: Facts { with(.birth, .sameYear, 4.7) }
  var wrongBirth: Facts { with(.birth, .different, -5) }
  var country: Facts { with(.country, .exact, 3) }
  var arrestDay: Facts { with(.arrestDay, .exact, 8) }
  var nextDay: Facts { with(.arrestDay, .withinADay, 5) }
  var arrestWeek: Facts { with(.arrestDay, .near, 2) }
  var arrestPlace: Facts { with(.arrestPlace, .exact, 4.8) }
  var state: Facts { with(.arrestPlace, .partial, 1) }
  var sex: Facts { with(.sex, .exact, 0.2) }
  var homePlace: Facts { with(.place, .exact, 6) }

  var bits: Double { agreements.reduce(0) { $0 + $1.bits } }
  var testDescription: String { agreements.map { "\($0.fact).\($0.level)" }.joined(separator: " ") }

  func candidate(
    _ person: Int64 = 1, probability: Double = 0.999, _ hindrances: Set<Hindrance> = [], isStopped: Bool = false
  ) -> DisclosureCandidate {
    DisclosureCandidate(
      person: person, agreements: agreements, bits: bits, probability: probability, hindrances: hindrances,
      isStopped: isStopped)
  }
}

/// Everything that a search can offer.
let everything = Set(Knowledge.allCases)

extension DisclosureDecision {
  var rule: DisclosureRule.Name? { if case .tell(let grant) = self { grant.rule } else { nil } }
  var why: Withholding? { if case .withhold(let why) = self { why } else { nil } }
}
