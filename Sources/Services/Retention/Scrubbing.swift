package import Postgres

/// Clears what deleting leaves behind in the files of the database: dead rows, and the log of their making.
package struct Scrubbing: Sendable {
  private let database: Database

  /// With the database as its owner sees it, and time enough.
  package init(_ database: Database) { self.database = database }

  /// Tables that hold what people said of people. One that is not there any more is no fault.
  static let tables: [StaticString] = [
    "public.person", "public.person_description", "public.person_identifier", "public.person_keys",
    "public.custody_event", "public.unnamed_description",
    "public.imported_row", "public.open_search", "public.search_match", "public.match_report",
    "public.duplicate_proposal", "public.pair_decision",
    "public.locator_attempt", "public.visit_request", "public.visit_event", "public.visit_finding",
    "public.visit_status", "public.evidence", "public.evidence_piece", "public.evidence_withdrawal",
    "public.one_time_code", "public.session",
    "public.audit_entry", "public.batch",
    // Values that ANALYZE sampled, also those of rows that are gone.
    "pg_catalog.pg_statistic",
  ]

  package func run() async throws {
    try await database.withConnection { connection in
      // ANALYZE leaves what it once sampled of a table that is empty now.
      try await connection.execute(
        """
        delete from pg_catalog.pg_statistic s using pg_catalog.pg_class c
        where c.oid = s.starelid and c.relnamespace = 'public'::regnamespace
        """)
      for table in Self.tables {
        try await connection.runScript(
          TrustedScript(embeddedInBinary: Array("vacuum (full, analyze) \(table)".utf8), name: "scrubbing"))
      }
      // Twice, with a checkpoint each: only then files of the log from before may be given up.
      for _ in 0..<2 {
        try await connection.execute("select pg_switch_wal()")
        try await connection.runScript(
          TrustedScript(embeddedInBinary: Array("checkpoint".utf8), name: "scrubbing"))
      }
    }
  }
}
