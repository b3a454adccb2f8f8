import Locking
import Postgres
import TestKit
import Testing

/// What happens to those who work when the server goes away. Each test has servers of its own.
@Suite struct `When the server` {
  static func open(_ url: String, size: Int = 2, wait: Duration = .seconds(120)) throws -> Database {
    Database(try DatabaseConfiguration(url: url, poolSize: size, leaseTimeout: wait))
  }

  /// Waits until a session other than these does what the query finds.
  static func wait(on database: Database, until query: PostgresQuery) async throws {
    while try await database.first(query) == nil { try await Task.sleep(for: .milliseconds(10)) }
  }

  @Test func `is killed in mid-query, who asked is told, and after its restart all goes on`() async throws {
    let server = try await ThrowawayServer.start()
    let database = try Self.open(server.url)
    try await database.runScript("create table t (n int8 primary key)")
    // Prepared on both connections, so that they must be prepared anew afterwards.
    for _ in 0..<6 { try await database.execute("select n from t where n = \(1)") }
    let asking = Task { try await database.rows("select pg_sleep(600)") }
    let writing = Task {
      try await database.transaction(retries: 0) { transaction in
        try await transaction.execute("insert into t values (1)")
        try await transaction.execute("select pg_sleep(600)")
      }
    }
    let watch = try Self.open(server.url, size: 1)
    try await Self.wait(
      on: watch, until: "select from pg_stat_activity where query ~ 'pg_sleep.600' and state = 'active' offset 2")
    await server.kill()
    for failure in [
      await #expect(throws: PostgresError.self) { _ = try await asking.value },
      await #expect(throws: PostgresError.self) { try await writing.value },
    ] {
      #expect(failure?.code == .connectionLost)
    }
    // Work that comes while it is away waits for it.
    let patient = Task { try await database.first("select 1")?.decode(Int.self) }
    try await Task.sleep(for: .milliseconds(100))
    try await server.start()
    #expect(try await patient.value == 1)
    for n in 0..<6 { #expect(try await database.rows("select n from t where n = \(n)").isEmpty) }
    await database.close()
    await watch.close()
    await server.kill()
  }

  @Test func `restarts while all connections are idle, nobody notices`() async throws {
    let server = try await ThrowawayServer.start()
    let database = try Self.open(server.url, size: 4)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 { group.addTask { try await database.execute("select pg_sleep(0.05)") } }
      try await group.waitForAll()
    }
    for _ in 0..<3 {
      await server.kill()
      try await server.start()
      #expect(try await database.first("select 1")?.decode(Int.self) == 1)
    }
    await database.close()
    await server.kill()
  }

  @Test func `stays away, who asks is told at the deadline`() async throws {
    let server = try await ThrowawayServer.start()
    let database = try Self.open(server.url, wait: .seconds(1))
    while (try? await database.execute("select 1")) == nil {}
    await server.kill()
    let error = try await failureToConnect(database)
    #expect(error?.message == "no database server answers at \(server.host)")
    await database.close()
  }

  @Test func `cuts the connection, only its user notices`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript("create table t (n int8)")
      let attempts = Locked(0)
      // Before COMMIT nothing was kept: the transaction is tried once more by itself.
      try await database.transaction { transaction in
        let attempt = attempts.withLock { attempts in
          attempts += 1
          return attempts
        }
        try await transaction.execute("insert into t values (1)")
        if attempt == 1 { try await transaction.execute("select pg_terminate_backend(pg_backend_pid())") }
      }
      #expect(attempts.withLock { $0 } == 2)
      #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 1)
      let error = await #expect(throws: PostgresError.self) {
        try await database.execute("select pg_terminate_backend(pg_backend_pid())")
      }
      #expect(error?.code == .connectionLost)
      #expect(try await database.first("select 1")?.decode(Int.self) == 1)
    }
  }

  @Test func `is gone during COPY, nothing hangs`() async throws {
    let server = try await ThrowawayServer.start()
    let database = try Self.open(server.url)
    try await database.runScript("create table t (n int8)")
    let writes = Locked(0)
    let copying = Task {
      try await database.copyIn("copy t from stdin") { writer in
        while true {
          try await writer.write(Array(repeating: Array("1\n".utf8), count: 1000).flatMap(\.self))
          writes.withLock { $0 += 1 }
        }
      }
    }
    while writes.withLock({ $0 }) < 10 { try await Task.sleep(for: .milliseconds(5)) }
    await server.kill()
    let error = await #expect(throws: PostgresError.self) { try await copying.value }
    #expect(error?.code == .connectionLost)
    await database.close()
  }

  @Test func `freezes, a cancelled task does not wait for it`() async throws {
    let server = try await ThrowawayServer.start()
    let database = try Self.open(server.url)
    try await database.execute("select 1")
    await server.freeze()
    let asking = Task { try await database.rows("select 1") }
    try await Task.sleep(for: .milliseconds(100))
    asking.cancel()
    let error = await #expect(throws: PostgresError.self) { try await asking.value }
    #expect(error?.code == .cancelled)
    await server.thaw()
    #expect(try await database.first("select 1")?.decode(Int.self) == 1)
    await database.close()
    await server.kill()
  }
}

