internal import CivilTime
internal import Postgres
internal import Records
internal import CounselRules
internal import Services
internal import Stores
internal import TestKit
internal import Testing
internal import Vault

@Suite struct `A key for programs` {
  private func make(
    _ scene: AccountScene, _ staff: Staff, _ scopes: [TokenScope], days: Int = 30
  ) async throws -> TokenService.Made {
    try await TokenService(scene.staff).make(
      label: "calendar", scopes: scopes, days: days, by: staff, now: scene.now
    ).get()
  }

  @Test func `does what its scopes say and its owner may, and nothing that needs a fresh sign-in`() async throws {
    try await AccountScene.with { scene in
      let omar = try #require(try await scene.signedIn("omar", .operator)).staff
      let made = try await make(scene, omar, [.readAccounts])
      let program = try #require(
        try await TokenService(scene.staff).staff(bearer: made.secret, now: scene.now.adding(seconds: 3600)))
      #expect(program.account.name == "omar" && program.session == nil && program.formToken.isEmpty)
      #expect(!program.isFormToken(""), "no form is sent with a key")
      #expect(try await AccountDirectory(scene.staff).all(by: program).map(\.name) == ["omar"])
      await #expect(throws: NotAllowed.self) {
        try await AccountService(scene.staff).invite("x", role: .operator, by: .staff(program), now: scene.now)
      }
      await #expect(throws: NotFresh.self) { try await make(scene, program, [.readAccounts]) }
      await #expect(throws: NotFresh.self) {
        try await TokenService(scene.staff).revoke(made.token.id, by: program, now: scene.now)
      }
      let ana = try #require(try await scene.signedIn("ana", .attorney)).staff
      let visits = VisitService(scene.staff, judge: NoJudge())
      let calendar = try #require(
        try await TokenService(scene.staff).staff(
          bearer: try await make(scene, ana, [.readVisits]).secret, now: scene.now))
      #expect(try await visits.list(VisitFilter(), by: calendar).total == 0)
      await #expect(throws: NotFresh.self) { try await visits.export(VisitFilter(), by: calendar, now: scene.now) }
      #expect(try await visits.export(VisitFilter(), by: ana, now: scene.now).isEmpty)
    }
  }

  @Test func `is stored as a hash, and only the day of its use is kept`() async throws {
    try await AccountScene.with { scene in
      let omar = try #require(try await scene.signedIn("omar", .operator)).staff
      let made = try await make(scene, omar, [.readAccounts])
      let tokens = TokenService(scene.staff)
      #expect(try await tokens.all(of: omar, now: scene.now).map(\.lastUsedOn) == [nil])
      _ = try await tokens.staff(bearer: made.secret, now: scene.now)
      #expect(try await tokens.all(of: omar, now: scene.now).map(\.lastUsedOn) == [scene.now.utcDay])
      let row = try await scene.owner.first("select t::text from api_token t")?.decode(String.self) ?? ""
      #expect(!row.isEmpty && !row.contains(made.secret.dropFirst(9)))
      let bits = try #require(SessionToken(String(made.secret.dropFirst(9))))
      #expect(try await scene.signIn.staff(cookie: bits.text, now: scene.now) == nil, "it is no session's cookie")
    }
  }

  @Test func `ends when it is taken back, when its time is over, and with its account`() async throws {
    try await AccountScene.with { scene in
      let tokens = TokenService(scene.staff)
      let omar = try #require(try await scene.signedIn("omar", .operator)).staff
      let ana = try #require(try await scene.signedIn("ana", .attorney)).staff
      let one = try await make(scene, omar, [.readAccounts], days: 7)
      let two = try await make(scene, ana, [.readVisits])
      #expect(try await tokens.revoke(two.token.id, by: omar, now: scene.now) == false, "another's")
      #expect(try await tokens.staff(bearer: two.secret, now: scene.now) != nil)
      #expect(try await tokens.revoke(two.token.id, by: ana, now: scene.now))
      #expect(try await tokens.staff(bearer: two.secret, now: scene.now) == nil)
      #expect(try await tokens.staff(bearer: one.secret, now: scene.now.adding(seconds: 7 * 86_400)) == nil)
      try await scene.accounts.disable("omar", now: scene.now)
      #expect(try await tokens.staff(bearer: one.secret, now: scene.now) == nil)
      let verbs = try await scene.owner.rows("select verb from audit_entry where object like 'token:%' order by id")
        .map { try $0.decode(String.self) }
      #expect(verbs == ["tokenCreated", "tokenCreated", "tokenRevoked"])
    }
  }

  @Test func `is made with a label, a scope of its owner's role and a known time, ten at most`() async throws {
    try await AccountScene.with { scene in
      let tokens = TokenService(scene.staff)
      let ana = try #require(try await scene.signedIn("ana", .attorney)).staff
      func fault(_ label: String, _ scopes: [TokenScope], _ days: Int) async throws -> TokenService.Fault? {
        switch try await tokens.make(label: label, scopes: scopes, days: days, by: ana, now: scene.now) {
        case .success: nil
        case .failure(let fault): fault
        }
      }
      #expect(try await fault("  ", [.readVisits], 30) == .noLabel)
      #expect(try await fault("x", [], 30) == .noScope)
      #expect(try await fault("x", [.readAccounts], 30) == .notForYou)
      #expect(try await fault("x", [.readVisits], 3650) == .unknownTime)
      for _ in 0..<TokenService.most { #expect(try await fault("x", [.readVisits], 7) == nil) }
      #expect(try await fault("x", [.readVisits], 7) == .tooMany)
      for text in ["", "paradero_", "paradero_x", SessionToken().text, "paradero_" + SessionToken().text] {
        #expect(try await tokens.staff(bearer: text, now: scene.now) == nil)
      }
    }
  }
}

