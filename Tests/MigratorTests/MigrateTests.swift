import Foundation
import Postgres
import Schema
import TestKit
import Testing

@testable import Migrator

@Suite struct `A migration` {
  @Test func `does nothing the second time`() async throws {
    try await withEmptyDatabase { database, url in
      let first = try await SchemaMigrator().migrate(database)
      #expect(first.applied == allMigrations.map(\.fullName))
      #expect(first.rebuilt)
      let before = try schemaDump(of: url)
      let second = try await SchemaMigrator().migrate(database)
      #expect(second.didNothing)
      #expect(second.version == first.version)
      #expect(firstDifference(try schemaDump(of: url), before) == nil)
    }
  }

  @Test func `builds views, functions and rights anew when told to, and the same ones`() async throws {
    try await withEmptyDatabase { database, url in
      _ = try await SchemaMigrator().migrate(database)
      let before = try schemaDump(of: url)
      try await database.run("drop view paradero.current_custody cascade; grant all on person to paradero_public")
      #expect(try await SchemaMigrator().migrate(database).didNothing)
      let report = try await SchemaMigrator().migrate(database, rebuild: true)
      #expect(report.rebuilt && report.applied.isEmpty)
      #expect(firstDifference(try schemaDump(of: url), before) == nil)
    }
  }

  @Test func `makes the schema that is committed`() async throws {
    try await withEmptyDatabase { database, url in
      _ = try await SchemaMigrator().migrate(database)
      let committed = try String(contentsOf: checkout.appendingPathComponent("sql/schema.sql"), encoding: .utf8)
      let difference = firstDifference(try schemaDump(of: url), committed)
      #expect(difference == nil, "run deploy/schema-dump and read what changed")
    }
  }

  @Test func `makes the same schema in steps as at once`() async throws {
    try await withEmptyDatabase { database, url in
      for count in 1...allMigrations.count {
        let isLast = count == allMigrations.count
        _ = try await SchemaMigrator(
          migrations: Array(allMigrations.prefix(count)), replaceable: isLast ? allReplaceable : []
        ).migrate(database)
      }
      let inSteps = try schemaDump(of: url)
      try await withEmptyDatabase { database, url in
        _ = try await SchemaMigrator().migrate(database)
        #expect(firstDifference(inSteps, try schemaDump(of: url)) == nil)
      }
    }
  }

  @Test func `tells of batches that were there before how new their reports are`() async throws {
    try await withEmptyDatabase { database, _ in
      _ = try await SchemaMigrator(migrations: Array(allMigrations.prefix(24)), replaceable: []).migrate(database)
      try await database.run(
        """
        insert into source (name, kind, trust) values ('A roster', 'roster', 2);
        insert into batch (source_id, kind, finished_at)
          select id, 'import', f from source, unnest(array[now(), now(), null]) f;
        insert into person (batch_id) select id from batch;
        insert into custody_event (person_id, batch_id, kind, place_text, precision, reported_at)
          select id, batch_id, 'book_in', 'A place', 'unknown', '2026-02-03T00:00:00Z'
          from person where batch_id <> (select min(id) from batch);
        """)
      _ = try await SchemaMigrator().migrate(database)
      let told = try await database.rows("select newest_report_at::text from batch order by id")
        .map { try $0.decode(String?.self) }
      #expect(told.map { $0?.prefix(10) } == [nil, "2026-02-03", nil])
    }
  }

