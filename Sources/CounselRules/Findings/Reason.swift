package import CivilTime

/// Why a finding says what it says, as data; the phrasebook makes sentences of it.
package enum Reason: Hashable, Sendable, Codable {
  /// How long a place was open: the fewest and the most minutes that the observations allow.
  case openMinutes(required: Int, least: Int, most: Int)
  /// Observations that contradict each other, in minutes of the day.
  case contested(minutes: Int)
  /// The place itself posted fewer hours than the rule asks for; it may have kept others.
  case posted(minutes: Int)
  /// How long something took, against a limit.
  case took(least: Int, most: Int, limit: Int)
  /// How long something lasted, against a floor.
  case lasted(least: Int, most: Int, floor: Int)
  case clockRuns(limit: Int)
  case counted(found: Int, required: Int)
  /// A named person able to know says that it did not happen.
  case absenceAsserted(event: String)
  /// Somebody says that it did not happen who cannot know it.
  case absenceNotKnown(event: String)
  case refused(RefusalReason)
  case demanded(Thing)
  case notGiven(Thing)
  case condition(Condition)
  case cost(cents: Int)
  case lead(minutes: Int, limit: Int)
  case distance(miles: Int)
  /// A fact that clears or softens, or that does neither because its proof is missing.
  case counterFact(CounterFact, event: String, effect: CounterEffect)
  case aggravated(Aggravation, event: String)
  /// The rule does not protect this requester or this person.
  case notProtected
  case roleUnverified(Role)
  case otherSpace
  case standardUnsettled(standard: String)
  case standardNotModelled(standard: String)
  case presumedInForce
  case endUnverified
  case textUnverified
  /// A weekday on which a holiday of the weekend is kept, or that was closed by proclamation.
  case contestedDay(CivilDate)
}

/// Something seen that a rule forbids or asks for.
package enum Condition: String, Sendable, CaseIterable, Codable {
  case doorOpen = "door_open"
  case officerWithinHearing = "officer_within_hearing"
  case private_ = "private"
  case partition
  case contact
  case noDocuments = "no_documents"
  case documentsPass = "documents_pass"
  case monitored, recorded, screened
  case unmonitored
  case free
  case movedOutOfState = "moved_out_of_state"
  case movedOutOfArea = "moved_out_of_area"
  case noLegalVisitsThere = "no_legal_visits_there"
  case legalVisitsThere = "legal_visits_there"
  case movedWhileWaiting = "moved_while_waiting"
  case movedBeforeCall = "moved_before_call"
  case consultedFirst = "consulted_first"
  case windowLost = "window_lost"
  case unsignedRefusal = "unsigned_refusal"
  case contradictedRefusal = "contradicted_refusal"
  case signedRefusal = "signed_refusal"
  case signedAfterAsking = "signed_after_asking"
  case signedWithoutAsking = "signed_without_asking"
  case reasonGiven = "reason_given"
  case noReasonGiven = "no_reason_given"
  case notListed = "not_listed"
  case listed
  case mailRead = "mail_read"
  case mailUnread = "mail_unread"
  case banned
  case protectedSpeech = "protected_speech"
  case stoppedForMealOrCount = "stopped_for_meal_or_count"
  case cutShort = "cut_short"
  case answered
  case numberRefused = "number_refused"
  case endedByOther = "ended_by_other"
}

/// A fact that speaks for the facility.
package enum CounterFact: String, Sendable, CaseIterable, Codable {
  case portOfEntry = "port_of_entry"
  case documentedEmergency = "documented_emergency"
  case signedRefusal = "signed_refusal"
  case noIdentification = "no_identification"
  case wrongLocation = "wrong_location"
  /// The locator never shows people under 18.
  case minorNeverListed = "minor_never_listed"
}

package enum CounterEffect: String, Sendable, CaseIterable, Codable { case clears, softens, unproven }

/// A fact that makes a denial weigh more, or that tells how it ended.
package enum Aggravation: String, Sendable, CaseIterable, Codable {
  case languageNeed = "language_need"
  case disability, minor
  /// A court date within 72 hours.
  case courtDeadline = "court_deadline"
  case remediedSameDay = "remedied_same_day"
}
