internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The form for something else, something earlier, or a correction. It opens by itself when it has something to say.
struct VisitEventForm: HTML {
  let scene: StaffScene
  let matter: VisitMatter
  let route: Route
  let typed: VisitInput
  let faults: VisitFaults

  private var phrases: Phrases { scene.phrases }
  private var words: VisitEventPhrases { scene.phrases.visits.event }
  private var lists: VisitWordPhrases { scene.phrases.visits.words }
  private var fields: VisitFields { VisitFields(phrases: phrases, typed: typed, faults: faults) }
  private var corrected: VisitEvent? { matter.events.first { String($0.id) == typed[.corrects] } }

  var body: Node {
    details(.class("more"), .open(if: !faults.isEmpty || corrected != nil)) {
      summary { words.title }
      p(.class("hint")) { words.lead }
      if let corrected { p(.class("notice")) { words.correcting(lists.kinds[corrected.kind]) } }
      form(.post, to: route, .noValidate()) {
        StaffForm.token(scene.staff)
        fields.hidden(.corrects)
        fields.hidden(.seen, matter.events.last.map { String($0.id) } ?? "")
        fields.choice(
          .kind,
          [("", phrases.visits.filing.choose)]
            + VisitEventKind.allCases.filter { $0 != .takenBack }.map { ($0.rawValue, lists.kinds[$0]) })
        when
        what
        who
        fields.area(.note, hint: words.noteHint)
        also
        button(.class("act main")) { words.submit }
      }
    }
  }

  @HTMLBuilder private var when: Node {
    div(.class("times")) {
      fields.text(.day, hint: words.dayHint)
      fields.text(.time, hint: words.timeHint(phrases.name(of: matter.zone)))
    }
    fields.choice(.precision, lists.precisions)
  }

  @HTMLBuilder private var what: Node {
    fields.choice(.because, none: words.notSaid, lists.reasons)
    fields.choice(.channel, none: words.notSaid, lists.channels)
    fields.choice(.demanded, none: words.notSaid, lists.demands)
    fields.answer(.written)
    fields.answer(.door)
    fields.answer(.officer)
    fields.answer(.contact)
    fields.answer(.papers)
    fields.answer(.signed)
    fields.answer(.documented)
    fields.answer(.answered)
    h3 { words.slotTitle }
    div(.class("times")) {
      fields.text(.slotDay)
      fields.text(.slotFrom)
      fields.text(.slotTo)
    }
    fields.choice(.verdict, none: words.notSaid, lists.verdicts)
  }

  @HTMLBuilder private var who: Node {
    fields.text(.toldBy, hint: words.toldByHint, .capitalize(.words))
    fields.choice(.standing, none: words.notSaid, lists.standings)
    fields.choice(.grade, none: words.notSaid, lists.grades)
  }

  @HTMLBuilder private var also: Node {
    if !matter.others.isEmpty, corrected == nil {
      fieldset {
        legend { phrases.visits.door.alsoTitle }
        for other in matter.others {
          div(.class("choice")) {
            input(
              .checkbox, name: VisitPage.alsoField, .id(ElementID("also", other.reference)), .value(other.reference))
            label(for: ElementID("also", other.reference)) { other.client.name }
          }
        }
      }
    }
  }
}
