internal import CivilTime
internal import Postgres
internal import Records
internal import Services
internal import TestKit
internal import Testing
internal import Vault

@Suite struct `An account` {
  static let names: [(name: String, isGood: Bool)] = [
    ("maria", true), ("m", true), ("maria.lopez", true), ("hotline-2", true), (String(repeating: "a", count: 40), true),
    ("", false), ("Maria", false), ("2maria", false), ("maria.", false), (".maria", false), ("maria..lopez", false),
    ("maria lopez", false), ("maría", false), ("maria@example.org", false), (String(repeating: "a", count: 41), false),
  ]

  @Test(arguments: names) func `has a plain name, as the database wants it too`(
    _ known: (name: String, isGood: Bool)
  ) async throws {
    try await AccountScene.with { scene in
      let invited = try? await scene.accounts.invite(known.name, role: .responder, now: scene.now)
      #expect((invited != nil) == known.isGood)
      if known.isGood { return }
      await #expect(throws: PostgresError.self) {
        try await scene.owner.execute("insert into account (name, role) values (\(known.name), 'responder')")
      }
    }
  }

  @Test func `is invited once`() async throws {
    try await AccountScene.with { scene in
      _ = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      await #expect(throws: AccountFault.nameTaken("maria")) {
        try await scene.accounts.invite("maria", role: .operator, now: scene.now)
      }
      #expect(try await scene.accounts.all().map(\.role) == [.responder])
    }
  }

  @Test func `of a monitor belongs to an organisation`() async throws {
    try await AccountScene.with { scene in
      await #expect(throws: AccountFault.monitorWithoutOrganisation) {
        try await scene.accounts.invite("maria", role: .monitor, now: scene.now)
      }
      let one = try await scene.accounts.invite(
        "maria", role: .monitor, organisation: " Red  de Apoyo ", now: scene.now)
      let two = try await scene.accounts.invite("omar", role: .responder, organisation: "Red de Apoyo", now: scene.now)
      #expect(one.account.organisationID != nil && one.account.organisationID == two.account.organisationID)
    }
  }

  @Test func `of an assistant or interpreter works under an attorney, and ends with the attorney's`() async throws {
    try await AccountScene.with { scene in
      let ana = try await scene.accounts.invite("ana", role: .attorney, office: "Ruiz", now: scene.now)
      _ = try await scene.accounts.invite("rosa", role: .responder, now: scene.now)
      for role in [Role.assistant, .interpreter] {
        await #expect(throws: AccountFault.withoutSupervisor(role)) {
          try await scene.accounts.invite("x", role: role, now: scene.now)
        }
        await #expect(throws: AccountFault.notAnAttorney("rosa")) {
          try await scene.accounts.invite("x", role: role, under: "rosa", now: scene.now)
        }
        let made = try await scene.accounts.invite("under-\(role.rawValue)", role: role, under: "ana", now: scene.now)
        #expect(made.account.officeID == ana.account.officeID && made.account.supervisorID == ana.account.id)
      }
      await #expect(throws: AccountFault.notSupervised(.responder)) {
        try await scene.accounts.invite("x", role: .responder, under: "ana", now: scene.now)
      }
      let helper = try #require(try await scene.signedIn("under-assistant"))
      try await scene.accounts.disable("ana", now: scene.now)
      #expect(try await scene.signIn.staff(cookie: helper.cookie, now: scene.now) == nil)
      #expect(try await scene.accounts.all().filter { $0.disabledAt == nil }.map(\.name) == ["rosa"])
    }
  }

  @Test func `changes its role only among those that work for no client, and is signed out by it`() async throws {
    try await AccountScene.with { scene in
      let rosa = try #require(try await scene.signedIn("rosa"))
      _ = try await scene.accounts.invite("ana", role: .attorney, office: "Ruiz", now: scene.now)
      try await scene.accounts.change("rosa", to: .monitor, organisation: "Red", now: scene.now)
      #expect(try await scene.signIn.staff(cookie: rosa.cookie, now: scene.now) == nil)
      await #expect(throws: AccountFault.notChangedTo(.attorney)) {
        try await scene.accounts.change("rosa", to: .attorney, now: scene.now)
      }
      await #expect(throws: AccountFault.notChangedTo(.attorney)) {
        try await scene.accounts.change("ana", to: .operator, now: scene.now)
      }
    }
  }

  @Test func `of an attorney belongs to an office, which two may share`() async throws {
    try await AccountScene.with { scene in
      await #expect(throws: AccountFault.attorneyWithoutOffice) {
        try await scene.accounts.invite("maria", role: .attorney, now: scene.now)
      }
      await #expect(throws: AccountFault.attorneyWithoutOffice) {
        try await scene.accounts.invite("maria", role: .attorney, office: "  ", now: scene.now)
      }
      let one = try await scene.accounts.invite("maria", role: .attorney, office: "Ruiz  & Chen", now: scene.now)
      let two = try await scene.accounts.invite("omar", role: .attorney, office: "Ruiz & Chen", now: scene.now)
      #expect(one.account.officeID != nil && one.account.officeID == two.account.officeID)
      #expect(try await scene.accounts.all().map(\.officeID) == [one.account.officeID, two.account.officeID])
    }
  }

  @Test func `that is disabled gets no code`() async throws {
    try await AccountScene.with { scene in
      _ = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      try await scene.accounts.disable("maria", now: scene.now)
      await #expect(throws: AccountFault.isDisabled("maria")) {
        try await scene.accounts.resetFactor("maria", now: scene.now)
      }
      await #expect(throws: AccountFault.unknown("omar")) {
        try await scene.accounts.resetFactor("omar", now: scene.now)
      }
    }
  }

  @Test func `is the first of its role until somebody has signed in`() async throws {
    try await AccountScene.with { scene in
      let first = try #require(try await scene.accounts.inviteFirst("operator", role: .operator, now: scene.now))
      let second = try #require(try await scene.accounts.inviteFirst("other", role: .operator, now: scene.now))
      #expect(second.account.name == "operator")
      #expect(try await scene.signIn.begin(code: first.code.text, now: scene.now).word == "refused")
      _ = try await scene.enrol(second, at: scene.now)
      let later = scene.now.adding(seconds: 400 * 24 * 3600)
      #expect(try await scene.accounts.inviteFirst("operator", role: .operator, now: later) == nil)
      #expect(try await scene.accounts.inviteFirst("maria", role: .responder, now: later) != nil)
    }
  }

  @Test func `is kept by operators with a fresh second factor, and by nobody else`() async throws {
    try await AccountScene.with { scene in
      let pages = AccountService(scene.staff)
      let omar = try #require(try await scene.signedIn("omar", .operator)).staff
      let rosa = try #require(try await scene.signedIn("rosa", .responder)).staff
      let made = try await pages.invite("maria", role: .responder, by: .staff(omar), now: scene.now)
      #expect(made.account.name == "maria")
      _ = try await pages.resetFactor("maria", by: .staff(omar), now: scene.now)
      try await pages.change("maria", to: .operator, by: .staff(omar), now: scene.now)
      try await pages.disable("maria", by: .staff(omar), now: scene.now)
      await #expect(throws: AccountFault.isOneself) {
        try await pages.disable("omar", by: .staff(omar), now: scene.now)
      }
      await #expect(throws: NotAllowed.self) {
        try await pages.invite("mallory", role: .operator, by: .staff(rosa), now: scene.now)
      }
      await #expect(throws: NotAllowed.self) { try await pages.disable("omar", by: .staff(rosa), now: scene.now) }
      let later = scene.now.adding(seconds: 600)
      await #expect(throws: NotFresh.self) {
        try await pages.invite("late", role: .operator, by: .staff(omar), now: later)
      }
      // The database refuses a responder's transaction even where no service asks.
      await #expect(throws: PostgresError.self) {
        try await scene.staff.transaction(actor: rosa.actor) { transaction in
          try await transaction.execute("insert into account (name, role) values ('mallory', 'operator')")
        }
      }
      let changed = try await scene.staff.transaction(actor: rosa.actor) { transaction in
        try await transaction.execute("update account set role = 'operator'")
      }
      #expect(changed == 0)
      let verbs = try await scene.owner.rows("select verb from audit_entry where actor = \(omar.actor) order by id")
        .map { try $0.decode(String.self) }
      #expect(verbs == ["accountInvited", "factorReset", "roleChanged", "accountDisabled"])
    }
  }
}

