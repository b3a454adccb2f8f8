import CivilTime
import Gateway
import Postgres
import Records
import Services
import Site
import TestKit
import Testing
import Vault

@Suite struct `A role` {
  static let doors: [(role: Records.Role, path: String, status: Status)] = [
    (.responder, "", .ok), (.responder, "/search", .ok), (.responder, "/attempts", .ok), (.responder, "/sessions", .ok),
    (.responder, "/accounts", .forbidden), (.operator, "", .ok), (.operator, "/search", .forbidden),
    (.operator, "/attempts", .forbidden), (.operator, "/sessions", .ok), (.operator, "/accounts", .ok),
    (.responder, "/visits", .ok), (.responder, "/visits/door", .ok), (.responder, "/visits/new", .forbidden),
    (.operator, "/visits", .forbidden), (.operator, "/visits/door?place=LOSHOLD", .forbidden),
    (.operator, "/visits/new", .forbidden), (.attorney, "", .ok), (.attorney, "/search", .forbidden),
    (.attorney, "/attempts", .forbidden), (.attorney, "/accounts", .forbidden), (.attorney, "/visits", .ok),
    (.attorney, "/visits/door", .ok), (.attorney, "/visits/new", .ok), (.attorney, "/visits/paper-log", .ok),
  ]

  @Test(arguments: doors.indices) func `opens its own pages and no other`(_ index: Int) async throws {
    let (role, path, status) = Self.doors[index]
    try await StaffSite.with { scene in
      var browser = try await scene.browser("somebody", role)
      #expect(await browser.get("/en/staff\(path)").status == status)
      #expect(await browser.get("/es/staff\(path)").status == status)
      guard status == .forbidden, ["/search", "/attempts"].contains(path) else { return }
      await browser.get("/en/staff")
      let posted = await browser.post(
        "/en/staff\(path)",
        [("name", "Maria Lopez"), ("locator", "court"), ("result", "no_match"), ("lastName", "Lopez")])
      #expect(posted.status == .forbidden)
      #expect(!browser.page.contains("Adelanto"))
      let notes = try await scene.owner.rows("select id from locator_attempt")
      #expect(notes.isEmpty)
    }
  }
}

@Suite struct `A search by staff` {
  @Test func `shows each fact, how it agrees, what it weighs, and the sum`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      await browser.get("/en/staff/search")
      let response = await browser.post("/en/staff/search", [("name", "Maria Lopes"), ("birth", "1989")])
      #expect(response.status == .ok)
      for text in [
        "Record 77001", "Adelanto ICE Processing Center", "Last name", "by its sound", "+6.9", "First name", "exactly",
        "+8.2", "Date of birth", "in the year", "+4.0", "Sex", "not at all", "-3.5", "+15.7", "93%",
      ] {
        #expect(browser.page.contains(text), "\(text)")
      }
    }
  }

  @Test func `is answered where the public gets no answer`() async throws {
    try await StaffSite.with(answersPublic: false) { scene in
      var browser = try await scene.browser("maria")
      await browser.get("/en/staff/search")
      await browser.post("/en/staff/search", [("name", "Maria Lopes")])
      #expect(browser.page.contains("Record 77001"))
      await browser.post("/en/search", [("name", "Maria Lopes")])
      #expect(!browser.page.contains("Adelanto ICE"))
    }
  }

  @Test func `shows families no weights, signed in or not`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      await browser.post("/en/search", [("name", "Maria Lopes")])
      #expect(browser.page.contains("Adelanto ICE"))
      #expect(!browser.page.contains("+8.2") && !browser.page.contains("15.7") && !browser.page.contains("77001"))
    }
  }

  @Test func `says what is wrong with what was typed`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      await browser.get("/en/staff/search")
      let response = await browser.post("/en/staff/search", [("name", ""), ("birth", "31/2/1989")])
      #expect(response.status == .unprocessableContent)
      #expect(browser.page.contains("action=\"/en/staff/search\""))
    }
  }

  @Test func `that finds nobody says so`() async throws {
    try await StaffSite.with(people: []) { scene in
      var browser = try await scene.browser("maria")
      await browser.get("/en/staff/search")
      await browser.post("/en/staff/search", [("name", "Maria Lopes")])
      #expect(browser.page.contains("Nobody in these records"))
    }
  }
}

@Suite struct `Looks elsewhere on the page` {
  static let fields = [
    ("locator", "official_locator"), ("firstName", "José <b>"), ("lastName", "García López"),
    ("aNumber", "A123456789"), ("result", "no_match"), ("nextCheck", "24"),
  ]

  @Test func `are noted once and listed`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      await browser.get("/en/staff/attempts")
      let response = await browser.post("/en/staff/attempts", Self.fields)
      #expect(response.status == .seeOther)
      let location = try #require(response.headers["Location"])
      #expect(location == "/en/staff/attempts?saved", "nothing of a person stands in the address")
      await browser.get(location)
      for text in [
        "The note is saved", "Official online locator", "Nobody found", "José &lt;b&gt;", "García López", "123456789",
        "noted by maria",
      ] {
        #expect(browser.page.contains(text), "\(text)")
      }
      var other = try await scene.browser("other")
      await other.get("/es/staff/attempts")
      #expect(other.page.contains("nota de maria"))
    }
  }

  @Test func `keep what was typed when something is wrong`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      await browser.get("/en/staff/attempts")
      let response = await browser.post("/en/staff/attempts", Self.fields + [("time", "25:00")])
      #expect(response.status == .unprocessableContent)
      #expect(browser.page.contains("value=\"García López\""))
      #expect(browser.page.contains("id=\"fault-time\""))
      let notes = try await scene.owner.rows("select id from locator_attempt")
      #expect(notes.isEmpty)
    }
  }

  @Test func `begin from a record that a search showed`() async throws {
    try await StaffSite.with { scene in
      var browser = try await scene.browser("maria")
      await browser.get("/en/staff/search")
      await browser.post("/en/staff/search", [("name", "Maria Lopes")])
      let response = await browser.post("/en/staff/attempts", [("step", "new"), ("person", "77001")])
      #expect(response.status == .ok)
      #expect(browser.page.contains("name=\"person\""))
      #expect(browser.page.contains("value=\"77001\""))
    }
  }
}
