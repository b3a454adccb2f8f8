internal import CounselRules

extension CounselPhrases {
  static let english = CounselPhrases(
    outcomes: Words {
      switch $0 {
      case .met: "Kept"
      case .breached: "Indicator of a breach"
      case .unknown: "Cannot be said yet"
      case .notInForce: "Not in force"
      case .pending: "A clock is running"
      }
    },
    heuristicBreach: "Needs review",
    possible: "Possible only: the text of this rule was not compared with the document.",
    review: "A matter of judgement: for review by a person.",
    authorities: Words {
      switch $0 {
      case .order: "Court order"
      case .statute: "Statute or regulation"
      case .contract: "Contract"
      case .standard: "Detention standard"
      case .policy: "Policy"
      case .heuristic: "Rule of thumb, no law"
      }
    },
    missing: Words {
      switch $0 {
      case .docketedMinute: "the minute at which the order was docketed"
      case .stateOfRule: "whether the rule is still in force"
      case .standardOfPlace: "the detention standard of this place at that time"
      case .textOfStandard: "what this version of the standard says"
      case .contractClause: "the contract of this place"
      case .reachOfOrder: "whether the order reaches this part of the building"
      case .holidayReading: "whether that day counts as a holiday"
      case .deadlineReading: "how the deadline is counted"
      case .role: "what the visitor is"
      case .relationship: "what ties the visitor to the person"
      case .timeHeld: "how long the person has been held"
      case .exactTimes: "the exact times"
      case .conflictingAccounts: "which of two accounts is right"
      case .proofOfDelivery: "proof that the request was delivered"
      case .answer: "whether there was an answer"
      case .refusalReason: "the reason that was given"
      case .admission: "whether and when the visitor was let in"
      case .doorAndOfficer: "whether the door was closed and an officer within hearing"
      case .roomKind: "whether there was a partition"
      case .signedRefusal: "whether the person signed a refusal"
      case .attemptResult: "what came of the attempt"
      case .departure: "when the visitor left"
      case .destination: "where the person was taken"
      case .consultation: "whether they could consult first"
      case .endOfVisit: "when the visit ended"
      default: "a fact that nobody has noted"
      }
    },
    missingLead: "Still unknown: {}.",
    clockEnds: "The clock ends {}.",
    took: "It took {1} to {2} minutes; the limit is {3}.",
    lasted: "It lasted {1} to {2} minutes; the least is {3}.",
    open: "Open for {1} to {2} minutes; {3} are required.",
    cleared: "Cleared: {}.",
    softened: "Softened: {}.",
    counterFacts: Words {
      switch $0 {
      case .portOfEntry: "inspection at a port of entry"
      case .documentedEmergency: "a documented emergency"
      case .signedRefusal: "the person’s own signed refusal"
      case .noIdentification: "the visitor had no identification"
      case .wrongLocation: "the person was never at this place"
      case .minorNeverListed: "the locator never shows people under 18"
      }
    },
    aggravations: Words {
      switch $0 {
      case .languageNeed: "made worse by a need for language help"
      case .disability: "made worse by a disability"
      case .minor: "the person is a minor"
      case .courtDeadline: "a court date is near"
      case .remediedSameDay: "put right on the same day"
      }
    },
    notProtected: "This rule does not protect this requester or this person.",
    unverifiedRole: "The sources do not settle whether the rule means this role.",
    bothReadings: "The law can be read in two ways here; both were looked at.",
    restsOn: "Rests on: {}",
    grade: "Evidence {}",
    pattern: "Pattern {}")
}
