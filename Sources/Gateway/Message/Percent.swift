/// Percent-encoding, strict: a broken escape is an error, never a guess.
package enum Percent {
  /// Decodes once. `plus` says whether "+" stands for a space, as in queries and forms.
  static func decode(_ bytes: some Sequence<UInt8>, plus: Bool = false) -> [UInt8]? {
    var decoded: [UInt8] = []
    var iterator = bytes.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = iterator.next().flatMap(hex), let low = iterator.next().flatMap(hex) else { return nil }
        decoded.append(high << 4 | low)
      case UInt8(ascii: "+") where plus: decoded.append(UInt8(ascii: " "))
      default: decoded.append(byte)
      }
    }
    return decoded
  }

  /// Encodes all but letters, digits and `-._~`.
  package static func encode(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return encoded
  }

  /// Whether a slash, or a backslash that some read as one, is hidden in an escape.
  static func hasEncodedSlash(_ bytes: some Collection<UInt8>) -> Bool {
    var window: (UInt8, UInt8) = (0, 0)
    for byte in bytes {
      if window.0 == UInt8(ascii: "%") {
        let low = Token.lowercased(byte)
        if window.1 == UInt8(ascii: "2"), low == UInt8(ascii: "f") { return true }
        if window.1 == UInt8(ascii: "5"), low == UInt8(ascii: "c") { return true }
      }
      window = (window.1, byte)
    }
    return false
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