@Suite struct `A silent server` {
  static let short = DatabaseConfiguration.Timeouts(statement: .seconds(1))

  @Test func `is given up when it does not answer others either`() async throws {
    let server = try await ThrowawayServer.start()
    let database = Database(try DatabaseConfiguration(url: server.url, poolSize: 1, timeouts: Self.short))
    try await database.execute("select 1")
    await server.freeze()
    let error = await #expect(throws: PostgresError.self) { try await database.rows("select 1") }
    #expect(error?.code == .connectionLost)
    await server.kill()
    await database.close()
  }

  @Test func `is waited for when the statement was given more time`() async throws {
    try await withScratchDatabase(timeouts: Self.short) { database, _ in
      try await database.transaction { transaction in
        try await transaction.runScript("set local statement_timeout = 0")
        try await transaction.execute("select pg_sleep(13)")
      }
      #expect(database.statistics.connects == 1)
    }
  }
}

@Suite struct `A COMMIT` {
  /// A server whose COMMITs wait for a standby that there is not.
  static let waiting = ["synchronous_standby_names=nobody", "synchronous_commit=local"]

  /// Begins a transaction whose COMMIT will wait, and comes back when it does.
  static func commit(on server: ThrowawayServer, _ database: Database) async throws -> Task<Void, any Error> {
    try await database.runScript("create table t (n int8)")
    let committing = Task<Void, any Error> {
      try await database.transaction { transaction in
        try await transaction.runScript("set local synchronous_commit = on")
        try await transaction.execute("insert into t values (1)")
      }
    }
    try await `When the server`.wait(on: database, until: "select from pg_stat_activity where wait_event = 'SyncRep'")
    return committing
  }

  @Test func `whose connection is lost has an unknown outcome, and is not tried again`() async throws {
    let server = try await ThrowawayServer.start(settings: Self.waiting)
    let database = try `When the server`.open(server.url)
    let committing = try await Self.commit(on: server, database)
    await server.kill()
    let error = await #expect(throws: PostgresError.self) { try await committing.value }
    #expect(error?.code == .outcomeUnknown && error?.outcomeIsUnknown == true)
    try await server.start()
    // Here it had been made after all: exactly why it must not be done again blindly.
    #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 1)
    await database.close()
    await server.kill()
  }

  @Test func `that no standby confirmed is not acknowledged`() async throws {
    let server = try await ThrowawayServer.start(settings: Self.waiting)
    let database = try `When the server`.open(server.url)
    let committing = try await Self.commit(on: server, database)
    try await database.execute("select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'")
    let error = await #expect(throws: PostgresError.self) { try await committing.value }
    #expect(error?.code == .notReplicated && error?.outcomeIsUnknown == true)
    #expect(try await database.first("select 1")?.decode(Int.self) == 1)
    await database.close()
    await server.kill()
  }

  @Test func `is seen through even if its task is cancelled`() async throws {
    let server = try await ThrowawayServer.start(settings: Self.waiting)
    let database = try `When the server`.open(server.url)
    let committing = try await Self.commit(on: server, database)
    committing.cancel()
    try await Task.sleep(for: .milliseconds(200))
    try await `When the server`.wait(on: database, until: "select from pg_stat_activity where wait_event = 'SyncRep'")
    try await database.runScript("alter system set synchronous_standby_names = ''")
    try await database.execute("select pg_reload_conf()")
    try await committing.value
    #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 1)
    await database.close()
    await server.kill()
  }
}

