internal import Testing
internal import Vault

@Suite struct `A sealed A-number` {
  /// Keys that are the bytes 0…31 and 32…63.
  static let file = """
    paradero-keys 1 service
    lookup AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8
    key 1 0 ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8
    sum e705603024d706cd

    """

  /// Made by another program: BLAKE2b of Python's hashlib, and XChaCha20 written out from its draft (RFC 8439's rounds).
  static let known: [(number: String, token: String)] = [
    ("234561078", "n1.ZQcWJ0t2CIojVi6_CqpqJ2zo5CX6gdItHqiivozQJq3J"),
    ("000000001", "n1.jKZab8WX-F1YEo600heh21wD3zpnFLtNknk_FdGB6BHT"),
    ("999999999", "n1.dZxWrJoL4L6SifE9CuDXICHGiAEfsS13-NGNj38fZZAe"),
    ("098123456", "n1.Oy-LG54VW4aiz19OoTTZKqBZQqiwYo-OWOFlyO1OtejA"),
  ]

  private func seal() throws -> NumberSeal { try ServiceKeys(file: Array(Self.file.utf8)).numbers }

  @Test(arguments: known) func `stays the same for as long as there are installations`(
    _ known: (number: String, token: String)
  ) throws {
    #expect(try seal().seal(known.number) == known.token)
    #expect(try seal().open(known.token) == known.number)
  }

  @Test func `is the same for the same number alone, and opens to it`() {
    let seal = ServiceKeys.generate().numbers
    var random = SystemRandomNumberGenerator()
    var tokens: [String: String] = [:]
    for _ in 0..<2_000 {
      let digits = String(Int.random(in: 1...999_999_999, using: &random))
      let number = String(repeating: "0", count: 9 - digits.utf8.count) + digits
      guard let token = seal.seal(number) else {
        Issue.record("\(number) was not sealed")
        continue
      }
      #expect(token.utf8.count == 47 && NumberSeal.isToken(token) && !token.contains(number))
      #expect(seal.open(token) == number)
      #expect(tokens.updateValue(number, forKey: token) ?? number == number, "two numbers have one token")
      #expect(seal.seal(number) == token)
    }
  }

  @Test func `opens with no other key`() throws {
    for (_, token) in Self.known { #expect(ServiceKeys.generate().numbers.open(token) == nil) }
  }

  @Test func `is the same whatever version of the key seals other things`() throws {
    let old = ServiceKeys.generate()
    let both = try old.adding(sealsFrom: 0)
    let token = try #require(old.numbers.seal("234561078"))
    #expect(both.numbers.seal("234561078") == token)
    #expect(both.retiringOld().numbers.open(token) == "234561078")
  }

  @Test func `is refused when anything in it changed`() throws {
    let seal = try seal()
    let token = Array(Self.known[0].token.utf8)
    for place in token.indices {
      for sign in [UInt8(ascii: "A"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "7"), 0, 0xC3]
      where sign != token[place] {
        var changed = token
        changed[place] = sign
        #expect(seal.open(changed[...]) == nil)
      }
    }
    for count in 0..<token.count { #expect(seal.open(token.prefix(count)) == nil) }
    #expect(seal.open((token + [UInt8(ascii: "A")])[...]) == nil)
    // In the middle of other bytes, as a cell of a row lies.
    #expect(seal.open(([1, 2] + token + [3])[2..<(2 + token.count)]) == "234561078")
  }

  static let others = [
    "", "1", "12345678", "1234567890", "12345678x", " 12345678", "１２３４５６７８９", "é23456789", "-12345678",
    "n1.ZQcWJ0t2CIojVi6_CqpqJ2zo5CX6gdItHqiivozQJq3J",
  ]

  @Test(arguments: others) func `is made of nine digits alone`(_ text: String) throws {
    #expect(try seal().seal(text) == nil)
  }

  @Test func `never shows its keys`() throws { #expect(try "\(seal())" == "(secret)") }
}
