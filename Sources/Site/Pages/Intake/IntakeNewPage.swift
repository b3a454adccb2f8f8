internal import CivilTime
internal import Foundation
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The form of a call: whether somebody is alone, then the place, then Enter. All else may be left out.
struct IntakeNewPage: HTML {
  let scene: StaffScene
  let typed: IntakeInput
  let faults: IntakeFaults
  /// Those who take in children and dependents.
  let partners: [Partner]
  /// Makes of a form that is sent twice one report.
  let key: String

  static let keyField = "form"

  static func newKey() -> String { UUID().uuidString.lowercased() }
  static func formKey(_ text: String) -> String? { UUID(uuidString: text)?.uuidString.lowercased() }

  private var phrases: Phrases { scene.phrases }
  private var words: IntakeFormPhrases { scene.phrases.hotline.taking }
  private var lists: IntakeWords { scene.phrases.hotline.words }

  var body: Node {
    StaffFrame(scene, .hotline(phrases.language, .new), title: words.title) {
      fields.summary
      p(.class("lead")) { words.lead }
      form(.post, to: Route.hotline(phrases.language, .new), .noValidate()) {
        StaffForm.token(scene.staff)
        input(.hidden, name: Self.keyField, .value(key))
        dependent
        fields.text(.place, hint: words.placeHint, .capitalize(.sentences))
        button(.class("act main")) { words.save }
        details(.class("more"), .open(if: moreIsOpen)) {
          summary { words.more }
          p(.class("hint")) { words.moreHint }
          more
          button(.class("act main")) { words.save }
        }
      }
    }
  }

  /// Asked first: buttons for the arrow keys, and who takes over beside them.
  private var dependent: Node {
    Node.of {
      fieldset(.class("field")) {
        legend { words.dependent }
        p(.class("hint")) { words.dependentHint }
        for (index, answer) in DependentAnswer.allCases.enumerated() {
          div(.class("choice")) {
            let id = ElementID("dependent", answer.rawValue)
            input(
              .radio, name: IntakeField.dependent.rawValue, .id(id), .value(answer.rawValue),
              .checked(if: typed[.dependent] == answer.rawValue),
              .autofocus(if: index == 0 && faults.byField.isEmpty))
            label(for: id) { lists.dependents[answer] }
          }
        }
      }
      if !partners.isEmpty {
        fields.choice(
          .childPartner, hint: words.childPartnerHint,
          partners.map { (String($0.id), $0.name) } + [("", words.noChildPartner)])
      }
    }
  }

  private var more: Node {
    Node.of {
      fields.choice(
        .what, [("", lists.kinds[.other])] + options(IntakeKind.allCases.filter { $0 != .other }, lists.kinds))
      fields.choice(
        .basis, [("", lists.bases[.unknown])] + options(IntakeBasis.allCases.filter { $0 != .unknown }, lists.bases))
      fields.text(.people, .keyboard(.numeric))
      fields.text(.time, hint: words.timeHint)
      fields.text(.day, hint: words.dayHint)
      fields.choice(
        .zone, [("", words.zoneUsual)] + LocatorAttempt.zones.map { ($0.identifier, phrases.name(of: $0)) })
      fields.text(.observer, hint: words.observerHint, .capitalize(.characters))
      fields.text(.caller, hint: words.callerHint, .keyboard(.tel))
      fieldset(.class("field")) {
        legend { words.callBack }
        if let fault = faults[.callBack] { p(.class("fault")) { sentence(fault) } }
        div(.class("choice")) {
          input(
            .checkbox, name: IntakeField.callBack.rawValue, .id(fields.id(.callBack)), .value("yes"),
            .checked(if: !typed[.callBack].isEmpty))
          label(for: fields.id(.callBack)) { words.callBackYes }
        }
      }
      fieldset {
        legend { words.person }
        p(.class("hint")) { words.personHint }
        fields.text(.name, .capitalize(.words))
        fields.text(.birth)
        fields.text(.country, .capitalize(.words))
      }
      fields.area(.note, hint: words.noteHint)
    }
  }

  private func options<Key: RawRepresentable<String>>(
    _ keys: [Key], _ words: Words<Key>
  ) -> [(value: String, text: String)] where Key: CaseIterable & Equatable & Sendable {
    keys.map { ($0.rawValue, words[$0]) }
  }

  private var moreIsOpen: Bool {
    IntakeField.allCases.contains {
      ![.dependent, .childPartner, .place].contains($0) && (!typed[$0].isEmpty || faults[$0] != nil)
    }
  }

  private var fields: FormFields<IntakeField> {
    FormFields(
      phrases: phrases, form: "report", name: name(of:), typed: { typed[$0] }, fault: { faults[$0].map(sentence) })
  }

  private func name(of field: IntakeField) -> String {
    switch field {
    case .dependent: words.dependent
    case .childPartner: words.childPartner
    case .place: words.place
    case .what: words.what
    case .basis: words.basis
    case .people: words.people
    case .day: words.day
    case .time: words.time
    case .zone: words.zone
    case .observer: words.observer
    case .caller: words.caller
    case .callBack: words.callBack
    case .name: words.name
    case .birth: words.birth
    case .country: words.country
    case .note: words.note
    }
  }

  private func sentence(_ fault: IntakeFault) -> String {
    switch fault {
    case .noPlace: words.faults.noPlace
    case .tooLong: words.faults.tooLong
    case .notANumber: words.faults.notANumber
    case .notADay: words.faults.notADay
    case .notATime: words.faults.notATime
    case .inFuture: words.faults.inFuture
    case .tooLongAgo: words.faults.tooLongAgo
    case .notAPhone: words.faults.notAPhone
    case .unknownObserver: words.faults.unknownObserver
    case .unknownCountry: words.faults.unknownCountry
    case .notABirth: words.faults.notABirth
    case .notAName: words.faults.notAName
    case .noPhone: words.faults.noPhone
    case .noKeeper: words.faults.noKeeper
    }
  }
}
