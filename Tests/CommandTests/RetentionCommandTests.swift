import Postgres
import TestKit
import Testing

@testable import paradero

@Suite struct `Retention at the command line` {
  private func installation(_ body: (_ run: (String...) async -> Ran) async throws -> Void) async throws {
    try await withScratchDatabase { database, url in
      try await database.execute("insert into facility (code, name, origin) values ('LOSHOLD', 'A place', 'test')")
      let environment = ["PARADERO_DATABASE_URL": url]
      try await body { (words: String...) in await run(words: words, environment: environment) }
    }
  }

  @Test func `says what went and what would go`() async throws {
    try await installation { run in
      let rehearsed = await run("retention", "sweep", "--dry-run")
      #expect(rehearsed.code == .success, "\(rehearsed.errors)")
      #expect(rehearsed.output.contains("0  visit requests\n") && rehearsed.output.contains("rehearsal"))
      let swept = await run("retention", "sweep", "--scrub")
      #expect(swept.code == .success, "\(swept.errors)")
      #expect(swept.output.contains("The tables were rewritten"))
      #expect(await run("retention", "sweep", "--dry-run", "--scrub").code == .usage)
    }
  }

  @Test func `sets, shows and lifts holds by name`() async throws {
    try await installation { run in
      #expect(await run("retention", "hold", "list").output == "There are no legal holds.\n")
      #expect(await run("retention", "hold", "set", "LOSHOLD", "--because", "x").code == .usage)
      let unknown = await run("retention", "hold", "set", "NOWHERE", "--by", "Judge Roe", "--because", "x")
      #expect(unknown.code == .badData)
      let set = await run("retention", "hold", "set", "LOSHOLD", "--by", "Judge Roe", "--because", "No. 1:26-cv-1")
      #expect(set.code == .success, "\(set.errors)")
      let listed = await run("retention", "hold", "list").output
      #expect(listed.contains("1  LOSHOLD  ordered by Judge Roe") && listed.contains("No. 1:26-cv-1"))
      let lifted = await run("retention", "hold", "lift", "1", "--by", "Judge Poe", "--because", "settled")
      #expect(lifted.code == .success, "\(lifted.errors)")
      #expect(await run("retention", "hold", "list").output.contains("; lifted by Judge Poe"))
      #expect(
        await run("retention", "hold", "lift", "1", "--by", "Judge Poe", "--because", "again").code == .badData)
    }
  }

  @Test func `lists every column with how it is kept`() async throws {
    try await installation { run in
      let table = await run("retention", "table").output
      #expect(table.contains("## person_description"))
      #expect(table.contains("| full_name | plain | identity | with its batch |"))
      #expect(!table.contains("|  |"))
    }
  }
}
