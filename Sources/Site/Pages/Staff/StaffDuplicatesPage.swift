internal import CivilTime
internal import Linkage
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// Pairs of people who may be one, side by side with the reasons, and the newest decisions.
struct StaffDuplicatesPage: HTML {
  let scene: StaffScene
  let desk: DuplicateDesk
  var outcome: PairOutcome?
  /// Which form has a fault, and which.
  var fault: (form: String, fault: DuplicateService.Fault)?
  let now: Timestamp

  static let firstField = "first"
  static let secondField = "second"
  static let decisionField = "decision"
  static let whyField = "why"
  static let answerField = "answer"
  static let same = "same"
  static let different = "different"

  /// The names of forms on the page, to know one again.
  static func place(ofPair a: Int64, _ b: Int64) -> String { "\(min(a, b))-\(max(a, b))" }
  static func place(ofDecision id: Int64) -> String { "undo-\(id)" }

  private var phrases: Phrases { scene.phrases }
  private var words: DuplicatePhrases { scene.phrases.staff.duplicates }

  var body: Node {
    StaffFrame(scene, .duplicates, title: words.title) {
      if let outcome {
        p(outcome == .done ? .class("notice") : .class("notice grave"), .role(.status)) { sentence(outcome) }
      }
      p(.class("lead")) { words.lead }
      section {
        h2 { desk.waiting == 0 ? words.none : phrases.counted(desk.waiting, words.waiting) }
        for pair in desk.proposals { view(pair) }
      }
      section {
        h2 { words.decisions }
        if desk.decisions.isEmpty { p { words.noDecisions } }
        for decision in desk.decisions { view(decision) }
      }
    }
  }

  // MARK: Proposals

  private func view(_ pair: ProposedPair) -> Node {
    let (a, b) = (pair.people.first?.id ?? 0, pair.people.last?.id ?? 0)
    return article(.class("record")) {
      if pair.people.contains(where: \.isSample) {
        p(.class("tags")) { span(.class("tag invented")) { phrases.result.invented } }
      }
      h3 { words.pair(String(a), String(b)) }
      // Never “100%”: a weight is evidence, not certainty.
      p { words.probability(phrases.share(min(pair.probability, 0.99))) }
      for person in pair.people { view(person) }
      StaffWaterfall(phrases: phrases, agreements: pair.agreements)
      form(.post, to: Route.staff(phrases.language, .duplicates), .noValidate()) {
        StaffForm.token(scene.staff)
        input(.hidden, name: Self.firstField, .value(String(a)))
        input(.hidden, name: Self.secondField, .value(String(b)))
        reason(Self.place(ofPair: a, b))
        button(.class("act plain"), .name(Self.answerField), .value(Self.same)) { words.same }
        button(.class("act plain"), .name(Self.answerField), .value(Self.different)) { words.different }
      }
    }
  }

  private func view(_ person: ProposedPerson) -> Node {
    section {
      h4 { words.record(String(person.id)) }
      for told in person.descriptions { Parts.facts(ToldWords.facts(told, phrases, now: now)) }
      StaffCustody(phrases: phrases, custody: person.custody, now: now)
    }
  }

  private func reason(_ form: String) -> Node {
    let fault = fault?.form == form ? fault?.fault : nil
    let id = ElementID("why", form)
    let faultID = ElementID("fault", form)
    let hintID = ElementID("hint", form)
    return div(fault == nil ? .class("field") : .class("field wrong")) {
      label(for: id) { words.why }
      p(.class("hint"), .id(hintID)) { words.whyHint }
      if let fault { p(.class("fault"), .id(faultID), .role(.alert)) { sentence(fault) } }
      input(
        .text, name: Self.whyField, .id(id), .describedBy(fault == nil ? [hintID] : [hintID, faultID]),
        .invalid(if: fault != nil), .autocomplete(.off))
    }
  }

  // MARK: Decisions

  private func view(_ decision: PairDecision) -> Node {
    article(.class("record")) {
      h3 { words.pair(String(decision.personA), String(decision.personB)) }
      p { strong { decision.isSame ? words.decidedSame : words.decidedDifferent } }
      p(.class("quiet")) { words.decidedBy(phrases.ago(decision.decidedAt, now: now), decision.decidedBy) }
      p { words.reason(decision.why) }
      if let undoneAt = decision.undoneAt {
        p(.class("quiet")) { words.undoneBy(phrases.ago(undoneAt, now: now), decision.undoneBy ?? "") }
        p { words.reason(decision.undoneWhy ?? "") }
      } else {
        details(.class("more"), .open(if: fault?.form == Self.place(ofDecision: decision.id))) {
          summary { words.undo }
          form(.post, to: Route.staff(phrases.language, .duplicates), .noValidate()) {
            StaffForm.token(scene.staff)
            input(.hidden, name: Self.decisionField, .value(String(decision.id)))
            reason(Self.place(ofDecision: decision.id))
            button(.class("act plain")) { words.undo }
          }
        }
      }
    }
  }

  // MARK: Sentences

  private func sentence(_ outcome: PairOutcome) -> String {
    switch outcome {
    case .done: words.outcomes.done
    case .already: words.outcomes.already
    case .contradicts: words.outcomes.contradicts
    case .unknown: words.outcomes.unknown
    }
  }

  private func sentence(_ fault: DuplicateService.Fault) -> String {
    switch fault {
    case .noReason: words.noReason
    case .tooLong(let limit): phrases.counted(limit, words.tooLong)
    }
  }
}
