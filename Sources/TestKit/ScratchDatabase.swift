package import Postgres
internal import Foundation

/// Runs the body with a database of its own, made from a migrated template and dropped afterwards.
package func withScratchDatabase<Value: Sendable>(
  poolSize: Int = 4, timeouts: DatabaseConfiguration.Timeouts = DatabaseConfiguration.Timeouts(),
  isolation: isolated (any Actor)? = #isolation,
  _ body: (_ database: Database, _ url: String) async throws -> Value
) async throws -> Value {
  let (name, url) = try await TestDatabases.shared.create()
  let database = Database(try DatabaseConfiguration(url: url, poolSize: poolSize, timeouts: timeouts))
  let outcome: Result<Value, any Error>
  do {
    outcome = .success(try await body(database, url))
  } catch {
    outcome = .failure(error)
  }
  await database.close()
  try await TestDatabases.shared.drop(name)
  return try outcome.get()
}

/// Makes and drops scratch databases; the template is made once for each state of the schema.
package actor TestDatabases {
  package static let shared = TestDatabases()

  private var template: Task<String, any Error>?

  /// A new database and its URL.
  package func create() async throws -> (name: String, url: String) {
    let template = try await readyTemplate()
    let name = "scratch_\(Int(Date().timeIntervalSince1970))_\(UInt32.random(in: 0 ... .max))"
    try await Self.onServer { server in
      try await server.runScript(.named("create database \"\(name)\" template \"\(template)\""))
    }
    return (name, try TestServer.url(database: name))
  }

  package func drop(_ name: String) async throws {
    try await Self.onServer { server in
      try await server.runScript(.named("drop database if exists \"\(name)\" with (force)"))
    }
  }

  private func readyTemplate() async throws -> String {
    if let template { return try await template.value }
    let making = Task { try await Self.makeTemplate() }
    template = making
    return try await making.value
  }

  /// Several test processes may come at once: the first makes it, under a lock of the server.
  private static func makeTemplate() async throws -> String {
    let name = "template_paradero_\(SchemaState.fingerprint)"
    try await onServer { server in
      try await server.execute("select pg_advisory_lock(8041)")
      try await removeLeftovers(server)
      guard try await server.first("select 1 from pg_database where datname = \(name)") == nil else { return }
      let unfinished = name + "_making"
      try await server.runScript(.named("drop database if exists \"\(unfinished)\" with (force)"))
      try await server.runScript(.named("create database \"\(unfinished)\" template template0 encoding 'UTF8'"))
      try await SchemaState.migrate(try TestServer.url(database: unfinished))
      try await server.runScript(.named("alter database \"\(unfinished)\" rename to \"\(name)\""))
    }
    return name
  }

  /// Databases of test runs that were killed: older than an hour.
  private static func removeLeftovers(_ server: Lease) async throws {
    let limit = Int(Date().timeIntervalSince1970) - 3600
    let old = try await server.rows(
      """
      select datname::text from pg_database
      where datname ~ '^scratch_[0-9]+_[0-9]+$' and split_part(datname, '_', 2)::bigint < \(limit)
      """)
    for row in old {
      try await server.runScript(.named("drop database if exists \"\(try row.decode(String.self))\" with (force)"))
    }
  }

  private static func onServer(_ body: @Sendable (Lease) async throws -> Void) async throws {
    let configuration = try DatabaseConfiguration(url: try TestServer.url(), poolSize: 1, timeouts: .patient)
    let server = Database(configuration)
    do {
      try await server.withConnection { try await body($0) }
    } catch {
      await server.close()
      throw error
    }
    await server.close()
  }
}

extension TrustedScript {
  /// Statements about databases, whose names cannot be parameters; the names are made here.
  fileprivate static func named(_ sql: String) -> TrustedScript {
    TrustedScript(embeddedInBinary: Array(sql.utf8), name: "test set-up")
  }
}
