import Foundation
import Locking
import Postgres
import TestKit
import Testing

@Suite struct `A pool` {
  static func open(_ url: String, size: Int, waiters: Int = 256, wait: Duration = .seconds(120)) throws -> Database {
    Database(try DatabaseConfiguration(url: url, poolSize: size, maxWaiters: waiters, leaseTimeout: wait))
  }

  @Test func `serves a hundred tasks with four connections`() async throws {
    try await withScratchDatabase { _, url in
      let database = try Self.open(url, size: 4)
      let sum = try await withThrowingTaskGroup(of: Int.self) { group in
        for n in 1...100 {
          group.addTask {
            try await database.transaction { transaction in
              try await transaction.execute("select pg_sleep(0.001)")
              return try await transaction.first("select \(n) * 2")?.decode(Int.self) ?? 0
            }
          }
        }
        return try await group.reduce(0, +)
      }
      #expect(sum == 10_100)
      #expect(database.statistics.connects <= 4)
      #expect(database.statistics.lent == 0 && database.statistics.waiting == 0)
      await database.close()
    }
  }

  @Test func `refuses at its deadline who could not be served`() async throws {
    try await withScratchDatabase { _, url in
      let database = try Self.open(url, size: 1, wait: .seconds(1))
      // Connecting may itself take longer than that on a busy machine.
      while (try? await database.execute("select 1")) == nil {}
      let error = try await database.withConnection { _ in
        await #expect(throws: PostgresError.self) { try await database.rows("select 1") }
      }
      #expect(error?.code == .poolDeadline)
      #expect(database.statistics.waiting == 0)
      #expect(try await database.first("select 1")?.decode(Int.self) == 1)
      await database.close()
    }
  }

  @Test func `refuses at once when too many wait`() async throws {
    try await withScratchDatabase { _, url in
      let database = try Self.open(url, size: 1, waiters: 0)
      let error = try await database.withConnection { _ in
        await #expect(throws: PostgresError.self) { try await database.rows("select 1") }
      }
      #expect(error?.code == .poolFull)
      await database.close()
    }
  }

  @Test func `lets go of a waiter whose task is cancelled`() async throws {
    try await withScratchDatabase { _, url in
      let database = try Self.open(url, size: 1)
      try await database.withConnection { _ in
        let waiting = (0..<50).map { _ in Task { try await database.rows("select 1") } }
        while database.statistics.waiting < 50 { try await Task.sleep(for: .milliseconds(5)) }
        for task in waiting { task.cancel() }
        for task in waiting {
          let error = await #expect(throws: PostgresError.self) { try await task.value }
          #expect(error?.code == .cancelled)
        }
        #expect(database.statistics.waiting == 0)
      }
      #expect(try await database.first("select 1")?.decode(Int.self) == 1)
      await database.close()
    }
  }

  @Test func `loses no connection when waiters are cancelled as they are served`() async throws {
    try await withScratchDatabase { _, url in
      let database = try Self.open(url, size: 2)
      await withTaskGroup { group in
        for n in 0..<500 {
          group.addTask {
            let task = Task { try await database.rows("select 1") }
            if n.isMultiple(of: 2) { task.cancel() }
            _ = try? await task.value
          }
        }
      }
      #expect(database.statistics.lent == 0 && database.statistics.waiting == 0)
      #expect(try await database.first("select 1")?.decode(Int.self) == 1)
      await database.close()
    }
  }

  @Test func `waits for what is under way when it closes, and takes nothing new`() async throws {
    try await withScratchDatabase { _, url in
      let database = try Self.open(url, size: 2)
      let ended = Locked(false)
      let started = AsyncStream.makeStream(of: Void.self)
      let work = Task {
        try await database.transaction { transaction in
          started.continuation.yield()
          try await transaction.execute("select pg_sleep(0.2)")
          ended.withLock { $0 = true }
        }
      }
      for await _ in started.stream { break }
      await database.close()
      #expect(ended.withLock { $0 })
      try await work.value
      let error = await #expect(throws: PostgresError.self) { try await database.rows("select 1") }
      #expect(error?.code == .poolClosed)
      #expect(database.statistics.open == 0)
      await database.close()
    }
  }

  @Test func `gives back a clean connection, whatever the lease left`() async throws {
    try await withScratchDatabase { _, url in
      let database = try Self.open(url, size: 1)
      try await database.runScript("create table t (n int8)")
      try await database.withConnection { connection in
        try await connection.runScript("begin; insert into t values (1)")
      }
      #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 0)
      try await database.withConnection { connection in
        try await connection.runScript("begin")
        await #expect(throws: PostgresError.self) { try await connection.rows("select 1/0") }
      }
      #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 0)
      #expect(database.statistics.connects == 1)
      await database.close()
    }
  }

  /// A queue that no reckoning of other tasks can hold.
  private final class OwnQueue: TaskExecutor {
    private let queue = DispatchQueue(label: "own")
    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
  }

