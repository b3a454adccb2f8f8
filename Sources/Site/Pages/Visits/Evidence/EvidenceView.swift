internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The fields of the forms about files.
typealias EvidenceFields = FormFields<EvidenceField>

extension FormFields<EvidenceField> {
  init(phrases: Phrases, typed: EvidenceInput, faults: EvidenceFaults) {
    let words = phrases.visits.evidence
    self.init(
      phrases: phrases, form: "evidence",
      name: { field in
        switch field {
        case .files: words.files
        case .mail: words.mail
        case .what: words.what
        case .maker: words.maker
        case .day: words.day
        case .time: words.time
        case .grade: words.grade
        case .reason: words.withdrawWhy
        }
      }, typed: { typed[$0] },
      fault: { faults[$0].map { VisitFields.sentence($0, phrases) } })
  }
}

/// The files of a request, and the forms that add one. On the page of the request, and on a page of its own.
struct EvidenceView: HTML {
  let scene: StaffScene
  let matter: VisitMatter
  var typed = EvidenceInput()
  var faults = EvidenceFaults()
  var isOpen = false

  static let place: ElementID = "files"

  private var phrases: Phrases { scene.phrases }
  private var words: EvidencePhrases { scene.phrases.visits.evidence }
  private var fields: EvidenceFields { EvidenceFields(phrases: phrases, typed: typed, faults: faults) }

  var body: Node {
    Node.of {
      section(.id(Self.place)) {
        h2 { words.title }
        p(.class("hint")) { words.lead }
        if matter.evidence.isEmpty { p { words.none } }
        ol(.class("story")) {
          for (index, file) in matter.evidence.enumerated() { entry(file, Evidence.letter(index)) }
        }
      }
      if let reference = VisitReference(matter.request.reference) {
        adding(.visits(phrases.language, .files(reference)))
        pasting(.visits(phrases.language, .files(reference)))
      }
    }
  }

  // MARK: What is there

  private func entry(_ file: Evidence, _ letter: String) -> Node {
    let told = EvidenceWords(phrases: phrases, zone: matter.zone)
    return li(.id(ElementID("file", String(file.id)))) {
      h3(file.withdrawal == nil ? .class("kind") : .class("gone")) {
        words.exhibit(letter) + " · " + told.title(file)
      }
      p { told.size(file) }
      for line in told.made(file) + told.says(file) { p(.class("long")) { line } }
      p(.class("quiet long")) { words.sha(file.hash) }
      if let copy = file.copy, file.kind.isPhoto {
        p(.class("quiet long")) { words.shaOfCopy(Evidence.hex(copy.sha256)) }
      }
      p(.class("quiet")) { told.came(file) + " · " + told.grade(file) }
      if let withdrawal = file.withdrawal {
        for line in told.withdrawn(withdrawal) { p(.class("notice")) { line } }
      }
      if let reference = VisitReference(matter.request.reference) { acts(file, letter, reference) }
    }
  }

  private func acts(_ file: Evidence, _ letter: String, _ reference: VisitReference) -> Node {
    let number = FileNumber(file.id)
    return Node.of {
      if file.told != nil {
        div(.class("acts")) {
          opening(.file(reference, number, .original), words.openOriginal, letter)
          if file.copy != nil {
            opening(
              .file(reference, number, .copy), file.kind.isPhoto ? words.openClean : words.openText, letter)
          }
        }
        p(.class("hint")) { words.openHint }
        if file.withdrawal == nil { withdrawing(.withdrawal(reference, number), file, letter) }
      }
    }
  }

  private func opening(_ route: VisitRoute, _ text: String, _ letter: String) -> Node {
    form(.post, to: Route.visits(phrases.language, route)) {
      StaffForm.token(scene.staff)
      button(.class("act plain")) { text + " · " + letter }
    }
  }

  private func withdrawing(_ route: VisitRoute, _ file: Evidence, _ letter: String) -> Node {
    let id = ElementID("why", String(file.id))
    return details {
      summary { words.withdraw + " · " + letter }
      form(.post, to: Route.visits(phrases.language, route), .noValidate()) {
        StaffForm.token(scene.staff)
        div(.class("field")) {
          label(for: id) { words.withdrawWhy }
          input(
            .text, name: EvidenceField.reason.rawValue, .id(id), .autocomplete(.off),
            .longest(EvidenceField.reason.limit))
        }
        button(.class("act plain")) { words.withdrawSubmit }
      }
    }
  }

  // MARK: What is added

  private func adding(_ route: Route) -> Node {
    let isWrong = !faults.isEmpty && faults[.mail] == nil && faults[.reason] == nil
    return details(.class("more"), .open(if: isOpen || isWrong)) {
      summary { words.add }
      p(.class("hint")) { words.addLead }
      if isWrong { p(.class("notice")) { words.chooseAgain } }
      form(.post, to: route, .sendsFiles(), .noValidate()) {
        StaffForm.token(scene.staff)
        fields.files(.files, hint: words.filesHint)
        fields.text(.what, hint: words.whatHint)
        fields.text(.maker, hint: words.makerHint, .capitalize(.words))
        div(.class("times")) {
          fields.text(.day, hint: phrases.visits.event.dayHint)
          fields.text(.time, hint: phrases.visits.event.timeHint(phrases.name(of: matter.zone)))
        }
        fields.choice(
          .grade,
          [("", phrases.visits.event.notSaid)]
            + EvidenceGrade.allCases.map { ($0.rawValue, phrases.visits.words.grades[$0]) })
        button(.class("act main")) { words.submit }
      }
    }
  }

  private func pasting(_ route: Route) -> Node {
    details(.class("more"), .open(if: faults[.mail] != nil)) {
      summary { words.pasteTitle }
      p(.class("hint")) { words.pasteLead }
      form(.post, to: route, .sendsFiles(), .noValidate()) {
        StaffForm.token(scene.staff)
        fields.area(.mail, hint: words.mailHint)
        button(.class("act main")) { words.pasteSubmit }
      }
    }
  }
}

extension FormFields {
  /// Files to choose, several at once.
  fileprivate func files(_ field: Field, hint: String) -> Node {
    group(field, hint: hint) {
      input(
        .file, name: field.rawValue, .id(id(field)), described(field, hint), .several(),
        .accepts(".eml,message/rfc822,application/pdf,image/jpeg,image/png,image/heic,text/plain"),
        .invalid(if: fault(field) != nil))
    }
  }
}
