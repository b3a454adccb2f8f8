import Locking
import Postgres
import TestKit
import Testing

@Suite struct `A transaction` {
  @Test func `is tried again when it lost against others`() async throws {
    try await withScratchDatabase(poolSize: 8) { database, _ in
      try await database.runScript(
        "create table purse (id int8 primary key, balance int8); insert into purse values (1, 0)")
      let attempts = Locked(0)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<8 {
          group.addTask {
            for _ in 0..<5 {
              try await database.transaction(isolation: .serializable, retries: 100) { transaction in
                attempts.withLock { $0 += 1 }
                let balance = try await transaction.first("select balance from purse where id = 1")?.decode(Int.self)
                try await transaction.execute("update purse set balance = \((balance ?? 0) + 1) where id = 1")
              }
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await database.first("select balance from purse")?.decode(Int.self) == 40)
      #expect(attempts.withLock { $0 } > 40)
    }
  }

  @Test func `is tried again even if its closure hid or wrapped the reason`() async throws {
    struct Wrapped: Error {}
    for hides in [true, false] {
      try await withScratchDatabase { database, _ in
        let attempts = Locked(0)
        try await database.transaction { transaction in
          let attempt = attempts.withLock { attempts in
            attempts += 1
            return attempts
          }
          guard attempt == 1 else { return }
          do {
            try await transaction.runScript("do $$ begin raise exception 'x' using errcode = '40001'; end $$")
          } catch {
            if !hides { throw Wrapped() }
          }
        }
        #expect(attempts.withLock { $0 } == 2)
      }
    }
  }

  @Test func `gives up after as many attempts as were allowed`() async throws {
    try await withScratchDatabase { database, _ in
      let attempts = Locked(0)
      let error = await #expect(throws: PostgresError.self) {
        try await database.transaction(retries: 2) { transaction in
          attempts.withLock { $0 += 1 }
          try await transaction.runScript("do $$ begin raise exception 'x' using errcode = '40P01'; end $$")
        }
      }
      #expect(error?.code == .deadlockDetected)
      #expect(attempts.withLock { $0 } == 3)
    }
  }

  @Test func `that hid a failure is not taken for committed`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript("create table t (n int8)")
      let error = await #expect(throws: PostgresError.self) {
        try await database.transaction { transaction in
          try await transaction.execute("insert into t values (1)")
          _ = try? await transaction.rows("select 1/0")
        }
      }
      #expect(error?.code == .rolledBack)
      #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 0)
    }
  }

  @Test func `keeps to its isolation, and writes nothing when it may only read`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript("create table t (n int8)")
      for level in [Isolation.readCommitted, .repeatableRead, .serializable] {
        let seen = try await database.transaction(isolation: level) { transaction in
          try await transaction.first("select current_setting('transaction_isolation')")?.decode(String.self)
        }
        #expect(seen == level.rawValue)
      }
      let error = await #expect(throws: PostgresError.self) {
        try await database.transaction(readOnly: true) { try await $0.execute("insert into t values (1)") }
      }
      #expect(error?.code == .readOnlyTransaction)
    }
  }

  @Test func `tells the database who acts, for its own length`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      let actor: PostgresQuery = "select nullif(current_setting('paradero.actor', true), '')"
      let inside = try await database.transaction(actor: "maría's") { try await $0.first(actor)?.decode(String?.self) }
      #expect(inside == "maría's")
      #expect(try await database.first(actor)?.decode(String?.self) == .some(nil))
    }
  }

  @Test func `undoes a part that failed and goes on`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript("create table t (n int8 primary key)")
      try await database.transaction { transaction in
        try await transaction.execute("insert into t values (1)")
        await #expect(throws: PostgresError.self) {
          try await transaction.savepoint { part in
            try await part.execute("insert into t values (2)")
            try await part.savepoint { try await $0.execute("insert into t values (3)") }
            try await part.execute("insert into t values (1)")
          }
        }
        try await transaction.savepoint { try await $0.execute("insert into t values (4)") }
      }
      let kept = try await database.first("select array_agg(n order by n) from t")?.decode([Int].self)
      #expect(kept == [1, 4])
    }
  }

  @Test func `survives a change of the schema under its prepared statements`() async throws {
    try await withScratchDatabase(poolSize: 2) { database, _ in
      try await database.runScript("create table t (n int4); insert into t values (1)")
      try await database.withConnection { connection in
        for _ in 0..<4 { #expect(try await connection.rows("select * from t").first?.count == 1) }
        try await database.runScript("alter table t add column name text default 'new'")
        #expect(try await connection.rows("select * from t").first?.count == 2)
        for _ in 0..<4 { #expect(try await connection.rows("select * from t").first?.count == 2) }
      }
      // In a transaction the failure undoes it, and it is tried again.
      let attempts = Locked(0)
      try await database.transaction { transaction in
        for _ in 0..<3 { _ = try await transaction.rows("select * from t where n = 1") }
      }
      try await database.runScript("alter table t add column more text")
      try await database.transaction { transaction in
        attempts.withLock { $0 += 1 }
        let columns = try await transaction.rows("select * from t where n = 1").first?.count
        #expect(columns == 3)
      }
      #expect(attempts.withLock { $0 } <= 2)
    }
  }

  @Test func `forgets prepared statements that are used seldom`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      for width in 1...200 {
        let many = (0..<width).reduce("select 0" as PostgresQuery) { query, n in "\(fragment: query) + \(n)" }
        for _ in 0..<2 { _ = try await database.first(many) }
      }
      let prepared = try await database.first("select count(*) from pg_prepared_statements")?.decode(Int.self)
      #expect((prepared ?? 0) > 100 && (prepared ?? 0) <= 128)
    }
  }
}
