import Locking
import Postgres
import TestKit
import Testing

@Suite struct `A stream` {
  @Test func `copies 100,000 rows in and out`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript("create table t (n int8, name text)")
      let copied = try await database.copyIn("copy t from stdin") { writer in
        var rows = CopyRows()
        for n in 0..<100_000 {
          try rows.append(n, n.isMultiple(of: 7) ? nil : "name \(n)\tü\\")
          if rows.bytes.count > 65_536 {
            try await writer.write(rows)
            rows.removeAll()
          }
        }
        try await writer.write(rows)
      }
      #expect(copied == 100_000)
      let (count, nulls, sum) = try #require(
        try await database.first("select count(*), count(*) - count(name), sum(n)::int8 from t")?.decode(
          Int.self, Int.self, Int.self))
      #expect((count, nulls, sum) == (100_000, 14_286, 4_999_950_000))
      let (lines, bytes, longest) = try await database.copyOut("copy t to stdout") { reader in
        var (lines, bytes, longest) = (0, 0, 0)
        for try await part in reader {
          #expect(part.last == UInt8(ascii: "\n"))
          lines += part.count { $0 == UInt8(ascii: "\n") }
          bytes += part.count
          longest = max(longest, part.count)
        }
        return (lines, bytes, longest)
      }
      #expect(lines == 100_000)
      #expect(bytes > 1_500_000)
      #expect(longest < 70_000)
    }
  }

  @Test func `keeps nothing of a COPY whose writer throws, and the connection goes on`() async throws {
    struct Stop: Error {}
    try await withScratchDatabase(poolSize: 1) { database, _ in
      try await database.runScript("create table t (n int8)")
      await #expect(throws: Stop.self) {
        try await database.copyIn("copy t from stdin") { writer in
          try await writer.write(Array("1\n2\n".utf8))
          throw Stop()
        }
      }
      #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 0)
      #expect(database.statistics.connects == 1)
    }
  }

  @Test func `tells the server's reason when it refuses a row`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      try await database.runScript("create table t (n int8 primary key)")
      let bad = await #expect(throws: PostgresError.self) {
        try await database.copyIn("copy t from stdin") { writer in
          for _ in 0..<200 { try await writer.write(Array("Planted\n".utf8)) }
        }
      }
      #expect(bad?.code.rawValue == "22P02")
      #expect(bad?.description.contains("Planted") == false)
      let twice = await #expect(throws: PostgresError.self) {
        try await database.copyIn("copy t from stdin") { try await $0.write(Array("1\n1\n".utf8)) }
      }
      #expect(twice?.code == .uniqueViolation)
      #expect(twice?.constraint == "t_pkey")
      #expect(try await database.copyIn("copy t from stdin") { try await $0.write(Array("1\n".utf8)) } == 1)
      #expect(database.statistics.connects == 1)
    }
  }

  @Test func `stops a COPY when its task is cancelled`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      try await database.runScript("create table t (n int8)")
      let started = AsyncStream.makeStream(of: Void.self)
      let copying = Task {
        try await database.copyIn("copy t from stdin") { writer in
          while true {
            try await writer.write(Array(repeating: Array("1\n".utf8), count: 1000).flatMap(\.self))
            started.continuation.yield()
          }
        }
      }
      for await _ in started.stream { break }
      copying.cancel()
      let error = await #expect(throws: PostgresError.self) { try await copying.value }
      #expect(error?.code == .cancelled)
      #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 0)
    }
  }

  @Test func `leaves a COPY out early`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      for _ in 0..<3 {
        let first = try await database.copyOut("copy (select generate_series(1, 10000000)) to stdout") { reader in
          for try await part in reader { return part.count }
          return 0
        }
        #expect(first > 0)
      }
      // In a transaction that goes on, what is left is read to its end.
      try await database.transaction { transaction in
        try await transaction.copyOut("copy (select generate_series(1, 100000)) to stdout") { _ in }
        #expect(try await transaction.first("select 1")?.decode(Int.self) == 1)
      }
      #expect(database.statistics.connects == 1)
    }
  }

  @Test func `lets no other statement in during a COPY`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript("create table t (n int8)")
      try await database.withConnection { connection in
        try await connection.copyIn("copy t from stdin") { writer in
          try await writer.write(Array("1\n".utf8))
          let error = await #expect(throws: PostgresError.self) { try await connection.rows("select 1") }
          #expect(error?.code == .connectionBusy)
        }
        #expect(try await connection.first("select n from t")?.decode(Int.self) == 1)
      }
    }
  }

  @Test func `hands over a big result in batches`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      let (sum, largest) = (Locked(0), Locked(0))
      try await database.forEachBatch("select n from generate_series(1, \(100_000)) n", of: 999) { rows in
        largest.withLock { $0 = max($0, rows.count) }
        for row in rows {
          let n = try row.decode(Int.self)
          sum.withLock { $0 += n }
        }
      }
      #expect(sum.withLock { $0 } == 5_000_050_000)
      #expect(largest.withLock { $0 } == 999)
    }
  }

  @Test func `runs other statements between two rows of a transaction`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      try await database.runScript("create table t (n int8 primary key)")
      try await database.transaction { transaction in
        try await transaction.forEach("select generate_series(1, 25) as n", batch: 10) { outer in
          let n = try outer.decode(Int.self)
          try await transaction.execute("insert into t values (\(n))")
          try await transaction.forEach("select n from t where n = \(n)") { inner in
            let back = try inner.decode(Int.self)
            #expect(back == n)
          }
        }
      }
      #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 25)
    }
  }

  @Test func `reads results of different shapes one after another`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      try await database.withConnection { connection in
        for _ in 0..<4 {
          try await connection.forEach("select 1, 'a'") { row in #expect(row.count == 2) }
          try await connection.forEach("select true") { row in #expect(row.count == 1) }
        }
      }
    }
  }

  @Test func `ends with the closure that throws`() async throws {
    struct Stop: Error {}
    try await withScratchDatabase(poolSize: 1) { database, _ in
      await #expect(throws: Stop.self) {
        try await database.forEach("select generate_series(1, 1000000)") { _ in throw Stop() }
      }
      try await database.transaction { transaction in
        await #expect(throws: Stop.self) {
          try await transaction.forEach("select generate_series(1, 1000000)") { _ in throw Stop() }
        }
        let one = try await transaction.first("select 1")?.decode(Int.self)
        #expect(one == 1)
      }
      #expect(database.statistics.connects == 1)
    }
  }
}

