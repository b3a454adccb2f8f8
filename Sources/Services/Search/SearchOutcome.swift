package import CivilTime
package import Linkage

/// What a search comes to.
package enum SearchOutcome: Sendable {
  /// One to three people, best first.
  case found([FoundPerson])
  case notFound(NotFoundAdvice)
  /// An installation for real records says nothing until disclosure decides what a searcher has earned.
  case notAnswering
}

/// How sure the match is, in the two words that people are shown.
package enum Likelihood: String, Sendable, CaseIterable { case likely, possible }

/// A listed person who may be the one looked for, and what the records last said of them.
package struct FoundPerson: Sendable {
  package let assessment: Assessment
  package let likelihood: Likelihood
  package let facility: FacilitySummary?
  /// The place as the source wrote it, where it is no known facility.
  package let placeText: String?
  package let custody: CustodyState
  package let happened: HappenedAt
  package let reportedAt: Timestamp?
  /// `source.kind` of the newest report.
  package let sourceKind: String
  package let isSample: Bool
  /// Reports about this person's custody do not agree with each other.
  package let contradicted: Bool

  package init(
    assessment: Assessment, likelihood: Likelihood, facility: FacilitySummary?, placeText: String? = nil,
    custody: CustodyState, happened: HappenedAt, reportedAt: Timestamp?, sourceKind: String, isSample: Bool,
    contradicted: Bool
  ) {
    self.assessment = assessment
    self.likelihood = likelihood
    self.facility = facility
    self.placeText = placeText
    self.custody = custody
    self.happened = happened
    self.reportedAt = reportedAt
    self.sourceKind = sourceKind
    self.isSample = isSample
    self.contradicted = contradicted
  }
}

/// Enough of a facility for a line on a page and a link to its own.
package struct FacilitySummary: Sendable, Equatable {
  package let code: String
  package let name: String
  package let city: String?
  package let state: String?

  package init(code: String, name: String, city: String?, state: String?) {
    self.code = code
    self.name = name
    self.city = city
    self.state = state
  }
}

/// What the newest report says a person's custody is.
package enum CustodyState: String, Sendable, CaseIterable {
  /// Arrested, and no place is known yet.
  case arrested
  case inCustody, transferred, hospital, court, released, removed, departed, died, unknown
}

/// When something happened, as exactly as the source knew.
package struct HappenedAt: Sendable, Equatable {
  package enum Precision: String, Sendable { case minute, day, month, unknown }
  package let day: CivilDate?
  /// Known only with the precision of a minute.
  package let moment: Timestamp?
  package let precision: Precision
  /// The zone of the place, to show the moment in.
  package let zone: Zone?

  package init(day: CivilDate?, moment: Timestamp? = nil, precision: Precision, zone: Zone? = nil) {
    self.day = day
    self.moment = moment
    self.precision = precision
    self.zone = zone
  }
}

/// What to do next when nobody was found: the page that most people see.
package struct NotFoundAdvice: Sendable, Equatable {
  /// The newest report in all the records. Nil when there are none.
  package let dataAsOf: Timestamp?
  /// The newest report of each kind of source, the freshest first.
  package let freshness: [SourceFreshness]
  /// Why it may be so, the likeliest for this search first.
  package let reasons: [NotFoundReason]
  /// What to type into the official locator, made only from what was typed here; best first, at most twelve.
  package let locatorSpellings: [LocatorSpelling]
  /// The next moments at which looking again makes sense, soonest first.
  package let lookAgain: [Timestamp]

  package init(
    dataAsOf: Timestamp?, freshness: [SourceFreshness], reasons: [NotFoundReason],
    locatorSpellings: [LocatorSpelling], lookAgain: [Timestamp]
  ) {
    self.dataAsOf = dataAsOf
    self.freshness = freshness
    self.reasons = reasons
    self.locatorSpellings = locatorSpellings
    self.lookAgain = lookAgain
  }
}

package struct SourceFreshness: Sendable, Equatable {
  /// `source.kind`: roster, hotline, official and so on.
  package let sourceKind: String
  package let newest: Timestamp

  package init(sourceKind: String, newest: Timestamp) {
    self.sourceKind = sourceKind
    self.newest = newest
  }
}

/// Why a person who is detained may not be found.
package enum NotFoundReason: String, Sendable, CaseIterable {
  /// Arrested within the last two days: still being booked in, or held by CBP for less than 48 hours.
  case freshArrest
  /// Nobody under 18 is ever shown here or in the official locator.
  case minor
  /// The name may be written otherwise in the records.
  case nameWrittenOtherwise
  /// Between two places, or in a hospital or a court.
  case transfer
  /// Held by a county, the US Marshals, the Bureau of Prisons or CBP, not by ICE.
  case otherCustody
  /// Several people fit what was typed: another fact would tell them apart.
  case severalAlike
  /// Released, removed, or left, and no longer listed.
  case noLongerHeld
  /// The records here are old.
  case oldRecords
}

/// A first and a last name to type into the official locator, exactly so.
package struct LocatorSpelling: Sendable, Equatable, Hashable {
  package let first: String
  package let last: String

  package init(first: String, last: String) {
    self.first = first
    self.last = last
  }
}

/// A search for a person, whatever stands behind it.
package protocol PersonSearch: Sendable {
  func search(_ request: SearchRequest, now: Timestamp) async throws -> SearchOutcome
}
