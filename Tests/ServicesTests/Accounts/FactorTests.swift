internal import CivilTime
internal import Postgres
internal import Records
internal import Services
internal import Stores
internal import TestKit
internal import Testing
internal import Vault

@Suite struct `Signing in` {
  @Test func `takes name, password and second factor`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      let later = scene.now.adding(seconds: 60)
      #expect(try await maria.signIn(scene, at: later) == "signed in")
      #expect(try await maria.signIn(scene, password: "four lamps beside the camel", at: later) == "refused")
      let wrong = later.adding(seconds: 60)
      #expect(try await maria.signIn(scene, code: "000000", at: wrong) == "refused")
      #expect(try await maria.signIn(scene, code: "12345", at: wrong) == "mistyped")
    }
  }

  @Test func `says the same of an unknown name, a wrong password, and accounts that cannot sign in`() async throws {
    try await AccountScene.with { scene in
      _ = try await scene.enrolled("maria")
      _ = try await scene.enrolled("omar")
      try await scene.accounts.disable("omar", now: scene.now)
      _ = try await scene.accounts.invite("nobody-yet", role: .responder, now: scene.now)
      for name in ["omar", "nobody-yet", "unknown", "", "Not a name!", String(repeating: "x", count: 200)] {
        let step = try await scene.signIn.begin(
          name: name, password: AccountScene.password, device: nil, now: scene.now)
        #expect(step.word == "refused", "\(name)")
      }
      #expect(
        try await scene.signIn.begin(
          name: " MARIA ", password: AccountScene.password, device: nil, now: scene.now
        ).word == "next")
    }
  }

  @Test func `takes a code of the app once, also when it comes twice at the same moment`() async throws {
    try await AccountScene.with(poolSize: 8) { scene in
      let maria = try await scene.enrolled("maria")
      // The code of the set-up itself is used up too.
      let again = try await maria.signIn(scene, code: maria.secret.code(at: scene.now), at: scene.now)
      #expect(again == "refused")
      let later = scene.now.adding(seconds: 60)
      let words = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<4 { group.addTask { try await maria.signIn(scene, at: later) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(words.sorted() == ["refused", "refused", "refused", "signed in"])
    }
  }

  /// How passkeys will be kept: any number beside an app, each sealed for its own row.
  @Test func `by an app goes on beside factors of another kind, which keys and resets reach too`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      let account = maria.entry.staff.account.id
      for number in [901, 902] as [Int64] {
        let sealed = scene.keys.service.seal([7], context: "second_factor.secret.\(number)")
        try await scene.owner.execute(
          """
          insert into second_factor (id, account_id, kind, secret, created_at)
          values (\(number), \(account), 'passkey', \(sealed), \(scene.now))
          """)
      }
      let later = scene.now.adding(seconds: 60)
      #expect(try await maria.signIn(scene, at: later) == "signed in")
      let app = try scene.signIn.newApp(for: maria.entry.staff, now: scene.now)
      let step = try await scene.signIn.setNewApp(
        app.sealed, code: app.secret.code(at: scene.now), by: maria.entry.staff, now: scene.now)
      if case .changed = step {} else { Issue.record("the app was not changed") }
      func kinds() async throws -> [String] {
        try await scene.owner.rows("select kind from second_factor order by kind").map { try $0.decode(String.self) }
      }
      #expect(try await kinds() == ["passkey", "passkey", "totp"])
      let newer = try scene.keys.service.adding(sealsFrom: 0)
      #expect(try await ServiceRotation(scene.staff).reseal(newer) == 3)
      _ = try await scene.accounts.resetFactor("maria", now: later)
      #expect(try await kinds().isEmpty)
    }
  }

  @Test func `takes each recovery code once, and says how many are left`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      for (index, code) in maria.recovery.prefix(3).enumerated() {
        let first = try await scene.signIn.begin(
          name: "maria", password: AccountScene.password, device: nil, now: scene.now)
        let entry = try await scene.signIn.finish(
          entering: first.cookie, code: code.text.lowercased(), replacing: nil, device: nil, now: scene.now
        ).entry
        #expect(entry?.recoveryLeft == 9 - index)
        #expect(try await maria.signIn(scene, code: code.text, at: scene.now) == "refused")
      }
      let omar = try await scene.enrolled("omar")
      #expect(try await omar.signIn(scene, code: maria.recovery[5].text, at: scene.now) == "refused")
    }
  }

  @Test func `forgets a password that was right when its second step does not come in ten minutes`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      let first = try await scene.signIn.begin(
        name: "maria", password: AccountScene.password, device: nil, now: scene.now)
      let late = scene.now.adding(seconds: 600)
      let second = try await scene.signIn.finish(
        entering: first.cookie, code: maria.secret.code(at: late), replacing: nil, device: nil, now: late)
      #expect(second.word == "ended")
      for cookie in [nil, "", "x", maria.entry.cookie] {
        let none = try await scene.signIn.finish(
          entering: cookie, code: maria.secret.code(at: scene.now), replacing: nil, device: nil, now: scene.now)
        #expect(none.word == "ended")
      }
    }
  }

  @Test func `hashes a password anew when its hash is of an older cost`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      let dearer = PasswordCost(passes: 2, bytes: AccountScene.light.bytes)
      let newer = SignInService(
        scene.staff, passwords: PasswordDesk(keys: scene.keys, common: AccountScene.common, cost: dearer),
        keys: scene.keys)
      let first = try await newer.begin(
        name: maria.name, password: AccountScene.password, device: nil, now: scene.now)
      #expect(first.word == "next")
      let kept = try await scene.owner.first("select encoded from account_password")?.decode(String.self)
      #expect(kept?.contains("t=2,p=1") == true)
    }
  }

  @Test func `with a key of another installation tells that the secret does not open`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      let foreign = KeyRing(service: .generate(), keeper: nil)
      let other = SignInService(
        scene.staff, passwords: PasswordDesk(keys: scene.keys, common: AccountScene.common, cost: AccountScene.light),
        keys: foreign)
      let first = try await other.begin(
        name: "maria", password: AccountScene.password, device: nil, now: scene.now)
      await #expect(throws: KeyError.self) {
        try await other.finish(
          entering: first.cookie, code: maria.secret.code(at: scene.now), replacing: nil, device: nil, now: scene.now)
      }
    }
  }
}

