package import CivilTime
package import Postgres

/// A kind of record that is erased when its time is over. Adding one is a case here and a step in r75_retention.sql.
package enum RetentionStep: String, Sendable, CaseIterable {
  case codes = "one-time codes"
  case sessions
  case throttles
  case signIns = "leftovers of signing in"
  case keys = "keys for programs"
  case applications = "applications of attorneys"
  case changes
  case openSearches = "open searches"
  case openings = "openings of contacts"
  case lookups = "notes of lookups"
  case purposes = "purposes in the audit log"
  case requests = "visit requests"
  case withdrawn = "withdrawn imports"
  case intakes = "reports to the hotline"
  case alerts
}

/// Erases what is due, a limited number of rows at a time.
package struct RetentionStore<Session: PostgresSession>: Sendable {
  private let session: Session

  package init(_ session: Session) { self.session = session }

  /// As of a moment, which the owner alone may choose. Returns how many rows went.
  package func erase(_ step: RetentionStep, at moment: Timestamp, atMost count: Int32) async throws(PostgresError)
    -> Int
  {
    try await session.first("select paradero.sweep_step(\(step.rawValue), \(moment), \(count))")?
      .decode(Int.self) ?? 0
  }

  /// As of now by the database's own clock, for login roles.
  package func eraseDue(_ step: RetentionStep, atMost count: Int32) async throws(PostgresError) -> Int {
    try await session.first("select paradero.sweep_due(\(step.rawValue), \(count))")?.decode(Int.self) ?? 0
  }

  /// Requests for visits that only a legal hold keeps.
  package func held(at moment: Timestamp) async throws(PostgresError) -> Int {
    try await session.first("select paradero.held_requests(\(moment))")?.decode(Int.self) ?? 0
  }

  /// Every column of every table, with how it is kept, as the schema's comments say it.
  package func columns() async throws(PostgresError) -> [StoredColumn] {
    var columns: [StoredColumn] = []
    for row in try await session.rows(
      """
      select c.relname::text, a.attname::text, coalesce(col_description(c.oid, a.attnum), '')
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      order by c.relname, a.attnum
      """)
    {
      let (table, column, comment) = try row.decode(String.self, String.self, String.self)
      columns.append(StoredColumn(table: table, column: column, comment: comment))
    }
    return columns
  }
}

/// A column and how it is kept: "protection, class, retention: what it holds".
package struct StoredColumn: Sendable, Equatable {
  package let table: String
  package let column: String
  package let protection: String
  package let kind: String
  package let retention: String
  package let text: String

  init(table: String, column: String, comment: String) {
    (self.table, self.column) = (table, column)
    let halves = comment.split(separator: ": ", maxSplits: 1)
    let parts = (halves.first ?? "").split(separator: ", ", maxSplits: 2).map(String.init)
    protection = parts.first ?? ""
    kind = parts.count > 1 ? parts[1] : ""
    retention = parts.count > 2 ? parts[2] : ""
    text = halves.count > 1 ? String(halves[1]) : ""
  }
}
