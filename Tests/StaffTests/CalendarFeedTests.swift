import Gateway
import Postgres
import Records
import Services
import Site
import Testing

@Suite struct `A calendar that a program reads` {
  /// Makes a key on the page and gives the address that the page shows, without the site's own.
  private static func feed(_ browser: inout Browser, _ scopes: [String]) async throws -> String {
    await browser.get("/en/staff/keys")
    await browser.post(
      "/en/staff/keys", [("label", "calendar"), ("days", "90")] + scopes.map { ("scope", $0) })
    let address = try #require(browser.page.firstMatch(of: /http:\/\/localhost:8080(\/calendar\/paradero_[^<]+\.ics)/))
    return String(address.output.1)
  }

  @Test func `shows slots and deadlines without names, and with them only to whom it was allowed`() async throws {
    try await StaffSite.withPlace { scene in
      var ana = try await scene.browser("ana", .attorney)
      let path = await ana.file([("urgency", "hearing"), ("urgentDay", "2026-11-25"), ("urgentTime", "9:00 am")])
      await ana.tap(path, "submitted", [("channel", "email")])
      await ana.tap(
        path, "scheduled",
        [("slotDay", "2026-11-24"), ("slotFrom", "9:00 am"), ("slotTo", "10:00 am"), ("channel", "email")])
      let plain = try await Self.feed(&ana, ["calendar:read"])
      var program = Browser(scene.site)
      let answer = await program.get(plain)
      #expect(answer.status == .ok && answer.headers["Content-Type"] == "text/calendar; charset=utf-8")
      #expect(answer.headers["Cache-Control"] == "private, no-store")
      #expect(program.page.contains("DTSTART:20261124T170000Z\r\n") && program.page.contains("BEGIN:VALARM"))
      #expect(!program.page.contains("Sample Client"))
      // The same facts give the same bytes.
      let first = program.page
      scene.wait(seconds: 60)
      await program.get(plain)
      #expect(program.page == first)
      let named = try await Self.feed(&ana, ["calendar:names"])
      await program.get(named)
      #expect(program.page.contains("Sample Client"))
      // Another office's calendar has nothing of it.
      var carl = try await scene.browser("carl", .attorney, office: "Another Office")
      await program.get(try await Self.feed(&carl, ["calendar:names"]))
      #expect(program.page.contains("BEGIN:VCALENDAR") && !program.page.contains("BEGIN:VEVENT"))
    }
  }

  @Test func `opens nothing else, and nothing opens it but its key`() async throws {
    try await StaffSite.withPlace { scene in
      var ana = try await scene.browser("ana", .attorney)
      _ = await ana.file()
      let path = try await Self.feed(&ana, ["calendar:read"])
      let key = String(path.dropFirst("/calendar/".count).dropLast(4))
      var program = Browser(scene.site)
      for wrong in ["/calendar/paradero_x.ics", "/calendar/\(key)", "/calendar/\(key)A.ics", "/calendar/.ics"] {
        #expect(await program.get(wrong).status == .notFound, "\(wrong)")
      }
      // A key for the list of visits is none for a calendar.
      await ana.get("/en/staff/keys")
      await ana.post("/en/staff/keys", [("label", "x"), ("days", "90"), ("scope", "visits:read")])
      let other = try #require(ana.page.firstMatch(of: /paradero_[A-Za-z0-9_-]+/)).output
      #expect(await program.get("/calendar/\(other).ics").status == .notFound)
      await ana.get("/en/staff/keys")
      let number = try await scene.count("select id::int from api_token where 'calendar:read' = any (scopes)")
      await ana.post("/en/staff/keys", [("revoke", String(number))])
      #expect(await program.get(path).status == .notFound)
    }
  }
}
