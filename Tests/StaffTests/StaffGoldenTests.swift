import Foundation
import CivilTime
import Gateway
import Postgres
import Phrasebook
import Records
import Services
import Site
import TestKit
import Testing
import Vault

/// Every page of staff in every language, compared byte for byte with the committed ones.
///
/// After a change that is meant: `PARADERO_GOLDEN=write swift test --filter StaffTests`, then read the diff.
@Suite struct `Pages of staff` {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var role: Records.Role? = .responder
    let path: String
    var form: [(String, String)]?
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "sign-in", role: nil, path: "/sign-in"),
    Case(name: "sign-in-ended", role: nil, path: "/sign-in?ended"),
    Case(name: "sign-in-refused", role: nil, path: "/sign-in", form: [("name", "maria"), ("password", "x")]),
    Case(name: "one-time-code", role: nil, path: "/one-time-code"),
    Case(name: "one-time-code-mistyped", role: nil, path: "/one-time-code", form: [("code", "K7M2-9DPT")]),
    Case(name: "my-account", path: "/my-account"),
    Case(name: "my-account-fault", path: "/my-account", form: [("do", "password"), ("password", "short")]),
    Case(name: "keys", role: .operator, path: "/keys"),
    Case(name: "keys-fault", role: .operator, path: "/keys", form: [("label", "")]),
    Case(name: "keys-none", path: "/keys"),
    Case(name: "invite", role: .operator, path: "/invite"),
    Case(name: "invite-fault", role: .operator, path: "/invite", form: [("name", "A B"), ("role", "monitor")]),
    Case(name: "account", role: .operator, path: "/accounts/rosa"),
    Case(name: "applications", role: .operator, path: "/applications"),
    Case(
      name: "applications-fault", role: .operator, path: "/applications", form: [("id", "1"), ("do", "verify")]),
    Case(name: "home-responder", path: ""),
    Case(name: "home-operator", role: .operator, path: ""),
    Case(name: "search", path: "/search"),
    Case(name: "search-found", path: "/search", form: [("name", "Maria Lopes"), ("birth", "1989")]),
    Case(name: "search-faults", path: "/search", form: [("name", "!"), ("aNumber", "12")]),
    Case(name: "attempts", path: "/attempts"),
    Case(name: "attempts-faults", path: "/attempts", form: [("locator", "x"), ("place", "Eloy"), ("result", "error")]),
    Case(name: "following", path: "/following"),
    Case(name: "following-faults", path: "/following", form: [("name", ""), ("birth", "32/13/1989")]),
    Case(name: "followed", path: "/following/1"),
    Case(name: "followed-closed", path: "/following/2"),
    Case(name: "duplicates", path: "/duplicates"),
    Case(name: "duplicates-faults", path: "/duplicates", form: [("first", "1"), ("second", "2"), ("answer", "same")]),
    Case(name: "duplicates-refused", role: .operator, path: "/duplicates"),
    Case(name: "protection", path: "/protection"),
    Case(name: "protection-done", path: "/protection?done"),
    Case(name: "protection-new", path: "/protection", form: [("change", "new"), ("number", "1")]),
    Case(
      name: "protection-faults", path: "/protection",
      form: [("change", "protect"), ("person", "x"), ("kind", "safety"), ("asker", "lawyer"), ("days", "0")]),
    Case(name: "protection-refused", role: .operator, path: "/protection"),
    Case(name: "sessions", path: "/sessions"),
    Case(name: "accounts", role: .operator, path: "/accounts"),
    Case(name: "refused", role: .operator, path: "/search"),
  ]

  static let all = cases.flatMap { page in Phrases.all.map { (page, $0.language.code) } }

  @Test(arguments: all) func `look as they did`(_ page: Case, _ language: String) async throws {
    try await StaffSite.with { scene in
      var browser = Browser(scene.site)
      if let role = page.role { browser = try await scene.browser("maria", role) }
      try await note(scene)
      await browser.get("/\(language)/staff\(page.form == nil ? page.path : page.role == nil ? page.path : "")")
      if let form = page.form { await browser.post("/\(language)/staff\(page.path)", form) }
      let html = Self.main(of: browser.page)
      let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
      let file = folder.appending(path: "\(page.name).\(language).html")
      if ProcessInfo.processInfo.environment["PARADERO_GOLDEN"] == "write" {
        try Data(html.utf8).write(to: file)
      }
      let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
      #expect(html == golden, "see \(file.lastPathComponent)")
    }
  }

  /// The part that is this page's own, its form tokens hidden.
  private static func main(of page: String) -> String {
    let body = page[(page.firstRange(of: "<main")?.lowerBound ?? page.startIndex)...]
    let main = body[..<(body.firstRange(of: "</main>")?.upperBound ?? body.endIndex)]
    return String(main).replacing(/name="token" value="[^"]*"/, with: "name=\"token\" value=\"TOKEN\"")
      .replacing("><", with: ">\n<") + "\n"
  }

  /// One note, so that the list is not empty; an open search with a match, a pair, a decision.
  private func note(_ scene: StaffSite) async throws {
    try await scene.owner.execute(
      """
      insert into locator_attempt (locator, tried_at, inputs, result, facility_text, who, next_check_at)
      values ('jail_roster', \(scene.now.adding(seconds: -3600)),
        '{"firstName":"José","lastName":"García","aNumber":"012345678","country":"GT","detail":"Kern County"}',
        'found', 'Lerdo', 'omar', \(scene.now.adding(seconds: 86_400)))
      """)
    _ = try await scene.accounts.invite("rosa", role: .responder, organisation: "Red de Apoyo", now: scene.now)
    try await scene.owner.execute(
      """
      insert into attorney_application (id, name, bar_state, bar_number, office, account_name, created_at)
      values (1, 'Sample Attorney', 'CA', '123456', 'Sample Law', 's.attorney', \(scene.now.adding(seconds: -7200)))
      """)
    try await Following(scene).fill()
    try await scene.owner.execute(
      """
      insert into protection (person_id, kind, asked_by, set_at, until) values
        (1, 'hidden', 'lawyer', \(scene.now.adding(seconds: -7200)), null),
        (1, 'contested', 'person', \(scene.now.adding(seconds: -3600)), \(scene.now.adding(seconds: 864_000)))
      """)
    try await scene.owner.execute(
      """
      insert into automatic_stop (person_id, stopped_at, until)
      values (1, \(scene.now.adding(seconds: -600)), \(scene.now.adding(seconds: 85_800)))
      """)
    try await scene.owner.execute(
      """
      insert into automatic_closing (by_number, closed_at, until, answered, usual) values
        (false, \(scene.now.adding(seconds: -300)), \(scene.now.adding(seconds: 86_100)), 24, 4),
        (true, \(scene.now.adding(seconds: -200)), \(scene.now.adding(seconds: 86_200)), 20, 0)
      """)
  }
}
