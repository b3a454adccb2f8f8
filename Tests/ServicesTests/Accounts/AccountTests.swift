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

  @Test func `of a role without a door is not made`() async throws {
    try await AccountScene.with { scene in
      await #expect(throws: AccountFault.roleWithoutSignIn(.monitor)) {
        try await scene.accounts.invite("maria", role: .monitor, now: scene.now)
      }
    }
  }

  @Test func `of an attorney belongs to an office, which two may share`() async throws {
    try await AccountScene.with { scene in
      await #expect(throws: AccountFault.attorneyWithoutOffice) {
        try await scene.accounts.invite("maria", role: .attorney, now: scene.now)
      }
      await #expect(throws: AccountFault.notAnOffice) {
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
        try await scene.accounts.code(for: "maria", now: scene.now)
      }
      await #expect(throws: AccountFault.unknown("omar")) {
        try await scene.accounts.code(for: "omar", now: scene.now)
      }
    }
  }

  @Test func `is the first of its role until somebody has signed in`() async throws {
    try await AccountScene.with { scene in
      let first = try #require(try await scene.accounts.inviteFirst("operator", role: .operator, now: scene.now))
      let second = try #require(try await scene.accounts.inviteFirst("other", role: .operator, now: scene.now))
      #expect(second.account.name == "operator")
      #expect(try await scene.signIn.signIn(code: first.code.text, replacing: nil, now: scene.now).word == "refused")
      let entry = try await scene.signIn.signIn(code: second.code.text, replacing: nil, now: scene.now).entry
      #expect(entry != nil)
      let later = scene.now.adding(seconds: 400 * 24 * 3600)
      #expect(try await scene.accounts.inviteFirst("operator", role: .operator, now: later) == nil)
      #expect(try await scene.accounts.inviteFirst("maria", role: .responder, now: later) != nil)
    }
  }

  @Test func `is made and given codes by the database's owner only`() async throws {
    try await AccountScene.with { scene in
      let asStaff = AccountService(scene.staff)
      await #expect(throws: PostgresError.self) {
        try await asStaff.invite("mallory", role: .operator, now: scene.now)
      }
      _ = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      await #expect(throws: PostgresError.self) { try await asStaff.code(for: "maria", now: scene.now) }
      await #expect(throws: PostgresError.self) {
        try await scene.staff.execute("update account set role = 'operator'")
      }
      await #expect(throws: PostgresError.self) {
        try await scene.staff.execute("insert into one_time_code select * from one_time_code")
      }
    }
  }
}

@Suite struct `Sample accounts` {
  @Test func `exist in a demo, with a new code whenever asked`() async throws {
    try await AccountScene.with("demo") { scene in
      for sample in AccountService.samples {
        let first = try await scene.accounts.sampleCode(for: sample.name, now: scene.now)
        let second = try await scene.accounts.sampleCode(for: sample.name, now: scene.now)
        #expect(first.code != second.code)
        let entry = try await scene.signIn.signIn(code: second.code.text, replacing: nil, now: scene.now).entry
        #expect(entry?.staff.account.role == sample.role)
        #expect(entry?.staff.account.isSample == true)
      }
      await #expect(throws: AccountFault.noSample("maria")) {
        try await scene.accounts.sampleCode(for: "maria", now: scene.now)
      }
    }
  }

  @Test(arguments: ["production", "test"]) func `are refused elsewhere`(_ kind: String) async throws {
    try await AccountScene.with(kind) { scene in
      await #expect(throws: AccountFault.notADemo) {
        try await scene.accounts.sampleCode(for: "sample-responder", now: scene.now)
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
      _ = try await scene.accounts.sampleCode(for: "sample-operator", now: scene.now)
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
        try await scene.accounts.sampleCode(for: "sample-operator", now: scene.now)
      }
    }
  }
}

@Suite struct `The database itself` {
  /// Statements that must fail whoever sends them, and the sentence that they fail with.
  static let refusals: [(statement: PostgresQuery, constraint: String)] = [
    ("update one_time_code set used_at = null", "A code is used once"),
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
      let entry = try #require(try await scene.signedIn("maria"))
      try await scene.signIn.signOut(entry.staff, now: scene.now)
      let error = await #expect(throws: PostgresError.self) { try await scene.owner.execute(statement) }
      #expect(error?.constraint == constraint)
    }
  }
}
