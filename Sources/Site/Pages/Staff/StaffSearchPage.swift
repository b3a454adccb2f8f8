internal import CivilTime
internal import Disclosure
internal import Linkage
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The search of staff: the same form and the same people, each with how it was weighed, fact by fact.
struct StaffSearchPage: HTML {
  let scene: StaffScene
  var typed = SearchInput()
  var faults = InputFaults([:])
  /// Nil before anything was asked.
  var people: [WeighedPerson]?
  let now: Timestamp

  private var phrases: Phrases { scene.phrases }
  private var words: StaffSearchPhrases { scene.phrases.staff.search }

  var body: Node {
    StaffFrame(scene, .search, title: words.title) {
      p(.class("lead")) { words.lead }
      if let people {
        if people.isEmpty {
          h2 { words.nothing }
          p { words.nothingText }
        } else {
          h2 { phrases.counted(people.count, words.found) }
          p { words.bitsHelp }
          for person in people {
            StaffRecordView(scene: scene, weighed: person, now: now)
          }
        }
        if scene.staff.may(.followSearches) { follow }
      }
      SearchForm(
        phrases: phrases, typed: typed, faults: faults, submit: words.submit,
        to: .staff(phrases.language, .search), token: scene.staff.formToken)
    }
  }

  /// Keeps what was typed as an open search.
  private var follow: Node {
    form(.post, to: Route.staff(phrases.language, .following)) {
      StaffForm.token(scene.staff)
      SearchForm.kept(typed)
      button(.class("act plain")) { phrases.staff.following.openThis }
      p(.class("hint")) { phrases.staff.following.homeText }
    }
  }
}

/// One person of the records: where they last were, and the waterfall of weights.
struct StaffRecordView: HTML {
  let scene: StaffScene
  let weighed: WeighedPerson
  let now: Timestamp

  private var phrases: Phrases { scene.phrases }
  private var words: StaffSearchPhrases { scene.phrases.staff.search }
  private var person: WeighedPerson { weighed }
  private var number: String { String(person.assessment.id) }

  var body: Node {
    article(.class("record")) {
      p(.class("tags")) {
        span(person.likelihood == .likely ? .class("tag strong") : .class("tag")) {
          person.likelihood == .likely ? phrases.result.likely : phrases.result.possible
        }
        if person.isSample { span(.class("tag invented")) { phrases.result.invented } }
      }
      h3 { words.record(number) }
      // Never “100%”: a weight is evidence, not certainty.
      p { words.probability(phrases.share(min(weighed.probability, 0.99))) }
      if let custody = person.custody {
        Parts.facts([
          (Situation(custody).heading(phrases.result), Node.of { place(custody) }),
          (phrases.result.reported, Node.of { phrases.ago(custody.reportedAt, now: now) }),
          (phrases.result.source, Node.of { SourceWords.of(custody.sourceKind, phrases) }),
        ])
        if custody.contradicted { p(.class("notice"), .role(.note)) { phrases.result.contradicted } }
      }
      protection
      StaffWaterfall(phrases: phrases, agreements: person.assessment.agreements)
      form(.post, to: Route.staff(phrases.language, .attempts)) {
        StaffForm.token(scene.staff)
        input(.hidden, name: StaffAttemptsPage.stepField, .value(StaffAttemptsPage.newStep))
        input(.hidden, name: AttemptField.person.rawValue, .value(number))
        button(.class("act plain")) { words.noteAttempt }
      }
    }
  }

  /// Why families are not told by themselves, and the way to hide the person at once.
  private var protection: Node {
    let words = phrases.staff.protection
    return div {
      if weighed.isStopped { p(.class("notice"), .role(.note)) { words.stoppedNow } }
      if !weighed.hindrances.isEmpty {
        p(.class("notice"), .role(.note)) {
          words.notTold + " "
            + weighed.hindrances.sorted { $0.rawValue < $1.rawValue }.map(words.hindrances.name(of:))
            .joined(separator: "; ")
        }
      }
      if scene.staff.may(.protectPeople) {
        form(.post, to: Route.staff(phrases.language, .protection)) {
          StaffForm.token(scene.staff)
          input(.hidden, name: StaffProtectionPage.changeField, .value(StaffProtectionPage.Step.new.rawValue))
          input(.hidden, name: StaffProtectionPage.numberField, .value(number))
          button(.class("act plain")) { words.protectThis }
        }
      }
    }
  }

  private func place(_ custody: LastCustody) -> String {
    custody.facility?.name ?? custody.placeText ?? phrases.common.notKnown
  }
}
