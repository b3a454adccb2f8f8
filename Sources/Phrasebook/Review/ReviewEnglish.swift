internal import Records

extension ReviewPhrases {
  static let english = ReviewPhrases(
    queue: .english, one: .english,
    states: Words {
      switch $0 {
      case .open: "To decide"
      case .waiting: "Waiting for the attorney"
      case .second: "Needs a second person"
      case .differ: "Reviewers differ"
      case .upheld: "Upheld"
      case .notUpheld: "Not upheld"
      case .unclear: "Unclear"
      case .gone: "No longer found"
      }
    },
    reopened: Words {
      switch $0 {
      case .lateEvent: "Opened again: something was told since, and the rules say something else."
      case .ruleChanged: "Opened again: the rule was changed, or time went on, and it says something else."
      case .answered: "Opened again: the attorney answered."
      case .cameBack: "Opened again: it was no longer found, and now it is."
      }
    },
    verdicts: Words {
      switch $0 {
      case .upheld: "Upheld: the finding is right"
      case .notUpheld: "Not upheld: the finding is wrong, or something clears it"
      case .unclear: "Unclear: the facts do not settle it"
      case .needsFacts: "Needs facts: ask the attorney"
      }
    },
    questions: .english)
}

extension ReviewQueuePhrases {
  static let english = ReviewQueuePhrases(
    title: "Review of findings",
    homeText: "Look at what the rules flagged, and decide.",
    lead: "A finding is an indicator until a person has looked. Attorneys have pseudonyms here, and times are days.",
    count: Plural(one: "{} case", other: "{} cases"),
    none: "Nothing waits here.",
    filter: "Show others",
    show: "Show",
    showing: (toDecide: "To decide", waiting: "Waiting for an attorney", decided: "Decided", all: "All"),
    severity: "Severity",
    any: "Any",
    place: "Code of the place",
    placeHint: "Such as LOSHOLD. Empty for every place.",
    rule: "Rule",
    order: "Order",
    orders: (gravest: "Gravest first", due: "By deadline", oldest: "Oldest first"),
    apply: "Show",
    attorney: "Attorney {}",
    thePlace: "The place itself",
    lookBy: "Look by: {}",
    overdue: "Overdue: {}",
    first: "To the first page",
    next: "Next page")
}

extension ReviewCasePhrases {
  static let english = ReviewCasePhrases(
    title: "Case {}",
    band: "{1}, between {2} and {3}",
    saved: "Your decision was written down.",
    opened: "Names and exact times are shown to you. That you opened them is in the audit log.",
    toNext: "To the next case",
    toQueue: "To the queue",
    law: "The law",
    docket: "Docket: {}",
    from: "In force from {}.",
    noFrom: "The place’s own standard or contract says from when it binds.",
    to: "Until {}, that day not included.",
    noEnd: "No end is known.",
    between: "some time between {1} and {2}",
    endUnverified: "Nobody has checked whether it ended since.",
    verified: "The text was compared with the document by {1} on {2}.",
    notVerified: "Nobody has compared the text with the document: at most a possible breach, and not to be published.",
    sources: "Found in: {}",
    openQuestions: "What the sources leave open",
    computation: "How it was computed",
    against: "What speaks against it",
    nothingAgainst: "Nobody noted anything that would clear or soften it.",
    evidence: "Evidence",
    weakest: "The weakest evidence that it stands on: {}",
    noGrade: "It stands on no evidence of a grade.",
    files: Plural(one: "{} file", other: "{} files"),
    noFiles: "No files.",
    file: "{1}, grade {2}, SHA-256 {3}",
    withdrawn: "withdrawn",
    timeline: "What happened",
    words: "In words: {}",
    hidden: "Words and names are hidden until you open the case.",
    beside: "Other findings of this place and day",
    besideNone: "No others.",
    changes: "What the rules said, and when",
    nowGone: "no longer found",
    follows: "The rule in its earlier version: case {}",
    request: "The request",
    client: "Client",
    requester: "Whoever asked, or somebody of their office",
    role: "Whoever asked is",
    tie: "The person is to them",
    reference: "Reference",
    filedBy: "Filed by",
    openTitle: "Names and exact times",
    openLead:
      "You can decide without them most of the time. If you need them, say why. The reason is kept in the audit log.",
    openReason: "Why you need them",
    openSubmit: "Show names and times",
    decideTitle: "Your decision",
    needsTwo: "This would be the breach of an order: it counts once two people have upheld it.",
    verdict: "What you decide",
    reason: "Reason",
    reasonHint: "Kept with the decision, apart from the evidence. It is never part of a bundle. No names.",
    question: "Question to the attorney",
    questionHint: "Only if you need facts. The attorney sees it on the request’s page.",
    submit: "Decide",
    decisions: "Decisions so far",
    noDecisions: "None yet.",
    aboutEarlier: "About the finding as it was before.",
    asked: "Asked: {}",
    answered: "Answered {2}: {1}",
    notAnswered: "Not answered yet.",
    dayTitle: "What was told of the day",
    teller: "Person {}",
    hiddenTellers:
      "Times are those of the place and stand here in full. Who told them is a number until you open the case.",
    questionHintOfPlace: "Only if you need facts. Those who told of the day see it on the day’s page.",
    dayPage: "All accounts of the day",
    faults: (
      noVerdict: "Please choose what you decide.", noReason: "Please give a reason.",
      reasonTooLong: "Please make the reason shorter.", noQuestion: "Please write what you ask the attorney.",
      questionTooLong: "Please make the question shorter.",
      changed: "The finding changed while you read it. Please read it again; nothing was written down.",
      own: "You cannot review a request of your own or of your office.", noAnswer: "Please write an answer.",
      answerTooLong: "Please make the answer shorter."
    ))
}

extension ReviewQuestionPhrases {
  static let english = ReviewQuestionPhrases(
    title: "Questions from a reviewer",
    lead:
      "A reviewer looks at what the rules say of this request and needs to know more. Facts alone, please: never what you and your client spoke of.",
    leadOfPlace:
      "A reviewer looks at what the rules say of this day and asks those who told of it. Facts alone, please.",
    asked: "Asked {}",
    answered: "Answered {}",
    answer: "Your answer",
    answerHint: "If something happened that is not noted above, note it there too.",
    submit: "Answer")
}