@Suite struct `Sample accounts` {
  private func samples(_ scene: AccountScene) -> SampleAccounts {
    SampleAccounts(
      scene.staff,
      passwords: PasswordDesk(keys: scene.keys, common: AccountScene.common, cost: AccountScene.light), keys: scene.keys
    )
  }

  @Test func `exist in a demo, with a password and a second factor whose code works once`() async throws {
    try await AccountScene.with("demo") { scene in
      let samples = samples(scene)
      for sample in SampleAccounts.all {
        // The current code, the next one a little early, and then one has to wait.
        var words: [String] = []
        var waits: [Int] = []
        for _ in 0..<3 {
          let entry = try await samples.signIn(to: sample.name, now: scene.now)
          waits.append(entry.wait)
          let first = try await scene.signIn.begin(
            name: sample.name, password: entry.password, device: nil, now: scene.now)
          let then = scene.now.adding(seconds: Double(entry.wait))
          let second = try await scene.signIn.finish(
            entering: first.cookie, code: entry.code, replacing: nil, device: nil, now: then)
          words.append(second.word)
          #expect(second.entry?.staff.account.role == sample.role && second.entry?.staff.account.isSample == true)
          let again = try await scene.signIn.begin(
            name: sample.name, password: entry.password, device: nil, now: then)
          #expect(
            try await scene.signIn.finish(
              entering: again.cookie, code: entry.code, replacing: nil, device: nil, now: then
            ).word == "refused")
        }
        #expect(words == ["signed in", "signed in", "signed in"])
        #expect(waits[0] == 0 && waits[1] == 0 && (1...30).contains(waits[2]))
      }
      await #expect(throws: AccountFault.noSample("maria")) { try await samples.signIn(to: "maria", now: scene.now) }
    }
  }

  @Test(arguments: ["production", "test"]) func `are refused elsewhere`(_ kind: String) async throws {
    try await AccountScene.with(kind) { scene in
      await #expect(throws: AccountFault.notADemo) {
        try await samples(scene).signIn(to: "sample-responder", now: scene.now)
      }
      let error = await #expect(throws: PostgresError.self) {
        try await scene.owner.execute(
          "insert into account (name, role, is_sample) values ('sample-responder', 'responder', true)")
      }
      #expect(error?.constraint == "Sample accounts exist only in a demo")
      let made = try await scene.accounts.all()
      #expect(made.isEmpty)
    }
  }

  @Test func `keep a demo from becoming production`() async throws {
    try await AccountScene.with("demo") { scene in
      _ = try await samples(scene).signIn(to: "sample-operator", now: scene.now)
      let error = await #expect(throws: PostgresError.self) {
        try await scene.owner.execute("update installation set kind = 'production'")
      }
      #expect(error?.constraint == "A demo with sample accounts stays a demo")
    }
  }

  @Test func `do not take the place of a real one`() async throws {
    try await AccountScene.with("demo") { scene in
      _ = try await scene.accounts.invite("sample-operator", role: .operator, now: scene.now)
      await #expect(throws: AccountFault.nameTaken("sample-operator")) {
        try await samples(scene).signIn(to: "sample-operator", now: scene.now)
      }
    }
  }
}

