internal import CivilTime
internal import Postgres
internal import Services
internal import Testing
internal import Vault

@Suite struct `Another phone` {
  @Test func `takes the place of the old one, in a new session`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      let staff = maria.entry.staff
      let app = try scene.signIn.newApp(for: staff, now: scene.now)
      let step = try await scene.signIn.setNewApp(
        app.sealed, code: app.secret.code(at: scene.now), by: staff, now: scene.now)
      guard case .changed(let entry) = step else {
        Issue.record("it was not changed")
        return
      }
      #expect(entry.recovery.count == 10)
      #expect(
        try await scene.signIn.staff(cookie: maria.entry.cookie, now: scene.now) == nil, "the old session is over")
      #expect(try await scene.signIn.staff(cookie: entry.cookie, now: scene.now) != nil)
      let later = scene.now.adding(seconds: 60)
      #expect(try await maria.signIn(scene, at: later) == "refused", "the old app is no good")
      #expect(try await maria.signIn(scene, code: maria.recovery[0].text, at: later) == "refused", "nor its codes")
      #expect(try await maria.signIn(scene, code: app.secret.code(at: later), at: later) == "signed in")
      let facts = try await scene.owner.rows("select facts from audit_entry where verb = 'factorReset'")
      #expect(try facts.map { try $0.decode([String].self) }.contains(["authenticator app"]))
    }
  }

  @Test func `is set up with a recovery code when the old one is lost`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      let later = scene.now.adding(seconds: 700)
      #expect(throws: NotFresh.self) { try scene.signIn.newApp(for: maria.entry.staff, now: later) }
      let again = try await scene.signIn.again(
        maria.entry.staff, password: AccountScene.password, code: maria.recovery[0].text, device: nil, now: later)
      guard case .fresh(let cookie, _) = again else {
        Issue.record("the recovery code was refused")
        return
      }
      let fresh = try #require(try await scene.signIn.staff(cookie: cookie, now: later))
      let app = try scene.signIn.newApp(for: fresh, now: later)
      let step = try await scene.signIn.setNewApp(
        app.sealed, code: app.secret.code(at: later), by: fresh, now: later)
      guard case .changed = step else {
        Issue.record("it was not changed")
        return
      }
    }
  }

  @Test func `changes nothing with a wrong code, or with somebody else’s page`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      let other = try await scene.enrolled("rosa")
      let app = try scene.signIn.newApp(for: maria.entry.staff, now: scene.now)
      let code = app.secret.code(at: scene.now)
      for (sealed, typed, staff, word) in [
        (app.sealed, "abc", maria.entry.staff, "mistyped"), (app.sealed, "", maria.entry.staff, "mistyped"),
        (app.sealed, app.secret.code(at: scene.now.adding(seconds: 3600)), maria.entry.staff, "refused"),
        (app.sealed, code, other.entry.staff, "ended"), ("", code, maria.entry.staff, "ended"),
        ("AAAA", code, maria.entry.staff, "ended"),
      ] {
        #expect(try await scene.signIn.setNewApp(sealed, code: typed, by: staff, now: scene.now).word == word)
      }
      let later = scene.now.adding(seconds: 60)
      #expect(try await maria.signIn(scene, at: later) == "signed in", "the old app is still good")
    }
  }

  @Test func `is set up once from one page`() async throws {
    try await AccountScene.with(poolSize: 4) { scene in
      let maria = try await scene.enrolled("maria")
      let app = try scene.signIn.newApp(for: maria.entry.staff, now: scene.now)
      let done = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<4 {
          group.addTask {
            let step = try? await scene.signIn.setNewApp(
              app.sealed, code: app.secret.code(at: scene.now), by: maria.entry.staff, now: scene.now)
            return step?.word == "changed"
          }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(done == 1)
    }
  }
}

extension SignInService.NewAppStep {
  fileprivate var word: String {
    switch self {
    case .changed: "changed"
    case .mistyped: "mistyped"
    case .refused: "refused"
    case .tooMany: "too many"
    case .ended: "ended"
    }
  }
}