@Suite struct `Several hosts` {
  @Test func `are tried until one takes writes, and again after a failover`() async throws {
    let first = try await ThrowawayServer.start()
    let second = try await first.standby()
    // The standby is named first: it answers, but takes no writes.
    let url = "host=\(second.host),\(first.host) dbname=postgres user=owner target_session_attrs=read-write"
    let database = Database(try DatabaseConfiguration(url: url, poolSize: 3, leaseTimeout: .seconds(120)))
    try await database.runScript("create table t (n int8 primary key)")
    let server: PostgresQuery = "select current_setting('unix_socket_directories')"
    #expect(try await database.first(server)?.decode(String.self) == first.host)

    // Any standby is enough to read.
    let reading = Database(
      try DatabaseConfiguration(url: url.replacing("read-write", with: "standby"), poolSize: 1))
    #expect(try await reading.first(server)?.decode(String.self) == second.host)
    await reading.close()

    try await database.execute("insert into t values (1)")
    let watch = Database(try DatabaseConfiguration(url: second.url, poolSize: 1))
    while (try? await watch.first("select n from t")) == nil { try await Task.sleep(for: .milliseconds(20)) }
    await watch.close()

    await first.kill()
    let writing = Task { try await database.transaction { try await $0.execute("insert into t values (2)") } }
    try await second.promote()
    #expect(try await writing.value == 1)
    #expect(try await database.first(server)?.decode(String.self) == second.host)
    #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 2)
    await database.close()
    await second.kill()
  }

  @Test func `are asked anew when a server takes no writes any more`() async throws {
    let server = try await ThrowawayServer.start()
    let url = server.url + "&target_session_attrs=read-write"
    let database = Database(try DatabaseConfiguration(url: url, poolSize: 2, leaseTimeout: .seconds(120)))
    try await database.runScript("create table t (n int8)")
    let before = database.statistics.connects
    let attempts = Locked(0)
    try await database.transaction { transaction in
      let attempt = attempts.withLock { attempts in
        attempts += 1
        return attempts
      }
      if attempt == 1 { try await transaction.runScript("set transaction read only") }
      try await transaction.execute("insert into t values (1)")
    }
    #expect(attempts.withLock { $0 } == 2)
    #expect(database.statistics.connects > before)
    await database.close()
    await server.kill()
  }
}

@Suite struct `A listener` {
  @Test func `hears what is notified`() async throws {
    try await withScratchDatabase { database, _ in
      var heard: [String] = []
      for await event in database.listen("change") {
        switch event {
        case .reconnected:
          try await database.execute("select pg_notify('change', \("first ü"))")
          try await database.execute("select pg_notify('other', 'not for us')")
          try await database.execute("select pg_notify('change', '')")
        case .notification(let payload): heard.append(payload)
        }
        if heard.count == 2 { break }
      }
      #expect(heard == ["first ü", ""])
    }
  }

  @Test func `says so when it listens again after a restart`() async throws {
    let server = try await ThrowawayServer.start()
    let database = try `When the server`.open(server.url)
    var events = database.listen("change").makeAsyncIterator()
    for _ in 0..<2 {
      #expect(await events.next() == .reconnected)
      try await database.execute("select pg_notify('change', 'here')")
      #expect(await events.next() == .notification(payload: "here"))
      await server.kill()
      try await server.start()
    }
    #expect(await events.next() == .reconnected)
    await database.close()
    #expect(await events.next() == nil)
    #expect(await database.listen("change").first { _ in true } == nil)
    await server.kill()
  }

  @Test func `leaves its connection when its task ends`() async throws {
    try await withScratchDatabase { database, _ in
      let listening = Task { for await _ in database.listen("change") {} }
      let listeners: PostgresQuery = """
        select from pg_stat_activity where datname = current_database() and query ~ '^listen'
        """
      while try await database.first(listeners) == nil { try await Task.sleep(for: .milliseconds(5)) }
      listening.cancel()
      await listening.value
      while try await database.first(listeners) != nil { try await Task.sleep(for: .milliseconds(5)) }
    }
  }
}
