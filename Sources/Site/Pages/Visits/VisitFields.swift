internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The fields of the forms about visits.
typealias VisitFields = FormFields<VisitField>

extension FormFields<VisitField> {
  init(phrases: Phrases, typed: VisitInput, faults: VisitFaults) {
    self.init(
      phrases: phrases, form: "visit", name: { phrases.visits.name(of: $0) },
      nameInSummary: { phrases.visits.nameInSummary(of: $0, phrases) }, typed: { typed[$0] },
      fault: { faults[$0].map { Self.sentence($0, phrases) } })
  }

  static func sentence(_ fault: VisitFault, _ phrases: Phrases) -> String {
    let words = phrases.visits.faults
    return switch fault {
    case .notChosen: words.notChosen
    case .missing: words.missing
    case .tooLong(let limit): phrases.counted(limit, words.tooLong)
    case .notADay: words.notADay
    case .notATime: words.notATime
    case .inFuture: words.inFuture
    case .inPast: words.inPast
    case .tooLongAgo: words.tooLongAgo
    case .endsBeforeItBegins: words.endsBeforeItBegins
    case .notAnANumber: words.notAnANumber
    case .unknownCountry: words.unknownCountry
    case .notANumber: words.notANumber
    case .noSuchPlace: words.noSuchPlace
    case .noSuchPerson: words.noSuchPerson
    case .placeWithoutZone: words.placeWithoutZone
    case .tooMany(let limit): phrases.counted(limit, words.tooMany)
    case .doesNotFit(let kind, let state):
      words.doesNotFit(phrases.visits.words.kinds[kind], phrases.visits.words.states[state]) + " " + words.first[kind]
    }
  }

  /// All cases of a closed list, after an entry that chooses none.
  func choice<Key: CaseIterable & Equatable & Sendable & RawRepresentable<String>>(
    _ field: VisitField, hint: String? = nil, none: String, _ words: Words<Key>
  ) -> Node {
    choice(field, hint: hint, [("", none)] + Key.allCases.map { ($0.rawValue, words[$0]) })
  }

  /// The same where one case is what nearly everybody wants.
  func choice<Key: CaseIterable & Equatable & Sendable & RawRepresentable<String>>(
    _ field: VisitField, hint: String? = nil, _ words: Words<Key>
  ) -> Node {
    choice(field, hint: hint, Key.allCases.map { ($0.rawValue, words[$0]) })
  }

  /// Yes, no, or not said.
  func answer(_ field: VisitField) -> Node {
    let words = phrases.visits
    return choice(field, [("", words.event.notSaid), ("yes", words.status.yes), ("no", words.status.no)])
  }
}
