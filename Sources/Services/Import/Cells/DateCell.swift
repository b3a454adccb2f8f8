internal import CivilTime

/// What a cell says of a day, before anyone decided whether days or months come first in the file.
enum DateCell: Equatable, Sendable {
  case blank
  case day(CivilDate, ClockTime?)
  /// Two small numbers and a year: `1/2/25`. `year` is as written, so it may have two digits.
  case numeric(first: Int, second: Int, year: Int, ClockTime?)
  /// A day and a month that are known, with a year of two digits.
  case shortYear(year: Int, month: Int, day: Int, ClockTime?)
  case month(year: Int, month: Int)
  case year(Int)
  case fault(DateFault)
}

enum DateFault: String, Sendable, Equatable {
  /// 31 February, month 13.
  case noSuchDay = "no_such_day"
  case notADate = "not_a_date"
}

/// A time of day, and how far east of Greenwich if the cell says so.
struct ClockTime: Equatable, Sendable {
  /// 0 to 1439.
  var minute: Int
  var offsetMinutes: Int?
}

extension DateCell {
  /// Reads a cell with the help of those that were read before: a day comes many times, a day with its hour seldom.
  init(_ text: String, remembering seen: inout CellMemory<DateCell>) {
    guard text.utf8.count > 12 else {
      self = seen.meaning(of: text) { DateCell($0) }
      return
    }
    let bytes = text.utf8
    guard let space = bytes.firstIndex(of: 0x20), let minute = Self.plainClock(bytes[bytes.index(after: space)...])
    else {
      self = DateCell(text)
      return
    }
    let clock = ClockTime(minute: minute, offsetMinutes: nil)
    switch seen.meaning(of: String(text[..<space]), { DateCell($0) }) {
    case .day(let day, nil): self = .day(day, clock)
    case .numeric(let first, let second, let year, nil):
      self = .numeric(first: first, second: second, year: year, clock)
    default: self = DateCell(text)
    }
  }

  /// The minute of `H:MM`, `HH:MM` or `HH:MM:SS`; nil for anything else.
  private static func plainClock(_ bytes: Substring.UTF8View) -> Int? {
    var numbers: (Int, Int) = (0, 0)
    var part = 0
    var digits = 0
    for byte in bytes {
      switch byte {
      case 0x30...0x39 where digits < 2:
        if part == 0 { numbers.0 = numbers.0 * 10 + Int(byte - 0x30) }
        if part == 1 { numbers.1 = numbers.1 * 10 + Int(byte - 0x30) }
        digits += 1
      case UInt8(ascii: ":") where digits > 0 && part < 2:
        part += 1
        digits = 0
      default: return nil
      }
    }
    guard part >= 1, digits == 2, numbers.0 < 24, numbers.1 < 60 else { return nil }
    return numbers.0 * 60 + numbers.1
  }

  /// Reads what people, programs and spreadsheets write: `2025-01-02T15:45`, `1/2/25 3:45 p. m.`, `2 ene 2025`,
  /// `Jan 2nd, 2025`, `20250102`, `45659.5`, `02/1990`, `1990`.
  init(_ text: String) {
    guard !isPlaceholder(text) else {
      self = .blank
      return
    }
    var tokens = DateToken.split(text)
    guard let clock = ClockTime.take(from: &tokens) else {
      self = .fault(.notADate)
      return
    }
    self = Self.date(tokens, clock.time)
  }

  private static func date(_ tokens: [DateToken], _ time: ClockTime?) -> DateCell {
    var numbers: [DateToken.Number] = []
    var month: (value: Int, position: Int)?
    var dots = 0
    for token in tokens {
      switch token {
      case .number(let number): numbers.append(number)
      case .word(let word):
        if let value = monthWords[word] {
          guard month == nil else { return .fault(.notADate) }
          month = (value, numbers.count)
        } else if !fillerWords.contains(word) {
          return .fault(.notADate)
        }
      case .mark(let mark): if mark == UInt8(ascii: ".") { dots += 1 }
      }
    }
    if let month { return named(month.value, month.position, numbers, time) }
    switch numbers.count {
    case 3: return three(numbers, time)
    case 2 where dots == 1 && numbers[0].digits == 5: return serial(numbers[0].value, fraction: numbers[1])
    case 2: return two(numbers[0], numbers[1])
    case 1: return one(numbers[0], time)
    default: return .fault(.notADate)
    }
  }

  private static func named(_ month: Int, _ position: Int, _ numbers: [DateToken.Number], _ time: ClockTime?)
    -> DateCell
  {
    if numbers.count == 1, numbers[0].digits == 4 { return .month(year: numbers[0].value, month: month) }
    guard numbers.count == 2 else { return .fault(.notADate) }
    let yearFirst = numbers[0].digits == 4
    let year = yearFirst ? numbers[0] : numbers[1]
    let day = yearFirst ? numbers[1] : numbers[0]
    guard day.digits <= 2 else { return .fault(.notADate) }
    return known(year, month, day.value, time)
  }

