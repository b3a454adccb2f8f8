internal import CivilTime
internal import CounselRules
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// One case: what happened, the law, the computation, what speaks against it, the evidence; then the decision.
struct ReviewPage: HTML {
  let scene: StaffScene
  let matter: ReviewMatter
  var typed = ReviewInput()
  var because = ""
  var fault: (ReviewFault, Field)?
  var isSaved = false
  let now: Timestamp

  enum Field: String, CaseIterable { case verdict, reason, question, because }

  static let stepField = "step"
  static let openStep = "open"
  static let decideStep = "decide"
  static let findingField = "finding"
  static let timeline: ElementID = "timeline"

  private var phrases: Phrases { scene.phrases }
  private var words: ReviewCasePhrases { scene.phrases.review.one }
  private var route: Route { .review(phrases.language, .one(CaseNumber(matter.line.id))) }

  var body: Node {
    StaffFrame(scene, route, title: words.title(String(matter.line.id))) {
      fields.summary
      if isSaved { saved }
      stand
      ReviewLawView(phrases: phrases, matter: matter)
      ReviewComputationView(phrases: phrases, matter: matter)
      if let request = matter.request {
        ReviewStoryView(phrases: phrases, matter: matter, reviewed: request)
      } else {
        ReviewDayView(phrases: phrases, matter: matter)
      }
      opening
      decisions
      decide
      beside
    }
  }

  private var saved: Node {
    section(.class("notice")) {
      p(.role(.status)) { words.saved }
      p(.class("acts")) {
        if let next = matter.next {
          a(.to(Route.review(phrases.language, .one(CaseNumber(next.id)))), .class("act")) { words.toNext }
        }
        a(.to(Route.review(phrases.language, .queue)), .class("act plain")) { words.toQueue }
      }
    }
  }

  private var stand: Node {
    article(.class("record")) {
      p(.class("where")) {
        span(.class("over")) { matter.line.placeName + " · " + phrases.day(matter.line.day) }
        strong {
          matter.line.pattern.flatMap(Pattern.init(rawValue:)).map { phrases.findings.name(of: $0) } ?? matter.line.rule
        }
      }
      ReviewTags(phrases: phrases, line: matter.line)
      p { ReviewLineView.about(matter.line, phrases) }
      if let reopened = matter.line.reopened { p(.class("notice")) { phrases.review.reopened[reopened] } }
      if matter.line.state.waitsForPeople {
        p(.class("quiet")) { phrases.review.queue.lookBy(phrases.day(matter.zone.local(matter.line.dueAt).day)) }
      }
      if let follows = matter.line.follows {
        p {
          a(.to(Route.review(phrases.language, .one(CaseNumber(follows)))), .class("tall")) {
            words.follows(String(follows))
          }
        }
      }
    }
  }

  // MARK: Names and times

  @HTMLBuilder private var opening: Node {
    section {
      h2 { words.openTitle }
      if matter.isOpened {
        p(.class("notice")) { words.opened }
      } else {
        p { words.openLead }
        form(.post, to: route, .noValidate()) {
          hidden(Self.openStep)
          fields.text(.because)
          button(.class("act plain")) { words.openSubmit }
        }
      }
    }
  }

  // MARK: Deciding

  @HTMLBuilder private var decide: Node {
    if matter.line.state != .gone {
      section(.id("decide"), .focusable()) {
        h2 { words.decideTitle }
        if matter.line.needsTwo { p(.class("hint")) { words.needsTwo } }
        form(.post, to: route, .noValidate()) {
          hidden(Self.decideStep)
          verdicts
          fields.area(.reason, hint: words.reasonHint)
          fields.area(.question, hint: matter.line.isOfPlace ? words.questionHintOfPlace : words.questionHint)
          button(.class("act main")) { words.submit }
        }
      }
    }
  }

  /// Buttons to choose with the arrow keys, the first thing of the form.
  private var verdicts: Node {
    fieldset(.class("field")) {
      legend(.id("review-verdict")) { words.verdict }
      if fault?.1 == .verdict { p(.class("fault")) { words.faults.noVerdict } }
      for verdict in CaseVerdict.allCases {
        div(.class("choice")) {
          let id = ElementID("verdict", verdict.rawValue)
          input(
            .radio, name: Field.verdict.rawValue, .id(id), .value(verdict.rawValue),
            .checked(if: typed.verdict == verdict.rawValue))
          label(for: id) { phrases.review.verdicts[verdict] }
        }
      }
    }
  }

  private func hidden(_ step: String) -> Node {
    Node.of {
      StaffForm.token(scene.staff)
      input(.hidden, name: Self.stepField, .value(step))
      input(.hidden, name: Self.findingField, .value(String(matter.line.findingID)))
    }
  }

  private var fields: FormFields<Field> {
    FormFields<Field>(
      phrases: phrases, form: "review", name: name(of:), typed: { text($0) },
      fault: { field in fault.flatMap { $0.1 == field ? sentence($0.0) : nil } })
  }

  private func text(_ field: Field) -> String {
    switch field {
    case .verdict: typed.verdict
    case .reason: typed.reason
    case .question: typed.question
    case .because: because
    }
  }

  private func name(of field: Field) -> String {
    switch field {
    case .verdict: words.verdict
    case .reason: words.reason
    case .question: words.question
    case .because: words.openReason
    }
  }

  /// Where on the page a fault stands.
  static func field(of fault: ReviewFault) -> Field {
    switch fault {
    case .noVerdict, .changed, .own: .verdict
    case .noQuestion, .questionTooLong: .question
    case .noReason, .reasonTooLong, .noAnswer, .answerTooLong, .noName: .reason
    }
  }

  private func sentence(_ fault: ReviewFault) -> String { words.sentence(fault) }

  // MARK: What was decided, and what else there is

  private var decisions: Node {
    section {
      h2 { words.decisions }
      if matter.decisions.isEmpty { p { words.noDecisions } }
      for decision in matter.decisions {
        article(.class("record")) {
          h3 { phrases.review.verdicts[decision.verdict] }
          p { phrases.quoted(decision.reason) }
          p(.class("quiet")) { decision.by + ", " + phrases.moment(decision.decidedAt, in: matter.zone) }
          if decision.findingID != matter.line.findingID { p(.class("quiet")) { words.aboutEarlier } }
          if let question = decision.question {
            p { words.asked(phrases.quoted(question.question)) }
            if let answer = question.answer, let at = question.answeredAt {
              p { words.answered(phrases.quoted(answer), phrases.moment(at, in: matter.zone)) }
            } else {
              p(.class("quiet")) { words.notAnswered }
            }
          }
        }
      }
    }
  }

  private var beside: Node {
    section {
      h2 { words.beside }
      if matter.beside.isEmpty { p { words.besideNone } }
      ul(.class("places")) {
        for line in matter.beside { li { ReviewLineView(phrases: phrases, line: line, now: now) } }
      }
    }
  }
}

extension ReviewCasePhrases {
  func sentence(_ fault: ReviewFault) -> String {
    switch fault {
    case .noVerdict: faults.noVerdict
    case .noReason: faults.noReason
    case .reasonTooLong: faults.reasonTooLong
    case .noQuestion: faults.noQuestion
    case .questionTooLong: faults.questionTooLong
    case .changed: faults.changed
    case .own: faults.own
    case .noAnswer: faults.noAnswer
    case .answerTooLong: faults.answerTooLong
    case .noName: faults.noReason
    }
  }
}
