package import CounselRules

/// The words for what rules and findings are made of. A case without words does not compile.
extension FindingPhrases {
  package func name(of item: Pattern) -> String {
    switch item {
    case .turnedAway: patterns.turnedAway
    case .noLegalVisits: patterns.noLegalVisits
    case .closedInHours: patterns.closedInHours
    case .closedOnRestDay: patterns.closedOnRestDay
    case .closedWithoutNotice: patterns.closedWithoutNotice
    case .overlongClosure: patterns.overlongClosure
    case .prospectiveRefused: patterns.prospectiveRefused
    case .g28Demanded: patterns.g28Demanded
    case .assistantRefused: patterns.assistantRefused
    case .identifierDemanded: patterns.identifierDemanded
    case .excessiveWait: patterns.excessiveWait
    case .movedWhileWaiting: patterns.movedWhileWaiting
    case .movedOutOfReach: patterns.movedOutOfReach
    case .movedBeforeConsult: patterns.movedBeforeConsult
    case .transferNotNotified: patterns.transferNotNotified
    case .notConfidential: patterns.notConfidential
    case .noContact: patterns.noContact
    case .callMonitored: patterns.callMonitored
    case .callNotFree: patterns.callNotFree
    case .callNotScheduled: patterns.callNotScheduled
    case .callCutShort: patterns.callCutShort
    case .firstCallLate: patterns.firstCallLate
    case .messageNotDelivered: patterns.messageNotDelivered
    case .unanswered: patterns.unanswered
    case .requestIgnored: patterns.requestIgnored
    case .longLeadTime: patterns.longLeadTime
    case .slotsFull: patterns.slotsFull
    case .visitCutShort: patterns.visitCutShort
    case .declinedUnverified: patterns.declinedUnverified
    case .signedBeforeCounsel: patterns.signedBeforeCounsel
    case .notInLocator: patterns.notInLocator
    case .noNoticeOrLanguage: patterns.noNoticeOrLanguage
    case .mailBlocked: patterns.mailBlocked
    case .banned: patterns.banned
    }
  }

  package func question(for item: MissingFact) -> String {
    switch item {
    case .docketedMinute: missingFacts.docketedMinute
    case .stateOfRule: missingFacts.stateOfRule
    case .standardOfPlace: missingFacts.standardOfPlace
    case .textOfStandard: missingFacts.textOfStandard
    case .contractClause: missingFacts.contractClause
    case .reachOfOrder: missingFacts.reachOfOrder
    case .holidayReading: missingFacts.holidayReading
    case .deadlineReading: missingFacts.deadlineReading
    case .role: missingFacts.role
    case .relationship: missingFacts.relationship
    case .timeHeld: missingFacts.timeHeld
    case .exactTimes: missingFacts.exactTimes
    case .conflictingAccounts: missingFacts.conflictingAccounts
    case .unwatchedHours: missingFacts.unwatchedHours
    case .closureNoticeLog: missingFacts.closureNoticeLog
    case .endOfClosure: missingFacts.endOfClosure
    case .closureCause: missingFacts.closureCause
    case .proofOfDelivery: missingFacts.proofOfDelivery
    case .answer: missingFacts.answer
    case .refusalReason: missingFacts.refusalReason
    case .writtenRequest: missingFacts.writtenRequest
    case .requestForCounsel: missingFacts.requestForCounsel
    case .admission: missingFacts.admission
    case .doorAndOfficer: missingFacts.doorAndOfficer
    case .roomKind: missingFacts.roomKind
    case .callCost: missingFacts.callCost
    case .callPrivacy: missingFacts.callPrivacy
    case .callLength: missingFacts.callLength
    case .whoEndedCall: missingFacts.whoEndedCall
    case .firstCall: missingFacts.firstCall
    case .laterCall: missingFacts.laterCall
    case .numberApproval: missingFacts.numberApproval
    case .barListing: missingFacts.barListing
    case .messageDelivery: missingFacts.messageDelivery
    case .attemptResult: missingFacts.attemptResult
    case .departure: missingFacts.departure
    case .destination: missingFacts.destination
    case .consultation: missingFacts.consultation
    case .transferNotice: missingFacts.transferNotice
    case .endOfCustody: missingFacts.endOfCustody
    case .custodyDecision: missingFacts.custodyDecision
    case .arrestWarrant: missingFacts.arrestWarrant
    case .thingGiven: missingFacts.thingGiven
    case .signedRefusal: missingFacts.signedRefusal
    case .locatorResult: missingFacts.locatorResult
    case .mailDelivery: missingFacts.mailDelivery
    case .mailReading: missingFacts.mailReading
    case .banGrounds: missingFacts.banGrounds
    case .leadTime: missingFacts.leadTime
    case .slotTime: missingFacts.slotTime
    case .endOfVisit: missingFacts.endOfVisit
    case .secondReport: missingFacts.secondReport
    }
  }

