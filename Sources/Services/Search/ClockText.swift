/// Reads a time of day the way people write it.
enum ClockText {
  /// The minute after midnight: `14:05`, `2:05 pm` or `2 pm`.
  static func minute(_ text: String) -> Int? {
    let small = text.lowercased().filter { $0 != " " && $0 != "." }
    let isAfternoon = small.hasSuffix("pm")
    let hasHalf = isAfternoon || small.hasSuffix("am")
    let parts = (hasHalf ? small.dropLast(2) : small[...]).split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.count == 2 || hasHalf, let hour = Int(parts[0]),
      let minute = parts.count == 2 ? Int(parts[1]) : 0, (0...59).contains(minute),
      parts.count == 1 || parts[1].utf8.count == 2
    else { return nil }
    guard hasHalf else { return (0...23).contains(hour) ? hour * 60 + minute : nil }
    return (1...12).contains(hour) ? (hour % 12 + (isAfternoon ? 12 : 0)) * 60 + minute : nil
  }
}
