internal import CivilTime
internal import Postgres
internal import Records
internal import Services
internal import TestKit
internal import Testing
internal import Vault

@Suite struct `A session` {
  static let idling: [(after: Double, isGood: Bool)] = [
    (0, true), (14 * 60, true), (15 * 60 - 1, true), (15 * 60, false), (3600, false),
  ]

  @Test(arguments: idling) func `ends when it is idle for a quarter of an hour`(
    _ time: (after: Double, isGood: Bool)
  ) async throws {
    try await AccountScene.with { scene in
      let entry = try #require(try await scene.signedIn("maria"))
      let staff = try await scene.signIn.staff(cookie: entry.cookie, now: scene.now.adding(seconds: time.after))
      #expect((staff != nil) == time.isGood)
    }
  }

  @Test func `lives as long as it is used, but twelve hours at most`() async throws {
    try await AccountScene.with { scene in
      let entry = try #require(try await scene.signedIn("maria"))
      for step in 1..<72 {
        let then = scene.now.adding(seconds: Double(step) * 600)
        #expect(try await scene.signIn.staff(cookie: entry.cookie, now: then) != nil, "after \(step * 10) minutes")
      }
      let end = scene.now.adding(seconds: 12 * 3600)
      #expect(try await scene.signIn.staff(cookie: entry.cookie, now: end) == nil)
    }
  }

  @Test func `that ended does not come back to life by being used`() async throws {
    try await AccountScene.with { scene in
      let entry = try #require(try await scene.signedIn("maria"))
      try await scene.signIn.signOut(entry.staff, now: scene.now)
      for minute in 0..<3 {
        let then = scene.now.adding(seconds: Double(minute) * 60)
        #expect(try await scene.signIn.staff(cookie: entry.cookie, now: then) == nil)
      }
    }
  }

  @Test func `is replaced when its owner signs in again`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      let later = scene.now.adding(seconds: 60)
      let first = try await scene.signIn.begin(
        name: "maria", password: AccountScene.password, device: nil, now: later)
      let second = try await scene.signIn.finish(
        entering: first.cookie, code: maria.secret.code(at: later), replacing: maria.entry.cookie, device: nil,
        now: later)
      let new = try #require(second.entry)
      #expect(new.cookie != maria.entry.cookie)
      #expect(try await scene.signIn.staff(cookie: maria.entry.cookie, now: later) == nil)
      #expect(try await scene.signIn.staff(cookie: new.cookie, now: later) != nil)
    }
  }

  @Test func `is listed for its owner, who can end it from elsewhere`() async throws {
    try await AccountScene.with { scene in
      let phone = try #require(try await scene.signedIn("maria"))
      let desk = try #require(try await scene.signedIn("maria", at: scene.now.adding(seconds: 60)))
      let now = scene.now.adding(seconds: 120)
      let listed = try await scene.signIn.sessions(of: desk.staff, now: now)
      #expect(listed.map(\.id) == [desk.staff.session?.id, phone.staff.session?.id])
      #expect(try await scene.signIn.end(try #require(phone.staff.session?.id), by: desk.staff, now: now))
      #expect(try await scene.signIn.staff(cookie: phone.cookie, now: now) == nil)
      #expect(try await scene.signIn.sessions(of: desk.staff, now: now).map(\.id) == [desk.staff.session?.id])
    }
  }

  @Test func `of another is not theirs to end`() async throws {
    try await AccountScene.with { scene in
      let maria = try #require(try await scene.signedIn("maria"))
      let omar = try #require(try await scene.signedIn("omar"))
      #expect(
        try await scene.signIn.end(try #require(maria.staff.session?.id), by: omar.staff, now: scene.now) == false)
      #expect(try await scene.signIn.staff(cookie: maria.cookie, now: scene.now) != nil)
      try await scene.signIn.endOthers(by: omar.staff, now: scene.now)
      #expect(try await scene.signIn.staff(cookie: maria.cookie, now: scene.now) != nil)
    }
  }

  @Test func `of all other places ends at once`() async throws {
    try await AccountScene.with { scene in
      let one = try #require(try await scene.signedIn("maria"))
      let two = try #require(try await scene.signedIn("maria"))
      try await scene.signIn.endOthers(by: two.staff, now: scene.now)
      #expect(try await scene.signIn.staff(cookie: one.cookie, now: scene.now) == nil)
      #expect(try await scene.signIn.staff(cookie: two.cookie, now: scene.now) != nil)
    }
  }

  @Test func `ends when the account is disabled, and its code with it`() async throws {
    try await AccountScene.with { scene in
      let entry = try #require(try await scene.signedIn("maria"))
      let code = try await scene.accounts.resetFactor("maria", now: scene.now)
      try await scene.accounts.disable("maria", now: scene.now)
      #expect(try await scene.signIn.staff(cookie: entry.cookie, now: scene.now) == nil)
      #expect(try await scene.signIn.begin(code: code.code.text, now: scene.now).word == "refused")
    }
  }

  @Test(arguments: ["", "x", String(repeating: "A", count: 43), "../../etc/passwd", String(repeating: "é", count: 43)])
  func `is not made up`(_ cookie: String) async throws {
    try await AccountScene.with { scene in
      _ = try await scene.signedIn("maria")
      #expect(try await scene.signIn.staff(cookie: cookie, now: scene.now) == nil)
    }
  }
}
