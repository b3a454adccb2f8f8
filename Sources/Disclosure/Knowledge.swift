internal import CivilTime
package import Linkage

/// What a searcher can show that they know of somebody, as rules of disclosure tell it apart.
///
/// Sex, and where a person lives, are not among them: whoever saw a person once knows both, so neither ever earns
/// anything.
package enum Knowledge: String, Sendable, CaseIterable {
  case aNumber, namePart, name, birthDay, birthYear, country, arrestDay, arrestPlace
}

extension Set<Knowledge> {
  /// What a search offers, whether or not any record agrees with it.
  package static func offered(by search: SearchRequest) -> Set<Knowledge> {
    var offered: Set<Knowledge> = []
    if !search.name.isEmpty { offered.formUnion([.namePart, .name]) }
    if search.aNumber != nil { offered.insert(.aNumber) }
    for birth in search.births {
      switch birth {
      // Clerks write the first of January when they know the year alone, so that it is guessed as easily as the year.
      case .day(let day) where day.month == 1 && day.day == 1: offered.insert(.birthYear)
      case .day: offered.formUnion([.birthDay, .birthYear])
      case .year: offered.insert(.birthYear)
      case .age: break
      }
    }
    if search.country != nil { offered.insert(.country) }
    if !search.arrestedOn.isEmpty { offered.insert(.arrestDay) }
    if search.arrestPlace != nil { offered.insert(.arrestPlace) }
    return offered
  }

  /// What of it a record bears out.
  ///
  /// - Parameter nameBits: what a name must weigh in all, its contradictions counted, to be taken as known.
  package static func shown(
    in agreements: [Agreement], offered: Set<Knowledge>, nameBits: NameBits
  ) -> Set<Knowledge> {
    var shown: Set<Knowledge> = []
    var name = NameEvidence()
    for agreement in agreements {
      switch (agreement.fact, agreement.level) {
      case (.givenName, _), (.familyName, _), (.wholeName, _): name.add(agreement)
      case (.aNumber, .exact): shown.insert(.aNumber)
      // A date in numerals is searched with the day first and with the month first. Whoever writes the month out knows no
      // less than that, and a clerk may have read it the other way round.
      case (.birth, .exact), (.birth, .dayMonthSwapped): shown.formUnion([.birthDay, .birthYear])
      case (.birth, .sameYear): shown.insert(.birthYear)
      case (.country, .exact): shown.insert(.country)
      case (.arrestDay, .exact), (.arrestDay, .withinADay): shown.insert(.arrestDay)
      case (.arrestPlace, .exact): shown.insert(.arrestPlace)
      default: break
      }
    }
    if name.bits >= nameBits.part, name.agrees { shown.insert(.namePart) }
    if name.bits >= nameBits.whole, name.hasFamily, name.agrees { shown.formUnion([.namePart, .name]) }
    return shown.intersection(offered)
  }
}

/// What a name must weigh to be taken as known.
package struct NameBits: Sendable, Equatable {
  /// Some part of the name, and nothing of weight against it: many common names typed at once agree somewhere and
  /// contradict elsewhere.
  package var part: Double
  /// The name: more than given names alone may ever weigh, so that a surname is in it.
  package var whole: Double

  package init(part: Double = 3, whole: Double = 8) {
    self.part = part
    self.whole = whole
  }
}

/// The facts of a name together.
private struct NameEvidence {
  var bits = 0.0
  var agrees = false
  var hasFamily = false

  mutating func add(_ agreement: Agreement) {
    bits += agreement.bits
    guard agreement.bits > 0, agreement.level != .different, agreement.level != .initial else { return }
    agrees = true
    // Where it is not known which part is which, the sum alone says that a surname is in it.
    if agreement.fact != .givenName { hasFamily = true }
  }
}
