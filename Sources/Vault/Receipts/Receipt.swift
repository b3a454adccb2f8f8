/// What a family keeps to come back to its search: 80 random bits, as eight words or as 18 characters.
///
/// The words hold eight check bits besides, so that a slip is told from a receipt that is not known. Both forms, and the
/// words of every language, open the same search.
package struct Receipt: Sendable, Redacted {
  /// Sixteen symbols of five bits.
  private let code: SpokenCode

  package static let words = 8

  /// A new random receipt.
  package init() { code = SpokenCode(.receipt) }

  /// Reads what was typed or pasted, in either form, in any of these languages; nil if it is no receipt.
  package init?(_ text: String, words lists: [ReceiptWords]) {
    if let code = SpokenCode(text, .receipt) {
      self.code = code
      return
    }
    guard text.utf8.count <= 400 else { return nil }
    let typed = text.split {
      !$0.isLetter && !$0.unicodeScalars.contains { $0.properties.generalCategory == .nonspacingMark }
    }
    guard typed.count == Self.words else { return nil }
    for list in lists {
      let places = typed.compactMap { list.place(of: String($0)) }
      if places.count == Self.words, let code = Self.code(places) {
        self.code = code
        return
      }
    }
    return nil
  }

  /// `K7M2-9DPT-4H0W-R5CZ-8Q`
  package var text: String { code.text }

  /// The eight words of a language, with a space between two.
  package func words(_ list: ReceiptWords) -> String {
    let bits = Self.bits(of: code.secret, each: 5) + Self.bits(of: [Self.check(code.secret)], each: 8)
    return stride(from: 0, to: bits.count, by: 11).map { list[Self.number(bits[$0..<$0 + 11])] }.joined(separator: " ")
  }

  // MARK: Finding and proving

  /// What a receipt is found and proven by, once it is stretched.
  package struct Proof: Sendable, Equatable, Redacted {
    package let selector: [UInt8]
    package let verifier: [UInt8]
  }

  /// Argon2id with 64 MiB and three rounds, then keyed hashes: about a tenth of a second. The salt is the installation's
  /// own, since a receipt comes without a name that a salt could be looked up by.
  package func proof(_ keys: ServiceKeys) throws(KeyError) -> Proof {
    let salt = Array(keys.hash(Array("paradero receipt salt v1".utf8), purpose: .receipt).prefix(16))
    guard
      let stretched = Sodium.argon2id(
        Array("paradero receipt v1:".utf8) + code.secret, salt: salt, rounds: 3, memory: 64 << 20)
    else { throw .tooWeak }
    return Proof(
      selector: Array(keys.hash(Array("find".utf8) + stretched, purpose: .receipt).prefix(16)),
      verifier: keys.hash(Array("prove".utf8) + stretched, purpose: .receipt))
  }

  // MARK: Bits

  private static func code(_ places: [Int]) -> SpokenCode? {
    let bits = places.flatMap { place in (0..<11).reversed().map { place >> $0 & 1 == 1 } }
    let secret = stride(from: 0, to: 80, by: 5).map { UInt8(number(bits[$0..<$0 + 5])) }
    guard UInt8(number(bits[80..<88])) == check(secret) else { return nil }
    return SpokenCode(symbols: secret)
  }

  private static func check(_ secret: [UInt8]) -> UInt8 {
    Sodium.sha256(Array("paradero receipt check v1:".utf8) + secret).first ?? 0
  }

  private static func bits(of numbers: [UInt8], each width: Int) -> [Bool] {
    numbers.flatMap { number in (0..<width).reversed().map { number >> $0 & 1 == 1 } }
  }

  private static func number(_ bits: ArraySlice<Bool>) -> Int { bits.reduce(0) { $0 << 1 | ($1 ? 1 : 0) } }
}
