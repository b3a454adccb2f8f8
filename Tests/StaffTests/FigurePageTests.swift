import CivilTime
import Foundation
import Gateway
import Postgres
import Records
import Services
import Site
import Stores
import Testing

@Suite struct `Figures about requests` {
  private func rows(_ browser: inout Browser, _ query: String) async -> [[String]] {
    await browser.get("/en/staff/review/figures.csv?\(query)")
    return browser.page.split(separator: "\r\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `count what became of requests, in each group, with an interval`() async throws {
    try await ReviewScene.with { scene in
      // Two people at one door, who were let in: one incident. And one who only asked.
      var other = try await scene.site.browser("olga", .attorney, office: "Other & Other")
      let path = await other.arrive(for: "Sample One\nSample Two")
      scene.site.wait(seconds: 1800)
      await other.get(path)
      await other.tap(path, "let_in", other.also)
      let asked = await other.file()
      await other.tap(asked, "submitted", [("channel", "email")])
      _ = await other.file()
      var monitor = try await scene.monitor()
      let days = "from=2026-11-01&until=2026-12-01"
      for (by, item) in [
        ("place", "LOSHOLD"), ("month", "2026-11"), ("week", "2026-11-16"), ("tie", "prospective"), ("mode", "contact"),
      ] {
        let lines = await rows(&monitor, "by=\(by)&\(days)")
        try #require(lines.count > 2, "\(by)")
        #expect(lines[1].prefix(4) == ["group", "item", "requests", "incidents"])
        // What was never sent is no request yet.
        #expect(lines[2].prefix(9) == [by, item, "4", "3", "2", "1", "0", "0", "1"], "\(by): \(lines[2])")
        #expect(lines[2].suffix(3) == ["0.5000", "0.1500", "0.8500"], "\(lines[2])")
      }
      let rules = await rows(&monitor, "by=rule&\(days)")
      #expect(rules.contains { $0.prefix(5) == ["rule", "WAIT-60", "2", "1", "0"] }, "\(rules)")
      let later = await rows(&monitor, "by=place&from=2026-12-01&until=2026-12-31")
      #expect(!later.contains { $0.prefix(2) == ["place", "LOSHOLD"] })
      await monitor.get("/en/staff/review/figures?\(days)")
      for text in [
        "50% (15% to 85%)", "not a random sample", "role=\"img\"", "Aalen",
        "/en/staff/review?show=all&amp;place=LOSHOLD",
      ] {
        #expect(monitor.page.contains(text), "\(text)")
      }
      for name in ["Sample One", "olga", "PV-"] { #expect(!monitor.page.contains(name), "\(name)") }
      await monitor.get("/en/staff/review/figures.json?\(days)")
      let json = try #require(try JSONSerialization.jsonObject(with: Data(monitor.page.utf8)) as? [String: Any])
      #expect(json["note"] as? String == FigureTable.note && json["dictionary"] is [String: String])
      await monitor.get("/en/staff/review/figures?from=x&until=2026-13-01&by=nobody&place=%3Cb%3E&known=9999-99-99")
      #expect(monitor.page.contains("was not understood"))
      for (days, sentence) in [
        ("from=2026-12-01&until=2026-11-01", "There is no day to count"),
        ("from=2026-12-01&until=2026-12-01", "There is no day to count"), ("from=yesterday", "was not understood"),
      ] {
        for path in ["figures", "places", "patterns", "figures.csv", "figures.json", "incidents.csv", "report.pdf"] {
          let response = await monitor.get("/en/staff/review/\(path)?\(days)")
          #expect(response.status == (path.contains(".") ? .unprocessableContent : .ok), "\(path)")
          #expect(monitor.page.contains(sentence), "\(path)?\(days)")
        }
      }
    }
  }

  @Test func `give the same answer about the same moment, whatever is told later`() async throws {
    try await ReviewScene.with { scene in
      scene.site.wait(seconds: 86_400)
      var monitor = try await scene.monitor()
      let known = "by=place&from=2026-11-01&until=2026-12-01&known=2026-11-21"
      let before = await rows(&monitor, known)
      scene.site.wait(seconds: 86_400)
      monitor = try await scene.monitor()
      scene.attorney = try await scene.site.browser("ana", .attorney)
      await scene.attorney.get(scene.path)
      let last = try await scene.site.count("select max(id)::int from visit_event where kind = 'refused'")
      await scene.attorney.tap(scene.path, "taken_back", [("corrects", String(last))])
      #expect(await rows(&monitor, known) == before)
      let now = await rows(&monitor, "by=place&from=2026-11-01&until=2026-12-01")
      try #require(before.count > 2 && now.count > 2)
      #expect(before[2][5] == "1" && now[2][5] == "0", "denied then, and not any more: \(now[2])")
      let earlier = await rows(&monitor, known.replacing("11-21", with: "11-19"))
      #expect(!earlier.contains { $0.prefix(2) == ["place", "LOSHOLD"] })
    }
  }

  @Test func `are read by a program with a key for them alone`() async throws {
    try await ReviewScene.with { scene in
      let site = scene.site
      func key(_ browser: inout Browser, _ scope: String) async throws -> String {
        await browser.get("/en/staff/keys")
        await browser.post("/en/staff/keys", [("label", scope), ("scope", scope), ("days", "90")])
        return String(try #require(browser.page.firstMatch(of: /paradero_[A-Za-z0-9_-]{43}/)).output)
      }
      func ask(_ key: String, _ query: [(String, String)]) async throws -> (Response, String) {
        let response = await site.site.respond(
          to: Request(
            method: .get, path: "/api/v1/figures", query: Fields(query.map { (name: $0.0, value: $0.1) }),
            headers: ["Authorization": "Bearer \(key)"], origin: try #require(Origin("http://localhost:8080"))))
        guard case .bytes(let bytes) = response.body else { return (response, "") }
        return (response, String(decoding: bytes, as: UTF8.self))
      }
      var monitor = try await scene.monitor()
      let figures = try await key(&monitor, "figures:read"), arrests = try await key(&monitor, "arrests:read")
      let days = [("from", "2026-11-01"), ("until", "2026-12-01")]
      let (response, said) = try await ask(figures, days)
      #expect(response.status == .ok)
      let json = try #require(try JSONSerialization.jsonObject(with: Data(said.utf8)) as? [String: Any])
      #expect(json["note"] as? String == FigureTable.note)
      let first = try #require((json["outcomes"] as? [[String: Any]])?.first)
      #expect((first["count"] as? [String: Any])?["requests"] as? Int == 1)
      let (_, table) = try await ask(figures, days + [("by", "week"), ("format", "csv")])
      #expect(table.contains("\r\nweek,2026-11-16,1,1,0,1,"), "\(table.prefix(300))")
      #expect(try await ask(arrests, days).0.status == .forbidden)
      for (first, code) in [("yesterday", "day-not-understood"), ("2026-12-01", "no-day-between")] {
        let (refused, why) = try await ask(figures, [("from", first), ("until", "2026-12-01")])
        #expect(refused.status == .unprocessableContent && why.contains("\"\(code)\""), "\(first): \(why)")
      }
    }
  }

  @Test func `count for nobody else`() async throws {
    try await ReviewScene.with { scene in
      let query = FigureQuery(
        from: try #require(CivilDate(iso: "2026-11-01")), until: try #require(CivilDate(iso: "2026-12-01")),
        asOf: scene.site.now)
      // The rights of the database, whatever a page would do.
      for (actor, requests) in [("account:1", 0), ("", 0), ("service:sweep", 0), ("service:report", 1)] {
        let counted = try await scene.site.visitDatabase.transaction(readOnly: true, actor: actor) { session in
          try await FigureStore(session).outcomes(query).reduce(0) { $0 + $1.requests }
        }
        #expect(counted == requests, "\(actor)")
      }
    }
  }
}
