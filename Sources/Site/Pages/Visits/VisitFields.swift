internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The fields of the forms about visits: each with its name, its hint, and what is wrong with it.
struct VisitFields {
  let phrases: Phrases
  let typed: VisitInput
  let faults: VisitFaults

  /// What is wrong, at the top, each with a way to its field.
  @HTMLBuilder var summary: Node {
    if !faults.isEmpty {
      div(.class("problem"), .role(.alert), .id("problem"), .focusable(), .labelledBy("problem-title")) {
        h2(.id("problem-title")) { phrases.staff.problem }
        ul {
          for field in VisitField.allCases {
            if let fault = faults[field] { li { a(.at(Self.id(field))) { sentence(fault) } } }
          }
        }
      }
    }
  }

  func sentence(_ fault: VisitFault) -> String {
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

  static func id(_ field: VisitField) -> ElementID { ElementID("visit", field.rawValue) }
  private static func hintID(_ field: VisitField) -> ElementID { ElementID("hint", field.rawValue) }
  private static func faultID(_ field: VisitField) -> ElementID { ElementID("fault", field.rawValue) }

  func hidden(_ field: VisitField, _ value: String? = nil) -> Node {
    input(.hidden, name: field.rawValue, .value(value ?? typed[field]))
  }

  func text(
    _ field: VisitField, _ name: String, hint: String? = nil, _ attribute: Attribute<ControlTag> = .none
  ) -> Node {
    group(field, name, hint: hint) {
      input(
        .text, name: field.rawValue, .id(Self.id(field)), .value(typed[field]), described(field, hint),
        .invalid(if: faults[field] != nil), .autocomplete(.off), .spellcheck(false), attribute)
    }
  }

  func area(_ field: VisitField, _ name: String, hint: String? = nil) -> Node {
    group(field, name, hint: hint) {
      textarea(
        name: field.rawValue, value: typed[field], .id(Self.id(field)), described(field, hint),
        .invalid(if: faults[field] != nil), .autocomplete(.off))
    }
  }

  func choice(
    _ field: VisitField, _ name: String, hint: String? = nil, _ options: [(value: String, text: String)]
  ) -> Node {
    group(field, name, hint: hint) {
      select(
        name: field.rawValue, .id(Self.id(field)), described(field, hint), .invalid(if: faults[field] != nil),
        .autocomplete(.off)
      ) {
        for choice in options { option(value: choice.value, selected: choice.value == typed[field], choice.text) }
      }
    }
  }

  /// All cases of a closed list, after an entry that chooses none.
  func choice<Key: CaseIterable & Equatable & Sendable & RawRepresentable<String>>(
    _ field: VisitField, _ name: String, hint: String? = nil, none: String, _ words: Words<Key>
  ) -> Node {
    choice(field, name, hint: hint, [("", none)] + Key.allCases.map { ($0.rawValue, words[$0]) })
  }

  /// The same where one case is what nearly everybody wants.
  func choice<Key: CaseIterable & Equatable & Sendable & RawRepresentable<String>>(
    _ field: VisitField, _ name: String, hint: String? = nil, _ words: Words<Key>
  ) -> Node {
    choice(field, name, hint: hint, Key.allCases.map { ($0.rawValue, words[$0]) })
  }

  /// Yes, no, or not said.
  func answer(_ field: VisitField, _ name: String) -> Node {
    let words = phrases.visits
    return choice(field, name, [("", words.event.notSaid), ("yes", words.status.yes), ("no", words.status.no)])
  }

  private func group(_ field: VisitField, _ name: String, hint: String?, @HTMLBuilder control: () -> Node) -> Node {
    let control = control()
    return div(faults[field] == nil ? .class("field") : .class("field wrong")) {
      label(for: Self.id(field)) { name }
      if let hint { p(.class("hint"), .id(Self.hintID(field))) { hint } }
      if let fault = faults[field] {
        p(.class("fault"), .id(Self.faultID(field))) {
          span(.class("hidden")) { phrases.form.problemPrefix + " " }
          sentence(fault)
        }
      }
      control
    }
  }

  private func described(_ field: VisitField, _ hint: String?) -> Attribute<ControlTag> {
    .describedBy((hint == nil ? [] : [Self.hintID(field)]) + (faults[field] == nil ? [] : [Self.faultID(field)]))
  }
}
