package import CivilTime
package import Disclosure
package import Linkage
package import Postgres
internal import Records
internal import Stores

/// A search that says how every candidate was weighed.
package protocol WeighingSearch: Sendable {
  /// Best first.
  func weigh(_ request: SearchRequest, now: Timestamp) async throws -> [WeighedPerson]
}

/// A candidate, how it was weighed, how likely it is once all others are counted, and why it is not told of by itself.
package struct WeighedPerson: Sendable {
  package let assessment: Assessment
  package let likelihood: Likelihood
  /// Between 0 and 1.
  package let probability: Double
  /// Nil when the records name the person and nothing that happened to them.
  package let custody: LastCustody?
  package let isSample: Bool
  package let hindrances: Set<Hindrance>
  /// Guesses at this person are spent: automatic answers have stopped for a day.
  package let isStopped: Bool

  package init(
    assessment: Assessment, likelihood: Likelihood, probability: Double, custody: LastCustody?, isSample: Bool,
    hindrances: Set<Hindrance> = [], isStopped: Bool = false
  ) {
    self.assessment = assessment
    self.likelihood = likelihood
    self.probability = probability
    self.custody = custody
    self.isSample = isSample
    self.hindrances = hindrances
    self.isStopped = isStopped
  }
}

/// The families' search with all its weights, for somebody who may see them.
package struct StaffSearch: Sendable {
  private let search: any WeighingSearch
  private let database: Database?

  /// - Parameter log: the database as `paradero_staff` sees it, where each look is written down; nil for nowhere.
  package init(_ search: any WeighingSearch, log database: Database?) {
    self.search = search
    self.database = database
  }

  /// Each person who is shown leaves an entry in the audit log: who looked, and at whom.
  package func search(_ request: SearchRequest, by staff: Staff, now: Timestamp) async throws -> [WeighedPerson] {
    try staff.require(.searchWithWeights)
    let people = try await search.weigh(request, now: now)
    guard let database, !people.isEmpty else { return people }
    try await database.transaction(actor: staff.actor) { transaction in
      for person in people {
        try await AuditStore(transaction).append(
          AuditEntry(
            actor: .account(staff.account.id), verb: .personDisclosed, object: .person(person.assessment.id),
            purpose: "staff search", facts: person.assessment.agreements.map(\.fact.rawValue)),
          now: now)
      }
    }
    return people
  }
}

/// Weighs as families' searches do, and answers in every installation: only staff reach it.
package struct CandidateWeighing: WeighingSearch {
  private let people: PeopleSearch

  /// With the database as `paradero_staff` sees it.
  package init(_ people: PeopleSearch) { self.people = people }

  /// How many are shown, and how likely the least of them is: more than families see, so that a responder can tell
  /// why somebody was not shown.
  static let most = 10
  static let leastProbability = 0.005

  package func weigh(_ request: SearchRequest, now: Timestamp) async throws -> [WeighedPerson] {
    let ranked = try await people.rank(request, now: now)
    let verdicts = ranked.prefix(Self.most).filter { $0.probability >= Self.leastProbability }
    return try await weighed(
      verdicts.map { ($0, $0.probability >= SearchDecision.leastLikely ? .likely : .possible) }, now: now)
  }

  /// Those of the people who may be spoken of to staff.
  private func weighed(
    _ verdicts: [(Verdict, Likelihood)], now: Timestamp
  ) async throws -> [WeighedPerson] {
    let ids = verdicts.map(\.0.assessment.id)
    let found = try await people.found(ids, now: now)
    let standing = try await people.standing(of: ids, now: now)
    return verdicts.compactMap { verdict, likelihood in
      found[verdict.assessment.id].map { record in
        WeighedPerson(
          assessment: verdict.assessment, likelihood: likelihood, probability: verdict.probability,
          custody: record.custody.map(LastCustody.init), isSample: record.isSample,
          hindrances: standing[record.person]?.hindrances ?? [],
          isStopped: standing[record.person]?.isStopped ?? false)
      }
    }
  }

  /// What a search comes to for somebody at the machine: those who may be meant, or what to do next.
  package func outcome(of request: SearchRequest, now: Timestamp) async throws -> WeighedOutcome {
    let ranked = try await people.rank(request, now: now)
    let choice = SearchDecision.decide(ranked)
    if case .show(let shown) = choice {
      let people = try await weighed(shown.map { ($0.verdict, $0.likelihood) }, now: now)
      if !people.isEmpty { return .found(people) }
    }
    return .notFound(try await people.advice(request, now: now), isSeveral: choice == .severalAlike)
  }
}

/// What a search comes to, with all its weights.
package enum WeighedOutcome: Sendable {
  case found([WeighedPerson])
  /// - isSeveral: several fit alike, and another fact would tell them apart.
  case notFound(NotFoundAdvice, isSeveral: Bool)
}