@Suite struct `The database itself` {
  /// Statements that must fail whoever sends them, and the sentence that they fail with.
  static let refusals: [(statement: PostgresQuery, constraint: String)] = [
    ("update one_time_code set used_at = null", "A code is used once"),
    ("update recovery_code set used_at = null", "A recovery code is used once"),
    ("update second_factor set last_step = last_step - 1", "A code of an app works once"),
    ("update second_factor set last_step = null", "A code of an app works once"),
    (
      "update account_password set encoded = 'four lamps beside the canal'",
      "A password is kept as Argon2id, with what was done to it before"
    ),
    ("update account set role = 'king'", "A role is a known one"),
    ("update account set role = 'monitor'", "A monitor belongs to an organisation"),
    (
      "update account set role = 'interpreter'", "Assistants and interpreters, and they alone, work under an atto"
    ),
    ("update session set ended_at = null", "A session that ended stays ended"),
    ("update session set expires_at = now() + interval '9 days'", "A session that ended stays ended"),
    (
      """
      insert into one_time_code (account_id, selector, code_sha256, expires_at)
      select id, '0000', sha256('x'), now() + interval '2 days' from account
      """, "A code lives for a day at most"
    ),
    (
      """
      insert into session (account_id, token_sha256, expires_at)
      select id, sha256('x'), now() + interval '13 hours' from account
      """, "A session lasts twelve hours at most"
    ),
    (
      """
      insert into session (account_id, token_sha256, expires_at)
      select id, 'the token itself', now() + interval '1 hour' from account
      """, "A token is kept as a SHA-256"
    ),
  ]

  @Test(arguments: refusals.indices) func `holds what must never happen`(_ index: Int) async throws {
    let (statement, constraint) = Self.refusals[index]
    try await AccountScene.with { scene in
      let maria = try await scene.enrolled("maria")
      try await scene.signIn.signOut(maria.entry.staff, now: scene.now)
      try await scene.owner.execute("update recovery_code set used_at = \(scene.now)")
      let error = await #expect(throws: PostgresError.self) { try await scene.owner.execute(statement) }
      #expect(error?.constraint == constraint)
    }
  }
}
