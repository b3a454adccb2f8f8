/// What is known of an event beside its kind and time. What nobody said is nil: neither yes nor no.
package struct Details: Hashable, Sendable, Decodable {
  // Answers and refusals
  package var because: RefusalReason?
  package var written: Bool?
  package var reasonGiven: Bool?
  package var role: Role?
  /// What was demanded, given, signed or listened to.
  package var what: Thing?
  package var ask: Ask?
  // Rooms
  package var doorOpen: Bool?
  package var officerWithinHearing: Bool?
  package var contact: Bool?
  package var documentsPass: Bool?
  // Calls
  package var costCents: Int?
  package var monitored: Bool?
  package var recorded: Bool?
  package var screened: Bool?
  package var endedBy: Party?
  package var barListed: Bool?
  // Moves
  package var legalVisitsThere: Bool?
  package var outOfState: Bool?
  package var outOfArea: Bool?
  // Proof
  package var signed: Bool?
  package var contradicted: Bool?
  package var published: Bool?
  package var documented: Bool?
  package var protectedSpeech: Bool?
  package var answered: Bool?
  package var found: Bool?
  package var read: Bool?
  package var warrant: Bool?
  // Hours
  package var couldStart: Bool?
  package var closedOtherwise: Bool?
  package var modality: Modality?
  // Numbers
  package var minutes: Int?
  package var miles: Int?

  package init() {}
}

package enum Role: String, Sendable, CaseIterable, Codable {
  case attorney
  case accreditedRepresentative = "accredited_representative"
  case legalAssistant = "legal_assistant"
  case lawStudent = "law_student"
  case interpreter, messenger
}

/// What ties the requester to the person.
package enum Relationship: String, Sendable, CaseIterable, Codable {
  case retained, prospective
  /// A consultation in expedited removal.
  case expeditedRemoval = "expedited_removal"
  case other
}

/// Why somebody was turned away, as it was said.
package enum RefusalReason: String, Sendable, CaseIterable, Codable {
  case none
  case noLegalVisits = "no_legal_visits"
  case closed, prospective
  /// The requester's role: an assistant, a student, an interpreter.
  case role
  case noG28 = "no_g28"
  case identifier
  case identification, security, emergency
  case clientDeclined = "client_declined"
  case clientGone = "client_gone"
  /// A partition, or no contact visits.
  case noContact = "no_contact"
  case noRoom = "no_room"
  case notScheduled = "not_scheduled"
  case meal, count
  case timeLimit = "time_limit"
  case other
}

/// A thing that can be demanded of a visitor, given to a person, or put before them to sign.
package enum Thing: String, Sendable, CaseIterable, Codable {
  case g28
  case aNumber = "a_number"
  case otherIdentifier = "other_identifier"
  case rightsNotice = "rights_notice"
  case providerList = "provider_list"
  case interpreter, papers
}

/// What was asked for.
package enum Ask: String, Sendable, CaseIterable, Codable { case visit, call }

package enum Party: String, Sendable, CaseIterable, Codable { case facility, visitor, client }

package enum Modality: String, Sendable, CaseIterable, Codable { case inPerson = "in_person", video, call }
