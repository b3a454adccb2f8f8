import Foundation
import TestKit
import Testing

@testable import paradero

@Suite struct `Searching at the command line` {
  private static let share = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../sql")
    .standardized.path

  private func demo(
    _ kind: String = "demo", _ body: (_ run: (String...) async -> Ran) async throws -> Void
  ) async throws {
    try await withScratchDatabase(poolSize: 2) { _, url in
      let environment = [
        "PARADERO_DATABASE_URL": url, "PARADERO_SHARE": Self.share, "PARADERO_POOL_SIZE": "3",
        "PARADERO_ORIGIN": "https://paradero.example",
      ]
      let settled = await run(words: ["migrate", "--kind", kind], environment: environment)
      #expect(settled.code == .success, "\(settled.errors)")
      try await body { (words: String...) in await run(words: words, environment: environment) }
    }
  }

  @Test func `invents people, and finds one with the weights behind the answer`() async throws {
    try await demo { run in
      #expect(await run("sample", "--people", "50").code == .configuration)
      #expect(await run("facilities", "load").code == .success)
      let made = await run("sample", "--people", "200", "--as-of", "2026-11-20")
      #expect(made.output.hasPrefix("200 invented people"), "\(made.errors)")

      let plain = await run("search", "Guadalupe", "Xiloj", "Tzoc", "--birth", "1998", "--country", "guatemalteca")
      #expect(plain.code == .success, "\(plain.errors)")
      #expect(plain.output.contains("likely match"))
      #expect(plain.output.contains("(an invented person)"))
      #expect(!plain.output.contains("xiloj ~ shiloj"))

      let explained = await run("search", "Guadalupe Xiloj Tzoc", "--birth", "1998", "--explain")
      #expect(explained.output.contains("xiloj ~ shiloj (soundsAlike)"), "\(explained.output)")
      #expect(explained.output.contains("guadalupe ~ lupe (nickname)"))

      let json = await run("search", "Guadalupe Xiloj Tzoc", "--birth", "1998", "--json")
      let report = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
      #expect(report?["outcome"] as? String == "found")
    }
  }

  @Test func `says what to do when nobody is found`() async throws {
    try await demo { run in
      let none = await run("search", "José Hernández Núñez", "--birth", "1989")
      #expect(none.output.contains("Nobody was found."))
      #expect(none.output.contains("There are no records here yet."))
      #expect(none.output.contains("  Jose | Hernandez Nunez"))
      let faulty = await run("search", "José", "--birth", "31/02/1990", "--country", "Atlantis")
      #expect(faulty.code == .usage)
      #expect(faulty.errors.contains("birth: is no date, year or age; country: is no country that is known"))
    }
  }

  @Test func `invents nobody where records are real`() async throws {
    try await demo("production") { run in
      _ = await run("facilities", "load")
      let refused = await run("sample", "--people", "10")
      #expect(refused.code == .notPermitted)
      #expect(refused.errors.contains("takes no invented people"))
    }
  }

  @Test func `notes looks elsewhere in the name of an account, and lists them`() async throws {
    try await demo("production") { run in
      #expect(await run("attempt", "list").output.contains("Nothing was looked up elsewhere yet."))
      #expect(await run("account", "invite", "maria", "--role", "responder", "--organisation", "Red").code == .success)
      let noted = await run(
        "attempt", "log", "--who", "maria", "--locator", "official_locator", "--result", "no_match", "--first", "Jose",
        "--last", "Hernandez", "--country", "hondureño", "--next", "12")
      #expect(noted.output == "Noted.\n", "\(noted.errors)")
      let listed = await run("attempt", "list")
      #expect(listed.output.contains("official_locator  no_match  Jose | Hernandez  HN  by maria  again "))
      let stranger = await run(
        "attempt", "log", "--who", "nobody", "--locator", "court", "--result", "found", "--last", "X")
      #expect(stranger.code == .badData)
      let faulty = await run(
        "attempt", "log", "--who", "maria", "--locator", "moon", "--result", "no_match", "--facility", "Somewhere")
      #expect(faulty.errors.contains("--locator is none of the choices"))
      #expect(faulty.errors.contains("--facility is given although nobody was found"))
      #expect(await run("attempt", "list").output.filter { $0 == "\n" }.count == 1)
    }
  }
}
