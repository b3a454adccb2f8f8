import CivilTime
import Gateway
import Postgres
import Records
import Services
import Site
import TestKit
import Testing

@Suite struct `Staff's page of protection` {
  private func visiting(
    _ role: Records.Role = .responder, _ body: (StaffSite, inout Browser) async throws -> Void
  ) async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria", role)
      try await Following(scene).fill()
      await browser.get("/en/staff/protection")
      try await body(scene, &browser)
    }
  }

  @Test func `hides a person at once, and shows them again`() async throws {
    try await visiting { scene, browser in
      await browser.post("/en/staff/protection", [("change", "new"), ("number", "1")])
      #expect(browser.page.contains("value=\"1\""))
      let hidden = await browser.post(
        "/en/staff/protection",
        [("change", "protect"), ("person", "1"), ("kind", "hidden"), ("asker", "lawyer"), ("days", "30")])
      #expect(hidden.headers["Location"] == "/en/staff/protection?done")
      let row = try #require(
        try await scene.owner.first(
          "select asked_by, set_by is not null, until - set_at = interval '30 days' from protection where lifted_at is null"
        ))
      let (asker, hasAccount, lasts) = try row.decode(String.self, Bool.self, Bool.self)
      #expect(asker == "lawyer" && hasAccount && lasts)
      let again = await browser.post(
        "/en/staff/protection", [("change", "protect"), ("person", "1"), ("kind", "hidden"), ("asker", "lawyer")])
      #expect(again.headers["Location"] == "/en/staff/protection?already")
      await browser.post("/en/staff/protection", [("change", "lift"), ("number", "1"), ("because", "mistake")])
      #expect(try await scene.owner.first("select 1 from protection where lifted_at is null") == nil)
      let verbs = try await scene.owner.rows(
        "select verb from audit_entry where verb like 'person%' order by id"
      ).map { try $0.decode(String.self) }
      #expect(verbs == ["personHidden", "personShown"])
    }
  }

  @Test func `screens what private sources tell`() async throws {
    try await visiting { scene, browser in
      #expect(browser.page.contains("2 people wait to be screened"))
      await browser.post("/en/staff/protection", [("change", "safe"), ("number", "2")])
      await browser.get("/en/staff/protection")
      #expect(browser.page.contains("1 person waits to be screened"))
      await browser.post("/en/staff/protection", [("change", "unsafe"), ("number", "3")])
      await browser.get("/en/staff/protection")
      #expect(browser.page.contains("Nothing waits to be screened"))
      let protected = try await scene.owner.first("select kind from protection where person_id = 3")
      #expect(try protected?.decode(String.self) == "safety")
    }
  }

  @Test func `tells of guesses and closed answers, and opens them again`() async throws {
    try await visiting { scene, browser in
      try await scene.owner.execute(
        """
        insert into automatic_stop (person_id, stopped_at, until)
        values (1, \(scene.now), \(scene.now.adding(seconds: 86_400)))
        """)
      try await scene.owner.execute(
        """
        insert into automatic_closing (by_number, closed_at, until, answered, usual)
        values (false, \(scene.now), \(scene.now.adding(seconds: 86_400)), 24, 4)
        """)
      await browser.get("/en/staff/protection")
      #expect(browser.page.contains("Automatic answers are closed") && browser.page.contains("guessed at 1 person"))
      await browser.post("/en/staff/protection", [("change", "seen"), ("number", "1")])
      await browser.post("/en/staff/protection", [("change", "open")])
      await browser.get("/en/staff/protection")
      #expect(!browser.page.contains("Automatic answers are closed") && browser.page.contains("Nobody was guessed at"))
    }
  }

  @Test(arguments: [[("change", "protect"), ("person", "1"), ("kind", "hidden")], [("change", "open")]])
  func `is closed to operators`(_ form: [(String, String)]) async throws {
    try await visiting(.operator) { scene, browser in
      #expect(await browser.get("/en/staff/protection").status == .forbidden)
      await browser.get("/en/staff")
      #expect(await browser.post("/en/staff/protection", form).status == .forbidden)
      let kept = try await scene.owner.first("select 1 from protection")
      #expect(kept == nil)
    }
  }
}
