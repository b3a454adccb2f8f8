extension FindingPhrases {
  static let english = FindingPhrases(
    met: "The rule was kept, as far as the facts go.",
    broken: "By these facts the rule was broken.",
    possiblyBroken: "By these facts the rule was possibly broken.",
    needsReview: "This needs review. It is not called a violation.",
    unknown: "This cannot be decided yet.",
    notInForce: "The rule had no force at that time, at that place, or for those concerned.",
    pending: "A clock still runs, until {}.",
    missing: "Still needed: {}",
    rule: "Rule {}",
    basis: "{1}: {2}",
    pattern: "Pattern: {}",
    when: "When: {}",
    weight: "Weight: {}",
    evidence: "Evidence {}",
    events: "Events used: {}",
    event: "event {}",
    requester: "Protects this visitor: {}",
    person: "Protects this person: {}",
    readAs: "{1}: {2}",
    open: "Left open: {}",
    notAdvice: "An indicator for review, not legal advice.",
    openMinutes: "Required: {1}. Open for at least {2} and at most {3}.",
    openExactly: "Required: {1}. Open for {2}.",
    contested: "Accounts contradict each other about {}.",
    posted: "Posted for the day: {}, less than the rule asks for. Whether that was kept is not known.",
    took: "It took between {1} and {2}; the limit is {3}.",
    tookExactly: "It took {1}; the limit is {2}.",
    lasted: "It lasted between {1} and {2}; the least is {3}.",
    lastedExactly: "It lasted {1}; the least is {2}.",
    lastedOnly: "It lasted {}.",
    clockRuns: "The limit is {}.",
    counted: "Recorded: {1}. Needed: {2}.",
    absenceAsserted: "Somebody able to know says that it had not happened ({}).",
    absenceNotKnown: "Somebody says that it had not happened, but cannot know it ({}).",
    refused: "The reason given: {}.",
    demanded: "This was demanded: {}.",
    notGiven: "This was not given: {}.",
    cost: "It cost {}.",
    lead: "Notice demanded: {1}. More than {2} is looked at.",
    distance: "The cause lay {} away.",
    clears: "{1} clears this ({2}).",
    softens: "{1} makes this weigh less ({2}).",
    unproven: "{1} would weigh, but is not proven ({2}).",
    aggravated: "{1} ({2})",
    notProtected: "The rule does not protect this visitor or this person.",
    roleUnverified: "Whether the rule names this role is not verified: {}.",
    otherSpace: "It happened in another part of the building that the order names.",
    standardUnsettled: "Whether {} holds this term is not settled.",
    standardNotModelled: "The text of {} on this was not found.",
    presumed: "The rule is presumed to be in force; nobody has verified it.",
    endUnverified: "Its end is as last reported; what followed was not found.",
    textUnverified: "Its text has not been compared with the document.",
    contestedDay: "{} can be read as a business day or as a holiday.",
    minutes: Plural(one: "{} minute", other: "{} minutes"),
    miles: Plural(one: "{} mile", other: "{} miles"),
    patterns: .english,
    missingFacts: .english,
    conditions: .english,
    counterFacts: .english,
    aggravations: .english,
    refusals: .english,
    things: .english,
    roles: .english,
    authorities: .english,
    severities: .english,
    grades: .english,
    protections: .english,
    readings: .english,
    outcomes: .english)
}

extension PatternPhrases {
  static let english = PatternPhrases(
    turnedAway: "Turned away at the door without a reason",
    noLegalVisits: "“No legal visits here”",
    closedInHours: "Closed within the required hours",
    closedOnRestDay: "Closed on a weekend or holiday",
    closedWithoutNotice: "Closed without notice",
    overlongClosure: "Closed for too long, or for a cause elsewhere",
    prospectiveRefused: "Prospective counsel refused",
    g28Demanded: "Form G-28 demanded for a first meeting",
    assistantRefused: "Legal assistant, student or interpreter refused",
    identifierDemanded: "A-number or another identifier demanded",
    excessiveWait: "A long wait",
    movedWhileWaiting: "Client moved while counsel waited",
    movedOutOfReach: "Moved to a place without legal visits",
    movedBeforeConsult: "Moved far away before talking to counsel",
    transferNotNotified: "Attorney of record not told of a transfer",
    notConfidential: "Not confidential: door open or officer within hearing",
    noContact: "Behind glass, or papers cannot be passed",
    callMonitored: "Call monitored, recorded or overheard",
    callNotFree: "Attorney call not free",
    callNotScheduled: "No way to arrange a call",
    callCutShort: "Call cut short",
    firstCallLate: "First call late or never",
    messageNotDelivered: "Message not delivered",
    unanswered: "Telephone or e-mail not answered",
    requestIgnored: "Request without an answer",
    longLeadTime: "Long notice demanded",
    slotsFull: "No slot in time",
    visitCutShort: "Visit cut short",
    declinedUnverified: "“The client declined”, not verified",
    signedBeforeCounsel: "Made to sign before having counsel",
    notInLocator: "Not in the locator",
    noNoticeOrLanguage: "No notice of rights, list or interpreter",
    mailBlocked: "Legal mail late or read",
    banned: "A lawyer or visitor banned")
}

