package import CivilTime
internal import Linkage
package import Postgres
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
  private let database: Database

  /// With the database as `paradero_staff` sees it.
  package init(_ search: SearchService, database: Database) {
    self.search = search
    self.database = database
  }

  /// How many are shown, and how likely the least of them is: more than families see, so that a responder can tell
  /// why somebody was not shown.
  static let most = 10
  static let leastProbability = 0.005

  package func weigh(_ request: SearchRequest, now: Timestamp) async throws -> [WeighedPerson] {
    let ranking = try await search.rank(request, now: now)
    let verdicts = ranking.verdicts.prefix(Self.most).filter { $0.probability >= Self.leastProbability }
    let custody = try await CandidateStore(database).custody(of: verdicts.map(\.assessment.id))
    return verdicts.map { verdict in
      let id = verdict.assessment.id
      return WeighedPerson(
        person: FoundPerson(
          assessment: verdict.assessment,
          likelihood: verdict.probability >= SearchDecision.leastLikely ? .likely : .possible,
          custody: custody.first { $0.personID == id }.map(LastCustody.init),
          isSample: ranking.samples.contains(id)),
        probability: verdict.probability)
    }
  }
}
