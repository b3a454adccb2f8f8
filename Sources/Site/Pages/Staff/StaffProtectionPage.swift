internal import CivilTime
internal import Disclosure
internal import Linkage
internal import Markup
internal import Phrasebook
internal import Services
internal import Stores

/// Who is protected, what waits to be screened, at whom somebody guessed, and whether automatic answers are closed.
struct StaffProtectionPage: HTML {
  let scene: StaffScene
  let desk: ProtectionDesk
  var outcome: ProtectionService.Outcome?
  var typed: [Field: String] = [:]
  var faults: Set<Field> = []
  let now: Timestamp

  enum Field: String, CaseIterable { case person, kind, asker, days }

  static let changeField = "change"
  static let numberField = "number"
  static let reasonField = "because"
  enum Step: String { case new, protect, lift, uphold, reject, restore, safe, unsafe, seen, open }

  private var phrases: Phrases { scene.phrases }
  private var words: PersonProtectionPhrases { scene.phrases.staff.protection }

  var body: Node {
    StaffFrame(scene, .protection, title: words.title) {
      if let outcome {
        p(outcome == .done ? .class("notice") : .class("notice grave"), .role(.status)) { sentence(outcome) }
      }
      p(.class("lead")) { words.lead }
      for closing in desk.closings { view(closing) }
      stops
      screening
      contests
      protect
      standing
    }
  }

  // MARK: Closed answers

  private func view(_ closing: ClosedAnswers) -> Node {
    let answered = phrases.number(closing.answered)
    let usual = phrases.number(closing.usual)
    return section(.class("notice grave")) {
      h2 { words.closedTitle }
      p { closing.isByNumber ? words.closedNumbersText(answered, usual) : words.closedText(answered, usual) }
      p { words.closedUntil(phrases.until(closing.until, now: now)) }
      act(.open, nil, words.openAnswers)
      p(.class("hint")) { words.openHint }
    }
  }

  // MARK: Guesses

  private var stops: Node {
    section {
      h2 { desk.stopsWaiting == 0 ? words.noStops : phrases.counted(desk.stopsWaiting, words.stopsTitle) }
      if desk.stopsWaiting > 0 { p { words.stopsText } }
      for stop in desk.stops {
        article(.class("record")) {
          h3 { words.stop(String(stop.person), phrases.ago(stop.stoppedAt, now: now)) }
          act(.seen, stop.id, words.seen)
          act(.new, stop.person, words.protectThis)
        }
      }
    }
  }

  // MARK: Screening

  private var screening: Node {
    section {
      h2 {
        desk.unscreenedWaiting == 0
          ? words.noScreening : phrases.counted(desk.unscreenedWaiting, words.screeningTitle)
      }
      if desk.unscreenedWaiting > 0 { p { words.screeningText } }
      for person in desk.unscreened {
        article(.class("record")) {
          h3 { phrases.staff.search.record(String(person.id)) }
          for told in person.descriptions { Parts.facts(ToldWords.facts(told, phrases, now: now)) }
          act(.safe, person.id, words.safe)
          act(.unsafe, person.id, words.unsafe)
        }
      }
    }
  }

  // MARK: Contests

  private var contests: Node {
    section(.id("contests"), .focusable()) {
      h2 {
        desk.contests.isEmpty ? words.noContests : phrases.counted(desk.contests.count, words.contestsTitle)
      }
      if !desk.contests.isEmpty { p { words.contestsText } }
      for contest in desk.contests {
        article(.class("record")) {
          h3 { phrases.staff.search.record(String(contest.protection.person)) }
          p { "\(words.askedBy): \(name(of: contest.protection.askedBy))" }
          for told in contest.descriptions { Parts.facts(ToldWords.facts(told, phrases, now: now)) }
          act(.uphold, contest.protection.id, words.uphold)
          act(.reject, contest.protection.id, words.reject)
        }
      }
      if !desk.upheld.isEmpty {
        h3 { words.upheldTitle }
        for contest in desk.upheld {
          article(.class("record")) {
            h4 { contest.person.map { phrases.staff.search.record(String($0)) } ?? words.recordGone }
            p(.class("quiet")) {
              words.setBy(phrases.ago(contest.madeAt, now: now), contest.madeBy ?? words.atConsole)
            }
            p { contest.isKnownAgain ? words.knownAgain : words.notKnownAgain }
            act(.restore, contest.id, words.undoUpheld)
          }
        }
      }
    }
  }

