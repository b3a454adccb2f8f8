internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// What a reviewer asked, on the page of the request or of the day of a place, with a room to answer.
struct ReviewQuestionsView: HTML {
  let scene: StaffScene
  let questions: [CaseQuestion]
  let zone: Zone
  /// Where answers are sent.
  let route: Route
  let lead: String

  static let questionField = "question"
  static let answerField = "answer"
  static let part: ElementID = "questions"

  /// Of a request.
  init(scene: StaffScene, matter: VisitMatter, reference: VisitReference) {
    self.init(
      scene: scene, questions: matter.questions, zone: matter.zone,
      route: .visits(scene.phrases.language, .answer(reference)), lead: scene.phrases.review.questions.lead)
  }

  init(scene: StaffScene, questions: [CaseQuestion], zone: Zone, route: Route, lead: String) {
    (self.scene, self.questions, self.zone, self.route, self.lead) = (scene, questions, zone, route, lead)
  }

  private var words: ReviewQuestionPhrases { scene.phrases.review.questions }

  var body: Node {
    Node.of {
      if !questions.isEmpty {
        section(.id(Self.part), .focusable()) {
          h2 { words.title }
          p(.class("hint")) { lead }
          for question in questions { one(question) }
        }
      }
    }
  }

  private func one(_ question: CaseQuestion) -> Node {
    let phrases = scene.phrases, id = ElementID("answer", String(question.id))
    return article(.class("record")) {
      p { strong { phrases.quoted(question.question) } }
      p(.class("quiet")) { words.asked(phrases.moment(question.askedAt, in: zone)) }
      if let answer = question.answer, let at = question.answeredAt {
        p { phrases.quoted(answer) }
        p(.class("quiet")) { words.answered(phrases.moment(at, in: zone)) }
      } else {
        form(.post, to: route) {
          StaffForm.token(scene.staff)
          input(.hidden, name: Self.questionField, .value(String(question.id)))
          div(.class("field")) {
            label(for: id) { words.answer }
            p(.class("hint"), .id(ElementID("hint", id.name))) { words.answerHint }
            textarea(
              name: Self.answerField, value: "", .id(id), .autocomplete(.off), .required(), .longest(2000),
              .describedBy([ElementID("hint", id.name)]))
          }
          button(.class("act")) { words.submit }
        }
      }
    }
  }
}