@Suite struct `A pipeline` {
  @Test func `answers many statements at once`() async throws {
    try await withScratchDatabase { database, _ in
      let answers = try await database.pipeline((0..<2000).map { "select \($0) * 2 as twice, \("x")::text" })
      let numbers = try answers.map { try $0.first?["twice", as: Int.self] }
      #expect(numbers == (0..<2000).map { $0 * 2 })
    }
  }

  @Test func `is whole or nothing`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      try await database.runScript("create table t (n int8 primary key)")
      let error = await #expect(throws: PostgresError.self) {
        try await database.pipeline([
          "insert into t values (1)", "insert into t values (2)", "insert into t values (1)",
          "insert into t values (3)",
        ])
      }
      #expect(error?.code == .uniqueViolation)
      #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 0)
      #expect(
        try await database.pipeline(["insert into t values (1) returning n", "select n from t"]).map(\.count) == [1, 1])
      #expect(database.statistics.connects == 1)
    }
  }

  @Test func `carries more than the socket holds, in both directions`() async throws {
    try await withScratchDatabase { database, _ in
      let long = String(repeating: "x", count: 100_000)
      let answers = try await database.pipeline((0..<200).map { _ in "select \(long)::text" })
      let lengths = try answers.map { try $0.first?.decode(String.self).utf8.count }
      #expect(lengths == Array(repeating: 100_000, count: 200))
    }
  }

  @Test func `stops when its task is cancelled`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      let task = Task { try await database.pipeline(["select 1", "select pg_sleep(60)", "select 2"]) }
      try await Task.sleep(for: .milliseconds(50))
      task.cancel()
      let error = await #expect(throws: PostgresError.self) { try await task.value }
      #expect(error?.code == .cancelled)
      #expect(try await database.first("select 1")?.decode(Int.self) == 1)
    }
  }
}
