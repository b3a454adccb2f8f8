import Gateway
import Postgres
import Records
import Services
import Site
import TestKit
import Testing

@Suite struct `Staff's pages of open searches` {
  @Test func `open a search from an answer, look at it, close it, open it again and delete it`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      await browser.get("/en/staff/search")
      await browser.post("/en/staff/search", [("name", "Maria Lopes"), ("birth", "3/4/1989")])
      #expect(browser.page.contains("Keep this search open"))
      let opened = await browser.post("/en/staff/following", [("name", "Maria Lopes"), ("birth", "3/4/1989")])
      #expect(opened.status == .seeOther)
      let path = try #require(opened.headers["Location"])
      #expect(!path.contains("Lopes"), "an address never holds whom somebody looks for")
      await browser.get(path)
      #expect(browser.page.contains("Maria Lopes") && browser.page.contains("being compared"))
      let list = await browser.get("/en/staff/following")
      #expect(list.status == .ok && browser.page.contains("1 open search"))
      for (change, text) in [("close", "It was closed."), ("reopen", "keeps it open")] {
        await browser.post(path, [("change", change)])
        await browser.get(path)
        #expect(browser.page.contains(text), "\(change)")
      }
      let deleted = await browser.post(path, [("change", "delete")])
      #expect(deleted.headers["Location"] == "/en/staff/following?deleted")
      #expect(try await scene.owner.first("select 1 from open_search") == nil)
      #expect(await browser.get(path).status == .seeOther, "what is gone leads back to the list")
    }
  }

  @Test func `say what is wrong with a form, and open nothing`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      await browser.get("/en/staff/following")
      let response = await browser.post("/en/staff/following", [("birth", "32/13/1989")])
      #expect(response.status == .unprocessableContent)
      #expect(try await scene.owner.first("select 1 from open_search") == nil)
    }
  }

  @Test func `keep a search open that is looked at, and mark what was seen`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      try await Following(scene).fill()
      await browser.get("/en/staff/following")
      #expect(browser.page.contains("1 not seen yet"))
      scene.wait(seconds: 7200)
      browser = try await scene.browser("maria")
      await browser.get("/en/staff/following/1")
      let left = try await scene.owner.first(
        "select extract(epoch from expires_at - \(scene.now))::float8 / 86400 from open_search where id = 1")
      #expect(try left?.decode(Double.self) == 90)
      await browser.get("/en/staff/following")
      #expect(!browser.page.contains("not seen yet"))
    }
  }

  @Test(arguments: ["/following", "/following/1", "/duplicates"])
  func `are closed to operators, who see nobody who is detained`(_ path: String) async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("omar", .operator)
      try await Following(scene).fill()
      #expect(await browser.get("/en/staff\(path)").status == .forbidden)
      await browser.get("/en/staff")
      for form in [
        [("name", "Maria")], [("change", "delete")],
        [("first", "1"), ("second", "2"), ("answer", "same"), ("why", "x")],
      ] {
        #expect(await browser.post("/en/staff\(path)", form).status != .ok)
      }
      #expect(try await scene.owner.first("select count(*) from open_search")?.decode(Int.self) == 2)
      #expect(try await scene.owner.first("select 1 from merged_person") == nil)
    }
  }
}

@Suite struct `Staff's page of people who may be one` {
  @Test func `asks for a reason, joins them, and parts them again`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      try await Following(scene).fill()
      await browser.get("/en/staff/duplicates")
      #expect(browser.page.contains("1 pair waits for a decision"))
      #expect(!browser.page.contains("100%"))
      let pair = [("first", "1"), ("second", "2"), ("answer", "same")]
      #expect(await browser.post("/en/staff/duplicates", pair).status == .unprocessableContent)
      let joined = await browser.post("/en/staff/duplicates", pair + [("why", "The same number and birth")])
      #expect(joined.headers["Location"] == "/en/staff/duplicates?done")
      #expect(try await scene.owner.first("select count(*) from merged_person")?.decode(Int.self) == 2)
      let again = await browser.post("/en/staff/duplicates", pair + [("why", "Again")])
      #expect(again.headers["Location"] == "/en/staff/duplicates?already")
      await browser.get("/en/staff/duplicates?already")
      #expect(browser.page.contains("Somebody decided this before"))
      #expect(browser.page.contains("No pair waits for a decision"))
      let decision = try await scene.owner.first("select id from pair_decision where is_same")?.decode(Int64.self) ?? 0
      let undone = await browser.post(
        "/en/staff/duplicates", [("decision", String(decision)), ("why", "A sister")])
      #expect(undone.headers["Location"] == "/en/staff/duplicates?done")
      #expect(try await scene.owner.first("select 1 from merged_person") == nil)
      await browser.get("/en/staff/duplicates")
      #expect(browser.page.contains("1 pair waits for a decision") && browser.page.contains("A sister"))
    }
  }

  @Test func `tells of a decision that stands in the way`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      try await Following(scene).fill()
      await browser.get("/en/staff/duplicates")
      let refused = await browser.post(
        "/en/staff/duplicates", [("first", "3"), ("second", "1"), ("answer", "same"), ("why", "x")])
      #expect(refused.headers["Location"] == "/en/staff/duplicates?contradicts")
    }
  }
}
