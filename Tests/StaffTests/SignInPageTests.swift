import CivilTime
import Gateway
import Postgres
import Records
import Services
import Site
import TestKit
import Testing
import Vault

@Suite struct `Signing in on the page` {
  static let home = "/en/staff"

  @Test func `takes a pasted code and opens the staff's pages`() async throws {
    try await StaffSite.with { scene in
      let code = try await scene.accounts.invite("maria", role: .responder, now: scene.now).code.text
      var browser = Browser(scene.site)
      let response = await browser.signIn("  \(code.lowercased().replacing("-", with: " "))\n")
      #expect(response.status == .seeOther)
      #expect(response.headers["Location"] == Self.home)
      let cookie = try #require(response.cookies.first { $0.name == SiteApplication.staffCookie })
      #expect(cookie.sameSite == .strict)
      #expect(cookie.maxAge == nil, "it goes when the browser closes")
      #expect(cookie.value.utf8.count == 43)
      #expect(await browser.get(Self.home).status == .ok)
      #expect(browser.page.contains("Signed in as maria (responder)"))
      #expect(!browser.page.contains(cookie.value))
    }
  }

  @Test func `lets a code in once`() async throws {
    try await StaffSite.with { scene in
      let code = try await scene.accounts.invite("maria", role: .responder, now: scene.now).code.text
      var first = Browser(scene.site)
      #expect(await first.signIn(code).status == .seeOther)
      var second = Browser(scene.site)
      #expect(await second.signIn(code).status == .unprocessableContent)
      #expect(second.page.contains("does not let you in"))
      #expect(await second.get(Self.home).headers["Location"] == "/en/staff/sign-in")
    }
  }

  @Test func `lets in exactly one of many who send a code at the same moment`() async throws {
    try await StaffSite.with(poolSize: 8) { scene in
      let code = try await scene.accounts.invite("maria", role: .responder, now: scene.now).code.text
      let statuses = await withTaskGroup(of: Int.self) { group in
        for _ in 0..<10 {
          group.addTask {
            var browser = Browser(scene.site)
            return await browser.signIn(code).status.code
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.sorted() == [303] + [Int](repeating: 422, count: 9))
    }
  }

  @Test func `refuses a code after a day`() async throws {
    try await StaffSite.with { scene in
      let code = try await scene.accounts.invite("maria", role: .responder, now: scene.now).code.text
      scene.wait(seconds: 24 * 3600)
      var browser = Browser(scene.site)
      #expect(await browser.signIn(code).status == .unprocessableContent)
    }
  }

  @Test func `says when a code is mistyped, and never shows it again`() async throws {
    try await StaffSite.with { scene in
      var browser = Browser(scene.site)
      for wrong in ["K7M2-9DPT", "<script>alert(1)</script>", ""] {
        #expect(await browser.signIn(wrong).status == .unprocessableContent)
        #expect(browser.page.contains("wrong or missing"))
        #expect(!browser.page.contains("9DPT\"") && !browser.page.contains("alert(1)"))
      }
    }
  }

  @Test func `gives every sign-in a new session and ends the one before`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      let old = try #require(browser.cookies[SiteApplication.staffCookie])
      // A planted cookie does not become a session either.
      var planted = Browser(scene.site)
      await planted.get("/en/staff/sign-in")
      planted.take(SiteApplication.staffCookie, old)
      let code = try await scene.accounts.code(for: "maria", now: scene.now).code.text
      await planted.post("/en/staff/sign-in", [("code", code)])
      let new = try #require(planted.cookies[SiteApplication.staffCookie])
      #expect(new != old)
      #expect(await browser.get(Self.home).status == .seeOther)
    }
  }

  @Test func `asks whoever guesses at a code to wait`() async throws {
    try await StaffSite.with { scene in
      try await scene.owner.execute(
        """
        insert into attempt_throttle (space, clear_at)
        values ('one-time code', \(scene.now.adding(seconds: 1000)))
        """)
      var browser = Browser(scene.site)
      let response = await browser.signIn(SpokenCode(.oneTime).text)
      #expect(response.status == .tooManyRequests)
      #expect(response.headers["Retry-After"] == "701")
      #expect(browser.page.contains("701 seconds"))
      // Whoever has a good code gets in all the same.
      let code = try await scene.accounts.invite("maria", role: .responder, now: scene.now).code.text
      #expect(await browser.signIn(code).status == .seeOther)
    }
  }

  static let tokens: [(name: String, token: String?)] = [
    ("missing", nil), ("empty", ""), ("made up", String(repeating: "A", count: 43)),
  ]

  @Test(arguments: tokens.indices) func `needs the form's own token`(_ index: Int) async throws {
    try await StaffSite.with { scene in
      let code = try await scene.accounts.invite("maria", role: .responder, now: scene.now).code.text
      var browser = Browser(scene.site)
      let other = Browser(scene.site)
      if Self.tokens[index].token != nil { await browser.get("/en/staff/sign-in") }
      let response = await browser.post("/en/staff/sign-in", [("code", code)], token: Self.tokens[index].token)
      #expect(response.status == .forbidden)
      // The code was not used up by it.
      var again = other
      #expect(await again.signIn(code).status == .seeOther)
    }
  }

  @Test func `keeps a sample account out of an installation that is no demo`() async throws {
    try await StaffSite.with("production") { scene in
      await #expect(throws: AccountFault.notADemo) {
        try await scene.accounts.sampleCode(for: "sample-operator", now: scene.now)
      }
    }
  }
}
