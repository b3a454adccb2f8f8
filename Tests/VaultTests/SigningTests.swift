import Testing

@testable import Vault

@Suite struct `Keys that sign` {
  @Test func `sign as RFC 8032 has it`() throws {
    // Its second test vector: a message of one byte.
    let seed = try #require(
      Digests.bytes(hexadecimal: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    let file = KeyFile(
      kind: .signing, lookup: nil, versions: [KeyFile.Version(number: 1, since: 0, key: SecretBytes(seed))])
    let keys = try SigningKeys(file: file.contents)
    #expect(keys.publicKey.hex == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    #expect(
      Digests.hexadecimal(keys.sign([0x72]))
        == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
  }

  @Test func `are checked with the public half, and nothing else passes`() throws {
    let keys = try SigningKeys.generate(), others = try SigningKeys.generate()
    let message = Array("where the log ends".utf8)
    let signature = keys.sign(message)
    #expect(keys.publicKey.hasSigned(message, signature))
    #expect(!others.publicKey.hasSigned(message, signature))
    #expect(!keys.publicKey.hasSigned(message + [0], signature))
    for place in [0, 31, 32, 63] {
      var changed = signature
      changed[place] ^= 1
      #expect(!keys.publicKey.hasSigned(message, changed))
    }
    #expect(!keys.publicKey.hasSigned(message, []) && !keys.publicKey.hasSigned(message, signature + [0]))
    for text in [keys.publicKey.hex, keys.publicKey.pem] { #expect(SigningPublicKey(text: text) == keys.publicKey) }
    for text in ["", "ab", keys.publicKey.hex + "0", keys.publicKey.pem.replacing("PUBLIC", with: "PRIVATE")] {
      #expect(SigningPublicKey(text: text) == nil)
    }
  }

  @Test func `are read from their files, and the list forgets none`() throws {
    let first = try SigningKeys.generate()
    #expect(try SigningKeys(file: first.contents).publicKey == first.publicKey)
    var register = SigningRegister(first)
    var all = [first.publicKey]
    // More than the versions of a key that seals.
    for number in 2...20 {
      let next = try SigningKeys.generate(number: number)
      register = try register.adding(next)
      all.append(next.publicKey)
    }
    #expect(try SigningRegister(file: register.contents).keys == all)
    #expect(throws: KeyError.damaged(SigningRegister.fileName)) { try register.adding(first) }
    #expect(throws: KeyError.damaged(SigningKeys.fileName)) { try SigningKeys(file: register.contents) }
  }
}
