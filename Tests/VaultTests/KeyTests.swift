internal import Testing
internal import Vault

@Suite struct `The service's keys` {
  private let plain = Array("invented text".utf8)

  @Test func `open what they sealed, in its place alone`() throws {
    let keys = ServiceKeys.generate()
    let sealed = keys.seal(plain, context: "totp.secret.7")
    #expect(try keys.open(sealed, context: "totp.secret.7") == plain)
    #expect(throws: KeyError.cannotOpen) { try keys.open(sealed, context: "totp.secret.8") }
    #expect(throws: KeyError.cannotOpen) { try ServiceKeys.generate().open(sealed, context: "totp.secret.7") }
    #expect(keys.seal(plain, context: "a") != keys.seal(plain, context: "a"))
    #expect(try keys.open(keys.seal([], context: "a"), context: "a") == [])
  }

  @Test func `open nothing in which one bit changed`() throws {
    let keys = ServiceKeys.generate()
    let sealed = keys.seal(plain, context: "a")
    for place in sealed.indices {
      var changed = sealed
      changed[place] ^= 1
      #expect(throws: KeyError.self) { try keys.open(changed, context: "a") }
    }
    for count in 0..<sealed.count {
      #expect(throws: KeyError.self) { try keys.open(Array(sealed.prefix(count)), context: "a") }
    }
  }

  @Test func `seal with the newest version once its moment has come, and open with all`() throws {
    let old = ServiceKeys.generate()
    let both = try old.adding(sealsFrom: 1000)
    let first = both.seal(plain, context: "a", at: 999)
    let second = both.seal(plain, context: "a", at: 1000)
    #expect(ServiceKeys.version(of: first) == 1)
    #expect(ServiceKeys.version(of: second) == 2)
    #expect(try both.open(old.seal(plain, context: "a"), context: "a") == plain)
    #expect(try both.open(second, context: "a") == plain)
    #expect(throws: KeyError.versionMissing(2)) { try old.open(second, context: "a") }
    let new = both.retiringOld()
    #expect(try new.open(second, context: "a") == plain)
    #expect(throws: KeyError.versionMissing(1)) { try new.open(first, context: "a") }
    #expect(both.hash(plain, purpose: .aNumber) == old.hash(plain, purpose: .aNumber))
  }

  @Test func `hash otherwise for each purpose and each installation`() {
    let keys = ServiceKeys.generate()
    let hashes =
      KeyPurpose.allCases.map { keys.hash(plain, purpose: $0) } + [
        ServiceKeys.generate().hash(plain, purpose: .aNumber)
      ]
    #expect(Set(hashes).count == hashes.count)
    #expect(hashes.allSatisfy { $0.count == 32 })
    #expect(Digests.keyed(plain, keys.hashKey(.receipt)) == keys.hash(plain, purpose: .receipt))
  }

  @Test func `are read from the file as they were written`() throws {
    let keys = try ServiceKeys.generate().adding(sealsFrom: 5)
    let read = try ServiceKeys(file: keys.contents)
    #expect(read.checks == keys.checks)
    #expect(try read.open(keys.seal(plain, context: "a"), context: "a") == plain)
    #expect(ServiceKeys.generate().checks != keys.checks)
  }

  @Test func `are refused from a file in which anything changed`() {
    let contents = ServiceKeys.generate().contents
    for place in contents.indices {
      var changed = contents
      changed[place] ^= 1
      #expect(throws: KeyError.damaged("service.key")) { try ServiceKeys(file: changed) }
    }
    for count in [0, 1, 20, contents.count - 1] {
      #expect(throws: KeyError.damaged("service.key")) { try ServiceKeys(file: Array(contents.prefix(count))) }
    }
    #expect(throws: KeyError.damaged("service.key")) { try ServiceKeys(file: KeeperKeys.generate().contents) }
  }

  @Test func `show nothing when they are printed, mirrored or dumped`() {
    let keys = ServiceKeys.generate()
    let secrets = String(decoding: keys.contents, as: UTF8.self).split(whereSeparator: { $0 == " " || $0 == "\n" })
      .filter { $0.count == 43 }
    var dumped = "\(keys) \(String(reflecting: keys))"
    dump(keys, to: &dumped)
    dump(KeeperKeys.generate(), to: &dumped)
    dump(RecoveryKey(), to: &dumped)
    #expect(secrets.count == 2)
    #expect(secrets.allSatisfy { !dumped.contains($0) })
    #expect(!dumped.contains("SecretBytes"))
  }
}

@Suite struct `The keeper's keys` {
  private let plain = Array("+1 555 0100, ask for nobody".utf8)

  @Test func `alone open what was sealed for them, in its place`() throws {
    let keys = KeeperKeys.generate()
    let sealed = try keys.publicKey.seal(plain, context: "contact.box.7")
    #expect(try keys.open(sealed, context: "contact.box.7") == plain)
    #expect(throws: KeyError.cannotOpen) { try keys.open(sealed, context: "contact.box.8") }
    #expect(throws: KeyError.cannotOpen) { try KeeperKeys.generate().open(sealed, context: "contact.box.7") }
    var changed = sealed
    changed[changed.count - 1] ^= 1
    #expect(throws: KeyError.cannotOpen) { try keys.open(changed, context: "contact.box.7") }
  }

  @Test(arguments: [0, 1, 50, 95]) func `hide how long a short text is`(_ count: Int) throws {
    let keys = KeeperKeys.generate()
    let text = [UInt8](repeating: 0, count: count)
    let sealed = try keys.publicKey.seal(text, context: "a")
    #expect(sealed.count == 3 + 48 + 128)
    #expect(try keys.open(sealed, context: "a") == text)
  }

  @Test func `rotate: the public half seals with the newest, the old open`() throws {
    let old = KeeperKeys.generate()
    let both = try old.adding()
    let before = try old.publicKey.seal(plain, context: "a")
    let after = try both.publicKey.seal(plain, context: "a")
    #expect(try both.open(before, context: "a") == plain)
    #expect(try both.open(after, context: "a") == plain)
    #expect(throws: KeyError.versionMissing(2)) { try old.open(after, context: "a") }
    #expect(throws: KeyError.versionMissing(1)) { try both.retiringOld().open(before, context: "a") }
  }

  @Test func `come back with the code on paper, and with no other`() throws {
    let keys = KeeperKeys.generate()
    let recovery = RecoveryKey()
    let sealed = try RecoveryKey.sealing(keys, to: recovery.publicHalf)
    let typed = try #require(RecoveryKey(recovery.code.text.lowercased()))
    #expect(try typed.opening(sealed).publicKey == keys.publicKey)
    #expect(throws: KeyError.cannotOpen) { try RecoveryKey().opening(sealed) }
  }

  @Test func `and their public halves are read from files as they were written`() throws {
    let keys = try KeeperKeys.generate().adding()
    #expect(try KeeperKeys(file: keys.contents).publicKey == keys.publicKey)
    #expect(try KeeperPublicKey(file: keys.publicKey.contents) == keys.publicKey)
    #expect(throws: KeyError.damaged("keeper.pub")) { try KeeperPublicKey(file: keys.contents) }
  }
}
