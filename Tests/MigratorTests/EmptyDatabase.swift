import Foundation
import Postgres
import Schema
import TestKit

/// Runs the body with a database that was never migrated, on the tests' server or another.
func withEmptyDatabase(
  on server: String? = nil, _ body: (_ database: Database, _ url: String) async throws -> Void
) async throws {
  let address = try server ?? TestServer.url()
  let name = "empty_\(UInt32.random(in: 0 ... .max))"
  let administrator = Database(try DatabaseConfiguration(url: address, poolSize: 1, timeouts: .patient))
  try await administrator.run("create database \(name) template template0 encoding 'UTF8'")
  let url = try TestServer.url(address, database: name)
  let database = Database(try DatabaseConfiguration(url: url, poolSize: 4, timeouts: .patient))
  let outcome: Result<Void, any Error>
  do {
    outcome = .success(try await body(database, url))
  } catch {
    outcome = .failure(error)
  }
  await database.close()
  try? await administrator.run("drop database \(name) with (force)")
  await administrator.close()
  try outcome.get()
}

extension PostgresSession {
  /// Runs what a test wrote; names of databases and roles cannot be parameters.
  func run(_ sql: String) async throws {
    try await runScript(TrustedScript(embeddedInBinary: Array(sql.utf8), name: "a test"))
  }

  func count(_ query: PostgresQuery) async throws -> Int { try await first(query)?.decode(Int.self) ?? -1 }
}

extension Migration {
  /// A migration that a test makes up.
  static func invented(_ version: Int, _ sql: String) -> Migration {
    Migration(version: version, name: "invented", sql: Array(sql.utf8))
  }
}

/// The schema of a database as `deploy/schema-dump` prints it.
func schemaDump(of url: String) throws -> String {
  let process = Process()
  let output = Pipe()
  process.executableURL = checkout.appendingPathComponent("deploy/schema-dump")
  process.arguments = [url]
  process.standardOutput = output
  try process.run()
  let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  process.waitUntilExit()
  return process.terminationStatus == 0 ? text : "deploy/schema-dump failed"
}

/// The folder with `Package.swift`.
let checkout = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }

/// The first lines in which two dumps differ, so that a failure says what it is about; nil when they are the same.
func firstDifference(_ one: String, _ other: String) -> String? {
  let lines = [one, other].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
  for index in 0..<max(lines[0].count, lines[1].count) {
    let pair = lines.map { index < $0.count ? String($0[index]) : "(end)" }
    if pair[0] != pair[1] { return "line \(index + 1): “\(pair[0])” and “\(pair[1])”" }
  }
  return nil
}
