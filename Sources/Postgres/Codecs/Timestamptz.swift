package import CivilTime

extension Timestamp: PostgresCodable {
  package static var postgresType: PostgresType { .timestamptz }

  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue {
    guard let day = utcDay else { throw PostgresCodingFault("a moment is outside of the years 1 to 9999") }
    let inDay = microseconds - Timestamp(utcMidnight: day).microseconds
    let seconds = inDay / 1_000_000
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Self.padded($0, 2) }
    return .text(
      "\(day.iso) \(parts.joined(separator: ":")).\(Self.padded(inDay % 1_000_000, 6))+00")
  }

  /// Reads `2026-01-31 23:59:59.123456+00`, as the server writes it with the style ISO; the offset may be any.
  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) {
    guard let moment = Self.parse(cell.text) else {
      throw PostgresCodingFault(
        "is not a moment with a zone in the years 1 to 9999 (read infinity as OrInfinity<Timestamp>)")
    }
    self = moment
  }

  private static func parse(_ text: String) -> Timestamp? {
    let halves = text.split(separator: " ", omittingEmptySubsequences: false)
    guard halves.count == 2, let day = CivilDate(iso: halves[0]),
      let signAt = halves[1].lastIndex(where: { $0 == "+" || $0 == "-" })
    else { return nil }
    let clock = halves[1][..<signAt].split(separator: ".", omittingEmptySubsequences: false)
    let time = clock.first.map { numbers($0) } ?? []
    let offset = numbers(halves[1][halves[1].index(after: signAt)...])
    guard time.count == 3, (1...3).contains(offset.count), clock.count <= 2,
      let fraction = clock.count == 2 ? microseconds(clock[1]) : 0
    else { return nil }
    let seconds = time[0] * 3600 + time[1] * 60 + time[2]
    let east = zip(offset, [3600, 60, 1]).map(*).reduce(0, +) * (halves[1][signAt] == "-" ? -1 : 1)
    return Timestamp(
      microseconds: Timestamp(utcMidnight: day).microseconds + (seconds - east) * 1_000_000 + fraction)
  }

  private static func numbers(_ text: Substring) -> [Int64] {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.count == 2 ? Int64($0) : nil }
    return numbers.count == parts.count ? numbers : []
  }

  /// One to six digits after the point.
  private static func microseconds(_ digits: Substring) -> Int64? {
    guard (1...6).contains(digits.utf8.count) else { return nil }
    return Int64(digits + String(repeating: "0", count: 6 - digits.utf8.count))
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
