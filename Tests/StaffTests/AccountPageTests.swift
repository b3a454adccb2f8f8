import CivilTime
import Gateway
import Postgres
import Records
import Services
import Site
import TestKit
import Testing
import Vault

@Suite struct `An operator's pages` {
  @Test func `invite somebody, who comes in by the code`() async throws {
    try await StaffSite.with { scene in
      var omar = try await scene.browser("omar", .operator)
      await omar.get("/en/staff/invite")
      let faults: [([(String, String)], String)] = [
        ([("name", "x"), ("role", "")], "choose a role"),
        ([("name", "x"), ("role", "monitor")], "organisation or office"),
        ([("name", "X Y"), ("role", "operator")], "small letters"),
        ([("name", "omar"), ("role", "operator")], "already"),
        ([("name", "x"), ("role", "assistant"), ("under", "nobody")], "account of an attorney"),
      ]
      for (fields, sentence) in faults {
        #expect(await omar.post("/en/staff/invite", fields).status == .unprocessableContent)
        #expect(omar.page.contains(sentence), "\(sentence)")
      }
      let made = await omar.post("/en/staff/invite", [("name", "rosa"), ("role", "responder"), ("place", "Red")])
      #expect(made.status == .ok && omar.page.contains("http://localhost:8080/en/staff/one-time-code"))
      let code = try #require(omar.page.firstMatch(of: /[0-9A-Z]{4}(-[0-9A-Z]{4}){4}-[0-9A-Z]{2}/)).output.0
      var rosa = Browser(scene.site)
      #expect(await rosa.useCode(String(code)).headers["Location"] == "/en/staff/set-up")
    }
  }

  @Test func `reset, change and close an account, which is signed out at once`() async throws {
    try await StaffSite.with { scene in
      var omar = try await scene.browser("omar", .operator)
      for action in [[("do", "reset")], [("do", "role"), ("role", "monitor"), ("place", "Red")], [("do", "disable")]] {
        var rosa = try await scene.browser("rosa")
        await omar.get("/en/staff/accounts/rosa")
        let done = await omar.post("/en/staff/accounts/rosa", action)
        #expect(done.status == .ok || done.headers["Location"] == "/en/staff/accounts/rosa?done")
        #expect(await rosa.get("/en/staff").status == .seeOther, "\(action)")
      }
      await omar.get("/en/staff/accounts/rosa")
      #expect(omar.page.contains("This account is closed"))
      await omar.get("/en/staff/accounts/omar")
      #expect(omar.page.contains("Another operator") && !omar.page.contains("name=\"do\""))
      await omar.post("/en/staff/accounts/omar", [("do", "disable")])
      #expect(await omar.get("/en/staff").status == .ok)
    }
  }

  @Test func `verify an attorney who asked on the public page`() async throws {
    try await StaffSite.with { scene in
      var ana = Browser(scene.site)
      await ana.get("/en/sign-up")
      let fields = [
        ("name", "Sample Attorney"), ("barState", "CA"), ("barNumber", "123456"), ("office", "Sample Law"),
        ("accountName", "s.attorney"),
      ]
      #expect(await ana.post("/en/sign-up", fields).status == .unprocessableContent)
      #expect(ana.page.contains("only for those who can say this"))
      #expect(await ana.post("/en/sign-up", fields + [("notCounsel", "yes")], token: "").status == .forbidden)
      await ana.get("/en/sign-up")
      #expect(await ana.post("/en/sign-up", fields + [("notCounsel", "yes")]).status == .ok)
      #expect(ana.page.contains("will call the number that your bar lists"))
      var omar = try await scene.browser("omar", .operator)
      await omar.get("/en/staff/applications")
      let id = try #require(omar.page.firstMatch(of: /name="id" value="([0-9]+)"/)).output.1
      let none = await omar.post("/en/staff/applications", [("id", String(id)), ("do", "verify"), ("called", "")])
      #expect(none.status == .unprocessableContent)
      await omar.post(
        "/en/staff/applications", [("id", String(id)), ("do", "verify"), ("called", "415-555-0100"), ("day", "")])
      let code = try #require(omar.page.firstMatch(of: /[0-9A-Z]{4}(-[0-9A-Z]{4}){4}-[0-9A-Z]{2}/)).output.0
      #expect(await ana.useCode(String(code)).headers["Location"] == "/en/staff/set-up")
      await omar.get("/en/staff/applications")
      #expect(omar.page.contains("Nobody waits"))
    }
  }
}

@Suite struct `A key for programs on the pages` {
  private func ask(_ scene: StaffSite, _ path: String, _ headers: Headers) async throws -> (Response, String) {
    let origin = try #require(Origin("http://localhost:8080"))
    let response = await scene.site.respond(
      to: Request(method: .get, path: path, headers: headers, origin: origin))
    guard case .bytes(let bytes) = response.body else { return (response, "") }
    return (response, String(decoding: bytes, as: UTF8.self))
  }

  @Test func `is shown once, asks what it may, and is taken back`() async throws {
    try await StaffSite.with { scene in
      var omar = try await scene.browser("omar", .operator)
      await omar.get("/en/staff/keys")
      await omar.post("/en/staff/keys", [("label", "my script"), ("scope", "accounts:read"), ("days", "7")])
      let key = String(try #require(omar.page.firstMatch(of: /paradero_[A-Za-z0-9_-]{43}/)).output)
      await omar.get("/en/staff/keys")
      #expect(omar.page.contains("my script") && !omar.page.contains(key) && omar.page.contains("not yet"))
      let bearer: Headers = ["Authorization": "Bearer \(key)"]
      let (own, said) = try await ask(scene, "/api/v1/account", bearer)
      #expect(own.status == .ok && said == #"{"disabled":false,"name":"omar","role":"operator"}"#)
      #expect(try await ask(scene, "/api/v1/accounts", bearer).0.status == .ok)
      #expect(try await ask(scene, "/api/v1/visits", bearer).0.status == .forbidden)
      // On pages it counts for nothing, and a cookie counts for nothing here.
      #expect(try await ask(scene, "/en/staff", bearer).0.status == .seeOther)
      let cookie = try #require(omar.cookies[SiteApplication.staffCookie])
      for wrong: Headers in [
        [:], ["Authorization": "Bearer x"], ["Authorization": "Basic \(key)"], ["Authorization": key],
        ["Authorization": "Bearer \(cookie)"], ["Cookie": "staff=\(cookie)"],
      ] {
        let (response, _) = try await ask(scene, "/api/v1/account", wrong)
        #expect(response.status == .unauthorized && response.headers["WWW-Authenticate"] != nil)
      }
      await omar.get("/en/staff/keys")
      #expect(omar.page.contains("today"))
      let id = try #require(omar.page.firstMatch(of: /name="revoke" value="([0-9]+)"/)).output.1
      await omar.post("/en/staff/keys", [("revoke", String(id))])
      #expect(try await ask(scene, "/api/v1/account", bearer).0.status == .unauthorized)
    }
  }

  @Test func `of an attorney reads the visits of the office`() async throws {
    try await StaffSite.with { scene in
      var ana = try await scene.browser("ana", .attorney)
      await ana.get("/en/staff/keys")
      await ana.post("/en/staff/keys", [("label", "calendar"), ("scope", "visits:read"), ("days", "90")])
      let key = String(try #require(ana.page.firstMatch(of: /paradero_[A-Za-z0-9_-]{43}/)).output)
      let (response, said) = try await ask(scene, "/api/v1/visits", ["Authorization": "Bearer \(key)"])
      #expect(response.status == .ok && said == #"{"page":1,"total":0,"visits":[]}"#)
    }
  }
}
