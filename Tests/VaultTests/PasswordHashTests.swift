import Testing
import Vault

@Suite struct `The hash of a password` {
  static let light = PasswordCost(passes: 1, bytes: 8192 * 8)
  static let message = Array("an old boat on the lake".utf8)

  @Test func `says itself how it was made, with a salt of its own each time`() throws {
    let one = try #require(PasswordHash.make(Self.message, cost: .standard))
    #expect(one.hasPrefix("$argon2id$v=19$m=65536,t=3,p=1$"))
    let other = try #require(PasswordHash.make(Self.message, cost: .standard))
    #expect(one != other)
    #expect(PasswordHash.isRight(Self.message, encoded: one) && PasswordHash.isRight(Self.message, encoded: other))
  }

  @Test func `fits its password and no other`() throws {
    let hash = try #require(PasswordHash.make(Self.message, cost: Self.light))
    #expect(PasswordHash.isRight(Self.message, encoded: hash))
    for wrong in [Self.message + [0], Array(Self.message.dropLast()), [], Array("An old boat on the lake".utf8)] {
      #expect(!PasswordHash.isRight(wrong, encoded: hash))
    }
    let empty = try #require(PasswordHash.make([], cost: Self.light))
    #expect(PasswordHash.isRight([], encoded: empty) && !PasswordHash.isRight([0], encoded: empty))
  }

  @Test func `is outdated when the cost has changed`() throws {
    let hash = try #require(PasswordHash.make(Self.message, cost: Self.light))
    #expect(!PasswordHash.isOutdated(hash, cost: Self.light))
    #expect(PasswordHash.isOutdated(hash, cost: PasswordCost(passes: 2, bytes: Self.light.bytes)))
    #expect(PasswordHash.isOutdated(hash, cost: .standard))
  }

  @Test(arguments: ["", "x", "$argon2id$", "$2b$12$abc", String(repeating: "$", count: 127), "\u{0}"])
  func `that is none fits nothing`(_ text: String) {
    #expect(!PasswordHash.isRight(Self.message, encoded: text))
    #expect(PasswordHash.isOutdated(text, cost: .standard))
  }
}
