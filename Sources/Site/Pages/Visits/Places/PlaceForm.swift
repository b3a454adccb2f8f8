internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The form about a day of a place, and large buttons for what somebody sees at this moment.
struct PlaceForm: HTML {
  let scene: StaffScene
  let route: Route
  let zone: Zone
  let typed: PlaceInput
  let faults: PlaceFaults
  /// Whether “now” makes sense on the page.
  let isNow: Bool

  private var phrases: Phrases { scene.phrases }
  private var words: PlaceDayPhrases { scene.phrases.visits.places }
  private var lists: VisitWordPhrases { scene.phrases.visits.words }
  private var event: VisitEventPhrases { scene.phrases.visits.event }

  var fields: FormFields<PlaceField> {
    let phrases = phrases, typed = typed, faults = faults
    return FormFields(
      phrases: phrases, form: "place", name: { Self.name(of: $0, phrases) }, typed: { typed[$0] },
      fault: { faults[$0].map { VisitFields.sentence($0, phrases) } })
  }

  var body: Node {
    Node.of {
      if isNow {
        section {
          h2 { words.nowTitle }
          div(.class("taps")) {
            tap(.openObserved, words.openNow)
            tap(.closedObserved, words.closedNow)
            tap(.closed, words.closing)
            tap(.reopened, words.reopened)
          }
        }
      }
      details(.class("more"), .open(if: !faults.isEmpty || !isNow)) {
        summary { words.moreTitle }
        p(.class("hint")) { words.moreLead }
        form(.post, to: route, .noValidate()) {
          StaffForm.token(scene.staff)
          fields.choice(
            .kind,
            [("", phrases.visits.filing.choose)]
              + PlaceEventKind.allCases.filter { $0 != .takenBack }.map { ($0.rawValue, words.kinds[$0]) })
          if isNow { fields.text(.day, hint: words.dayHint) } else { fields.hidden(.day) }
          div(.class("times")) {
            fields.text(.from, hint: words.fromHint(phrases.name(of: zone)))
            fields.text(.to, hint: words.toHint)
          }
          answer(.couldStart)
          answer(.closedOtherwise, hint: words.closedOtherwiseHint)
          fields.area(.note, hint: words.noteHint)
          fields.text(.toldBy, hint: event.toldByHint, .capitalize(.words))
          fields.choice(.standing, none: event.notSaid, lists.standings)
          fields.choice(.grade, none: event.notSaid, lists.grades)
          answer(.documented)
          fields.text(.miles, .keyboard(.numeric))
          button(.class("act main")) { words.submit }
        }
      }
    }
  }

  private func tap(_ kind: PlaceEventKind, _ text: String) -> Node {
    form(.post, to: route) {
      StaffForm.token(scene.staff)
      input(.hidden, name: PlaceField.kind.rawValue, .value(kind.rawValue))
      button(.class("act")) { text }
    }
  }

  private func answer(_ field: PlaceField, hint: String? = nil) -> Node {
    let status = phrases.visits.status
    return fields.choice(field, hint: hint, [("", event.notSaid), ("yes", status.yes), ("no", status.no)])
  }

  private static func name(of field: PlaceField, _ phrases: Phrases) -> String {
    let words = phrases.visits.places, event = phrases.visits.event
    return switch field {
    case .kind, .corrects: words.kind
    case .day: words.day
    case .from: words.from
    case .to: words.to
    case .couldStart: words.couldStart
    case .closedOtherwise: words.closedOtherwise
    case .documented: words.documented
    case .miles: words.miles
    case .toldBy: event.toldBy
    case .standing: event.standing
    case .grade: event.grade
    case .note: words.note
    }
  }
}

extension FormFields<PlaceField> {
  /// All cases of a closed list, after an entry that chooses none.
  func choice<Key: CaseIterable & Equatable & Sendable & RawRepresentable<String>>(
    _ field: PlaceField, none: String, _ words: Words<Key>
  ) -> Node {
    choice(field, [("", none)] + Key.allCases.map { ($0.rawValue, words[$0]) })
  }
}
