/// What lawyers and monitors read about a finding of the rules.
package struct FindingPhrases: Sendable {
  package let met: String
  package let broken: String
  package let possiblyBroken: String
  package let needsReview: String
  package let unknown: String
  package let notInForce: String
  package let pending: OneBlank
  package let missing: OneBlank
  package let rule: OneBlank
  package let basis: TwoBlanks
  package let pattern: OneBlank
  package let when: OneBlank
  package let weight: OneBlank
  package let evidence: OneBlank
  package let events: OneBlank
  /// What an event is called where nothing but its number is known.
  package let event: OneBlank
  package let requester: OneBlank
  package let person: OneBlank
  package let readAs: TwoBlanks
  package let open: OneBlank
  package let notAdvice: String
  package let openMinutes: ThreeBlanks
  package let openExactly: TwoBlanks
  package let contested: OneBlank
  package let posted: OneBlank
  package let took: ThreeBlanks
  package let tookExactly: TwoBlanks
  package let lasted: ThreeBlanks
  package let lastedExactly: TwoBlanks
  package let lastedOnly: OneBlank
  package let clockRuns: OneBlank
  package let counted: TwoBlanks
  package let absenceAsserted: OneBlank
  package let absenceNotKnown: OneBlank
  package let refused: OneBlank
  package let demanded: OneBlank
  package let notGiven: OneBlank
  package let cost: OneBlank
  package let lead: TwoBlanks
  package let distance: OneBlank
  package let clears: TwoBlanks
  package let softens: TwoBlanks
  package let unproven: TwoBlanks
  package let aggravated: TwoBlanks
  package let notProtected: String
  package let roleUnverified: OneBlank
  package let otherSpace: String
  package let standardUnsettled: OneBlank
  package let standardNotModelled: OneBlank
  package let presumed: String
  package let endUnverified: String
  package let textUnverified: String
  package let contestedDay: OneBlank
  package let minutes: Plural
  package let miles: Plural
  package let patterns: PatternPhrases
  package let missingFacts: MissingFactPhrases
  package let conditions: ConditionPhrases
  package let counterFacts: CounterFactPhrases
  package let aggravations: AggravationPhrases
  package let refusals: RefusalPhrases
  package let things: ThingPhrases
  package let roles: VisitorRolePhrases
  package let authorities: AuthorityPhrases
  package let severities: SeverityPhrases
  package let grades: GradePhrases
  package let protections: ProtectionPhrases
  package let readings: ReadingPhrases
  package let outcomes: OutcomePhrases
}

/// The 34 patterns, each in a few words.
package struct PatternPhrases: Sendable {
  package let turnedAway: String
  package let noLegalVisits: String
  package let closedInHours: String
  package let closedOnRestDay: String
  package let closedWithoutNotice: String
  package let overlongClosure: String
  package let prospectiveRefused: String
  package let g28Demanded: String
  package let assistantRefused: String
  package let identifierDemanded: String
  package let excessiveWait: String
  package let movedWhileWaiting: String
  package let movedOutOfReach: String
  package let movedBeforeConsult: String
  package let transferNotNotified: String
  package let notConfidential: String
  package let noContact: String
  package let callMonitored: String
  package let callNotFree: String
  package let callNotScheduled: String
  package let callCutShort: String
  package let firstCallLate: String
  package let messageNotDelivered: String
  package let unanswered: String
  package let requestIgnored: String
  package let longLeadTime: String
  package let slotsFull: String
  package let visitCutShort: String
  package let declinedUnverified: String
  package let signedBeforeCounsel: String
  package let notInLocator: String
  package let noNoticeOrLanguage: String
  package let mailBlocked: String
  package let banned: String
}

/// The question that a missing fact becomes: the form asks it.
package struct MissingFactPhrases: Sendable {
  package let docketedMinute: String
  package let stateOfRule: String
  package let standardOfPlace: String
  package let textOfStandard: String
  package let contractClause: String
  package let reachOfOrder: String
  package let holidayReading: String
  package let deadlineReading: String
  package let role: String
  package let relationship: String
  package let timeHeld: String
  package let exactTimes: String
  package let conflictingAccounts: String
  package let unwatchedHours: String
  package let closureNoticeLog: String
  package let endOfClosure: String
  package let closureCause: String
  package let proofOfDelivery: String
  package let answer: String
  package let refusalReason: String
  package let writtenRequest: String
  package let requestForCounsel: String
  package let admission: String
  package let doorAndOfficer: String
  package let roomKind: String
  package let callCost: String
  package let callPrivacy: String
  package let callLength: String
  package let whoEndedCall: String
  package let firstCall: String
  package let laterCall: String
  package let numberApproval: String
  package let barListing: String
  package let messageDelivery: String
  package let attemptResult: String
  package let departure: String
  package let destination: String
  package let consultation: String
  package let transferNotice: String
  package let endOfCustody: String
  package let custodyDecision: String
  package let arrestWarrant: String
  package let thingGiven: String
  package let signedRefusal: String
  package let locatorResult: String
  package let mailDelivery: String
  package let mailReading: String
  package let banGrounds: String
  package let leadTime: String
  package let slotTime: String
  package let endOfVisit: String
  package let secondReport: String
}

