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
  static let password = "four lamps beside the canal"

  /// Goes the way of an invitation, from the code to the recovery codes.
  static func setUp(
    _ scene: StaffSite, _ name: String, _ role: Records.Role = .responder
  ) async throws -> (browser: Browser, secret: AppSecret, recovery: [String]) {
    let code = try await scene.accounts.invite(name, role: role, now: scene.now).code.text
    var browser = Browser(scene.site)
    #expect(await browser.useCode(code).headers["Location"] == "/en/staff/set-up")
    await browser.get("/en/staff/set-up")
    let kept = await browser.post("/en/staff/set-up", [("password", password), ("repeated", password)])
    #expect(kept.headers["Location"] == "/en/staff/set-up-app")
    await browser.get("/en/staff/set-up-app")
    let text = try #require(browser.page.firstMatch(of: /class="key">([A-Z2-7 ]+)</)).output.1
    let secret = try #require(AppSecret(base32(String(text))))
    #expect(browser.page.contains("otpauth://totp/Paradero:\(name)?secret=\(text.filter { $0 != " " })&amp;"))
    #expect(browser.page.contains("class=\"qr\""))
    let done = await browser.post("/en/staff/set-up-app", [("code", scene.code(secret))])
    #expect(done.status == .ok)
    let codes = browser.page.matches(of: /<li>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}-[0-9A-Z]{2})/).map { String($0.output.1) }
    return (browser, secret, codes)
  }

  private static func base32(_ text: String) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    let bits = text.filter { $0 != " " }.flatMap { letter -> [Int] in
      let value = alphabet.firstIndex(of: letter) ?? 0
      return (0..<5).map { value >> (4 - $0) & 1 }
    }
    return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
      UInt8(bits[start..<start + 8].reduce(0) { $0 << 1 | $1 })
    }
  }

  @Test func `leads from an invitation to the staff's pages, and from then on by password and app`() async throws {
    try await StaffSite.with { scene in
      var (browser, secret, recovery) = try await Self.setUp(scene, "maria")
      #expect(recovery.count == 10)
      let cookie = try #require(browser.cookies[SiteApplication.staffCookie])
      #expect(cookie.utf8.count == 43 && browser.cookies["entering"] == nil && browser.cookies["visitor"] == nil)
      #expect(await browser.get(Self.home).status == .ok)
      #expect(browser.page.contains("Signed in as maria (responder)") && !browser.page.contains(cookie))
      scene.wait(seconds: 60)
      var other = Browser(scene.site)
      let response = await other.signIn("maria", Self.password, scene.code(secret))
      #expect(response.status == .seeOther && response.headers["Location"] == Self.home)
      let set = try #require(response.cookies.first { $0.name == SiteApplication.staffCookie })
      #expect(set.sameSite == .strict && set.maxAge == nil, "it goes when the browser closes")
      #expect(await other.get(Self.home).status == .ok)
      // With a recovery code one lands where the rest of them is counted.
      var third = Browser(scene.site)
      await third.get("/en/staff/sign-in")
      await third.post("/en/staff/sign-in", [("name", "maria"), ("password", Self.password)])
      await third.get("/en/staff/second-factor")
      let entered = await third.post("/en/staff/second-factor", [("code", ""), ("recovery", recovery[0])])
      #expect(entered.headers["Location"] == "/en/staff/my-account")
      await third.get("/en/staff/my-account")
      #expect(third.page.contains("<dd>9</dd>"))
    }
  }

  @Test func `gives every sign-in a new session and ends the one before`() async throws {
    try await StaffSite.with { scene in
      let (browser, secret, _) = try await Self.setUp(scene, "maria")
      var old = browser
      let cookie = try #require(old.cookies[SiteApplication.staffCookie])
      scene.wait(seconds: 60)
      // A planted cookie does not become a session either.
      var planted = Browser(scene.site)
      planted.take(SiteApplication.staffCookie, cookie)
      await planted.get("/en/staff/sign-in")
      planted = planted.withoutPage
      var fresh = Browser(scene.site)
      fresh.take(SiteApplication.deviceCookie, browser.cookies[SiteApplication.deviceCookie])
      await fresh.get("/en/staff/sign-in")
      fresh.take(SiteApplication.staffCookie, cookie)
      await fresh.post("/en/staff/sign-in", [("name", "maria"), ("password", Self.password)])
      await fresh.get("/en/staff/second-factor")
      await fresh.post("/en/staff/second-factor", [("code", scene.code(secret))])
      #expect(fresh.cookies[SiteApplication.staffCookie] != cookie)
      #expect(await old.get(Self.home).status == .seeOther)
    }
  }

  @Test func `never shows again what was typed as a secret`() async throws {
    try await StaffSite.with { scene in
      var browser = Browser(scene.site)
      await browser.get("/en/staff/sign-in")
      let response = await browser.post(
        "/en/staff/sign-in", [("name", "<b>maria"), ("password", "Zzyxwvut secret words")])
      #expect(response.status == .unprocessableContent)
      #expect(browser.page.contains("&lt;b&gt;maria") && !browser.page.contains("Zzyxwvut"))
      #expect(await browser.useCode("K7M2-9DPT").status == .unprocessableContent)
      #expect(browser.page.contains("wrong or missing") && !browser.page.contains("value=\"K7M2"))
      for short in ["short", Self.password] {
        let code = try await scene.accounts.invite("a\(short.count)", role: .responder, now: scene.now).code.text
        await browser.useCode(code)
        await browser.get("/en/staff/set-up")
        let kept = await browser.post("/en/staff/set-up", [("password", short), ("repeated", "x")])
        #expect(kept.status == .unprocessableContent && !browser.page.contains("value=\"\(short)\""))
      }
    }
  }

  @Test func `says to password managers what each field is for, and can be pasted into`() async throws {
    try await StaffSite.with { scene in
      var browser = Browser(scene.site)
      await browser.get("/en/staff/sign-in")
      #expect(
        browser.page.contains("autocomplete=\"username\"") && browser.page.contains("autocomplete=\"current-password\"")
      )
      await browser.get("/en/staff/one-time-code")
      #expect(browser.page.contains("autocomplete=\"one-time-code\""))
      let code = try await scene.accounts.invite("maria", role: .responder, now: scene.now).code.text
      await browser.useCode("  \(code.lowercased().replacing("-", with: " "))\n")
      await browser.get("/en/staff/set-up")
      #expect(browser.page.matches(of: /autocomplete="new-password"/).count == 2)
      #expect(!browser.page.contains("onpaste") && !browser.page.contains("maxlength"))
    }
  }

  @Test func `asks whoever guesses to wait, and says how long`() async throws {
    try await StaffSite.with { scene in
      var browser = Browser(scene.site)
      await browser.get("/en/staff/sign-in")
      var last = Response()
      for _ in 0..<6 {
        last = await browser.post("/en/staff/sign-in", [("name", "maria"), ("password", "wrong")])
      }
      #expect(last.status == .tooManyRequests && last.headers["Retry-After"] == "2")
      #expect(browser.page.contains("2 seconds"))
    }
  }

  static let tokens: [(name: String, token: String?)] = [
    ("missing", nil), ("empty", ""), ("made up", String(repeating: "A", count: 43)),
  ]
  static let doors = ["sign-in", "one-time-code", "second-factor", "set-up", "set-up-app"]

  @Test(arguments: doors, tokens.indices) func `needs the form's own token`(_ door: String, _ index: Int) async throws {
    try await StaffSite.with { scene in
      let code = try await scene.accounts.invite("maria", role: .responder, now: scene.now).code.text
      var browser = Browser(scene.site)
      if Self.tokens[index].token != nil { await browser.get("/en/staff/sign-in") }
      let response = await browser.post(
        "/en/staff/\(door)", [("code", code), ("name", "maria"), ("password", Self.password)],
        token: Self.tokens[index].token)
      #expect(response.status == .forbidden && browser.cookies["entering"] == nil)
    }
  }

  @Test func `does not go on in another browser`() async throws {
    try await StaffSite.with { scene in
      let (_, secret, _) = try await Self.setUp(scene, "maria")
      scene.wait(seconds: 60)
      var first = Browser(scene.site)
      await first.get("/en/staff/sign-in")
      await first.post("/en/staff/sign-in", [("name", "maria"), ("password", Self.password)])
      var second = Browser(scene.site)
      #expect(await second.get("/en/staff/second-factor").headers["Location"] == "/en/staff/sign-in?again")
      await second.get("/en/staff/sign-in")
      let response = await second.post("/en/staff/second-factor", [("code", scene.code(secret))])
      #expect(response.headers["Location"] == "/en/staff/sign-in?again")
    }
  }
}

