package import CivilTime
package import Linkage
internal import Postgres
package import Records
internal import Stores

/// An open search, or one that ended of late, as staff see it.
package struct FollowedSearch: Sendable, Identifiable {
  package let id: Int64
  package let request: SearchRequest
  /// The name of the account that opened it; nil when nobody with an account did.
  package let openedBy: String?
  package let openedAt: Timestamp
  package let expiresAt: Timestamp
  package let closedAt: Timestamp?
  /// When it is to be compared with all records again.
  package let dueAt: Timestamp
  /// How many records fit it, and how many of them became news since somebody last looked.
  package let matches: Int
  package let unseen: Int

  package func isOpen(at now: Timestamp) -> Bool { closedAt == nil && expiresAt > now }

  /// When it is deleted, once it has ended.
  package var erasedAt: Timestamp {
    min(expiresAt, closedAt ?? expiresAt).adding(seconds: OpenSearchStore<Database>.grace)
  }

  init(_ search: OpenSearch, matches: Int, unseen: Int) {
    id = search.id
    let facts = search.facts
    request = SearchRequest(
      name: facts.name, births: facts.births, country: facts.country, aNumber: facts.aNumber, sex: facts.sex,
      arrestedOn: facts.arrestedOn, arrestPlace: facts.arrestPlace)
    (openedBy, openedAt, expiresAt) = (search.openedBy, search.openedAt, search.expiresAt)
    (closedAt, dueAt) = (search.closedAt, search.dueAt)
    (self.matches, self.unseen) = (matches, unseen)
  }
}

/// A person who fits a search, or did, with where they were last known to be.
package struct FoundMatch: Sendable {
  package let person: Int64
  package let agreements: [Agreement]
  /// No other record counted.
  package let probability: Double
  package let likelihood: Likelihood
  /// When it was last news.
  package let reportedAt: Timestamp
  /// Whether that was since somebody last looked.
  package let isNews: Bool
  package let gone: MatchEnd?
  package let custody: LastCustody?
  package let isSample: Bool

  init(_ kept: KeptMatch, _ record: FoundRecord?) {
    person = kept.pair.person
    agreements = kept.pair.agreements
    probability = kept.pair.probability
    likelihood = kept.pair.isLikely ? .likely : .possible
    reportedAt = kept.reportedAt ?? kept.foundAt
    isNews = kept.isNews
    gone = kept.gone
    custody = record?.custody.map(LastCustody.init)
    isSample = record?.isSample ?? false
  }
}

/// A search and all that was found for it, the surest first, what no longer holds last.
package struct FoundForSearch: Sendable {
  package let search: FollowedSearch
  package let matches: [FoundMatch]
}
