internal import CivilTime
internal import Postgres
internal import Records
internal import Services
internal import TestKit
internal import Testing
internal import Vault

@Suite struct `A one-time code` {
  @Test func `signs in once, and the second time is refused`() async throws {
    try await AccountScene.with { scene in
      let invitation = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let first = try await scene.signIn.signIn(code: invitation.code.text, replacing: nil, now: scene.now)
      let entry = try #require(first.entry)
      #expect(entry.staff.account.name == "maria")
      #expect(entry.staff.account.role == .responder)
      let replay = try await scene.signIn.signIn(
        code: invitation.code.text, replacing: nil, now: scene.now.adding(seconds: 1))
      #expect(replay.word == "refused")
      #expect(try await scene.signIn.staff(cookie: entry.cookie, now: scene.now) != nil)
    }
  }

  static let times: [(after: Double, word: String)] = [
    (-1, "refused"), (0, "signed in"), (23 * 3600, "signed in"), (24 * 3600 - 1, "signed in"),
    (24 * 3600, "refused"), (30 * 24 * 3600, "refused"),
  ]

  @Test(arguments: times) func `is good for a day`(_ time: (after: Double, word: String)) async throws {
    try await AccountScene.with { scene in
      let invitation = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let then = scene.now.adding(seconds: time.after)
      #expect(try await scene.signIn.signIn(code: invitation.code.text, replacing: nil, now: then).word == time.word)
    }
  }

  @Test func `lets in exactly one of those who use it at the same moment`() async throws {
    try await AccountScene.with(poolSize: 8) { scene in
      let invitation = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let text = invitation.code.text
      let words = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<10 {
          group.addTask { try await scene.signIn.signIn(code: text, replacing: nil, now: scene.now).word }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(words.sorted() == [String](repeating: "refused", count: 9) + ["signed in"])
      let sessions = try await scene.owner.first("select count(*) from session")?.decode(Int64.self)
      #expect(sessions == 1)
    }
  }

  @Test func `is replaced by the next one`() async throws {
    try await AccountScene.with { scene in
      let first = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let second = try await scene.accounts.code(for: "maria", now: scene.now)
      #expect(try await scene.signIn.signIn(code: first.code.text, replacing: nil, now: scene.now).word == "refused")
      #expect(
        try await scene.signIn.signIn(code: second.code.text, replacing: nil, now: scene.now).word == "signed in")
    }
  }

  @Test func `that was mistyped is told from a wrong one, and not counted`() async throws {
    try await AccountScene.with { scene in
      _ = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      for text in ["", "hello", "K7M2-9DPT-4H0W-R5CZ-8Q3X-7A", String(repeating: "0", count: 5000)] {
        #expect(try await scene.signIn.signIn(code: text, replacing: nil, now: scene.now).word == "mistyped")
      }
      let counted = try await scene.owner.rows("select space from attempt_throttle")
      #expect(counted.isEmpty)
    }
  }

  @Test func `is stored as a hash only`() async throws {
    try await AccountScene.with { scene in
      let invitation = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let cookie = try #require(
        try await scene.signIn.signIn(code: invitation.code.text, replacing: nil, now: scene.now).entry
      ).cookie
      let secret = invitation.code.text.filter { $0 != "-" }.dropFirst(4)
      for row in try await scene.owner.rows(
        """
        select c::text from one_time_code c union all select s::text from session s
        union all select a::text from account a union all select t::text from attempt_throttle t
        """)
      {
        let text = try row.decode(String.self)
        #expect(!text.contains(secret))
        #expect(!text.contains(cookie))
      }
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
        words.append(try await scene.signIn.signIn(code: guess(code, number), replacing: nil, now: scene.now).word)
      }
      #expect(words == [String](repeating: "refused", count: 10) + ["too many", "too many"])
      let early = try await scene.signIn.signIn(code: code, replacing: nil, now: scene.now.adding(seconds: 59))
      guard case .tooMany(let wait) = early else {
        Issue.record("the owner was let in before the throttle leaked")
        return
      }
      #expect(wait == 1)
      #expect(
        try await scene.signIn.signIn(code: code, replacing: nil, now: scene.now.adding(seconds: 60)).word
          == "signed in")
    }
  }

  @Test func `blindly shuts nobody out`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let other = maria.code.text.hasPrefix("ZZZZ") ? "YYYY" : "ZZZZ"
      var words: [String: Int] = [:]
      for number in 0..<305 {
        let word = try await scene.signIn.signIn(code: guess(other, number), replacing: nil, now: scene.now).word
        words[word, default: 0] += 1
      }
      #expect(words == ["refused": 300, "too many": 5])
      let entry = try await scene.signIn.signIn(code: maria.code.text, replacing: nil, now: scene.now)
      #expect(entry.word == "signed in")
    }
  }

  @Test func `leaves the code of another alone`() async throws {
    try await AccountScene.with { scene in
      let maria = try await scene.accounts.invite("maria", role: .responder, now: scene.now)
      let omar = try await scene.accounts.invite("omar", role: .operator, now: scene.now)
      for number in 0..<12 {
        _ = try await scene.signIn.signIn(code: guess(maria.code.text, number), replacing: nil, now: scene.now)
      }
      #expect(
        try await scene.signIn.signIn(code: omar.code.text, replacing: nil, now: scene.now).word == "signed in")
    }
  }
}
