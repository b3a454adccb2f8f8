package import CivilTime

/// What can happen to a person in custody, as sources tell it.
package enum CustodyKind: String, Sendable, CaseIterable {
  case arrest
  case bookIn = "book_in"
  /// Seen or called by someone there, or named by a roster of the place.
  case sighting
  case transfer, hospital, court, release, removal, departure, death
  /// The event that this one corrects did not happen.
  case retraction
}

/// When something happened, as exactly as the source knew.
package enum EventTime: Sendable, Hashable {
  case minute(Timestamp)
  /// A day by the facility's clock.
  case day(CivilDate)
  /// Any day of the month.
  case month(year: Int, month: Int)
  case unknown
}

/// One assertion about a person, with what told it. It is never changed; a correction is another event.
package struct CustodyEvent: Sendable, Equatable {
  package let personID: Int64
  package let batchID: Int64
  package let kind: CustodyKind
  package let time: EventTime
  /// Where it happened; of a transfer, where to.
  package let facilityID: Int32?
  /// Of a transfer, where from.
  package let fromFacilityID: Int32?
  /// Where, as the source wrote it.
  package let placeText: String?
  package let reportedAt: Timestamp
  package let corrects: Int64?

  package init(
    personID: Int64, batchID: Int64, kind: CustodyKind, time: EventTime, facilityID: Int32? = nil,
    fromFacilityID: Int32? = nil, placeText: String? = nil, reportedAt: Timestamp, corrects: Int64? = nil
  ) {
    self.personID = personID
    self.batchID = batchID
    self.kind = kind
    self.time = time
    self.facilityID = facilityID
    self.fromFacilityID = fromFacilityID
    self.placeText = placeText
    self.reportedAt = reportedAt
    self.corrects = corrects
  }
}

/// What the latest event makes of a person's custody.
package enum CustodyStatus: String, Sendable, CaseIterable {
  case inCustody = "in_custody"
  /// Left a facility for another that is not known.
  case moved
  case hospital, released, removed, departed, died
}

/// Where a person was last known to be, derived from all that was told of them.
package struct CurrentCustody: Sendable, Equatable {
  package let personID: Int64
  package let eventID: Int64
  package let kind: CustodyKind
  package let status: CustodyStatus
  package let facilityID: Int32?
  /// The latest facility that any event named, where the latest event names none.
  package let lastFacilityID: Int32?
  package let placeText: String?
  package let time: EventTime
  /// The zone that the event's day and hour are told in.
  package let zone: Zone?
  package let reportedAt: Timestamp
  /// The newest report of any event of this person.
  package let newestReportAt: Timestamp
  package let sourceKind: SourceKind
  /// 1, the best, to 5.
  package let trust: Int
  package let sourceIsPublic: Bool
  package let isSample: Bool
  /// What was told since the last arrest, book-in or end does not fit together.
  package let isContradicted: Bool

  package init(
    personID: Int64, eventID: Int64, kind: CustodyKind, status: CustodyStatus, facilityID: Int32?,
    lastFacilityID: Int32?, placeText: String?, time: EventTime, zone: Zone?, reportedAt: Timestamp,
    newestReportAt: Timestamp, sourceKind: SourceKind, trust: Int, sourceIsPublic: Bool, isSample: Bool,
    isContradicted: Bool
  ) {
    self.personID = personID
    self.eventID = eventID
    self.kind = kind
    self.status = status
    self.facilityID = facilityID
    self.lastFacilityID = lastFacilityID
    self.placeText = placeText
    self.time = time
    self.zone = zone
    self.reportedAt = reportedAt
    self.newestReportAt = newestReportAt
    self.sourceKind = sourceKind
    self.trust = trust
    self.sourceIsPublic = sourceIsPublic
    self.isSample = isSample
    self.isContradicted = isContradicted
  }
}