extension MissingFactPhrases {
  static let english = MissingFactPhrases(
    docketedMinute: "At what minute was the order entered in the docket?",
    stateOfRule: "Was the rule in force then?",
    standardOfPlace: "Which detention standard bound this place then?",
    textOfStandard: "Does the standard of this place hold this term?",
    contractClause: "Does the contract of this place have such a clause?",
    reachOfOrder: "Does the order reach this part of the building?",
    holidayReading: "Is this day a business day or a holiday under the order?",
    deadlineReading: "Which time decides: when the clock began, or when it ended?",
    role: "What is the role of the visitor?",
    relationship: "Was counsel retained, or prospective?",
    timeHeld: "Since when was the person in custody there?",
    exactTimes: "At what times exactly?",
    conflictingAccounts: "Two accounts contradict each other: which one is right?",
    unwatchedHours: "What did people see in the hours that nobody has told of?",
    closureNoticeLog: "What does the log of plaintiffs’ counsel say of a notice?",
    endOfClosure: "When did the closure end?",
    closureCause: "What was the cause of the closure, and how far away?",
    proofOfDelivery: "What shows that the request arrived?",
    answer: "Was there an answer, and when? If not, who says so?",
    refusalReason: "What reason was given, if any?",
    writtenRequest: "Was the request made in writing?",
    requestForCounsel: "Had the person asked for counsel before?",
    admission: "When was the visitor let in, or when did they leave?",
    doorAndOfficer: "Was the door closed, and could an officer hear?",
    roomKind: "Was there a partition, and could papers be passed?",
    callCost: "What did the call cost the person?",
    callPrivacy: "Was the call monitored, recorded, screened or overheard?",
    callLength: "When did the call end?",
    whoEndedCall: "Who ended the call?",
    firstCall: "When was a call made possible? If never, who says so?",
    laterCall: "Was there another call in between? If not, who says so?",
    numberApproval: "When was the number approved?",
    barListing: "Does the bar list this telephone number?",
    messageDelivery: "Did the message reach the person, and when?",
    attemptResult: "Did anybody answer?",
    departure: "When was the person moved?",
    destination: "Where was the person moved, and what is possible there?",
    consultation: "Had the person talked to counsel before? If not, who says so?",
    transferNotice: "Was the attorney told of the transfer, and when?",
    endOfCustody: "When did the person leave that place? If not, who says so?",
    custodyDecision: "When was it decided whether to hold and to charge?",
    arrestWarrant: "Was there a warrant for the arrest?",
    thingGiven: "Was it given, and when? If never, who says so?",
    signedRefusal: "Did the client sign that they declined?",
    locatorResult: "What did the locator show?",
    mailDelivery: "When was the mail handed over? If never, who says so?",
    mailReading: "Was the mail read, or opened out of sight?",
    banGrounds: "On what grounds was the ban made?",
    leadTime: "How long a notice was demanded?",
    slotTime: "When was the slot that was offered?",
    endOfVisit: "When did the visit end?",
    secondReport: "Has anybody else, independently, seen or heard the same?")
}

extension ConditionPhrases {
  static let english = ConditionPhrases(
    doorOpen: "The door stood open.",
    officerWithinHearing: "An officer stood within hearing.",
    private_: "The door was closed and nobody could hear.",
    partition: "There was a partition between them.",
    contact: "They sat without a partition.",
    noDocuments: "Papers could not be passed.",
    documentsPass: "Papers could be passed.",
    monitored: "The call was monitored.",
    recorded: "The call was recorded.",
    screened: "The call was screened.",
    unmonitored: "The call was none of what the rule forbids.",
    free: "The call cost nothing.",
    movedOutOfState: "The person was moved out of the state.",
    movedOutOfArea: "The person was moved out of the area.",
    noLegalVisitsThere: "The new place has no legal visits.",
    legalVisitsThere: "The new place has legal visits.",
    movedWhileWaiting: "The person was moved while the visitor waited.",
    movedBeforeCall: "The person was moved before the call.",
    consultedFirst: "The person had talked to counsel before.",
    windowLost: "The whole appointment was lost.",
    unsignedRefusal: "The client did not sign that they declined.",
    contradictedRefusal: "The client denies having declined.",
    signedRefusal: "The client signed that they declined.",
    signedAfterAsking: "The person signed after asking for counsel and before having it.",
    signedWithoutAsking: "The person says that they had not asked for counsel.",
    reasonGiven: "A reason was given.",
    noReasonGiven: "No reason was given.",
    notListed: "The locator did not show the person. That never means a release.",
    listed: "The locator showed the person.",
    mailRead: "The mail was read, or opened out of sight.",
    mailUnread: "The mail was opened before the person and not read.",
    banned: "Entry was forbidden.",
    protectedSpeech: "Entry was forbidden for what was said.",
    stoppedForMealOrCount: "The visit was stopped for a meal or a count.",
    cutShort: "The visit was cut short.",
    answered: "Somebody answered.",
    numberRefused: "The number was refused.",
    endedByOther: "The facility did not end the call.")
}

