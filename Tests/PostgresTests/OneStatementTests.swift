import Postgres
import TestKit
import Testing

@Suite struct `One statement that is a transaction` {
  static let insert: PostgresQuery = """
    with confirmed as materialized (select set_config('synchronous_commit', 'on', true))
    insert into t select 1 from confirmed returning n
    """

  /// Inserts with a commit that will wait, and comes back when it does.
  static func insert(on database: Database) async throws -> Task<[PostgresRow], any Error> {
    try await database.runScript("create table t (n int8)")
    let inserting = Task<[PostgresRow], any Error> { try await database.transact(insert) }
    try await `When the server`.wait(on: database, until: "select from pg_stat_activity where wait_event = 'SyncRep'")
    return inserting
  }

  @Test func `gives its rows once they are committed`() async throws {
    let server = try await ThrowawayServer.start(settings: `A COMMIT`.waiting)
    let database = try `When the server`.open(server.url)
    let inserting = try await Self.insert(on: database)
    #expect(try await database.first("select n from t") == nil)
    try await database.runScript("alter system set synchronous_standby_names = ''")
    try await database.execute("select pg_reload_conf()")
    #expect(try await inserting.value.first?.decode(Int.self) == 1)
    #expect(try await database.first("select n from t")?.decode(Int.self) == 1)
    await database.close()
    await server.kill()
  }

  @Test func `has an unknown outcome where its connection is lost, and is not tried again`() async throws {
    let server = try await ThrowawayServer.start(settings: `A COMMIT`.waiting)
    let database = try `When the server`.open(server.url)
    let inserting = try await Self.insert(on: database)
    await server.kill()
    let error = await #expect(throws: PostgresError.self) { try await inserting.value }
    #expect(error?.code == .outcomeUnknown && error?.outcomeIsUnknown == true)
    try await server.start()
    #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 1)
    await database.close()
    await server.kill()
  }

  @Test func `is not acknowledged where no standby confirmed it`() async throws {
    let server = try await ThrowawayServer.start(settings: `A COMMIT`.waiting)
    let database = try `When the server`.open(server.url)
    let inserting = try await Self.insert(on: database)
    try await database.execute("select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'")
    let error = await #expect(throws: PostgresError.self) { try await inserting.value }
    #expect(error?.code == .notReplicated && error?.outcomeIsUnknown == true)
    await database.close()
    await server.kill()
  }

  @Test func `is not acknowledged to a task that is cancelled while the standby is waited for`() async throws {
    let server = try await ThrowawayServer.start(settings: `A COMMIT`.waiting)
    let database = try `When the server`.open(server.url)
    let inserting = try await Self.insert(on: database)
    inserting.cancel()
    let error = await #expect(throws: PostgresError.self) { try await inserting.value }
    #expect(error?.code == .notReplicated)
    #expect(try await database.first("select n from t")?.decode(Int.self) == 1)
    await database.close()
    await server.kill()
  }

  @Test func `is undone when its task is cancelled before its end`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript("create table t (n int8)")
      let inserting = Task {
        _ = try await database.transact("with one as (insert into t values (1)) select pg_sleep(600)")
      }
      try await `When the server`.wait(
        on: database,
        until: "select from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()")
      inserting.cancel()
      let error = await #expect(throws: PostgresError.self) { try await inserting.value }
      #expect(error?.code == .cancelled)
      #expect(try await database.first("select n from t") == nil)
    }
  }

  @Test func `reads the newest whatever the database's default is`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript(
        """
        do $$ begin
          execute format('alter database %I set default_transaction_isolation = serializable', current_database());
        end $$
        """)
      let other = Database(database.configuration)
      let isolation = try await other.transact("select current_setting('transaction_isolation')").first
      #expect(try isolation?.decode(String.self) == "read committed")
      await other.close()
    }
  }

  @Test func `is tried again when the database gave up in favor of others, and only then`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript(
        """
        create table t (n int8);
        create sequence attempt;
        create function tried(until int8, code text) returns int8 language plpgsql as $$
        begin
          insert into t values (1);
          if nextval('attempt') < until then raise exception 'not yet' using errcode = code; end if;
          return currval('attempt');
        end $$;
        """)
      #expect(try await database.transact("select tried(\(3), \("40001"))").first?.decode(Int.self) == 3)
      #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 1, "two were undone")
      await #expect(throws: PostgresError.self) { try await database.transact("select tried(\(99), \("22012"))") }
      #expect(try await database.first("select currval('attempt')")?.decode(Int.self) == 4)
      await #expect(throws: PostgresError.self) {
        try await database.transact("select tried(\(99), \("40P01"))", retries: 2)
      }
      #expect(try await database.first("select last_value from attempt")?.decode(Int.self) == 7)
      #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 1)
    }
  }

  @Test func `goes to another server when this one takes no writes any more`() async throws {
    let server = try await ThrowawayServer.start()
    let url = server.url + "&target_session_attrs=read-write"
    let database = Database(try DatabaseConfiguration(url: url, poolSize: 1, leaseTimeout: .seconds(120)))
    try await database.runScript("create table t (n int8); set default_transaction_read_only = on")
    let before = database.statistics.connects
    try await database.transact("insert into t values (1)")
    #expect(database.statistics.connects > before)
    #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 1)
    await database.close()
    await server.kill()
  }

  @Test func `is not sent by a task that is cancelled`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript("create table t (n int8)")
      let inserting = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        _ = try await database.transact("insert into t values (1)")
      }
      let error = await #expect(throws: PostgresError.self) { try await inserting.value }
      #expect(error?.code == .cancelled)
      #expect(try await database.first("select count(*) from t")?.decode(Int.self) == 0)
    }
  }
}
