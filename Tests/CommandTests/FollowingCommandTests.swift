import Foundation
import Postgres
import TestKit
import Testing

@testable import paradero

@Suite struct `Following at the command line` {
  private static let share = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../sql")
    .standardized.path

  @Test func `proves that nothing was missed, and lists by number what may be one person`() async throws {
    try await withScratchDatabase(poolSize: 2) { database, url in
      let environment = [
        "PARADERO_DATABASE_URL": url, "PARADERO_SHARE": Self.share, "PARADERO_POOL_SIZE": "4",
        "PARADERO_ORIGIN": "https://paradero.example",
      ]
      func program(_ words: String...) async -> Ran { await run(words: words, environment: environment) }
      #expect(await program("migrate", "--kind", "test").code == .success)
      #expect(await program("following", "list").output == "There are no open searches.\n")
      #expect(await program("duplicates", "list").output == "No pair waits for a decision.\n")
      for (source, name) in [("Kern County", "XILOJ TZOC, MATEO"), ("Hotline", "SHILOJ TZOC, MATEO")] {
        try await database.execute(
          """
          with told as (insert into source (name, kind, trust) values (\(source), 'roster', 2) returning id),
            came as (insert into batch (source_id, kind, finished_at) select id, 'import', now() from told returning id),
            added as (insert into person (batch_id) select id from came returning id, batch_id)
          insert into person_description
            (person_id, batch_id, full_name, birth_date, birth_year, birth_basis, country, reported_at)
          select id, batch_id, \(name), '1991-04-13', 1991, 'date', 'GT', now() from added
          """)
      }
      let proposed = await program("duplicates", "propose")
      #expect(proposed.output == "2 people compared; 1 pairs wait for a decision.\n", "\(proposed.errors)")
      let listed = await program("duplicates", "list")
      #expect(listed.output.hasPrefix("1 and 2  ") && listed.output.contains("birth exact"))
      #expect(!listed.output.contains("MATEO") && !listed.output.contains("100%"))
      try await database.execute(
        """
        insert into open_search (name, birth_dates, opened_at, renewed_at, expires_at, due_at)
        values ('Mateo Xiloj', '{1991-04-13}', now(), now(), now() + interval '90 days', now() + interval '1 day')
        """)
      let broken = await program("following", "check", "--json")
      #expect(broken.code == .findings)
      #expect(broken.output.contains("\"missing\" : [\n") && !broken.output.contains("Mateo"))
      let repaired = await program("following", "check", "--repair")
      #expect(repaired.output.contains("2 missing:") && repaired.output.contains("They will be matched again."))
      let listing = await program("following", "list")
      #expect(listing.output.contains("waits to be matched") && !listing.output.contains("Mateo"))
    }
  }
}
