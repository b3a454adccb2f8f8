package import Records

/// What people read who review findings, and attorneys whom they ask.
package struct ReviewPhrases: Sendable {
  package let queue: ReviewQueuePhrases
  package let one: ReviewCasePhrases
  package let states: Words<CaseState>
  package let reopened: Words<ReopenedBecause>
  package let verdicts: Words<CaseVerdict>
  package let questions: ReviewQuestionPhrases
}

/// The queue.
package struct ReviewQueuePhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let count: Plural
  package let none: String
  package let filter: String
  package let show: String
  package let showing: (toDecide: String, waiting: String, decided: String, all: String)
  package let severity: String
  package let any: String
  package let place: String
  package let placeHint: String
  package let rule: String
  package let order: String
  package let orders: (gravest: String, due: String, oldest: String)
  package let apply: String
  package let attorney: OneBlank
  package let thePlace: String
  package let lookBy: OneBlank
  package let overdue: OneBlank
  package let first: String
  package let next: String
}

/// One case.
package struct ReviewCasePhrases: Sendable {
  package let title: OneBlank
  package let band: ThreeBlanks
  package let saved: String
  package let opened: String
  package let toNext: String
  package let toQueue: String
  package let law: String
  package let docket: OneBlank
  package let from: OneBlank
  package let noFrom: String
  package let to: OneBlank
  package let noEnd: String
  /// Of a beginning or an end that the sources tell in two ways.
  package let between: TwoBlanks
  package let endUnverified: String
  package let verified: TwoBlanks
  package let notVerified: String
  package let sources: OneBlank
  package let openQuestions: String
  package let computation: String
  package let against: String
  package let nothingAgainst: String
  package let evidence: String
  package let weakest: OneBlank
  package let noGrade: String
  package let files: Plural
  package let noFiles: String
  package let file: ThreeBlanks
  package let withdrawn: String
  package let timeline: String
  package let words: OneBlank
  package let hidden: String
  package let beside: String
  package let besideNone: String
  package let changes: String
  package let nowGone: String
  package let follows: OneBlank
  package let request: String
  package let client: String
  /// Whoever asked for the visit, for those who are somebody else.
  package let requester: String
  package let role: String
  package let tie: String
  package let reference: String
  package let filedBy: String
  package let openTitle: String
  package let openLead: String
  package let openReason: String
  package let openSubmit: String
  package let decideTitle: String
  package let needsTwo: String
  package let verdict: String
  package let reason: String
  package let reasonHint: String
  package let question: String
  package let questionHint: String
  package let submit: String
  package let decisions: String
  package let noDecisions: String
  package let aboutEarlier: String
  package let asked: OneBlank
  package let answered: TwoBlanks
  package let notAnswered: String
  /// Of a case about the place itself.
  package let dayTitle: String
  package let teller: OneBlank
  package let hiddenTellers: String
  package let questionHintOfPlace: String
  package let dayPage: String
  package let faults:
    (
      noVerdict: String, noReason: String, reasonTooLong: String, noQuestion: String, questionTooLong: String,
      changed: String, own: String, noAnswer: String, answerTooLong: String
    )
}

/// What stands on the request's page.
package struct ReviewQuestionPhrases: Sendable {
  package let title: String
  package let lead: String
  package let leadOfPlace: String
  package let asked: OneBlank
  package let answered: OneBlank
  package let answer: String
  package let answerHint: String
  package let submit: String
}
