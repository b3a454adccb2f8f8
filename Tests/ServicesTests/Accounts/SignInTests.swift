internal import CivilTime
internal import Postgres
internal import Records
internal import Services
internal import TestKit
internal import Testing
internal import Vault

@Suite struct `A one-time code` {
  @Test func `sets password and second factor, and is used up with that`() async throws {
    try await AccountScene.with { scene in
      let invitation = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      // A browser that was closed on the way costs nothing.
      #expect(try await scene.signIn.begin(code: invitation.code.text, now: scene.now).word == "next")
      let maria = try await scene.enrol(invitation, at: scene.now)
      #expect(maria.entry.staff.account.name == "maria" && maria.recovery.count == 10)
      #expect(try await scene.signIn.staff(cookie: maria.entry.cookie, now: scene.now) != nil)
      #expect(try await scene.signIn.begin(code: invitation.code.text, now: scene.now).word == "refused")
    }
  }

  static let times: [(after: Double, word: String)] = [
    (-1, "refused"), (0, "next"), (23 * 3600, "next"), (24 * 3600 - 1, "next"), (24 * 3600, "refused"),
    (30 * 24 * 3600, "refused"),
  ]

  @Test(arguments: times) func `is good for a day`(_ time: (after: Double, word: String)) async throws {
    try await AccountScene.with { scene in
      let invitation = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let then = scene.now.adding(seconds: time.after)
      #expect(try await scene.signIn.begin(code: invitation.code.text, now: then).word == time.word)
    }
  }

  @Test func `lets exactly one of those finish who use it at the same moment`() async throws {
    try await AccountScene.with(poolSize: 8) { scene in
      let invitation = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let done = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<8 { group.addTask { (try? await scene.enrol(invitation, at: scene.now)) != nil } }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      let sessions = try await scene.owner.first("select count(*) from session")?.decode(Int.self)
      let factors = try await scene.owner.first("select count(*) from second_factor")?.decode(Int.self)
      #expect(done == 1 && sessions == 1 && factors == 1)
    }
  }

  @Test func `tells whoever was slower with it that the set-up has ended`() async throws {
    try await AccountScene.with { scene in
      let invitation = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let slow = try await scene.signIn.begin(code: invitation.code.text, now: scene.now).cookie
      _ = try await scene.enrol(invitation, at: scene.now)
      let kept = try await scene.signIn.setUp(
        entering: slow, password: "another long one here", repeated: "another long one here", now: scene.now)
      #expect(kept == .ended)
      guard
        case .ended = try await scene.signIn.finishSetUp(
          entering: slow, code: "123456", replacing: nil, now: scene.now)
      else {
        Issue.record("the slower one went on")
        return
      }
      let maria = try #require(try await scene.accounts.all().first { $0.name == "maria" })
      #expect(
        try await scene.owner.first("select count(*) from session where account_id = \(maria.id)")?.decode(Int.self)
          == 1)
    }
  }

  @Test func `is replaced by the next one, also on the way`() async throws {
    try await AccountScene.with { scene in
      let first = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let entering = try await scene.signIn.begin(code: first.code.text, now: scene.now).cookie
      let second = try await scene.accounts.resetFactor("maria", now: scene.now)
      #expect(try await scene.signIn.begin(code: first.code.text, now: scene.now).word == "refused")
      guard case .ended = try await scene.signIn.setUp(entering: entering, now: scene.now) else {
        Issue.record("the old code still leads on")
        return
      }
      #expect(try await scene.signIn.begin(code: second.code.text, now: scene.now).word == "next")
    }
  }

  @Test func `that was mistyped is told from a wrong one, and not counted`() async throws {
    try await AccountScene.with { scene in
      _ = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      for text in ["", "hello", "K7M2-9DPT-4H0W-R5CZ-8Q3X-7A", String(repeating: "0", count: 5000)] {
        #expect(try await scene.signIn.begin(code: text, now: scene.now).word == "mistyped")
      }
      let counted = try await scene.owner.rows("select space from attempt_throttle")
      #expect(counted.isEmpty)
    }
  }

  @Test func `is stored as a hash only, and so is all that comes of it`() async throws {
    try await AccountScene.with { scene in
      let invitation = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let maria = try await scene.enrol(invitation, at: scene.now)
      let later = scene.now.adding(seconds: 60)
      let begun = try await scene.signIn.begin(
        name: "maria", password: AccountScene.password, device: nil, now: later)
      let secrets =
        [invitation.code.text, maria.entry.cookie, maria.entry.device ?? "", begun.cookie ?? "", AccountScene.password]
        + maria.recovery.map(\.text) + [
          maria.secret.text.filter { $0 != " " }, Digests.hexadecimal(maria.secret.bytes),
        ]
      var cells = 0
      for row in try await scene.owner.rows(
        """
        select c::text from one_time_code c union all select s::text from session s union all
        select a::text from account a union all select t::text from attempt_throttle t union all
        select p::text from account_password p union all select f::text from second_factor f union all
        select r::text from recovery_code r union all select i::text from sign_in i union all
        select d::text from known_device d union all select g::text from guess_delay g union all
        select e::text from audit_entry e
        """)
      {
        cells += 1
        let text = try row.decode(String.self)
        for secret in secrets {
          #expect(!text.contains(secret) && !text.contains(secret.filter { $0 != "-" }.dropFirst(4)))
        }
      }
      #expect(cells > 15)
    }
  }
}