  @Test func `is done by one of many who start at once, and the others find it done`() async throws {
    try await withEmptyDatabase { database, url in
      let reports = try await withThrowingTaskGroup(of: SchemaMigrator.Report.self) { group in
        for _ in 0..<4 {
          group.addTask {
            let own = Database(try DatabaseConfiguration(url: url, poolSize: 1, timeouts: .patient))
            do {
              let report = try await SchemaMigrator().migrate(own)
              await own.close()
              return report
            } catch {
              await own.close()
              throw error
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(reports.count { !$0.didNothing } == 1)
      #expect(try await database.count("select count(*) from migration") == allMigrations.count)
    }
  }

  @Test func `that fails leaves nothing, not even those before it`() async throws {
    try await withEmptyDatabase { database, _ in
      let broken = SchemaMigrator(migrations: allMigrations + [.invented(9000, "create table half (); select 1 / 0")])
      let fault = try await #require(throws: MigrationFault.self) { try await broken.migrate(database) }
      #expect("\(fault)".hasPrefix("m9000_invented failed and nothing was changed"))
      #expect(
        try await database.count("select count(*) from pg_class where relnamespace = 'public'::regnamespace") == 0)
      #expect(try await SchemaMigrator().state(of: database) == .empty)
    }
  }

  @Test func `that fails on a database in use leaves it as it was`() async throws {
    try await withEmptyDatabase { database, url in
      _ = try await SchemaMigrator().migrate(database)
      let before = try schemaDump(of: url)
      let broken = SchemaMigrator(migrations: allMigrations + [.invented(9000, "drop table change; select 1 / 0")])
      await #expect(throws: MigrationFault.self) { try await broken.migrate(database) }
      #expect(firstDifference(try schemaDump(of: url), before) == nil)
      #expect(try await SchemaMigrator().state(of: database).isCurrent)
    }
  }

  @Test func `that is killed leaves nothing, and the next one starts from there`() async throws {
    let server = try await ThrowawayServer.start()
    try await withEmptyDatabase(on: server.url) { _, url in
      let slow = SchemaMigrator(migrations: allMigrations + [.invented(9000, "select pg_sleep(60)")])
      let own = Database(try DatabaseConfiguration(url: url, poolSize: 1, timeouts: .patient))
      let migrating = Task { try await slow.migrate(own) }
      let watcher = Database(try DatabaseConfiguration(url: url, poolSize: 1))
      while try await watcher.count(
        "select count(*) from pg_stat_activity where query like '%pg_sleep(60)' and state = 'active'")
        == 0
      {
        try await Task.sleep(for: .milliseconds(10))
      }
      await watcher.close()
      await server.kill()
      await #expect(throws: (any Error).self) { try await migrating.value }
      await own.close()
      try await server.start()
      let again = Database(try DatabaseConfiguration(url: url, poolSize: 1, timeouts: .patient))
      #expect(try await SchemaMigrator().state(of: again) == .empty)
      #expect(try await SchemaMigrator().migrate(again).applied == allMigrations.map(\.fullName))
      await again.close()
    }
    await server.kill()
  }
}

@Suite struct `A database that cannot be migrated` {
  @Test func `is one that a newer program has migrated`() async throws {
    try await withEmptyDatabase { database, url in
      _ = try await SchemaMigrator(migrations: allMigrations + [.invented(9000, "create table newer ()")]).migrate(
        database)
      let newest = try #require(allMigrations.last?.version)
      let fault = try await #require(throws: MigrationFault.self) { try await SchemaMigrator().migrate(database) }
      #expect("\(fault)".hasPrefix("The database is at version 9000, newer than this program, which knows \(newest)"))
      #expect(try await SchemaMigrator().state(of: database) == .newer(database: 9000, binary: newest))
      #expect(try schemaDump(of: url).contains("CREATE TABLE public.newer"))
    }
  }

  @Test func `is one that was made with another text of a migration`() async throws {
    try await withEmptyDatabase { database, _ in
      _ = try await SchemaMigrator().migrate(database)
      try await database.run("update migration set sha256 = sha256('edited') where version = 1")
      let fault = try await #require(throws: MigrationFault.self) { try await SchemaMigrator().migrate(database) }
      #expect("\(fault)".hasPrefix("Migration m0001_foundation is not the one"))
    }
  }

  @Test func `is one that another program has migrated`() async throws {
    try await withEmptyDatabase { database, _ in
      _ = try await SchemaMigrator().migrate(database)
      try await database.run("update migration set name = 'm0001_other' where version = 1")
      let fault = try await #require(throws: MigrationFault.self) { try await SchemaMigrator().migrate(database) }
      #expect("\(fault)".contains("m0001_other where this program has m0001_foundation"))
    }
  }

  @Test func `is on a server where its user may not make the login roles, and is told how`() async throws {
    let server = try await ThrowawayServer.start()
    let administrator = Database(try DatabaseConfiguration(url: server.url, poolSize: 1))
    try await administrator.run("create role plain login")
    try await administrator.run("create database plain owner plain template template0 encoding 'UTF8'")
    let url = try TestServer.url(server.url, database: "plain")
    let plain = Database(try DatabaseConfiguration(url: url, user: "plain", poolSize: 1, timeouts: .patient))
    let fault = try await #require(throws: MigrationFault.self) { try await SchemaMigrator().migrate(plain) }
    #expect("\(fault)".hasPrefix("The database user plain may not create roles: as a superuser run create role"))
    #expect(try await SchemaMigrator().state(of: plain) == .empty)

    // What the sentence says to run is enough: the owner of a database needs no superuser.
    for role in Server.roles { try await administrator.run("create role \(role) login") }
    #expect(try await SchemaMigrator().migrate(plain).applied == allMigrations.map(\.fullName))
    let plainOwners = try schemaDump(of: url.replacing("user=owner", with: "user=plain"))
    try await withEmptyDatabase { database, url in
      _ = try await SchemaMigrator().migrate(database)
      #expect(firstDifference(plainOwners, try schemaDump(of: url)) == nil)
    }
    await plain.close()

    // A standby takes no migration.
    let standby = try await server.standby()
    let follower = Database(try DatabaseConfiguration(url: standby.url, poolSize: 1))
    let refused = try await #require(throws: MigrationFault.self) { try await SchemaMigrator().migrate(follower) }
    #expect("\(refused)".contains("is a standby"))
    await follower.close()
    await administrator.close()
    await standby.kill()
    await server.kill()
  }

  static let servers: [(change: @Sendable (inout Server) -> Void, sentence: String?)] = [
    ({ _ in }, nil),
    ({ $0.versionNumber = 140_019 }, "Paradero needs 15 or later"),
    ({ $0.encoding = "SQL_ASCII" }, "encoding is SQL_ASCII"),
    ({ $0.isStandby = true }, "migrate on the primary"),
    ({ $0.missingExtensions = ["pg_trgm", "unaccent"] }, "lacks pg_trgm and unaccent"),
    ({ $0.hasCollation = false }, "without ICU"),
    ({ $0.missingRoles = ["paradero_public"] }, "create role paradero_public login;"),
    (
      {
        $0.missingRoles = ["paradero_public"]
        $0.mayCreateRoles = true
      }, nil
    ),
  ]

  @Test(arguments: servers.indices) func `is told what stands in the way, in one sentence`(_ index: Int) {
    let (change, sentence) = Self.servers[index]
    var server = Server(
      versionNumber: 150_018, version: "15.18", encoding: "UTF8", isStandby: false, missingExtensions: [],
      hasCollation: true, user: "owner", mayCreateRoles: false, missingRoles: [])
    change(&server)
    let fault = server.fault?.description
    #expect((fault == nil) == (sentence == nil))
    if let sentence { #expect(fault?.contains(sentence) == true) }
    #expect(fault?.contains("\n") != true)
  }
}
