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
}
