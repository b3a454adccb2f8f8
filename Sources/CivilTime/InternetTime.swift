/// Times as RFC 3339 writes them, and times on a wall without a zone.
extension Timestamp {
  /// Reads `2025-08-06T10:00:00-07:00` or `2025-08-06T17:00Z`; seconds may be missing, parts of seconds are read.
  package init?(internet text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard
      let zone = bytes.lastIndex(where: {
        $0 == UInt8(ascii: "Z") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
      }),
      zone > 10, let wall = WallTime(bytes[..<zone])
    else { return nil }
    var offset = 0
    if bytes[zone] == UInt8(ascii: "Z") {
      guard zone == bytes.count - 1 else { return nil }
    } else {
      let digits = bytes[(zone + 1)...]
      guard digits.count == 5, digits[zone + 3] == UInt8(ascii: ":"),
        let hours = number(digits[(zone + 1)..<(zone + 3)]),
        let minutes = number(digits[(zone + 4)...]), hours <= 23, minutes <= 59
      else { return nil }
      offset = (hours * 60 + minutes) * (bytes[zone] == UInt8(ascii: "-") ? -60 : 60)
    }
    let midnight = Timestamp(utcMidnight: wall.local.day).microseconds
    let inDay = Int64(wall.local.minuteOfDay) * 60_000_000 + wall.microseconds
    self.init(microseconds: midnight + inDay - Int64(offset) * 1_000_000)
  }

  /// `2025-08-06T17:00:00Z`, with parts of seconds only where there are any.
  package var internet: String { internet(offset: 0) }

  /// The same moment as a clock shows it that many seconds east of Greenwich: `2025-08-06T10:00:00-07:00`.
  package func internet(offset: Int) -> String {
    let shifted = Timestamp(microseconds: microseconds + Int64(offset) * 1_000_000)
    let day = shifted.utcDay ?? .farthest
    let inDay = shifted.microseconds - Timestamp(utcMidnight: day).microseconds
    let seconds = Int(inDay / 1_000_000)
    var text = "\(day.iso)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    let rest = Int(inDay % 1_000_000)
    if rest > 0 {
      let digits = String(rest)
      var fraction = String(repeating: "0", count: 6 - digits.count) + digits
      while fraction.last == "0" { fraction.removeLast() }
      text += ".\(fraction)"
    }
    if offset == 0 { return text + "Z" }
    let minutes = abs(offset) / 60
    return text + (offset < 0 ? "-" : "+") + "\(two(minutes / 60)):\(two(minutes % 60))"
  }
}

extension LocalTime {
  /// Reads `2025-08-06T10:00`, a time on the wall without a zone.
  package init?(iso text: some StringProtocol) {
    guard let wall = WallTime(Array(text.utf8)[...]), wall.microseconds == 0 else { return nil }
    self = wall.local
  }

  /// `2025-08-06T10:00`.
  package var iso: String { "\(day.iso)T\(two(minuteOfDay / 60)):\(two(minuteOfDay % 60))" }
}

extension Timestamp: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let moment = Timestamp(internet: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "“\(text)” is no time; write 2025-08-06T10:00:00-07:00")
      )
    }
    self = moment
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(internet)
  }
}

extension CivilDate: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let day = CivilDate(iso: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "“\(text)” is no day; write 2025-08-06"))
    }
    self = day
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

/// `YYYY-MM-DDTHH:MM[:SS[.ffffff]]`.
private struct WallTime {
  let local: LocalTime
  /// Past the minute.
  let microseconds: Int64

  init?(_ bytes: ArraySlice<UInt8>) {
    let text = Array(bytes)
    guard text.count >= 16, text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " "),
      text[13] == UInt8(ascii: ":"),
      let day = CivilDate(iso: String(decoding: text[..<10], as: UTF8.self)), let hour = number(text[11..<13]),
      hour < 24,
      let minute = number(text[14..<16]), minute < 60
    else { return nil }
    local = LocalTime(day: day, minuteOfDay: hour * 60 + minute)
    guard text.count > 16 else {
      microseconds = 0
      return
    }
    guard text.count >= 19, text[16] == UInt8(ascii: ":"), let second = number(text[17..<19]), second < 60 else {
      return nil
    }
    guard text.count > 19 else {
      microseconds = Int64(second) * 1_000_000
      return
    }
    guard text[19] == UInt8(ascii: "."), (21...26).contains(text.count), var fraction = number(text[20...]) else {
      return nil
    }
    for _ in text.count..<26 { fraction *= 10 }
    microseconds = Int64(second) * 1_000_000 + Int64(fraction)
  }
}

private func number(_ digits: ArraySlice<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
  return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