@Suite struct `Guessing at passwords` {
  @Test func `makes the wait grow, up to a quarter of an hour`() {
    let rule = GuessRule(free: 5, first: 2, longest: 900)
    #expect((1...16).map(rule.wait) == [0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
  }

  @Test func `at an account delays strangers, and not the browser that its owner signed in from before`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      let device = try #require(maria.entry.device)
      var now = scene.now.adding(seconds: 60)
      for _ in 0..<30 {
        _ = try await scene.signIn.begin(name: "maria", password: "wrong", device: nil, now: now)
        now = now.adding(seconds: 1)
      }
      // A stranger's browser waits, with the right password too; the owner's own does not.
      #expect(try await maria.signIn(scene, at: now) == "too many")
      #expect(try await maria.signIn(scene, device: SessionToken().text, at: now) == "too many")
      #expect(try await maria.signIn(scene, device: device, at: now) == "signed in")
      // Nor does anybody else.
      let omar = try await scene.enrolled("omar")
      #expect(try await omar.signIn(scene, at: now) == "signed in")
      // A code of an operator's leads in whatever strangers do.
      let reset = try await scene.accounts.resetFactor("maria", now: now)
      #expect(try await scene.signIn.begin(code: reset.code.text, now: now).word == "next")
    }
  }

  @Test func `from a known browser is slowed down as well`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      var words: [String] = []
      for _ in 0..<7 {
        words.append(
          try await scene.signIn.begin(
            name: "maria", password: "wrong", device: maria.entry.device, now: scene.now
          ).word)
      }
      #expect(words == [String](repeating: "refused", count: 5) + ["too many", "too many"])
      #expect(try await maria.signIn(scene, device: maria.entry.device, at: scene.now) == "too many")
      let later = scene.now.adding(seconds: 60)
      #expect(try await maria.signIn(scene, device: maria.entry.device, at: later) == "signed in")
    }
  }

  @Test func `at many names at once has a limit for all strangers together`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      try await scene.owner.execute(
        """
        insert into attempt_throttle (space, clear_at) values ('password', \(scene.now.adding(seconds: 500)))
        """)
      #expect(
        try await scene.signIn.begin(name: "anybody", password: "x", device: nil, now: scene.now).word == "too many")
      let later = scene.now.adding(seconds: 60)
      #expect(try await maria.signIn(scene, device: maria.entry.device, at: later) == "signed in")
    }
  }

  @Test func `leaves nothing of what was typed as a name`() async throws {
    try await AccountScene.with { scene in
      _ = try await scene.signIn.begin(name: "Zzyxwvut Plorgh", password: "x", device: nil, now: scene.now)
      for row in try await scene.owner.rows("select space from guess_delay") {
        let space = try row.decode(String.self)
        #expect(space.hasPrefix("password ") && !space.lowercased().contains("zzyx"))
      }
    }
  }

  @Test func `at second factors makes the wait grow too`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      let later = scene.now.adding(seconds: 60)
      let right = maria.secret.code(at: later)
      let wrong = right == "111111" ? "222222" : "111111"
      var words: [String] = []
      for _ in 0..<6 { words.append(try await maria.signIn(scene, code: wrong, at: later)) }
      #expect(words == [String](repeating: "refused", count: 5) + ["too many"])
      #expect(try await maria.signIn(scene, at: later) == "too many")
      #expect(try await maria.signIn(scene, at: later.adding(seconds: 30)) == "signed in")
    }
  }
}