  @Test func `opens a connection while tasks keep every thread of the cooperative pool`() async throws {
    try await withScratchDatabase { _, url in
      let database = try Self.open(url, size: 1, wait: .seconds(20))
      let threads = ProcessInfo.processInfo.activeProcessorCount
      let held = Locked(0)
      let isDone = Locked(false)
      let asked = Task(executorPreference: OwnQueue()) {
        defer { isDone.withLock { $0 = true } }
        while held.withLock({ $0 }) < threads { usleep(1000) }
        return try await database.first("select 1")?.decode(Int.self)
      }
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<threads {
          group.addTask {
            held.withLock { $0 += 1 }
            while !isDone.withLock({ $0 }) { usleep(1000) }
          }
        }
      }
      #expect(try await asked.value == 1)
      await database.close()
    }
  }

  @Test func `refuses a lease that has ended`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      let kept = try await database.withConnection { $0 }
      let error = await #expect(throws: PostgresError.self) { try await kept.rows("select 1") }
      #expect(error?.code == .leaseEnded)
      try await database.withConnection { _ in
        // The same connection, lent to another.
        let late = await #expect(throws: PostgresError.self) { try await kept.rows("select 1") }
        #expect(late?.code == .leaseEnded)
      }
    }
  }

  @Test func `tells at once when the server refuses the login`() async throws {
    let url = try TestServer.url(database: "there_is_no_such_database")
    let database = try Self.open(url, size: 3)
    let error = await #expect(throws: PostgresError.self) { try await database.rows("select 1") }
    #expect(error?.code == .loginRefused)
    await database.close()
  }

  /// A pool with one limit only, which has to be the one that strikes.
  static func limited(_ url: String, _ limits: DatabaseConfiguration.Timeouts) throws -> Database {
    Database(try DatabaseConfiguration(url: url, poolSize: 1, timeouts: limits))
  }

  @Test func `stops a statement that takes too long`() async throws {
    try await withScratchDatabase { _, url in
      let database = try Self.limited(
        url, .init(statement: .milliseconds(100), lock: .zero, idleInTransaction: .zero))
      let error = await #expect(throws: PostgresError.self) { try await database.rows("select pg_sleep(600)") }
      #expect(error?.code == .statementStopped)
      await database.close()
    }
  }

  @Test func `stops waiting for a lock that is held too long`() async throws {
    try await withScratchDatabase { holder, url in
      let database = try Self.limited(
        url, .init(statement: .zero, lock: .milliseconds(100), idleInTransaction: .zero))
      try await holder.runScript("create table t (n int8)")
      try await holder.transaction { transaction in
        try await transaction.runScript("lock table t")
        let error = await #expect(throws: PostgresError.self) { try await database.rows("select * from t") }
        #expect(error?.code == .lockNotAvailable)
      }
      await database.close()
    }
  }

  @Test func `loses a transaction that does nothing for too long`() async throws {
    try await withScratchDatabase { _, url in
      let database = try Self.limited(
        url, .init(statement: .zero, lock: .zero, idleInTransaction: .milliseconds(100)))
      let error = await #expect(throws: PostgresError.self) {
        try await database.transaction(retries: 0) { transaction in
          while true {
            try await Task.sleep(for: .seconds(1))
            try await transaction.execute("select 1")
          }
        }
      }
      #expect(error?.code == .connectionLost)
      #expect(try await database.first("select 1")?.decode(Int.self) == 1)
      await database.close()
    }
  }
}

@Suite struct `A cancelled task` {
  @Test func `stops its statement`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      let task = Task { try await database.rows("select pg_sleep(600)") }
      while try await Self.running(in: database) == 0 { try await Task.sleep(for: .milliseconds(5)) }
      task.cancel()
      let error = await #expect(throws: PostgresError.self) { try await task.value }
      #expect(error?.code == .cancelled)
      #expect(try await database.first("select 1")?.decode(Int.self) == 1)
      #expect(database.statistics.connects == 1)
    }
  }

  /// Asked through a pool of its own, for the other's only connection is busy.
  static func running(in database: Database) async throws -> Int {
    let name = database.configuration.database ?? ""
    let other = Database(try DatabaseConfiguration(url: try TestServer.url(), poolSize: 1))
    let count = try await other.first(
      "select count(*) from pg_stat_activity where datname = \(name) and state = 'active' and query ~ 'pg_sleep'")
    await other.close()
    return try count?.decode(Int.self) ?? 0
  }

  @Test func `undoes its transaction`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      try await database.runScript("create table t (n int8)")
      let task = Task {
        try await database.transaction { transaction in
          try await transaction.execute("insert into t values (1)")
          try await transaction.execute("select pg_sleep(600)")
        }
      }
      while try await Self.running(in: database) == 0 { try await Task.sleep(for: .milliseconds(5)) }
      task.cancel()
      let error = await #expect(throws: PostgresError.self) { try await task.value }
      #expect(error?.code == .cancelled)
      #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 0)
    }
  }

  /// A cancel request names a connection: one that comes late must not stop what runs there next.
  @Test func `never stops the statement after its own`() async throws {
    try await withScratchDatabase(poolSize: 1) { database, _ in
      var outcomes = (done: 0, cancelled: 0)
      for round in 0..<3000 {
        let task = Task { try await database.rows("select 1 from generate_series(1, \(round % 400))") }
        if round.isMultiple(of: 3) { try await Task.sleep(for: .milliseconds(5)) }
        for _ in 0..<(round % 29) * 20 { _ = database.statistics }
        task.cancel()
        do {
          _ = try await task.value
          outcomes.done += 1
        } catch let error as PostgresError {
          #expect(error.code == .cancelled)
          outcomes.cancelled += 1
        }
        let next = try await database.first("select \(round) + (select count(*) from generate_series(1, 50))")
        #expect(try next?.decode(Int.self) == round + 50)
      }
      #expect(outcomes.done > 0 && outcomes.cancelled > 0)
      #expect(database.statistics.connects == 1)
    }
  }
}
