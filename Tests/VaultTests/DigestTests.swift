internal import Testing
internal import Vault

@Suite struct `Hashes and random bytes` {
  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  static let known: [(message: String, sha256: String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ]

  @Test(arguments: known) func `are SHA-256 as published`(_ known: (message: String, sha256: String)) {
    #expect(hex(Digests.sha256(Array(known.message.utf8))) == known.sha256)
  }

  @Test func `with a key are BLAKE2b as Python's hashlib computes it`() throws {
    // hashlib.blake2b(b"paradero", key=bytes(range(32)), digest_size=32).hexdigest()
    let key = try #require(HashKey(Array(0..<32)))
    #expect(
      hex(Digests.keyed(Array("paradero".utf8), key))
        == "0700670e5dbe8dafb97249c36bf9f47a016e3e6e4a0f8b78c568af2a03a0155a")
    #expect(Digests.keyed([1], key) != Digests.keyed([1], HashKey()))
  }

  @Test(arguments: [0, 16, 31, 33, 64]) func `take no key of another length`(_ count: Int) {
    #expect(HashKey([UInt8](repeating: 1, count: count)) == nil)
  }

  @Test func `compare whole values`() {
    #expect(Digests.isEqual([1, 2, 3], [1, 2, 3]))
    #expect(!Digests.isEqual([1, 2, 3], [1, 2, 4]))
    #expect(!Digests.isEqual([1, 2, 3], [1, 2]))
    #expect(Digests.isEqual([], []))
  }

  @Test func `draw new bytes each time, as many as asked`() {
    #expect(Digests.randomBytes(0).isEmpty)
    #expect(Digests.randomBytes(32).count == 32)
    #expect(Digests.randomBytes(32) != Digests.randomBytes(32))
  }

  @Test func `never show a key`() {
    #expect("\(HashKey())" == "(secret)")
  }
}

@Suite struct `A session's token` {
  @Test func `is read back from its cookie`() throws {
    let token = SessionToken()
    let again = try #require(SessionToken(token.text))
    #expect(token.text.utf8.count == 43)
    #expect(again.fingerprint == token.fingerprint)
    #expect(again.text == token.text)
  }

  static let others = [
    "", "x", String(repeating: "A", count: 42), String(repeating: "A", count: 44),
    String(repeating: "A", count: 42) + "=",
    String(repeating: "+", count: 43), String(repeating: "é", count: 43), String(repeating: "A", count: 43) + " ",
    // The last character carries two bits that must be zero: one token has one spelling.
    String(repeating: "A", count: 42) + "B",
  ]

  @Test(arguments: others) func `is nothing else`(_ text: String) { #expect(SessionToken(text) == nil) }

  @Test func `gives forms a token that is its own`() {
    let token = SessionToken()
    #expect(token.isFormToken(token.formToken))
    #expect(!token.isFormToken(SessionToken().formToken))
    #expect(!token.isFormToken(""))
    #expect(token.formToken != token.text)
    #expect(!token.isFormToken(token.text))
  }

  @Test func `is stored as a hash that is not the cookie, and never printed`() {
    let token = SessionToken()
    #expect(token.fingerprint.count == 32)
    #expect(token.fingerprint != SessionToken().fingerprint)
    #expect("\(token)" == "(secret)")
  }
}