/// What was seen or done, in one sentence.
package struct ConditionPhrases: Sendable {
  package let doorOpen: String
  package let officerWithinHearing: String
  package let private_: String
  package let partition: String
  package let contact: String
  package let noDocuments: String
  package let documentsPass: String
  package let monitored: String
  package let recorded: String
  package let screened: String
  package let unmonitored: String
  package let free: String
  package let movedOutOfState: String
  package let movedOutOfArea: String
  package let noLegalVisitsThere: String
  package let legalVisitsThere: String
  package let movedWhileWaiting: String
  package let movedBeforeCall: String
  package let consultedFirst: String
  package let windowLost: String
  package let unsignedRefusal: String
  package let contradictedRefusal: String
  package let signedRefusal: String
  package let signedAfterAsking: String
  package let signedWithoutAsking: String
  package let reasonGiven: String
  package let noReasonGiven: String
  package let notListed: String
  package let listed: String
  package let mailRead: String
  package let mailUnread: String
  package let banned: String
  package let protectedSpeech: String
  package let stoppedForMealOrCount: String
  package let cutShort: String
  package let answered: String
  package let numberRefused: String
  package let endedByOther: String
}

/// Facts that speak for the facility, as subjects of a sentence.
package struct CounterFactPhrases: Sendable {
  package let portOfEntry: String
  package let documentedEmergency: String
  package let signedRefusal: String
  package let noIdentification: String
  package let wrongLocation: String
  package let minorNeverListed: String
}

/// What makes a denial weigh more, or how it ended.
package struct AggravationPhrases: Sendable {
  package let languageNeed: String
  package let disability: String
  package let minor: String
  package let courtDeadline: String
  package let remediedSameDay: String
}

/// Reasons that a facility gave.
package struct RefusalPhrases: Sendable {
  package let none: String
  package let noLegalVisits: String
  package let closed: String
  package let prospective: String
  package let role: String
  package let noG28: String
  package let identifier: String
  package let identification: String
  package let security: String
  package let emergency: String
  package let clientDeclined: String
  package let clientGone: String
  package let noContact: String
  package let noRoom: String
  package let notScheduled: String
  package let meal: String
  package let count: String
  package let timeLimit: String
  package let other: String
}

/// What can be demanded, given or put before somebody.
package struct ThingPhrases: Sendable {
  package let g28: String
  package let aNumber: String
  package let otherIdentifier: String
  package let rightsNotice: String
  package let providerList: String
  package let interpreter: String
  package let papers: String
}

/// What a visitor is.
package struct VisitorRolePhrases: Sendable {
  package let attorney: String
  package let accreditedRepresentative: String
  package let legalAssistant: String
  package let lawStudent: String
  package let interpreter: String
  package let messenger: String
}

/// What kind of law a rule rests on.
package struct AuthorityPhrases: Sendable {
  package let order: String
  package let statute: String
  package let contract: String
  package let standard: String
  package let policy: String
  package let heuristic: String
}

/// How much a finding weighs.
package struct SeverityPhrases: Sendable {
  package let none: String
  package let grey: String
  package let amber: String
  package let red: String
}

/// How strong the evidence is.
package struct GradePhrases: Sendable {
  package let a: String
  package let b: String
  package let c: String
  package let d: String
}

/// Whether a rule protects somebody.
package struct ProtectionPhrases: Sendable {
  package let yes: String
  package let no: String
  package let unknown: String
  package let unverified: String
  package let everyone: String
}

/// Readings of what the law leaves open.
package struct ReadingPhrases: Sendable {
  package let inForce: String
  package let notInForce: String
  package let businessDay: String
  package let holiday: String
  package let spaceCovered: String
  package let spaceNotCovered: String
  package let standardCarriesTerm: String
  package let standardLacksTerm: String
  package let sameHour: String
  package let endOfDay: String
}

/// Outcomes in a word or two, for tables.
package struct OutcomePhrases: Sendable {
  package let met: String
  package let breached: String
  package let unknown: String
  package let notInForce: String
  package let pending: String
}