@Suite struct `What needs a fresh sign-in` {
  @Test func `is asked for again after ten minutes, and goes on where it was`() async throws {
    try await StaffSite.with { scene in
      let password = `Signing in on the page`.password
      var (browser, secret, _) = try await `Signing in on the page`.setUp(scene, "omar", .operator)
      #expect(await browser.get("/en/staff/invite").status == .ok)
      scene.wait(seconds: 600)
      #expect(await browser.get("/en/staff/invite").status == .forbidden)
      #expect(browser.page.contains("show that it is you"))
      let cookie = browser.cookies[SiteApplication.staffCookie]
      let wrong = await browser.post(
        "/en/staff/confirm", [("to", "/en/staff/invite"), ("password", "x"), ("code", scene.code(secret))])
      #expect(wrong.status == .unprocessableContent)
      let again = await browser.post(
        "/en/staff/confirm", [("to", "/en/staff/invite"), ("password", password), ("code", scene.code(secret))])
      #expect(again.headers["Location"] == "/en/staff/invite")
      #expect(browser.cookies[SiteApplication.staffCookie] != cookie)
      #expect(await browser.get("/en/staff/invite").status == .ok)
      browser.take(SiteApplication.staffCookie, cookie)
      #expect(await browser.get("/en/staff").status == .seeOther, "the old session has ended")
    }
  }

