package import CivilTime
package import Disclosure
package import Linkage
package import Postgres
internal import Stores

/// Whether a followed search may be told of a match: exactly when its facts, typed into the search now, would be answered
/// with that person. Following is no way around what must be earned.
package struct FollowingDisclosure: NewsJudge, CallJudge {
  private let people: PeopleSearch
  private let database: Database
  private let disclosure: DisclosureService

  /// With the database as `paradero_staff` sees it, as followers do.
  package init(_ records: RecordIndex, database: Database, policy: DisclosurePolicy = .standard) {
    people = PeopleSearch(records, database: database)
    self.database = database
    disclosure = DisclosureService(database, policy: policy)
  }

  /// - Parameters:
  ///   - person: whom the search was matched with.
  ///   - spends: whether wrong facts count as guesses at people: yes when the family gave or added facts since it was
  ///     last asked, no when the same facts are weighed again.
  package func mayTell(
    _ request: SearchRequest, of person: Int64, spends: Bool, now: Timestamp
  ) async throws -> Bool {
    let verdicts = try await people.rank(request, now: now)
    guard case .tell(let grant) = try await disclosure.judge(verdicts, request, spends: spends, now: now) else {
      return false
    }
    let shown = try await ShownPersonStore(database).shownAs([person, grant.person])
    return (shown[person] ?? person) == (shown[grant.person] ?? grant.person)
  }

  package func callNeed(_ request: SearchRequest, now: Timestamp) async throws -> CallNeed {
    try await disclosure.callNeed(try await people.rank(request, now: now), request, now: now)
  }
}
