import CivilTime
import Postgres
import TestKit
import Testing

@Suite struct `A session` {
  @Test func `runs queries with values and reads rows`() async throws {
    try await withScratchDatabase { database, _ in
      let name = "Núñez \"Ñ\" 陳"
      let row = try #require(
        try await database.first("select \(7) + 1 as sum, \(name)::text as name, \(Int?.none)::int as nothing"))
      let (sum, back, nothing) = try row.decode(Int.self, String.self, Int?.self)
      #expect((sum, back, nothing) == (8, name, nil))
      #expect(try row["sum", as: Int64.self] == 8)
    }
  }

  @Test func `counts rows that have no columns`() async throws {
    try await withScratchDatabase { database, _ in
      let three = try await database.rows("select from generate_series(1, 3)")
      let none = try await database.rows("select where false")
      #expect(three.count == 3 && none.isEmpty)
    }
  }

  private struct Luggage: SessionCompanion { let words: String }

  @Test func `has with it what the pool was given, in transactions and parts of them too`() async throws {
    try await withScratchDatabase { database, url in
      #expect(database.companion == nil)
      let pool = Database(try DatabaseConfiguration(url: url, poolSize: 1, companion: Luggage(words: "here")))
      #expect((pool.companion as? Luggage)?.words == "here")
      try await pool.transaction { transaction in
        try await transaction.savepoint { #expect(($0.companion as? Luggage)?.words == "here") }
      }
      try await pool.withConnection { lease in
        #expect((lease.companion as? Luggage)?.words == "here")
        try await lease.transaction { #expect(($0.companion as? Luggage)?.words == "here") }
      }
      #expect(!"\(pool.configuration)".contains("here"))
      await pool.close()
    }
  }

  @Test func `commits and rolls back`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript("create table t (n int8 primary key); insert into t values (1)")
      try await database.transaction(actor: "someone") { transaction in
        let actor = try await transaction.first("select current_setting('paradero.actor')")
        #expect(try actor?.decode(String.self) == "someone")
        try await transaction.execute("insert into t values (\(2))")
      }
      await #expect(throws: PostgresError.self) {
        try await database.transaction { transaction in
          try await transaction.execute("insert into t values (\(3))")
          try await transaction.execute("insert into t values (\(1))")
        }
      }
      #expect(try await database.first("select sum(n)::int8 from t")?.decode(Int.self) == 3)
    }
  }

  @Test func `copies rows in`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript("create table t (n int8, name text, day date, raw bytea)")
      let day = try #require(CivilDate(iso: "2026-02-28"))
      let copied = try await database.copyIn("copy t from stdin") { writer in
        var rows = CopyRows()
        try rows.append(1, "tab\tline\nback\\slash", day, [0, 9, 10, 255] as [UInt8])
        try rows.append(2, String?.none, CivilDate?.none, [UInt8]?.none)
        try await writer.write(rows)
      }
      #expect(copied == 2)
      let row = try await database.first("select name, day, raw from t where n = 1")
      let (name, back, raw) = try #require(try row?.decode(String.self, CivilDate.self, [UInt8].self))
      #expect(name == "tab\tline\nback\\slash" && back == day && raw == [0, 9, 10, 255])
    }
  }
}
