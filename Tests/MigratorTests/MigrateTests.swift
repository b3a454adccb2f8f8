import Migrator
import Postgres
import Schema
import TestKit
import Testing

@Suite struct `A migration` {
  @Test func `does nothing the second time`() async throws {
    try await withEmptyDatabase { database, _ in
      let first = try await Migrator().migrate(database)
      #expect(first.applied.count == allMigrations.count)
      #expect(first.rebuilt)
      let second = try await Migrator().migrate(database)
      #expect(second.didNothing)
      #expect(try await Migrator().state(of: database) == .current(first.version))
    }
  }
}

/// A database that was never migrated.
func withEmptyDatabase(_ body: (_ database: Database, _ url: String) async throws -> Void) async throws {
  let name = "empty_\(UInt32.random(in: 0 ... .max))"
  let server = Database(try DatabaseConfiguration(url: try TestServer.url(), poolSize: 1, timeouts: .patient))
  try await server.runScript(TrustedScript(embeddedInBinary: Array("create database \(name)".utf8), name: "set-up"))
  let url = try TestServer.url(database: name)
  let database = Database(try DatabaseConfiguration(url: url, poolSize: 4, timeouts: .patient))
  let outcome: Result<Void, any Error>
  do {
    outcome = .success(try await body(database, url))
  } catch {
    outcome = .failure(error)
  }
  await database.close()
  try await server.runScript(
    TrustedScript(embeddedInBinary: Array("drop database \(name) with (force)".utf8), name: "clean-up"))
  await server.close()
  try outcome.get()
}