  private static func three(_ n: [DateToken.Number], _ time: ClockTime?) -> DateCell {
    if n[0].digits == 4 { return known(n[0], n[1].value, n[2].value, time) }
    guard n[0].digits <= 2, n[1].digits <= 2 else { return .fault(.notADate) }
    if n[2].digits <= 2, n[0].value > 31 { return known(n[0], n[1].value, n[2].value, time) }
    guard n[2].digits == 4 || n[2].digits == 2 else { return .fault(.notADate) }
    return numeric(n[0].value, n[1].value, n[2], time)
  }

  private static func numeric(_ first: Int, _ second: Int, _ year: DateToken.Number, _ time: ClockTime?) -> DateCell {
    guard (1...31).contains(first), (1...31).contains(second) else { return .fault(.noSuchDay) }
    switch (first > 12, second > 12) {
    case (true, true): return .fault(.noSuchDay)
    case (true, false), (false, true), (false, false):
      return .numeric(first: first, second: second, year: year.digits == 4 ? year.value : year.value % 100, time)
    }
  }

  private static func known(_ year: DateToken.Number, _ month: Int, _ day: Int, _ time: ClockTime?) -> DateCell {
    if year.digits == 2 {
      guard (1...12).contains(month), (1...31).contains(day) else { return .fault(.noSuchDay) }
      return .shortYear(year: year.value, month: month, day: day, time)
    }
    guard year.digits == 4 else { return .fault(.notADate) }
    if year.value == 0, month == 0, day == 0 { return .blank }
    guard let date = CivilDate(year: year.value, month: month, day: day) else { return .fault(.noSuchDay) }
    return .day(date, time)
  }

  private static func two(_ a: DateToken.Number, _ b: DateToken.Number) -> DateCell {
    if a.digits <= 2, b.digits == 4, (1...12).contains(a.value) { return .month(year: b.value, month: a.value) }
    if a.digits == 4, b.digits <= 2, (1...12).contains(b.value) { return .month(year: a.value, month: b.value) }
    return .fault(.notADate)
  }

  private static func one(_ number: DateToken.Number, _ time: ClockTime?) -> DateCell {
    let value = number.value
    switch number.digits {
    case 4: return (1850...2100).contains(value) ? .year(value) : .fault(.notADate)
    case 5: return serial(value, fraction: nil, time)
    case 6: return numeric(value / 10_000, value / 100 % 100, .init(value: value % 100, digits: 2), time)
    case 8:
      let year = value / 10_000
      if (1850...2100).contains(year), (1...12).contains(value / 100 % 100) {
        return known(.init(value: year, digits: 4), value / 100 % 100, value % 100, time)
      }
      return numeric(value / 1_000_000, value / 10_000 % 100, .init(value: value % 10_000, digits: 4), time)
    default: return .fault(.notADate)
    }
  }

  /// A spreadsheet's count of days since 1899-12-30, from 1927 to 2064.
  private static func serial(_ days: Int, fraction: DateToken.Number?, _ time: ClockTime? = nil) -> DateCell {
    guard (10_000...60_000).contains(days), let day = CivilDate(daysSinceEpoch: days - 25_569) else {
      return .fault(.notADate)
    }
    guard let fraction else { return .day(day, time) }
    var share = Double(fraction.value)
    for _ in 0..<fraction.digits { share /= 10 }
    return .day(day, ClockTime(minute: min(1439, Int((share * 1440).rounded())), offsetMinutes: nil))
  }
}

private let fillerWords: Set<String> = [
  "t", "de", "del", "of", "the", "st", "nd", "rd", "th", "el", "dia", "at", "on", "a", "las", "la", "hrs", "hr", "h",
  "hours", "horas", "mon", "monday", "tue", "tues", "tuesday", "wed", "wednesday", "thu", "thur", "thurs", "thursday",
  "fri", "friday", "sat", "saturday", "sun", "sunday", "lun", "lunes", "mar", "martes", "mie", "miercoles", "jue",
  "jueves", "vie", "viernes", "sab", "sabado", "dom", "domingo",
]

private let monthWords: [String: Int] = {
  let names = [
    "jan january ene enero", "feb february febrero febr", "mar march marzo", "apr april abr abril", "may mayo",
    "jun june junio", "jul july julio", "aug august ago agosto agto", "sep sept september set septiembre setiembre",
    "oct october octubre", "nov november noviembre", "dec december dic diciembre",
  ]
  var words: [String: Int] = [:]
  for (index, line) in names.enumerated() {
    for name in line.split(separator: " ") { words[String(name)] = index + 1 }
  }
  return words
}()