extension CounterFactPhrases {
  static let english = CounterFactPhrases(
    portOfEntry: "An inspection at a port of entry",
    documentedEmergency: "A documented emergency",
    signedRefusal: "The client’s own signed refusal",
    noIdentification: "A published rule of entry that the visitor did not keep",
    wrongLocation: "That the person was never at that place",
    minorNeverListed: "That the locator never shows people under 18")
}

extension AggravationPhrases {
  static let english = AggravationPhrases(
    languageNeed: "The person needs another language.",
    disability: "The person has a disability.",
    minor: "The person is under 18.",
    courtDeadline: "A court date lies within 72 hours.",
    remediedSameDay: "It was put right on the same day.")
}

extension RefusalPhrases {
  static let english = RefusalPhrases(
    none: "no reason",
    noLegalVisits: "there are no legal visits",
    closed: "the place was closed",
    prospective: "counsel was not retained yet",
    role: "the role of the visitor",
    noG28: "there was no form G-28",
    identifier: "a number or an identifier was missing",
    identification: "identification was missing",
    security: "security",
    emergency: "an emergency",
    clientDeclined: "the client declined",
    clientGone: "the client was no longer there",
    noContact: "contact visits are not possible",
    noRoom: "no room was free",
    notScheduled: "it was not arranged",
    meal: "a meal",
    count: "a count",
    timeLimit: "a limit of time",
    other: "another reason")
}

extension ThingPhrases {
  static let english = ThingPhrases(
    g28: "form G-28",
    aNumber: "the A-number",
    otherIdentifier: "another identifier",
    rightsNotice: "the notice of rights",
    providerList: "the list of free legal services",
    interpreter: "an interpreter",
    papers: "papers to sign")
}

extension VisitorRolePhrases {
  static let english = VisitorRolePhrases(
    attorney: "attorney",
    accreditedRepresentative: "accredited representative",
    legalAssistant: "legal assistant",
    lawStudent: "law student",
    interpreter: "interpreter",
    messenger: "messenger")
}

extension AuthorityPhrases {
  static let english = AuthorityPhrases(
    order: "order of a court",
    statute: "statute or regulation",
    contract: "contract",
    standard: "detention standard",
    policy: "policy of the agency",
    heuristic: "a threshold for review, no law")
}

extension SeverityPhrases {
  static let english = SeverityPhrases(
    none: "none",
    grey: "not decided",
    amber: "to be looked at",
    red: "serious")
}

extension GradePhrases {
  static let english = GradePhrases(
    a: "A: an official record, photo or e-mail of the time",
    b: "B: a signed declaration at first hand",
    c: "C: at first hand, unsigned",
    d: "D: at second hand")
}

extension ProtectionPhrases {
  static let english = ProtectionPhrases(
    yes: "yes",
    no: "no",
    unknown: "not known yet",
    unverified: "named by some sources, not verified",
    everyone: "the rule does not distinguish")
}

extension ReadingPhrases {
  static let english = ReadingPhrases(
    inForce: "if the rule was in force",
    notInForce: "if it was not in force",
    businessDay: "if the day is a business day",
    holiday: "if the day is a holiday",
    spaceCovered: "if the order reaches this part of the building",
    spaceNotCovered: "if it does not reach it",
    standardCarriesTerm: "if the standard holds this term",
    standardLacksTerm: "if it does not hold it",
    sameHour: "if a business day ends at the same hour",
    endOfDay: "if it ends at the end of the day")
}

extension OutcomePhrases {
  static let english = OutcomePhrases(
    met: "kept",
    breached: "broken",
    unknown: "not known",
    notInForce: "no force",
    pending: "a clock runs")
}
