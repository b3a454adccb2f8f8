package import CivilTime

/// An attorney's wish to see somebody at a facility, as it was filed. It is never changed: what happens to it is events.
package struct VisitRequest: Sendable, Equatable, Identifiable {
  package let id: Int64
  /// What letters and replies name it by: `PV-7K3M9Q`.
  package let reference: String
  package let facilityID: Int32
  /// The office whose people see it; nil where its maker has none and sees it alone.
  package let officeID: Int64?
  package let accountID: Int64
  package let client: VisitClient
  package let ask: VisitAsk
  /// A visit that began at the door, without a request before it.
  package let beganAtDoor: Bool
  /// Shared by the requests of one incident: one lawyer, several clients, one door.
  package let incident: String?
  package let createdAt: Timestamp

  package init(
    id: Int64, reference: String, facilityID: Int32, officeID: Int64?, accountID: Int64, client: VisitClient,
    ask: VisitAsk, beganAtDoor: Bool, incident: String?, createdAt: Timestamp
  ) {
    self.id = id
    self.reference = reference
    self.facilityID = facilityID
    self.officeID = officeID
    self.accountID = accountID
    self.client = client
    self.ask = ask
    self.beganAtDoor = beganAtDoor
    self.incident = incident
    self.createdAt = createdAt
  }
}

/// Whom the visit is for: a record here, or somebody described as they are known.
package struct VisitClient: Sendable, Equatable {
  package var personID: Int64?
  package var name: String
  /// Nine digits.
  package var aNumber: String?
  package var birth: String?
  /// Two capital letters.
  package var country: String?

  package init(
    personID: Int64? = nil, name: String, aNumber: String? = nil, birth: String? = nil, country: String? = nil
  ) {
    self.personID = personID
    self.name = name
    self.aNumber = aNumber
    self.birth = birth
    self.country = country
  }
}

/// Who asks for what.
package struct VisitAsk: Sendable, Equatable {
  package var role: AskerRole
  /// The name that stands under the letter; nobody's business but the facility's.
  package var askerName: String?
  /// Of an assistant, a student or an interpreter: the attorney they work under.
  package var supervisor: String?
  /// Who else comes along, in the asker's words.
  package var companions: String?
  package var people: Int
  package var tie: ClientTie
  package var g28: G28Status
  package var mode: VisitMode
  /// At most three, in the order of preference.
  package var windows: [VisitWindow]
  package var minutes: Int?
  package var languages: String?
  package var accommodation: String?
  package var urgency: VisitUrgency
  package var urgentAt: Timestamp?

  package init(
    role: AskerRole = .attorney, askerName: String? = nil, supervisor: String? = nil, companions: String? = nil,
    people: Int = 1, tie: ClientTie, g28: G28Status = .none, mode: VisitMode = .contact, windows: [VisitWindow] = [],
    minutes: Int? = nil, languages: String? = nil, accommodation: String? = nil, urgency: VisitUrgency = .none,
    urgentAt: Timestamp? = nil
  ) {
    self.role = role
    self.askerName = askerName
    self.supervisor = supervisor
    self.companions = companions
    self.people = people
    self.tie = tie
    self.g28 = g28
    self.mode = mode
    self.windows = windows
    self.minutes = minutes
    self.languages = languages
    self.accommodation = accommodation
    self.urgency = urgency
    self.urgentAt = urgentAt
  }
}

/// A time that would suit, from one moment to another.
package struct VisitWindow: Sendable, Hashable {
  package let opens: Timestamp
  package let closes: Timestamp

  /// Nil unless it closes after it opens, within a day.
  package init?(opens: Timestamp, closes: Timestamp) {
    guard closes > opens, closes.seconds(since: opens) <= 86_400 else { return nil }
    self.opens = opens
    self.closes = closes
  }
}

/// What somebody is who asks to see a person.
package enum AskerRole: String, Sendable, CaseIterable {
  case attorney
  case accreditedRepresentative = "accredited_representative"
  case legalAssistant = "legal_assistant"
  case lawStudent = "law_student"
  case interpreter

  /// Whether they act under an attorney who is named.
  package var needsSupervisor: Bool { self == .legalAssistant || self == .lawStudent || self == .interpreter }
}

/// What ties the asker to the person.
package enum ClientTie: String, Sendable, CaseIterable {
  case retained, prospective
  /// A consultation in expedited removal, for which anyone of the person's choice may come.
  case expeditedRemoval = "expedited_removal"
  case other
}

/// How far the notice of appearance is. A first meeting needs none.
package enum G28Status: String, Sendable, CaseIterable { case none, unsigned, signed, filed }

package enum VisitMode: String, Sendable, CaseIterable {
  case contact
  case noContact = "no_contact"
  case video, call, documents
}

package enum VisitUrgency: String, Sendable, CaseIterable { case none, hearing, interview, removal, medical }

/// An office: the people of one see each other's requests, and nobody else's.
package struct Office: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let name: String
  package let isSample: Bool

  package init(id: Int64, name: String, isSample: Bool) {
    self.id = id
    self.name = name
    self.isSample = isSample
  }
}
