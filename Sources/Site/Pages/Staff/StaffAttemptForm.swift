internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The form for one look elsewhere: where, when, what was typed, what came of it, when to look again.
struct StaffAttemptForm: HTML {
  let scene: StaffScene
  let typed: AttemptInput
  let faults: AttemptFaults

  private var phrases: Phrases { scene.phrases }
  private var words: AttemptPhrases { scene.phrases.staff.attempts }

  var body: Node {
    if !faults.byField.isEmpty { summary }
    form(.post, to: Route.staff(phrases.language, .attempts), .noValidate()) {
      StaffForm.token(scene.staff)
      choice(
        .locator, words.locator,
        [("", words.choose)] + Locator.allCases.map { ($0.rawValue, words.locators.name(of: $0)) })
      text(.detail, words.detail, hint: words.detailHint)
      fieldset {
        legend { words.typedTitle }
        p(.class("hint")) { words.typedHint }
        text(.firstName, words.firstName, .capitalize(.words))
        text(.lastName, words.lastName, .capitalize(.words))
        text(.aNumber, phrases.form.aNumber, .capitalize(.characters))
        text(.country, phrases.form.country, .capitalize(.words))
        text(.birth, phrases.form.birth)
      }
      choice(
        .result, words.result,
        [("", words.choose)] + LocatorResult.allCases.map { ($0.rawValue, words.results.name(of: $0)) })
      text(.place, words.place, hint: words.placeHint, .capitalize(.words))
      details(.class("more"), .open(if: whenIsOpen)) {
        Markup.summary { words.whenTitle }
        p(.class("hint")) { words.whenHint }
        text(.day, words.day, hint: words.dayHint)
        text(.time, words.time, hint: words.timeHint)
        choice(
          .zone, words.zone,
          [("", words.choose)] + LocatorAttempt.zones.map { ($0.identifier, phrases.name(of: $0)) })
      }
      choice(
        .nextCheck, words.nextCheck,
        [("", words.noNextCheck)] + LocatorAttempt.pauses.map { (String($0), pause($0)) })
      text(.person, words.person, hint: words.personHint, .keyboard(.numeric))
      button(.class("act main")) { words.submit }
    }
  }

  private func pause(_ hours: Int) -> String {
    hours < 48 ? phrases.counted(hours, words.inHours) : phrases.counted(hours / 24, words.inDays)
  }

  private var whenIsOpen: Bool {
    [AttemptField.day, .time].contains { !typed[$0].isEmpty || faults[$0] != nil } || faults[.zone] != nil
  }

  // MARK: Faults

  private var summary: Node {
    div(.class("problem"), .role(.alert), .id("problem"), .focusable(), .labelledBy("problem-title")) {
      h2(.id("problem-title")) { phrases.staff.problem }
      ul {
        for field in AttemptField.allCases {
          if let fault = faults[field] { li { a(.at(Self.id(field))) { sentence(fault) } } }
        }
      }
    }
  }

  private func sentence(_ fault: AttemptFault) -> String {
    let words = words.faults
    return switch fault {
    case .notChosen: words.notChosen
    case .tooLong(let limit): phrases.counted(limit, words.tooLong)
    case .notADay: words.notADay
    case .notATime: words.notATime
    case .inFuture: words.inFuture
    case .tooLongAgo: words.tooLongAgo
    case .notAnANumber: words.notAnANumber
    case .unknownCountry: words.unknownCountry
    case .nothingLookedFor: words.nothingLookedFor
    case .placeWithoutFinding: words.placeWithoutFinding
    case .noSuchPerson: words.noSuchPerson
    }
  }

  // MARK: Fields

  private static func id(_ field: AttemptField) -> ElementID { ElementID("attempt", field.rawValue) }
  private static func hintID(_ field: AttemptField) -> ElementID { ElementID("hint", field.rawValue) }
  private static func faultID(_ field: AttemptField) -> ElementID { ElementID("fault", field.rawValue) }

  private func text(
    _ field: AttemptField, _ name: String, hint: String? = nil, _ attribute: Attribute<ControlTag> = .none
  ) -> Node {
    group(field, name, hint: hint) {
      input(
        .text, name: field.rawValue, .id(Self.id(field)), .value(typed[field]), described(field, hint),
        .invalid(if: faults[field] != nil), .autocomplete(.off), .spellcheck(false), attribute)
    }
  }

  private func choice(_ field: AttemptField, _ name: String, _ options: [(value: String, text: String)]) -> Node {
    group(field, name, hint: nil) {
      select(
        name: field.rawValue, .id(Self.id(field)), described(field, nil), .invalid(if: faults[field] != nil),
        .autocomplete(.off)
      ) {
        for choice in options { option(value: choice.value, selected: choice.value == typed[field], choice.text) }
      }
    }
  }

  private func group(
    _ field: AttemptField, _ name: String, hint: String?, @HTMLBuilder control: () -> Node
  ) -> Node {
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

  private func described(_ field: AttemptField, _ hint: String?) -> Attribute<ControlTag> {
    .describedBy((hint == nil ? [] : [Self.hintID(field)]) + (faults[field] == nil ? [] : [Self.faultID(field)]))
  }
}
