/// The parts that a date is written with.
enum DateToken: Equatable {
  struct Number: Equatable {
    var value: Int
    var digits: Int
  }

  case number(Number)
  /// Letters, folded to lower-case ASCII.
  case word(String)
  /// Any other character but a space or a comma.
  case mark(UInt8)

  static func split(_ text: String) -> [DateToken] {
    var tokens: [DateToken] = []
    var number: Number?
    var word = ""
    func close() {
      if let open = number { tokens.append(.number(open)) }
      if !word.isEmpty { tokens.append(.word(word)) }
      number = nil
      word = ""
    }
    for byte in foldedASCII(text).utf8 {
      switch byte {
      case 0x30...0x39:
        if !word.isEmpty { close() }
        let open = number ?? Number(value: 0, digits: 0)
        // Past 15 digits it is no date; the value no longer matters.
        number = Number(value: open.digits < 15 ? open.value * 10 + Int(byte - 0x30) : 0, digits: open.digits + 1)
      case 0x61...0x7A:
        if number != nil { close() }
        word.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        close()
        if byte > 0x20, byte != UInt8(ascii: ",") { tokens.append(.mark(byte)) }
      }
    }
    close()
    return tokens
  }

  var number: Number? { if case .number(let number) = self { number } else { nil } }
  var word: String? { if case .word(let word) = self { word } else { nil } }
  func isMark(_ character: Unicode.Scalar) -> Bool { self == .mark(UInt8(ascii: character)) }
}

extension ClockTime {
  /// Takes the time of day out of the tokens. Nil when there is one that no clock shows.
  static func take(from tokens: inout [DateToken]) -> (time: ClockTime?, Void)? {
    guard let colon = tokens.firstIndex(where: { $0.isMark(":") }) else { return bare(&tokens) }
    guard colon > 0, colon + 1 < tokens.count, let hour = tokens[colon - 1].number,
      let minute = tokens[colon + 1].number, hour.digits <= 2, minute.digits == 2
    else { return nil }
    var end = colon + 2
    if end + 1 < tokens.count, tokens[end].isMark(":"), tokens[end + 1].number != nil { end += 2 }
    if end + 1 < tokens.count, tokens[end].isMark("."), tokens[end + 1].number != nil { end += 2 }
    var hours = hour.value
    if let half = takeHalf(tokens, &end) {
      guard (1...12).contains(hours) else { return nil }
      hours = hours % 12 + (half == "p" ? 12 : 0)
    }
    guard hours < 24, minute.value < 60 else { return nil }
    let offset = takeOffset(tokens, &end)
    tokens.removeSubrange((colon - 1)..<end)
    return (ClockTime(minute: hours * 60 + minute.value, offsetMinutes: offset), ())
  }

  /// `1545` or `1545 hrs` after a whole date.
  private static func bare(_ tokens: inout [DateToken]) -> (time: ClockTime?, Void)? {
    let numbers = tokens.compactMap(\.number)
    guard numbers.count == 4, let last = numbers.last, last.digits == 4, last.value / 100 < 24, last.value % 100 < 60,
      let index = tokens.lastIndex(where: { $0.number != nil })
    else { return (nil, ()) }
    tokens.remove(at: index)
    return (ClockTime(minute: last.value / 100 * 60 + last.value % 100, offsetMinutes: nil), ())
  }

  /// `pm`, `p.m.`, `p. m.`, `p`.
  private static func takeHalf(_ tokens: [DateToken], _ end: inout Int) -> String? {
    guard end < tokens.count, let word = tokens[end].word else { return nil }
    if ["am", "pm"].contains(word) {
      end += 1
      return String(word.prefix(1))
    }
    guard ["a", "p"].contains(word) else { return nil }
    end += 1
    while end < tokens.count, tokens[end].isMark(".") || tokens[end].word == "m" { end += 1 }
    return word
  }

  /// `Z`, `UTC`, `-0700`, `-07:00`.
  private static func takeOffset(_ tokens: [DateToken], _ end: inout Int) -> Int? {
    guard end < tokens.count else { return nil }
    if let word = tokens[end].word, ["z", "utc", "gmt"].contains(word) {
      end += 1
      return 0
    }
    let sign = tokens[end].isMark("-") ? -1 : 1
    guard tokens[end].isMark("-") || tokens[end].isMark("+"), end + 1 < tokens.count, let hours = tokens[end + 1].number
    else { return nil }
    if hours.digits == 4 {
      end += 2
      return sign * (hours.value / 100 * 60 + hours.value % 100)
    }
    end += 2
    guard end + 1 < tokens.count, tokens[end].isMark(":"), let minutes = tokens[end + 1].number else {
      return sign * hours.value * 60
    }
    end += 2
    return sign * (hours.value * 60 + minutes.value)
  }
}
