package import CivilTime

/// The same search as families', for somebody who may see how it was weighed.
package struct StaffSearch: Sendable {
  private let search: any PersonSearch

  /// With a search that answers staff, also where it does not answer strangers.
  package init(_ search: any PersonSearch) { self.search = search }

  package func search(_ request: SearchRequest, by staff: Staff, now: Timestamp) async throws -> SearchOutcome {
    try staff.require(.searchWithWeights)
    return try await search.search(request, now: now)
  }
}