  package func sentence(for item: Condition) -> String {
    switch item {
    case .doorOpen: conditions.doorOpen
    case .officerWithinHearing: conditions.officerWithinHearing
    case .private_: conditions.private_
    case .partition: conditions.partition
    case .contact: conditions.contact
    case .noDocuments: conditions.noDocuments
    case .documentsPass: conditions.documentsPass
    case .monitored: conditions.monitored
    case .recorded: conditions.recorded
    case .screened: conditions.screened
    case .unmonitored: conditions.unmonitored
    case .free: conditions.free
    case .movedOutOfState: conditions.movedOutOfState
    case .movedOutOfArea: conditions.movedOutOfArea
    case .noLegalVisitsThere: conditions.noLegalVisitsThere
    case .legalVisitsThere: conditions.legalVisitsThere
    case .movedWhileWaiting: conditions.movedWhileWaiting
    case .movedBeforeCall: conditions.movedBeforeCall
    case .consultedFirst: conditions.consultedFirst
    case .windowLost: conditions.windowLost
    case .unsignedRefusal: conditions.unsignedRefusal
    case .contradictedRefusal: conditions.contradictedRefusal
    case .signedRefusal: conditions.signedRefusal
    case .signedAfterAsking: conditions.signedAfterAsking
    case .signedWithoutAsking: conditions.signedWithoutAsking
    case .reasonGiven: conditions.reasonGiven
    case .noReasonGiven: conditions.noReasonGiven
    case .notListed: conditions.notListed
    case .listed: conditions.listed
    case .mailRead: conditions.mailRead
    case .mailUnread: conditions.mailUnread
    case .banned: conditions.banned
    case .protectedSpeech: conditions.protectedSpeech
    case .stoppedForMealOrCount: conditions.stoppedForMealOrCount
    case .cutShort: conditions.cutShort
    case .answered: conditions.answered
    case .numberRefused: conditions.numberRefused
    case .endedByOther: conditions.endedByOther
    }
  }

  package func name(of item: CounterFact) -> String {
    switch item {
    case .portOfEntry: counterFacts.portOfEntry
    case .documentedEmergency: counterFacts.documentedEmergency
    case .signedRefusal: counterFacts.signedRefusal
    case .noIdentification: counterFacts.noIdentification
    case .wrongLocation: counterFacts.wrongLocation
    case .minorNeverListed: counterFacts.minorNeverListed
    }
  }

  package func sentence(for item: Aggravation) -> String {
    switch item {
    case .languageNeed: aggravations.languageNeed
    case .disability: aggravations.disability
    case .minor: aggravations.minor
    case .courtDeadline: aggravations.courtDeadline
    case .remediedSameDay: aggravations.remediedSameDay
    }
  }

  package func name(of item: RefusalReason) -> String {
    switch item {
    case .none: refusals.none
    case .noLegalVisits: refusals.noLegalVisits
    case .closed: refusals.closed
    case .prospective: refusals.prospective
    case .role: refusals.role
    case .noG28: refusals.noG28
    case .identifier: refusals.identifier
    case .identification: refusals.identification
    case .security: refusals.security
    case .emergency: refusals.emergency
    case .clientDeclined: refusals.clientDeclined
    case .clientGone: refusals.clientGone
    case .noContact: refusals.noContact
    case .noRoom: refusals.noRoom
    case .notScheduled: refusals.notScheduled
    case .meal: refusals.meal
    case .count: refusals.count
    case .timeLimit: refusals.timeLimit
    case .other: refusals.other
    }
  }

  package func name(of item: Thing) -> String {
    switch item {
    case .g28: things.g28
    case .aNumber: things.aNumber
    case .otherIdentifier: things.otherIdentifier
    case .rightsNotice: things.rightsNotice
    case .providerList: things.providerList
    case .interpreter: things.interpreter
    case .papers: things.papers
    }
  }

  package func name(of item: Role) -> String {
    switch item {
    case .attorney: roles.attorney
    case .accreditedRepresentative: roles.accreditedRepresentative
    case .legalAssistant: roles.legalAssistant
    case .lawStudent: roles.lawStudent
    case .interpreter: roles.interpreter
    case .messenger: roles.messenger
    }
  }

  package func name(of item: AuthorityKind) -> String {
    switch item {
    case .order: authorities.order
    case .statute: authorities.statute
    case .contract: authorities.contract
    case .standard: authorities.standard
    case .policy: authorities.policy
    case .heuristic: authorities.heuristic
    }
  }

  package func name(of item: Severity) -> String {
    switch item {
    case .none: severities.none
    case .grey: severities.grey
    case .amber: severities.amber
    case .red: severities.red
    }
  }

  package func name(of item: Grade) -> String {
    switch item {
    case .a: grades.a
    case .b: grades.b
    case .c: grades.c
    case .d: grades.d
    }
  }

  package func name(of item: Protection.Answer) -> String {
    switch item {
    case .yes: protections.yes
    case .no: protections.no
    case .unknown: protections.unknown
    case .unverified: protections.unverified
    case .everyone: protections.everyone
    }
  }

  package func name(of item: Reading.Name) -> String {
    switch item {
    case .inForce: readings.inForce
    case .notInForce: readings.notInForce
    case .businessDay: readings.businessDay
    case .holiday: readings.holiday
    case .spaceCovered: readings.spaceCovered
    case .spaceNotCovered: readings.spaceNotCovered
    case .standardCarriesTerm: readings.standardCarriesTerm
    case .standardLacksTerm: readings.standardLacksTerm
    case .sameHour: readings.sameHour
    case .endOfDay: readings.endOfDay
    }
  }

  package func name(of item: Outcome.Kind) -> String {
    switch item {
    case .met: outcomes.met
    case .breached: outcomes.breached
    case .unknown: outcomes.unknown
    case .notInForce: outcomes.notInForce
    case .pending: outcomes.pending
    }
  }
}
