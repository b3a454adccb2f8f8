import CivilTime
import Gateway
import Postgres
import Records
import Services
import Site
import TestKit
import Testing
import Vault

@Suite struct `Being signed in` {
  /// Every page of staff but the door itself.
  static let paths = StaffRoute.allCases.filter { !$0.isDoor && $0 != .signOut && $0 != .confirm }.map { route in
    "/en/" + route.components.joined(separator: "/")
  }

  @Test(arguments: paths) func `is needed for every page`(_ path: String) async throws {
    try await StaffSite.with { scene in
      var stranger = Browser(scene.site)
      let response = await stranger.get(path)
      #expect(response.status == .seeOther)
      #expect(response.headers["Location"] == "/en/staff/sign-in")
      let posted = await stranger.post(path, [("name", "Maria")], token: "")
      #expect(posted.status == .seeOther || posted.status == .methodNotAllowed)
    }
  }

  @Test func `of an attorney, who waits at doors, ends after four hours without use`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("ana", .attorney)
      scene.wait(seconds: 4 * 3600 - 60)
      #expect(await browser.get("/en/staff").status == .ok)
      scene.wait(seconds: 4 * 3600)
      #expect(await browser.get("/en/staff").headers["Location"] == "/en/staff/sign-in?ended")
    }
  }

  @Test func `ends after a quarter of an hour without use`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      for _ in 0..<4 {
        scene.wait(seconds: 14 * 60)
        #expect(await browser.get("/en/staff").status == .ok)
      }
      scene.wait(seconds: 15 * 60)
      let response = await browser.get("/en/staff")
      #expect(response.headers["Location"] == "/en/staff/sign-in?ended")
      #expect(browser.cookies[SiteApplication.staffCookie] == nil)
      await browser.get("/en/staff/sign-in?ended")
      #expect(browser.page.contains("after 15 minutes without use"))
    }
  }

  @Test func `ends with the day's work, however busy it was`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      for _ in 0..<71 {
        scene.wait(seconds: 600)
        #expect(await browser.get("/en/staff").status == .ok)
      }
      scene.wait(seconds: 600)
      #expect(await browser.get("/en/staff").status == .seeOther)
    }
  }

  @Test func `is ended by signing out, and the browser is told to forget`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      let cookie = browser.cookies[SiteApplication.staffCookie]
      await browser.get("/en/staff")
      let response = await browser.post("/en/staff/sign-out")
      #expect(response.status == .seeOther)
      #expect(response.headers["Clear-Site-Data"] == "\"cache\", \"storage\"")
      #expect(browser.cookies[SiteApplication.staffCookie] == nil)
      browser.take(SiteApplication.staffCookie, cookie)
      #expect(await browser.get("/en/staff").status == .seeOther, "a copied cookie is of no use")
    }
  }

  @Test func `can be ended from another place by its owner`() async throws {
    try await StaffSite.with { scene in
      var phone = try await scene.browser("maria")
      scene.wait(seconds: 60)
      var desk = try await scene.browser("maria")
      await desk.get("/en/staff/sessions")
      let ids = desk.page.matches(of: /name="session" value="([0-9]+)"/).map { String($0.output.1) }
      #expect(ids.count == 2)
      await desk.post("/en/staff/sessions", [("session", try #require(ids.last))])
      #expect(await phone.get("/en/staff").status == .seeOther)
      #expect(await desk.get("/en/staff").status == .ok)
    }
  }

  @Test func `cannot be ended by another`() async throws {
    try await StaffSite.with { scene in
      var maria = try await scene.browser("maria")
      await maria.get("/en/staff/sessions")
      let id = try #require(maria.page.firstMatch(of: /name="session" value="([0-9]+)"/)).output.1
      var omar = try await scene.browser("omar", .operator)
      await omar.get("/en/staff/sessions")
      await omar.post("/en/staff/sessions", [("session", String(id))])
      await omar.post("/en/staff/sessions", [("session", "others")])
      #expect(await maria.get("/en/staff").status == .ok)
    }
  }

  @Test func `ends for all when the account is disabled`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      try await scene.accounts.disable("maria", now: scene.now)
      #expect(await browser.get("/en/staff").status == .seeOther)
    }
  }
}

@Suite struct `A form of staff` {
  static let posts: [(path: String, fields: [(String, String)])] = [
    ("/en/staff/sign-out", []), ("/en/staff/search", [("name", "Maria Lopez")]),
    ("/en/staff/attempts", [("locator", "court"), ("result", "no_match"), ("lastName", "Lopez")]),
    ("/en/staff/sessions", [("session", "others")]),
  ]

  /// Another person's token, one made up, an empty one, none.
  enum Wrong: CaseIterable { case anothers, madeUp, empty, missing }

  static let wrongs = posts.indices.flatMap { post in Wrong.allCases.map { (post, $0) } }

  @Test(arguments: wrongs) func `does nothing without its session's token`(_ post: Int, _ wrong: Wrong) async throws {
    try await StaffSite.with { scene in
      var maria = try await scene.browser("maria")
      var other = try await scene.browser("other")
      await other.get("/en/staff")
      if wrong != .missing { await maria.get("/en/staff") }
      let token: String? =
        switch wrong {
        case .anothers: other.token
        case .madeUp: String(repeating: "A", count: 43)
        case .empty: ""
        case .missing: nil
        }
      if wrong == .missing { maria = maria.withoutPage }
      let response = await maria.post(Self.posts[post].path, Self.posts[post].fields, token: token)
      #expect(response.status == .forbidden)
      #expect(await maria.get("/en/staff").status == .ok, "nobody was signed out")
      let notes = try await scene.owner.rows("select id from locator_attempt")
      #expect(notes.isEmpty)
    }
  }

  static let foreign: [Headers] = [
    ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Sec-Fetch-Site": "none"],
    ["Origin": "https://evil.example"], ["Origin": "http://localhost:8081"],
    ["Sec-Fetch-Site": "cross-site", "Origin": "http://localhost:8080"],
  ]

  @Test(arguments: foreign.indices) func `is refused from another site, even with the right token`(
    _ index: Int
  ) async throws {
    try await StaffSite.with { scene in
      var maria = try await scene.browser("maria")
      await maria.get("/en/staff")
      let response = await maria.post("/en/staff/sign-out", headers: Self.foreign[index])
      #expect(response.status == .forbidden)
      #expect(await maria.get("/en/staff").status == .ok)
      let code = try await scene.accounts.invite("omar", role: .operator, now: scene.now).code.text
      var stranger = Browser(scene.site)
      await stranger.get("/en/staff/one-time-code")
      let entered = await stranger.post("/en/staff/one-time-code", [("code", code)], headers: Self.foreign[index])
      #expect(entered.status == .forbidden)
      #expect(stranger.cookies["entering"] == nil)
    }
  }

  @Test func `works where a browser says neither origin nor fetch metadata`() async throws {
    try await StaffSite.with { scene in
      var maria = try await scene.browser("maria")
      await maria.get("/en/staff/search")
      let response = await maria.post("/en/staff/search", [("name", "Maria")], headers: ["Origin": "null"])
      #expect(response.status == .ok)
    }
  }

  @Test func `changes nothing by being read`() async throws {
    try await StaffSite.with { scene in
      var maria = try await scene.browser("maria")
      #expect(await maria.get("/en/staff/sign-out").status == .methodNotAllowed)
      #expect(await maria.get("/en/staff").status == .ok)
    }
  }
}

extension Browser {
  /// The same browser with nothing on its screen.
  var withoutPage: Browser {
    var browser = Browser(site)
    for (name, value) in cookies { browser.take(name, value) }
    return browser
  }
}
