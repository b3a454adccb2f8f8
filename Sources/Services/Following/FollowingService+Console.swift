package import CivilTime
internal import Linkage
package import Postgres
internal import Stores

/// Open searches at the command line, where the operating system has said who may.
package struct ConsoleFollowing: Sendable {
  private let database: Database

  package init(_ database: Database) { self.database = database }

  package func all(now: Timestamp) async throws -> [FollowedSearch] {
    try await OpenSearchStore(database).overview(limit: 100_000, now: now).map {
      FollowedSearch($0.search, matches: $0.matches, unseen: $0.unseen)
    }
  }
}

/// Pairs that wait for a decision at the command line, by number.
package struct ConsoleDuplicates: Sendable {
  private let database: Database

  package init(_ database: Database) { self.database = database }

  package struct Pair: Sendable {
    package let first: Int64
    package let second: Int64
    package let probability: Double
    /// The kinds of facts and how each agrees.
    package let facts: [String]
  }

  package func open(limit: Int) async throws -> [Pair] {
    try await DuplicateStore(database).open(limit: limit).map { proposal in
      Pair(
        first: proposal.personA, second: proposal.personB, probability: proposal.probability,
        facts: proposal.agreements.map { "\($0.fact.rawValue) \($0.level.rawValue)" })
    }
  }
}
