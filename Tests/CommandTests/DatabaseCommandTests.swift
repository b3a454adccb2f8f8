import Foundation
import TestKit
import Testing

@testable import paradero

@Suite struct `Commands on a database` {
  @Test func `settle once what a database is for`() async throws {
    try await withScratchDatabase { _, url in
      let environment = ["PARADERO_DATABASE_URL": url]
      let first = await run("migrate", "--kind", "test", environment: environment)
      #expect(first.code == .success, "\(first.errors)")
      let again = await run("migrate", "--kind", "test", environment: environment)
      #expect(again.code == .success)
      #expect(again.output.hasSuffix("already.\n"))
      let other = await run("migrate", "--kind", "production", environment: environment)
      #expect(other.code == .configuration)
      #expect(other.errors.contains("made for tests, and cannot become one for real records"))
    }
  }

  @Test func `find nothing wrong with a database that is up to date`() async throws {
    try await withScratchDatabase { _, url in
      let environment = ["PARADERO_DATABASE_URL": url]
      _ = await run("migrate", "--kind", "test", environment: environment)
      let ran = await run("doctor", environment: environment)
      for subject in ["database", "server", "migrations", "clock", "roles"] {
        #expect(ran.output.contains("✔ \(subject)"), "\(subject): \(ran.output)")
      }
    }
  }

  @Test func `say in a sentence that a database does not answer`() async {
    let environment = ["PARADERO_DATABASE_URL": "postgresql:///nowhere?host=/nonexistent&user=nobody"]
    let migrated = await run("migrate", environment: environment)
    #expect(migrated.code == .unavailable)
    #expect(migrated.errors.filter { $0 == "\n" }.count == 1)
    let examined = await run("doctor", environment: environment)
    #expect(examined.code == .findings)
    #expect(examined.output.contains("✘ database"))
  }

  @Test(arguments: ["migrate", "serve"]) func `say which address is missing`(_ command: String) async {
    let ran = await run(command)
    #expect(ran.code == .configuration)
    #expect(ran.errors.contains("DATABASE_URL is not set"))
  }

  @Test func `refuse a kind that there is not`() async {
    #expect(await run("migrate", "--kind", "toy").code == .usage)
  }

  @Test func `write an address for each role that others cannot read`() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await withScratchDatabase { _, url in
      _ = await run("migrate", environment: ["PARADERO_DATABASE_URL": url])
      let ran = await run("roles", "--into", folder, environment: ["PARADERO_DATABASE_URL": url])
      #expect(ran.code == .success, "\(ran.errors)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.count == 5)
    for name in names {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
      #expect(try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).contains("paradero_"))
    }
  }

  @Test(arguments: [
    (
      "postgresql://owner:old@db.example:5433/records?sslmode=require",
      "postgresql://me:new@db.example:5433/records?sslmode=require"
    ),
    ("postgresql:///records?host=/run/x&user=owner", "postgresql:///records?host=/run/x&user=me&password=new"),
    ("host=db dbname=records user=owner", "host=db dbname=records user=owner user=me password=new"),
  ]) func `derive a role's address from the owner's`(_ owner: String, _ expected: String) throws {
    #expect(try RolesCommand.address(owner, user: "me", password: "new") == expected)
  }
}
