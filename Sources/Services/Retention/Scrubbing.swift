package import Postgres

/// Clears what deleting leaves behind in the files of the database: dead rows, and the log of their making.
package struct Scrubbing: Sendable {
  private let database: Database

  /// With the database as its owner sees it, and time enough.
  package init(_ database: Database) { self.database = database }

  package func run() async throws {
    try await database.withConnection { connection in
      // ANALYZE leaves what it once sampled of a table that is empty now.
      try await connection.execute(
        """
        delete from pg_catalog.pg_statistic s using pg_catalog.pg_class c
        where c.oid = s.starelid and c.relnamespace = 'public'::regnamespace
        """)
      // Every table, lest one be forgotten that came later, and the catalogs: pg_statistic holds values that ANALYZE
      // sampled, also of rows that are gone.
      try await connection.runScript(
        TrustedScript(embeddedInBinary: Array("vacuum (full, analyze)".utf8), name: "scrubbing"))
      // Twice, with a checkpoint each: only then files of the log from before may be given up.
      for _ in 0..<2 {
        try await connection.execute("select pg_switch_wal()")
        try await connection.runScript(
          TrustedScript(embeddedInBinary: Array("checkpoint".utf8), name: "scrubbing"))
      }
    }
  }
}