  // MARK: Protecting

  private var protect: Node {
    let fields = FormFields<Field>(
      phrases: phrases, form: "protect", name: name(of:), typed: { typed[$0] ?? "" },
      fault: { faults.contains($0) ? fault($0) : nil })
    return section(.id("protect"), .focusable()) {
      h2 { words.protectTitle }
      p { words.protectText }
      form(.post, to: Route.staff(phrases.language, .protection), .noValidate()) {
        StaffForm.token(scene.staff)
        input(.hidden, name: Self.changeField, .value(Step.protect.rawValue))
        fields.summary
        fields.text(.person, hint: words.personHint, .keyboard(.numeric))
        fields.choice(.kind, Hindrance.settable.map { ($0.rawValue, words.hindrances.name(of: $0)) })
        fields.choice(.asker, ProtectionAsker.allCases.map { ($0.rawValue, name(of: $0)) })
        fields.text(.days, hint: words.daysHint, .keyboard(.numeric))
        button(.class("act main")) { words.protect }
      }
    }
  }

  private var standing: Node {
    section {
      h2 {
        desk.standing.isEmpty ? words.noStanding : phrases.counted(desk.standing.count, words.standingTitle)
      }
      for protection in desk.standing {
        article(.class("record")) {
          h3 { words.standing(String(protection.person), words.hindrances.name(of: protection.kind)) }
          p { "\(words.askedBy): \(name(of: protection.askedBy))" }
          p(.class("quiet")) {
            words.setBy(phrases.ago(protection.setAt, now: now), protection.setBy ?? words.atConsole)
          }
          if let until = protection.until { p(.class("quiet")) { words.ends(phrases.until(until, now: now)) } }
          details(.class("more")) {
            summary { words.lift }
            form(.post, to: Route.staff(phrases.language, .protection)) {
              StaffForm.token(scene.staff)
              input(.hidden, name: Self.changeField, .value(Step.lift.rawValue))
              input(.hidden, name: Self.numberField, .value(String(protection.id)))
              div(.class("field")) {
                label(for: ElementID("because", String(protection.id))) { words.because }
                select(name: Self.reasonField, .id(ElementID("because", String(protection.id)))) {
                  for reason in LiftReason.allCases {
                    option(value: reason.rawValue, selected: reason == .asked, name(of: reason))
                  }
                }
              }
              button(.class("act plain")) { words.lift }
            }
          }
        }
      }
    }
  }

  // MARK: Parts

  private func act(_ step: Step, _ number: Int64?, _ title: String) -> Node {
    form(.post, to: Route.staff(phrases.language, .protection)) {
      StaffForm.token(scene.staff)
      input(.hidden, name: Self.changeField, .value(step.rawValue))
      if let number { input(.hidden, name: Self.numberField, .value(String(number))) }
      button(.class("act plain")) { title }
    }
  }

  private func sentence(_ outcome: ProtectionService.Outcome) -> String {
    switch outcome {
    case .done: words.done
    case .already: words.already
    case .unknown: words.unknown
    }
  }

  private func fault(_ field: Field) -> String { field == .days ? words.daysWrong : words.personWrong }

  private func name(of field: Field) -> String {
    switch field {
    case .person: words.person
    case .kind: words.kind
    case .asker: words.askedBy
    case .days: words.days
    }
  }

  private func name(of asker: ProtectionAsker) -> String {
    switch asker {
    case .person: words.askers.person
    case .lawyer: words.askers.lawyer
    case .family: words.askers.family
    case .responder: words.askers.responder
    }
  }

  private func name(of reason: LiftReason) -> String {
    switch reason {
    case .asked: words.reasons.asked
    case .mistake: words.reasons.mistake
    case .over: words.reasons.over
    case .decided: words.reasons.decided
    }
  }
}

extension HindrancePhrases {
  func name(of hindrance: Hindrance) -> String {
    switch hindrance {
    case .minor: minor
    case .perhapsMinor: perhapsMinor
    case .section1367: section1367
    case .safety: safety
    case .hidden: hidden
    case .contested: contested
    case .unscreened: unscreened
    case .unverified: unverified
    case .withdrawn: withdrawn
    case .suppressed: suppressed
    }
  }
}
