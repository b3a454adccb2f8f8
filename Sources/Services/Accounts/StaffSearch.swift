package import CivilTime
package import Linkage
internal import Stores

/// A search that says how every candidate was weighed.
package protocol WeighingSearch: Sendable {
  /// Best first.
  func weigh(_ request: SearchRequest, now: Timestamp) async throws -> [WeighedPerson]
}

/// A candidate, how it was weighed, and how likely it is once all others are counted.
package struct WeighedPerson: Sendable {
  package let person: FoundPerson
  /// Between 0 and 1.
  package let probability: Double

  package init(person: FoundPerson, probability: Double) {
    self.person = person
    self.probability = probability
  }
}

/// The families' search with all its weights, for somebody who may see them.
package struct StaffSearch: Sendable {
  private let search: any WeighingSearch

  package init(_ search: any WeighingSearch) { self.search = search }

  package func search(_ request: SearchRequest, by staff: Staff, now: Timestamp) async throws -> [WeighedPerson] {
    try staff.require(.searchWithWeights)
    return try await search.weigh(request, now: now)
  }
}

/// Weighs as families' searches do, and answers in every installation: only staff reach it.
package struct CandidateWeighing: WeighingSearch {
  private let search: SearchService

  /// With the database as `paradero_staff` sees it.
  package init(_ search: SearchService) { self.search = search }

  /// How many are shown, and how likely the least of them is: more than families see, so that a responder can tell
  /// why somebody was not shown.
  static let most = 10
  static let leastProbability = 0.005

  package func weigh(_ request: SearchRequest, now: Timestamp) async throws -> [WeighedPerson] {
    let ranked = try await search.rank(request, now: now)
    let verdicts = ranked.prefix(Self.most).filter { $0.probability >= Self.leastProbability }
    let found = try await search.found(verdicts.map(\.assessment.id), now: now)
    return verdicts.compactMap { verdict in
      found[verdict.assessment.id].map { record in
        WeighedPerson(
          person: FoundPerson(
            assessment: verdict.assessment,
            likelihood: verdict.probability >= SearchDecision.leastLikely ? .likely : .possible,
            custody: record.custody.map(LastCustody.init), isSample: record.isSample),
          probability: verdict.probability)
      }
    }
  }
}
