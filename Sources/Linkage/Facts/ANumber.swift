/// The number that immigration authorities give a person: nine digits, older ones written with seven or eight.
package enum ANumber {
  /// Stands where a number is kept that cannot be read: it equals none, and is like none.
  package static let unreadable = "?"

  /// Nine digits from any way of writing one, or nil. Letters that stand for digits in print are read as digits.
  package static func normalised(_ text: some StringProtocol) -> String? {
    var digits: [UInt8] = []
    var isFront = true
    for scalar in text.unicodeScalars {
      guard let digit = digit(scalar, isFront: isFront && digits.isEmpty) else {
        // A letter that is no digit ends the number's front ("A", "No.", "Alien #"); after the first digit it is noise.
        if scalar.properties.isAlphabetic, !digits.isEmpty { return nil }
        continue
      }
      isFront = false
      digits.append(digit)
    }
    // Leading zeros beyond nine digits mean nothing.
    while digits.count > 9, digits.first == 48 { digits.removeFirst() }
    guard (7...9).contains(digits.count), digits.contains(where: { $0 != 48 }) else { return nil }
    return String(decoding: Array(repeating: 48, count: 9 - digits.count) + digits, as: UTF8.self)
  }

  /// Letters count as digits only inside a number: the A or O in front is a word.
  private static func digit(_ scalar: Unicode.Scalar, isFront: Bool) -> UInt8? {
    if let value = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil {
      return 48 + UInt8(value)
    }
    guard !isFront else { return nil }
    return switch scalar {
    case "O", "o", "Q", "D": 48
    case "I", "l", "i", "|": 49
    case "Z", "z": 50
    case "S", "s": 53
    case "G", "b": 54
    case "B": 56
    default: nil
    }
  }

  /// Whether two numbers differ by one digit, or by two neighbours exchanged.
  package static func isOneOff(_ a: String, _ b: String) -> Bool {
    let left = Array(a.utf8)
    let right = Array(b.utf8)
    guard left.count == right.count else { return false }
    let apart = left.indices.filter { left[$0] != right[$0] }
    switch apart.count {
    case 1: return true
    case 2:
      return apart[1] == apart[0] + 1 && left[apart[0]] == right[apart[1]] && left[apart[1]] == right[apart[0]]
    default: return false
    }
  }

  /// The number itself, then every number that is one digit or one exchange of neighbours away: 81 and 8 more.
  package static func variants(_ number: String) -> [String] {
    guard number != unreadable else { return [] }
    let digits = Array(number.utf8)
    var found = [number]
    for place in digits.indices {
      for digit in UInt8(48)...57 where digit != digits[place] {
        var other = digits
        other[place] = digit
        found.append(String(decoding: other, as: UTF8.self))
      }
      if place + 1 < digits.count, digits[place] != digits[place + 1] {
        var other = digits
        other.swapAt(place, place + 1)
        found.append(String(decoding: other, as: UTF8.self))
      }
    }
    return found
  }
}
