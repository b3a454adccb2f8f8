package import CivilTime

/// One thing that happened to a request, as somebody told it. It is never changed: a correction is another event.
package struct VisitEvent: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let requestID: Int64
  package let kind: VisitEventKind
  package let at: VisitTime
  package let until: Timestamp?
  /// When it was written here; a late entry keeps both times.
  package let recordedAt: Timestamp
  /// The name of the account that wrote it.
  package let recordedBy: String
  package let observer: Observer
  package let channel: VisitChannel?
  package let grade: EvidenceGrade
  /// The event that this one replaces, or takes back.
  package let corrects: Int64?
  /// The last event that its writer had before them: two who wrote at once did not see each other.
  package let seen: Int64?
  package let details: VisitDetails
  /// Words that were said, a name, a badge: never what lawyer and client spoke of.
  package let note: String?
  package let incident: String?

  package init(
    id: Int64, requestID: Int64, kind: VisitEventKind, at: VisitTime, until: Timestamp? = nil, recordedAt: Timestamp,
    recordedBy: String, observer: Observer, channel: VisitChannel? = nil, grade: EvidenceGrade, corrects: Int64? = nil,
    seen: Int64? = nil, details: VisitDetails = VisitDetails(), note: String? = nil, incident: String? = nil
  ) {
    self.id = id
    self.requestID = requestID
    self.kind = kind
    self.at = at
    self.until = until
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
    self.observer = observer
    self.channel = channel
    self.grade = grade
    self.corrects = corrects
    self.seen = seen
    self.details = details
    self.note = note
    self.incident = incident
  }

  /// Written down more than a quarter of an hour after it happened.
  package var isLate: Bool { recordedAt.seconds(since: at.moment) > 900 }
}

/// When something happened, and how exactly that is known.
package struct VisitTime: Sendable, Hashable {
  package let moment: Timestamp
  package let precision: Precision

  package enum Precision: String, Sendable, CaseIterable {
    case minute
    /// Within a quarter of an hour before or after.
    case quarter
    /// Within an hour before or after.
    case hour
    /// Some time of the day, by the facility's clock.
    case day
  }

  package init(_ moment: Timestamp, _ precision: Precision = .minute) {
    self.moment = moment
    self.precision = precision
  }

  /// The earliest and the latest moment at which it can have been.
  package func span(in zone: Zone) -> (earliest: Timestamp, latest: Timestamp) {
    switch precision {
    case .minute: return (moment, moment)
    case .quarter: return (moment.adding(seconds: -900), moment.adding(seconds: 900))
    case .hour: return (moment.adding(seconds: -3600), moment.adding(seconds: 3600))
    case .day:
      let day = zone.local(moment).day
      let start = zone.moments(of: LocalTime(day: day, minuteOfDay: 0)).first
      let end = day.adding(days: 1).flatMap { zone.moments(of: LocalTime(day: $0, minuteOfDay: 0)).first }
      return (start ?? moment, end?.adding(seconds: -1) ?? moment)
    }
  }
}

/// Who saw it, or told it: a name, and what they are to the matter.
package struct Observer: Sendable, Hashable {
  package enum Standing: String, Sendable, CaseIterable {
    case requester
    case plaintiffsCounsel = "plaintiffs_counsel"
    case detained, family, official, observer
  }

  package let name: String
  package let standing: Standing
  /// The writer saw or heard it; else somebody told them.
  package let isFirstHand: Bool

  package init(name: String, standing: Standing, isFirstHand: Bool) {
    self.name = name
    self.standing = standing
    self.isFirstHand = isFirstHand
  }
}

package enum VisitChannel: String, Sendable, CaseIterable {
  case inPerson = "in_person"
  case phone, email, fax
  case webForm = "web_form"
  case eFile = "ero_efile"
  case videoPortal = "video_portal"
  case mail
}

/// How strong the evidence is, as declarations need it.
package enum EvidenceGrade: String, Sendable, CaseIterable {
  /// An official record, photo or e-mail of the time.
  case a = "A"
  /// A signed declaration at first hand.
  case b = "B"
  /// At first hand, unsigned.
  case c = "C"
  /// At second hand.
  case d = "D"
}

/// What can happen to a request.
package enum VisitEventKind: String, Sendable, CaseIterable {
  // The request and its answer
  case submitted, delivered, acknowledged
  case moreInfo = "more_info"
  case scheduled
  case walkInApproved = "walk_in_approved"
  case denied
  /// Somebody able to know says that no answer has come so far.
  case noAnswer = "no_answer"
  case withdrawn
  // At the door
  case arrived
  case letIn = "let_in"
  case refused, left, completed
  case cutShort = "cut_short"
  case closed
  case clientDeclined = "client_declined"
  case clientMoved = "moved"
  // What was seen or asked for there
  case roomObserved = "room_observed"
  case demanded, attempted
  case entryRuleFailed = "entry_rule_failed"
  case wrongLocation = "wrong_location"
  case emergency
  case g28Filed = "g28_filed"
  case note
  // After a denial
  case escalated, remedied, sustained
  case referred = "referred_to_counsel"
  case reviewed
  /// What another event told did not happen so.
  case takenBack = "taken_back"
}

/// What is known of an event beside its kind and time. What nobody said is nil: neither yes nor no.
package struct VisitDetails: Sendable, Hashable, Codable {
  package var because: TurnedAwayBecause?
  /// It was said in writing, or asked in writing.
  package var written: Bool?
  package var demanded: DemandedThing?
  package var doorOpen: Bool?
  package var officerWithinHearing: Bool?
  package var contact: Bool?
  package var documentsPass: Bool?
  /// The person's own signed refusal was shown.
  package var signed: Bool?
  /// There is proof of the emergency.
  package var documented: Bool?
  /// Somebody picked up, or wrote back.
  package var answered: Bool?
  /// Of an agreed slot, in microseconds since 1970.
  package var slotOpens: Int64?
  package var slotCloses: Int64?
  package var verdict: ReviewVerdict?
  /// The file that a note of a mail's coming is about.
  package var evidence: Int64?

  package init() {}

  package var isEmpty: Bool { self == VisitDetails() }
  package var slot: VisitWindow? {
    guard let slotOpens, let slotCloses else { return nil }
    return VisitWindow(opens: Timestamp(microseconds: slotOpens), closes: Timestamp(microseconds: slotCloses))
  }
}

package enum ReviewVerdict: String, Sendable, CaseIterable, Codable {
  case upheld
  case notUpheld = "not_upheld"
  case unclear
}

/// Why somebody was turned away, as it was said.
package enum TurnedAwayBecause: String, Sendable, CaseIterable, Codable {
  case noLegalVisits = "no_legal_visits"
  case closed
  case noRoom = "no_room"
  case notScheduled = "not_scheduled"
  case prospective
  case noG28 = "no_g28"
  case identifier, role, identification
  case noContact = "no_contact"
  case clientDeclined = "client_declined"
  case clientGone = "client_gone"
  case count, meal
  case timeLimit = "time_limit"
  case security, emergency
  /// No reason was given.
  case none
  case other
}

package enum DemandedThing: String, Sendable, CaseIterable, Codable {
  case g28
  case aNumber = "a_number"
  case otherIdentifier = "other_identifier"
}
