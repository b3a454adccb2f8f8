internal import Foundation
internal import Services
internal import Testing
internal import Vault

@Suite struct `A password` {
  static let desk = PasswordDesk(
    keys: KeyRing(service: .generate(), keeper: nil), common: AccountScene.common, cost: AccountScene.light)

  static let rules: [(password: String, fault: PasswordFault?)] = [
    ("four lamps beside the canal", nil), ("15 characters !", nil), ("14 characters!", .tooShort), ("", .tooShort),
    (String(repeating: "áβ漢🜁 x", count: 21) + "ab", nil), (String(repeating: "áβ漢🜁 x", count: 22), .tooLong),
    // Nothing is asked of it but its length.
    ("no capitals no digits", nil), ("  four \t lamps beside \n", nil),
    // Common, or plainly made of what is common.
    ("correcthorsebatterystaple", .common), ("CorrectHorseBatteryStaple", .common), ("password12345678", .common),
    ("passwordiloveyou", .common), ("sunshine dragon 2026", .common), ("aaaaaaaaaaaaaaaaaaa", .common),
    ("abcabcabcabcabcabc", .common), ("qwertyuiopasdfghjkl", .common), ("1234567890123456", .common),
    ("maria-paradero-2026", .common), ("maria's four lamps beside", nil), ("!!!!!!!!!!!!!!!!!!", .common),
  ]

  @Test(arguments: rules.indices) func `is long, and not among those that are guessed first`(_ index: Int) {
    let rule = Self.rules[index]
    #expect(Self.desk.fault(rule.password, repeated: rule.password, account: "maria") == rule.fault)
  }

  @Test func `is typed the same twice`() {
    #expect(
      Self.desk.fault("four lamps beside the canal", repeated: "four lamps beside the camel", account: "maria")
        == .notRepeated)
  }

  @Test func `is refused by the real list too`() throws {
    let sql = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../sql").standardized
    let list = try CommonPasswords(share: sql.path)
    #expect(list.count > 10_000)
    for common in ["1qaz2wsx3edc4rfv", "passwordpassword", "iloveyouforever1", "superman12345678"] {
      let isRefused = list.contains(common, account: "maria")
      #expect(isRefused, "\(common)")
    }
    for good in [AccountScene.password, SampleAccounts.password, "vendedor de nubes y relojes", "tR9!vq&Lm2#xZ8p"] {
      let isRefused = list.contains(good, account: "maria")
      #expect(!isRefused, "\(good)")
    }
  }

  @Test func `is the same however its letters are composed, and says in its hash what was done to it`() async throws {
    let composed = "José busca a María en el río"
    let decomposed = composed.decomposedStringWithCanonicalMapping
    #expect(Array(composed.utf8) != Array(decomposed.utf8))
    let hash = try await Self.desk.hash(composed)
    #expect(hash.hasPrefix("nfc+pepper:$argon2id$v=19$m=64,t=1,p=1$"))
    #expect(try await Self.desk.isRight(decomposed, encoded: hash))
    #expect(try await !Self.desk.isRight(composed + " ", encoded: hash))
    let other = PasswordDesk(
      keys: KeyRing(service: .generate(), keeper: nil), common: AccountScene.common, cost: AccountScene.light)
    #expect(try await !other.isRight(composed, encoded: hash), "without the pepper the hash is of no use")
  }

  @Test func `of an account that is not there is wrong, after the same work`() async throws {
    #expect(try await !Self.desk.isRight(AccountScene.password, encoded: nil))
    #expect(try await !Self.desk.isRight("", encoded: nil))
    #expect(try await !Self.desk.isRight(String(repeating: "x", count: 100_000), encoded: nil))
  }

  @Test func `is hashed anew where cost or pepper are of another time`() async throws {
    let plain = PasswordDesk(keys: nil, common: AccountScene.common, cost: AccountScene.light)
    let old = try await plain.hash(AccountScene.password)
    #expect(old.hasPrefix("nfc:$argon2id$") && !plain.isOutdated(old))
    #expect(try await Self.desk.isRight(AccountScene.password, encoded: old))
    #expect(Self.desk.isOutdated(old))
    let new = try await Self.desk.hash(AccountScene.password)
    #expect(!Self.desk.isOutdated(new))
    let dearer = PasswordDesk(
      keys: nil, common: AccountScene.common, cost: PasswordCost(passes: 2, bytes: AccountScene.light.bytes))
    #expect(dearer.isOutdated(old))
  }

  @Test func `is hashed a few at a time, some wait, and the others are sent away`() async throws {
    let queue = HashQueue(places: 2, waiting: 3)
    let gate = DispatchSemaphore(value: 0)
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<12 {
        group.addTask { (try? await queue.run { gate.wait() }) != nil }
      }
      // Seven are sent away at once; then the five others are let through.
      var refused = 0
      while refused < 7, let outcome = await group.next() { refused += outcome ? 0 : 1 }
      for _ in 0..<5 { gate.signal() }
      return await group.reduce(into: (done: 0, refused: refused)) {
        if $1 { $0.done += 1 } else { $0.refused += 1 }
      }
    }
    #expect(outcomes.done == 5 && outcomes.refused == 7)
    #expect((try? await queue.run { 1 }) == 1, "the places are free again")
  }
}