  @Test(arguments: [
    "https://evil.example/", "//evil.example", "/en", "/leave", "/en/staff/sign-out", "", "/en/staff/nothing",
  ])
  func `leads nowhere but to pages of staff`(_ to: String) async throws {
    try await StaffSite.with { scene in
      var (browser, secret, _) = try await `Signing in on the page`.setUp(scene, "omar", .operator)
      scene.wait(seconds: 60)
      await browser.get("/en/staff")
      let again = await browser.post(
        "/en/staff/confirm",
        [("to", to), ("password", `Signing in on the page`.password), ("code", scene.code(secret))])
      #expect(again.headers["Location"] == "/en/staff")
    }
  }

  @Test func `is needed for the table of visits, and for keeping accounts, also when only the form is sent`()
    async throws
  {
    try await StaffSite.with { scene in
      var ana = try await scene.browser("ana", .attorney)
      var omar = try await scene.browser("omar", .operator)
      await ana.get("/en/staff")
      await omar.get("/en/staff")
      #expect(await ana.post("/en/staff/visits/visits.csv").status == .ok)
      await ana.get("/en/staff")
      scene.wait(seconds: 600)
      #expect(await ana.post("/en/staff/visits/visits.csv").status == .forbidden)
      let forms: [(String, [(String, String)])] = [
        ("/en/staff/invite", [("name", "x"), ("role", "operator")]), ("/en/staff/accounts/ana", [("do", "disable")]),
        ("/en/staff/accounts/ana", [("do", "reset")]), ("/en/staff/my-account", [("do", "recovery")]),
        ("/en/staff/keys", [("label", "x"), ("scope", "accounts:read"), ("days", "7")]),
        ("/en/staff/applications", [("id", "1"), ("do", "refuse")]),
      ]
      for (path, fields) in forms { #expect(await omar.post(path, fields).status == .forbidden, "\(path)") }
      #expect(try await scene.accounts.all().filter { $0.disabledAt != nil }.isEmpty)
      #expect(await ana.get("/en/staff").status == .ok)
    }
  }
}
