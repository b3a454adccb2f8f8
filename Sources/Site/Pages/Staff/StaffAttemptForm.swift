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

  private var fields: FormFields<AttemptField> {
    FormFields(
      phrases: phrases, form: "attempt", name: name(of:), typed: { typed[$0] }, fault: { faults[$0].map(sentence) })
  }

  var body: Node {
    fields.summary
    form(.post, to: Route.staff(phrases.language, .attempts), .noValidate()) {
      StaffForm.token(scene.staff)
      fields.choice(
        .locator,
        [("", words.choose)] + Locator.allCases.map { ($0.rawValue, words.locators.name(of: $0)) })
      fields.text(.detail, hint: words.detailHint)
      fieldset {
        legend { words.typedTitle }
        p(.class("hint")) { words.typedHint }
        fields.text(.firstName, .capitalize(.words))
        fields.text(.lastName, .capitalize(.words))
        fields.text(.aNumber, .capitalize(.characters))
        fields.text(.country, .capitalize(.words))
        fields.text(.birth)
      }
      fields.choice(
        .result,
        [("", words.choose)] + LocatorResult.allCases.map { ($0.rawValue, words.results.name(of: $0)) })
      fields.text(.place, hint: words.placeHint, .capitalize(.words))
      details(.class("more"), .open(if: whenIsOpen)) {
        summary { words.whenTitle }
        p(.class("hint")) { words.whenHint }
        fields.text(.day, hint: words.dayHint)
        fields.text(.time, hint: words.timeHint)
        fields.choice(
          .zone,
          [("", words.choose)] + LocatorAttempt.zones.map { ($0.identifier, phrases.name(of: $0)) })
      }
      fields.choice(
        .nextCheck,
        [("", words.noNextCheck)] + LocatorAttempt.pauses.map { (String($0), pause($0)) })
      fields.text(.person, hint: words.personHint, .keyboard(.numeric))
      button(.class("act main")) { words.submit }
    }
  }

  private func pause(_ hours: Int) -> String {
    hours < 48 ? phrases.counted(hours, words.inHours) : phrases.counted(hours / 24, words.inDays)
  }

  private var whenIsOpen: Bool {
    [AttemptField.day, .time].contains { !typed[$0].isEmpty || faults[$0] != nil } || faults[.zone] != nil
  }

  private func name(of field: AttemptField) -> String {
    switch field {
    case .locator: words.locator
    case .detail: words.detail
    case .firstName: words.firstName
    case .lastName: words.lastName
    case .aNumber: phrases.form.aNumber
    case .country: phrases.form.country
    case .birth: phrases.form.birth
    case .result: words.result
    case .place: words.place
    case .day: words.day
    case .time: words.time
    case .zone: words.zone
    case .nextCheck: words.nextCheck
    case .person: words.person
    }
  }

  // MARK: Faults

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
}
