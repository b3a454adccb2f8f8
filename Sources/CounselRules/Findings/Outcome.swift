package import CivilTime

/// What a rule says of the facts.
package enum Outcome: Hashable, Sendable {
  case met
  case breached
  /// These facts are missing: the form then asks for them.
  case unknown([MissingFact])
  /// The rule had no force at that time, at that place, or for that person.
  case notInForce
  /// A clock still runs, until then.
  case pending(until: Timestamp)

  package var kind: Kind {
    switch self {
    case .met: .met
    case .breached: .breached
    case .unknown: .unknown
    case .notInForce: .notInForce
    case .pending: .pending
    }
  }

  package enum Kind: String, Sendable, CaseIterable, Codable {
    case met, breached, unknown
    case notInForce = "not_in_force"
    case pending
  }
}

/// A fact without which a rule cannot be decided.
package enum MissingFact: String, Sendable, CaseIterable, Codable {
  // Of the law
  case docketedMinute = "docketed_minute"
  case stateOfRule = "state_of_rule"
  case standardOfPlace = "standard_of_place"
  case textOfStandard = "text_of_standard"
  case contractClause = "contract_clause"
  case reachOfOrder = "reach_of_order"
  case holidayReading = "holiday_reading"
  case deadlineReading = "deadline_reading"
  // Of the people
  case role, relationship
  case timeHeld = "time_held"
  // Of what happened
  case exactTimes = "exact_times"
  case conflictingAccounts = "conflicting_accounts"
  case unwatchedHours = "unwatched_hours"
  case closureNoticeLog = "closure_notice_log"
  case endOfClosure = "end_of_closure"
  case closureCause = "closure_cause"
  case proofOfDelivery = "proof_of_delivery"
  case answer
  case refusalReason = "refusal_reason"
  case writtenRequest = "written_request"
  case requestForCounsel = "request_for_counsel"
  case admission
  case doorAndOfficer = "door_and_officer"
  case roomKind = "room_kind"
  case callCost = "call_cost"
  case callPrivacy = "call_privacy"
  case callLength = "call_length"
  case whoEndedCall = "who_ended_call"
  case firstCall = "first_call"
  case laterCall = "later_call"
  case numberApproval = "number_approval"
  case barListing = "bar_listing"
  case messageDelivery = "message_delivery"
  case attemptResult = "attempt_result"
  case departure
  case destination
  case consultation
  case transferNotice = "transfer_notice"
  case endOfCustody = "end_of_custody"
  case custodyDecision = "custody_decision"
  case arrestWarrant = "arrest_warrant"
  case thingGiven = "thing_given"
  case signedRefusal = "signed_refusal"
  case locatorResult = "locator_result"
  case mailDelivery = "mail_delivery"
  case mailReading = "mail_reading"
  case banGrounds = "ban_grounds"
  case leadTime = "lead_time"
  case slotTime = "slot_time"
  case endOfVisit = "end_of_visit"
  case secondReport = "second_report"
}
