package import CivilTime

/// One thing that somebody saw or was told of a place itself, apart from any request. It is never changed.
package struct PlaceEvent: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let facilityID: Int32
  package let kind: PlaceEventKind
  package let at: VisitTime
  package let until: Timestamp?
  package let recordedAt: Timestamp
  package let account: Int64
  /// The office of that account; nil for those who have none.
  package let office: Int64?
  /// The name of the account that wrote it.
  package let recordedBy: String
  package let observer: Observer
  package let grade: EvidenceGrade
  /// The event that this one replaces, or takes back.
  package let corrects: Int64?
  package let details: PlaceDetails
  /// The words of a sign or a notice.
  package let note: String?
  package let isSample: Bool

  package init(
    id: Int64, facilityID: Int32, kind: PlaceEventKind, at: VisitTime, until: Timestamp? = nil, recordedAt: Timestamp,
    account: Int64, office: Int64?, recordedBy: String, observer: Observer, grade: EvidenceGrade,
    corrects: Int64? = nil,
    details: PlaceDetails = PlaceDetails(), note: String? = nil, isSample: Bool = false
  ) {
    self.id = id
    self.facilityID = facilityID
    self.kind = kind
    self.at = at
    self.until = until
    self.recordedAt = recordedAt
    self.account = account
    self.office = office
    self.recordedBy = recordedBy
    self.observer = observer
    self.grade = grade
    self.corrects = corrects
    self.details = details
    self.note = note
    self.isSample = isSample
  }
}

/// What can be seen or told of a place.
package enum PlaceEventKind: String, Sendable, CaseIterable {
  /// Legal visits were possible for as long as somebody watched.
  case openObserved = "open_observed"
  case closedObserved = "closed_observed"
  /// A sign or a page names the hours of the day.
  case hoursPosted = "hours_posted"
  case closed, reopened
  /// Counsel was told of a closure.
  case closureNotified = "closure_notified"
  /// Somebody able to know says that counsel had not been told so far.
  case notNotified = "not_notified"
  /// The place says that it has no legal visits at all.
  case policyStated = "policy_stated"
  case emergency
  /// What another event told was not so.
  case takenBack = "taken_back"

  /// Whether it lasts from one time to another.
  package var lasts: Bool { self == .openObserved || self == .closedObserved || self == .hoursPosted }
}

/// What is known of it beside its kind and time. What nobody said is nil.
package struct PlaceDetails: Sendable, Hashable, Codable {
  /// Whether a visit could have started; an open door behind which everybody is refused is not open.
  package var couldStart: Bool?
  /// The observer knows that it was closed for the rest of the day.
  package var closedOtherwise: Bool?
  /// There is proof of the emergency.
  package var documented: Bool?
  /// How far away the cause of a closure was.
  package var miles: Int?

  package init() {}
}

/// A day of a place by its own clock: what is known of its hours, and what the rules say of it.
package struct PlaceDay: Sendable, Equatable {
  package let facilityID: Int32
  package let day: CivilDate
  package let standing: Standing
  /// The fewest and the most minutes that it can have been open for legal visits.
  package let leastMinutes: Int
  package let mostMinutes: Int
  /// Minutes on which accounts differ; they count neither as open nor as closed.
  package let contestedMinutes: Int
  /// What the posted hours come to; nil where none were noted for the day.
  package let postedMinutes: Int?
  /// What the rules on hours say: met, breached, unknown, pending; nil where none binds the place.
  package let outcome: String?
  /// `none`, `grey`, `amber` or `red`: the gravest finding of the day.
  package let severity: String
  package let breaches: Int
  /// How many accounts there are of the day.
  package let events: Int

  package enum Standing: String, Sendable, CaseIterable {
    /// As long as the rules ask; where none asks, that it was seen open.
    case open
    /// Surely less than the rules ask.
    case short
    /// Surely closed the whole day.
    case closed
    case unknown
  }

  package init(
    facilityID: Int32, day: CivilDate, standing: Standing, leastMinutes: Int, mostMinutes: Int, contestedMinutes: Int,
    postedMinutes: Int?, outcome: String?, severity: String, breaches: Int, events: Int
  ) {
    self.facilityID = facilityID
    self.day = day
    self.standing = standing
    self.leastMinutes = leastMinutes
    self.mostMinutes = mostMinutes
    self.contestedMinutes = contestedMinutes
    self.postedMinutes = postedMinutes
    self.outcome = outcome
    self.severity = severity
    self.breaches = breaches
    self.events = events
  }
}