@Suite struct `An attorney who asks for an account` {
  static let good: [SignUpService.Field: String] = [
    .name: "Sample Attorney", .barState: "ca", .barNumber: "123456", .office: "Sample  Law", .accountName: "S.Attorney",
    .notCounsel: "yes",
  ]

  static let faults: [(field: SignUpService.Field, typed: String, fault: SignUpService.Fault)] = [
    (.name, " ", .missing), (.name, String(repeating: "x", count: 121), .tooLong), (.barState, "ZZ", .notAState),
    (.barNumber, "", .notABarNumber), (.barNumber, "12;34", .notABarNumber), (.office, "", .missing),
    (.accountName, "two words", .notAName), (.notCounsel, "", .mustBeSaid),
  ]

  @Test(arguments: faults.indices) func `is told what is missing`(_ index: Int) async throws {
    try await AccountScene.with { scene in
      var typed = Self.good
      typed[Self.faults[index].field] = Self.faults[index].typed
      let asked = try await SignUpService(scene.staff).ask(typed, now: scene.now)
      #expect(asked == .faults([Self.faults[index].field: Self.faults[index].fault]))
      let kept = try await scene.owner.first("select count(*) from attorney_application")?.decode(Int.self)
      #expect(kept == 0)
    }
  }

  @Test func `gets one after a call to the bar's number, and the call is noted`() async throws {
    try await AccountScene.with { scene in
      let signUp = SignUpService(scene.staff)
      let omar = try #require(try await scene.signedIn("omar", .operator)).staff
      #expect(try await signUp.ask(Self.good, now: scene.now) == .taken)
      let waiting = try #require(try await signUp.waiting(by: omar).first)
      #expect(waiting.barState == "CA" && waiting.office == "Sample Law" && waiting.accountName == "s.attorney")
      let today = try #require(scene.now.utcDay)
      guard
        case .notANumber = try await signUp.decide(
          waiting.id, .verify(called: "none", on: today, note: ""), by: omar, now: scene.now),
        case .invited(let invitation) = try await signUp.decide(
          waiting.id, .verify(called: "415-555-0100", on: today, note: "spoke to her"), by: omar, now: scene.now),
        case .gone = try await signUp.decide(waiting.id, .refuse(note: ""), by: omar, now: scene.now)
      else {
        Issue.record("decided otherwise")
        return
      }
      #expect(invitation.account.role == .attorney)
      let attorney = try await scene.enrol(invitation, at: scene.now)
      #expect(attorney.entry.staff.account.officeID != nil)
      let row = try #require(
        try await scene.owner.first(
          "select state, called_number, called_on, decided_by, note from attorney_application"))
      let (state, number, day, by, note) = try row.decode(
        String.self, String.self, CivilDate.self, Int64.self, String.self)
      #expect(state == "verified" && number == "415-555-0100" && day == today && by == omar.account.id)
      #expect(note == "spoke to her")
    }
  }

  @Test func `is not told whether a name is taken, and is decided about by operators alone`() async throws {
    try await AccountScene.with { scene in
      let signUp = SignUpService(scene.staff)
      let rosa = try #require(try await scene.signedIn("s.attorney", .responder)).staff
      #expect(try await signUp.ask(Self.good, now: scene.now) == .taken)
      await #expect(throws: NotAllowed.self) { try await signUp.waiting(by: rosa) }
      await #expect(throws: NotAllowed.self) {
        try await signUp.decide(1, .refuse(note: ""), by: rosa, now: scene.now)
      }
      let omar = try #require(try await scene.signedIn("omar", .operator)).staff
      let waiting = try #require(try await signUp.waiting(by: omar).first)
      let today = try #require(scene.now.utcDay)
      let decided = try await signUp.decide(
        waiting.id, .verify(called: "4155550100", on: today, note: ""), by: omar, now: scene.now)
      guard case .fault(.nameTaken) = decided else {
        Issue.record("the name was given twice")
        return
      }
      #expect(try await signUp.waiting(by: omar).count == 1, "it still waits")
    }
  }

  @Test func `waits when too many ask`() async throws {
    try await AccountScene.with { scene in
      let signUp = SignUpService(scene.staff)
      var taken = 0
      for _ in 0..<40 {
        if case .taken = try await signUp.ask(Self.good, now: scene.now) { taken += 1 }
      }
      #expect(taken == 30)
    }
  }
}

/// Judges nothing; these tests never come so far.
private struct NoJudge: VisitJudge {
  func findings(
    on request: VisitRequest, at place: VisitPlace, events: [VisitEvent], now: Timestamp
  ) throws -> [ToldFinding] { [] }
  func rules(at facility: Facility, standard: FacilityStandard?, now: Timestamp) -> [PlaceRule] { [] }
  func rule(named id: String) -> PlaceRule? { nil }
  func judgement(
    of place: VisitPlace, events: [PlaceEvent], now: Timestamp
  ) throws -> (days: [PlaceDay], findings: [ToldPlaceFinding]) { ([], []) }
}
