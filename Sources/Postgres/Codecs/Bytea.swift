extension PostgresCell {
  /// `bytea` in its hexadecimal text form, `\x0a1b`.
  func bytea() throws(PostgresCodingFault) -> [UInt8] {
    guard bytes.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "x")]), bytes.count.isMultiple(of: 2) else {
      throw PostgresCodingFault("is not bytea in hexadecimal form")
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2 - 1)
    var position = bytes.startIndex + 2
    while position < bytes.endIndex {
      guard let high = Hexadecimal.value(bytes[position]), let low = Hexadecimal.value(bytes[position + 1]) else {
        throw PostgresCodingFault("is not bytea in hexadecimal form")
      }
      result.append(high << 4 | low)
      position += 2
    }
    return result
  }
}

/// Digits of base sixteen.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// `\x` and two digits for each byte.
  static func bytea(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [UInt8(ascii: "\\"), UInt8(ascii: "x")]
    result.reserveCapacity(2 + bytes.count * 2)
    for byte in bytes {
      result.append(digits[Int(byte >> 4)])
      result.append(digits[Int(byte & 15)])
    }
    return result
  }
}
