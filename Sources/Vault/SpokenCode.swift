/// A secret that people read aloud, copy by hand and paste: Crockford's base32 in groups of four, with two check
/// characters at the end that catch any one wrong character and any two that changed places.
package struct SpokenCode: Sendable, Hashable, Redacted {
  /// How long a code is, and with it how hard to guess.
  package struct Shape: Sendable, Hashable {
    /// Characters that carry the secret, five bits each.
    package let symbols: Int

    /// 80 bits in 18 characters: what a family keeps to come back to its search. Stretched before it is stored.
    package static let receipt = Shape(symbols: 16)
    /// 100 bits in 22 characters: the first four find the code and its throttle, the other 80 bits are its secret.
    package static let oneTime = Shape(symbols: 20)
    /// 130 bits in 28 characters: what an operator keeps on paper to bring the keeper's key back.
    package static let recovery = Shape(symbols: 26)
  }

  /// Values 0 to 31, check characters included.
  private let symbols: [UInt8]

  /// A new random code.
  package init(_ shape: Shape) {
    // 256 is a multiple of 32, so that each value is as likely as the others.
    self.init(secret: Sodium.random(shape.symbols).map { $0 & 31 })
  }

  private init(secret: [UInt8]) { symbols = secret + Self.check(secret) }

  /// The code of these values, each below 32.
  init(symbols secret: [UInt8]) { self.init(secret: secret.map { $0 & 31 }) }

  /// The values without the check characters.
  var secret: [UInt8] { Array(symbols.dropLast(2)) }

  /// Reads what was typed or pasted: any case, spaces and dashes anywhere, O for 0, I and L for 1.
  package init?(_ text: String, _ shape: Shape) {
    guard text.utf8.count <= Self.longestText else { return nil }
    var read: [UInt8] = []
    for scalar in text.unicodeScalars where !Self.isFiller(scalar) {
      guard let symbol = Self.symbol(scalar) else { return nil }
      read.append(symbol)
    }
    guard read.count == shape.symbols + 2, Self.remainder(read) == 0 else { return nil }
    symbols = read
  }

  /// As it is shown: `K7M2-9DPT-4H0W-R5CZ-8Q3X-7B`.
  package var text: String {
    var text = ""
    for (place, symbol) in symbols.enumerated() {
      if place > 0, place % 4 == 0 { text += "-" }
      text.unicodeScalars.append(Self.alphabet[Int(symbol)])
    }
    return text
  }

  /// The first four characters: what a code is found and named by. No secret.
  package var selector: String {
    String(String.UnicodeScalarView(symbols.prefix(4).map { Self.alphabet[Int($0)] }))
  }

  /// What is stored of a one-time code. Its 80 secret bits are random and live for a day, so that a plain hash holds.
  package var fingerprint: [UInt8] { Sodium.sha256(Array("paradero code v1:".utf8) + symbols) }

  // MARK: The alphabet

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)
  private static let longestText = 120

  private static func symbol(_ scalar: Unicode.Scalar) -> UInt8? {
    let capital = ("a"..."z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) & 0xDF) : scalar
    switch capital {
    case "O": return 0
    case "I", "L": return 1
    default: return alphabet.firstIndex(of: capital).map(UInt8.init)
    }
  }

  /// What mail, chat and handwriting put between the characters of a code, seen or unseen.
  private static func isFiller(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format: true
    default: scalar == "." || scalar == "_" || scalar == "\u{2212}"
    }
  }

  // MARK: The check characters

  // The whole code, read as a number in base 32, is a multiple of this prime below 1024. One wrong character changes
  // it by d·32^k, two that changed places by d·(32^i - 32^j): neither is a multiple of 1021 in a code this short.
  private static let prime = 1021

  private static func check(_ secret: [UInt8]) -> [UInt8] {
    let rest = (prime - remainder(secret + [0, 0])) % prime
    return [UInt8(rest / 32), UInt8(rest % 32)]
  }

  private static func remainder(_ symbols: [UInt8]) -> Int {
    symbols.reduce(0) { ($0 * 32 + Int($1)) % prime }
  }
}