@Suite struct `Guessing at codes` {
  /// Another code with the same first group: what somebody would send who saw only that.
  private func guess(_ text: String, _ number: Int) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let head = String(text.prefix(4)) + "0000000000000"
    let body = head + String(alphabet[number / 32 % 32]) + String(alphabet[number % 32]) + "0"
    // The last two characters make the number a multiple of 1021.
    let rest = body.reduce(0) { ($0 * 32 + (alphabet.firstIndex(of: $1) ?? 0)) % 1021 }
    let check = (1021 - rest * 1024 % 1021) % 1021
    return body + String(alphabet[check / 32]) + String(alphabet[check % 32])
  }

  @Test func `at one code is slowed down, and its owner waits a minute at most`() async throws {
    try await AccountScene.with { scene in
      let invitation = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let code = invitation.code.text
      var words: [String] = []
      for number in 0..<12 {
        words.append(try await scene.signIn.begin(code: guess(code, number), now: scene.now).word)
      }
      #expect(words == [String](repeating: "refused", count: 10) + ["too many", "too many"])
      let early = try await scene.signIn.begin(code: code, now: scene.now.adding(seconds: 59))
      guard case .tooMany(let wait) = early else {
        Issue.record("the owner was let in before the throttle leaked")
        return
      }
      #expect(wait == 1)
      #expect(
        try await scene.signIn.begin(code: code, now: scene.now.adding(seconds: 60)).word
          == "next")
    }
  }

  @Test func `blindly shuts nobody out`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let other = maria.code.text.hasPrefix("ZZZZ") ? "YYYY" : "ZZZZ"
      var words: [String: Int] = [:]
      for number in 0..<305 {
        let word = try await scene.signIn.begin(code: guess(other, number), now: scene.now).word
        words[word, default: 0] += 1
      }
      #expect(words == ["refused": 300, "too many": 5])
      let entry = try await scene.signIn.begin(code: maria.code.text, now: scene.now)
      #expect(entry.word == "next")
    }
  }

  @Test func `leaves the code of another alone`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let omar = try await scene.accounts.invite("omar", role: .operator, now: scene.now)
      for number in 0..<12 {
        _ = try await scene.signIn.begin(code: guess(maria.code.text, number), now: scene.now)
      }
      #expect(
        try await scene.signIn.begin(code: omar.code.text, now: scene.now).word == "next")
    }
  }
}
