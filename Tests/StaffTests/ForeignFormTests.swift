import Gateway
import Postgres
import Services
import Site
import TestKit
import Testing

/// Every form that somebody without a session can send, and what a browser says when another page sent it off.
@Suite struct `A form without a session` {
  /// The page that shows it, where it goes, what is typed, and the table in which something stands afterwards if it was
  /// taken: the count of each is looked at.
  static let forms: [(page: String, action: String, fields: [(String, String)])] = [
    ("/en/sign-up", "/en/sign-up", attorney), ("/es/sign-up", "/es/sign-up", attorney),
    ("/en/staff/sign-in", "/en/staff/sign-in", [("name", "omar"), ("password", "four lamps beside the canal")]),
    ("/en/staff/sign-in", "/en/staff/second-factor", [("code", "123456")]),
    ("/en/staff/one-time-code", "/en/staff/one-time-code", [("code", "K7M2-9DPT-4H0W-R5CZ-8Q3X-7B")]),
    (
      "/en/staff/one-time-code", "/en/staff/set-up",
      [("password", "four lamps beside"), ("repeated", "four lamps beside")]
    ),
    ("/en/staff/one-time-code", "/en/staff/set-up-app", [("code", "123456")]),
    ("/en/receipt", "/en/receipt", [("receipt", "K7M2-9DPT-4H0W-R5CZ-8Q"), ("act", "delete")]),
  ]

  static let attorney = [
    ("name", "Sample Attorney"), ("barState", "CA"), ("barNumber", "123456"), ("office", "Sample Law"),
    ("accountName", "s.attorney"), ("notCounsel", "yes"),
  ]

  /// What is sent along: headers, and which token. `own` is the token of the page that is open.
  enum Token { case own, none, empty, another, cookie }
  static let foreign: [(what: String, headers: Headers, token: Token)] = [
    ("another site", ["Sec-Fetch-Site": "cross-site"], .own),
    ("a neighbour host", ["Sec-Fetch-Site": "same-site"], .own),
    ("the address bar", ["Sec-Fetch-Site": "none"], .own),
    ("another origin", ["Origin": "https://elsewhere.example"], .own),
    ("no token", ["Sec-Fetch-Site": "same-origin"], .none),
    ("an empty token", ["Sec-Fetch-Site": "same-origin"], .empty),
    ("the token of another browser", ["Sec-Fetch-Site": "same-origin"], .another),
    ("the cookie as token", ["Sec-Fetch-Site": "same-origin"], .cookie),
    ("no word of where it is from, and no token", [:], .none),
    ("a hidden origin, and another's token", ["Origin": "null"], .another),
  ]

  @Test func `is taken only from the page that this browser was shown`() async throws {
    try await StaffSite.with(hasReceipts: true) { scene in
      var tried = 0
      for form in Self.forms {
        for attempt in Self.foreign {
          var browser = Browser(scene.site)
          await browser.get(form.page)
          let cookie = browser.cookies["visitor"] ?? browser.cookies["form"] ?? ""
          #expect(!cookie.isEmpty && browser.token?.isEmpty == false, "\(form.page)")
          var other = Browser(scene.site)
          await other.get(form.page)
          let token: String? =
            switch attempt.token {
            case .own: browser.token
            case .none: nil
            case .empty: ""
            case .another: other.token
            case .cookie: cookie
            }
          let fields = form.fields + (token.map { [("token", $0)] } ?? [])
          let response = await browser.send(form.action, fields, headers: attempt.headers)
          #expect(response.status == .forbidden, "\(form.action): \(attempt.what): \(response.status)")
          tried += 1
        }
      }
      #expect(tried == Self.forms.count * Self.foreign.count)
      for table in try await scene.kept() { #expect(table.count == 0, "\(table.name)") }
    }
  }

  /// Following shows first what is kept, and what another site typed is kept by nobody.
  @Test func `of a family that wants to follow a search keeps nothing that another page sent`() async throws {
    try await StaffSite.with(hasReceipts: true) { scene in
      for attempt in Self.foreign where attempt.token != .own {
        var browser = Browser(scene.site)
        await browser.get("/en/receipt")
        let token = attempt.token == .cookie ? browser.cookies["form"] : attempt.token == .none ? nil : "another"
        let fields = [("name", "Invented Rosalia Sample")] + (token.map { [("token", $0)] } ?? [])
        let response = await browser.send("/en/follow", fields, headers: attempt.headers)
        #expect(response.status == .ok && !browser.page.contains("class=\"secret\""), "\(attempt.what)")
      }
      for table in try await scene.kept() { #expect(table.count == 0, "\(table.name)") }
      // The same form of the page itself is taken.
      var browser = Browser(scene.site)
      await browser.get("/en/receipt")
      await browser.post("/en/follow", [("name", "Invented Rosalia Sample")])
      #expect(browser.page.contains("class=\"secret\""))
      #expect(try await scene.kept().map(\.count).reduce(0, +) == 1)
    }
  }
}

extension StaffSite {
  /// How many rows stand where a form without a session writes.
  fileprivate func kept() async throws -> [(name: String, count: Int)] {
    [
      ("applications", try await owner.first("select count(*) from attorney_application")?.decode(Int.self) ?? -1),
      ("sessions", try await owner.first("select count(*) from session")?.decode(Int.self) ?? -1),
      ("sign-ins", try await owner.first("select count(*) from sign_in")?.decode(Int.self) ?? -1),
      ("searches", try await owner.first("select count(*) from open_search")?.decode(Int.self) ?? -1),
    ]
  }
}
