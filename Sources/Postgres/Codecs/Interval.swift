/// A span of time as PostgreSQL keeps it: months, days and microseconds apart, because none has a fixed length in another.
package struct PostgresInterval: Hashable, Sendable {
  package var months: Int
  package var days: Int
  package var microseconds: Int64

  package init(months: Int = 0, days: Int = 0, microseconds: Int64 = 0) {
    self.months = months
    self.days = days
    self.microseconds = microseconds
  }

  package init(seconds: Int64) { self.init(microseconds: seconds * 1_000_000) }
}

extension PostgresInterval: PostgresCodable {
  package static var postgresType: PostgresType { .interval }

  /// ISO 8601 with a sign at each part: `P-1M2DT-0.500000S`.
  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue {
    let (seconds, rest) = microseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    let fraction = String(rest)
    let padded = String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
    return .text("P\(months)M\(days)DT\(microseconds < 0 ? "-" : "")\(seconds).\(padded)S")
  }

  /// ISO 8601 as the server writes it: `P1Y2M-3DT4H5M6.789S`.
  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) {
    let fault = PostgresCodingFault("is not an interval")
    guard cell.bytes.first == UInt8(ascii: "P") else { throw fault }
    self.init()
    var inTime = false
    var number = ""
    for character in cell.text.dropFirst() {
      switch character {
      case "T": inTime = true
      case "-", ".", "0"..."9": number.append(character)
      default:
        guard add(number, character, inTime: inTime) else { throw fault }
        number = ""
      }
    }
    guard number.isEmpty else { throw fault }
  }

  private mutating func add(_ number: String, _ unit: Character, inTime: Bool) -> Bool {
    if unit == "S", inTime {
      guard let value = Self.microseconds(number) else { return false }
      microseconds += value
      return true
    }
    guard let value = Int(number) else { return false }
    switch (unit, inTime) {
    case ("Y", false): months += value * 12
    case ("M", false): months += value
    case ("W", false): days += value * 7
    case ("D", false): days += value
    case ("H", true): microseconds += Int64(value) * 3_600_000_000
    case ("M", true): microseconds += Int64(value) * 60_000_000
    default: return false
    }
    return true
  }

  /// `-6.789` as -6 789 000, without a detour by floating point.
  private static func microseconds(_ text: String) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int64($0) }), parts.count <= 2 else { return nil }
    let digits = parts.count == 2 ? parts[1] : "0"
    guard (1...6).contains(digits.utf8.count),
      let fraction = Int64(digits + String(repeating: "0", count: 6 - digits.utf8.count))
    else { return nil }
    return whole * 1_000_000 + (text.hasPrefix("-") ? -fraction : fraction)
  }
}