@Suite struct `A fresh sign-in` {
  @Test func `lasts ten minutes, and comes again with password and second factor in a new session`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      let staff = maria.entry.staff
      #expect(staff.isFresh(now: scene.now.adding(seconds: 599)))
      let later = scene.now.adding(seconds: 600)
      #expect(!staff.isFresh(now: later))
      await #expect(throws: NotFresh.self) { try await scene.signIn.renewRecovery(by: staff, now: later) }
      await #expect(throws: NotFresh.self) {
        try await scene.signIn.changePassword("a", repeated: "a", by: staff, now: later)
      }
      let again = try await scene.signIn.again(
        staff, password: AccountScene.password, code: maria.secret.code(at: later), device: nil, now: later)
      guard case .fresh(let cookie, _) = again else {
        Issue.record("password and code were refused")
        return
      }
      #expect(try await scene.signIn.staff(cookie: maria.entry.cookie, now: later) == nil, "the old cookie is dead")
      let fresh = try #require(try await scene.signIn.staff(cookie: cookie, now: later))
      #expect(fresh.isFresh(now: later) && fresh.session?.expiresAt == staff.session?.expiresAt)
      #expect(try await scene.signIn.renewRecovery(by: fresh, now: later).count == 10)
      #expect(
        try await maria.signIn(scene, code: maria.recovery[0].text, at: later) == "refused", "the old ones are gone")
    }
  }

  @Test func `is refused with a wrong password or a used code`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      for (password, code) in [
        ("wrong", maria.secret.code(at: scene.now.adding(seconds: 30))),
        (AccountScene.password, maria.secret.code(at: scene.now)),
      ] {
        let again = try await scene.signIn.again(
          maria.entry.staff, password: password, code: code, device: nil, now: scene.now)
        guard case .refused = again else {
          Issue.record("it was taken")
          continue
        }
      }
      #expect(try await scene.signIn.staff(cookie: maria.entry.cookie, now: scene.now) != nil)
    }
  }

  @Test func `changes the password, and every other session and known browser ends`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      let other = try #require(try await scene.signedIn("maria"))
      let new = "nine boats under an old bridge"
      #expect(
        try await scene.signIn.changePassword(new, repeated: new, by: maria.entry.staff, now: scene.now) == nil)
      #expect(try await scene.signIn.staff(cookie: other.cookie, now: scene.now) == nil)
      #expect(try await scene.signIn.staff(cookie: maria.entry.cookie, now: scene.now) != nil)
      let later = scene.now.adding(seconds: 60)
      #expect(try await maria.signIn(scene, at: later) == "refused")
      #expect(try await maria.signIn(scene, password: new, at: later) == "signed in")
      let devices = try await scene.owner.first("select count(*) from known_device")?.decode(Int.self)
      #expect(devices == 1)
    }
  }
}
