package import CivilTime
package import Postgres

/// Findings that people decided about, for monitors and for reports at the command line.
package struct IncidentStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  package func reviewed(_ query: FigureQuery) async throws(PostgresError) -> [ReviewedIncident] {
    var incidents: [ReviewedIncident] = []
    let numbers = session.numbers
    let rows = try await session.rows(
      """
      select * from paradero.reviewed_incidents(\(query.asOf), \(query.from), \(query.until), \(query.place)::text)
      """)
    for row in rows {
      incidents.append(
        ReviewedIncident(
          incident: try row["incident", as: Int64.self], placeCode: try row["place_code", as: String.self],
          placeName: try row["place_name", as: String.self], attorney: try row["attorney", as: Int32?.self],
          day: try row["day", as: CivilDate.self], rule: try row["rule", as: String.self],
          authority: try row["authority", as: String.self], severity: try row["severity", as: String.self],
          grade: try row["grade", as: String?.self], pattern: try row["pattern", as: String?.self],
          state: try row["state", as: String.self],
          decidedOn: try row["decided_on", as: CivilDate.self], reviewers: Int(try row["reviewers", as: Int64.self]),
          words: try row["words", as: [String].self],
          names: try row["names", as: [String].self].map(numbers.opened),
          births: try row["births", as: [String].self]))
    }
    return incidents
  }
}

/// A finding that people decided about, before anything was taken out of it.
package struct ReviewedIncident: Sendable {
  /// The same for all findings of one visit to a door.
  package let incident: Int64
  package let placeCode: String
  package let placeName: String
  package let attorney: Int32?
  package let day: CivilDate
  package let rule: String
  package let authority: String
  package let severity: String
  package let grade: String?
  package let pattern: String?
  package let state: String
  package let decidedOn: CivilDate
  package let reviewers: Int
  /// As somebody noted them.
  package let words: [String]
  /// Whatever names somebody, to be taken out of the words.
  package let names: [String]
  package let births: [String]
}
