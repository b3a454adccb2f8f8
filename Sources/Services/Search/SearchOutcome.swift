package import CivilTime
package import Disclosure
package import Linkage
package import Records

/// What a family's search comes to.
package enum SearchOutcome: Sendable {
  /// One person, of whom the searcher has earned to be told.
  case found(FoundPerson)
  /// Nobody fits, or not enough is known, or a person must decide: one answer for all of them.
  case notFound(NotFoundAdvice)
}

/// How sure a match is, in the two words that staff are shown.
package enum Likelihood: String, Sendable, CaseIterable { case likely, possible }

/// A listed person as a family is told of them: where they were last known to be, and nothing of how it was weighed.
package struct FoundPerson: Sendable {
  /// How what was given stands to the record, in kinds.
  package let told: [ToldFact]
  package let commonness: NameCommonness?
  /// Nil when the records name the person and nothing that happened to them.
  package let custody: LastCustody?
  package let isSample: Bool

  package init(told: [ToldFact], commonness: NameCommonness? = nil, custody: LastCustody?, isSample: Bool) {
    self.told = told
    self.commonness = commonness
    self.custody = custody
    self.isSample = isSample
  }
}

/// What was last told of a person's custody: what, where, when, how fresh, by whom.
package struct LastCustody: Sendable {
  package let status: CustodyStatus
  package let kind: CustodyKind
  package let facility: FacilitySummary?
  /// The place as the source wrote it, where it is no known facility.
  package let placeText: String?
  package let happened: EventTime
  /// The zone of the place, to show the moment in.
  package let zone: Zone?
  package let reportedAt: Timestamp
  package let sourceKind: SourceKind
  /// Reports about this person's custody do not agree with each other.
  package let contradicted: Bool

  package init(
    status: CustodyStatus, kind: CustodyKind, facility: FacilitySummary?, placeText: String? = nil,
    happened: EventTime, zone: Zone? = nil, reportedAt: Timestamp, sourceKind: SourceKind, contradicted: Bool
  ) {
    self.status = status
    self.kind = kind
    self.facility = facility
    self.placeText = placeText
    self.happened = happened
    self.zone = zone
    self.reportedAt = reportedAt
    self.sourceKind = sourceKind
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
  package let sourceKind: SourceKind
  package let newest: Timestamp

  package init(sourceKind: SourceKind, newest: Timestamp) {
    self.sourceKind = sourceKind
    self.newest = newest
  }
}

/// Why a person who is detained may not be found.
package enum NotFoundReason: String, Sendable, CaseIterable {
  /// What was typed could earn no answer, whoever is listed: the page says what would.
  case moreNeeded
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
package protocol PersonSearch: CallJudge {
  func search(_ request: SearchRequest, now: Timestamp) async throws -> SearchOutcome
  /// The same facts asked for once more, as a followed search is: what is wrong in them was counted when they were given.
  func searchAgain(_ request: SearchRequest, now: Timestamp) async throws -> SearchOutcome
}

extension PersonSearch {
  package func searchAgain(_ request: SearchRequest, now: Timestamp) async throws -> SearchOutcome {
    try await search(request, now: now)
  }

  package func callNeed(_ request: SearchRequest, now: Timestamp) async throws -> CallNeed { CallNeed(.asked) }
}

/// Says why a family is called about a search, and whether two responders have to agree before anything is told.
package protocol CallJudge: Sendable {
  func callNeed(_ request: SearchRequest, now: Timestamp) async throws -> CallNeed
}

/// Says whether a followed search may be told of somebody.
package protocol NewsJudge: Sendable {
  /// - Parameter spends: whether wrong facts count as guesses: not where the same facts are weighed again.
  func mayTell(_ request: SearchRequest, of person: Int64, spends: Bool, now: Timestamp) async throws -> Bool
}
