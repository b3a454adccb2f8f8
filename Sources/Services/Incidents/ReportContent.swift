package import Stores

/// What a printed report holds: the same question asked in four groupings, and every reviewed incident.
package struct ReportContent: Sendable {
  package let query: FigureQuery
  package let places: FigureReport
  package let weeks: FigureReport
  package let rules: FigureReport
  package let authorities: FigureReport
  package let incidents: [RedactedIncident]

  /// - Parameter count: asks for one grouping.
  package init(
    _ query: FigureQuery, incidents: [RedactedIncident], count: (FigureQuery) async throws -> FigureReport
  ) async throws {
    func grouped(_ grouping: FigureQuery.Grouping) async throws -> FigureReport {
      var grouped = query
      grouped.grouping = grouping
      return try await count(grouped)
    }
    self.query = query
    self.incidents = incidents
    places = try await grouped(.place)
    weeks = try await grouped(.week)
    rules = try await grouped(.rule)
    authorities = try await grouped(.authority)
  }
}
