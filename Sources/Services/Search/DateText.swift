internal import CivilTime
internal import Linkage

/// Reads births and days as families write them, in English or Spanish, in every way that makes sense.
enum DateText {
  /// A birth: a day, a month and year, a year, or an age. Empty when the text says that it is not known.
  static func births(_ text: String, today: CivilDate) throws(InputFault) -> [KnownBirth] {
    guard !FormText.saysUnknown(text) else { return [] }
    let words = Words(text)
    if let age = words.age { return try plausible([.age(age, on: today)], today) }
    if let year = words.year(today) { return try plausible([.year(year)], today) }
    let days = words.days(today)
    guard !days.isEmpty else { throw .notADate }
    return try plausible(days.map { .day($0) }, today)
  }

  /// A day of arrest: a date, or today and yesterday. Empty when the text says that it is not known.
  static func days(_ text: String, today: CivilDate) throws(InputFault) -> [CivilDate] {
    switch Fold.words(text).joined(separator: " ") {
    case "today", "hoy": return [today]
    case "yesterday", "ayer", "last night", "anoche": return [today.adding(days: -1) ?? today]
    case "day before yesterday", "antier", "anteayer", "antes de ayer": return [today.adding(days: -2) ?? today]
    default: break
    }
    guard !FormText.saysUnknown(text) else { return [] }
    let days = Words(text).days(today)
    guard !days.isEmpty else { throw .notADate }
    // Tomorrow is a time zone; anything later is a mistake.
    let past = days.filter { $0.days(since: today) <= 1 }
    guard !past.isEmpty else { throw .inFuture }
    return past
  }

  private static func plausible(_ births: [KnownBirth], _ today: CivilDate) throws(InputFault) -> [KnownBirth] {
    let past = births.filter {
      switch $0 {
      case .day(let day): day <= today
      case .year(let year): year <= today.year
      case .age: true
      }
    }
    guard !past.isEmpty else { throw .inFuture }
    let living = past.filter {
      switch $0 {
      case .day(let day): day.age(on: today) <= 120
      case .year(let year): today.year - year <= 121
      case .age(let years, _): years <= 120
      }
    }
    guard !living.isEmpty else { throw .tooLongAgo }
    return living
  }
}

/// The numbers and month names in a text, in order.
private struct Words {
  enum Token: Equatable {
    case number(Int, digits: Int)
    case month(Int)
    case word(String)
  }

  let tokens: [Token]

  init(_ text: String) {
    var tokens: [Token] = []
    for word in Fold.words(text) {
      // "3rd", "15th", "1o" and "36yo" are numbers with a tail; "3abr1989" is a date.
      for run in Self.runs(word) {
        if let number = Int(run), run.utf8.count <= 8 {
          tokens.append(.number(number, digits: run.utf8.count))
        } else if let month = Self.month(run) {
          tokens.append(.month(month))
        } else if !Self.filler.contains(run) {
          tokens.append(.word(run))
        }
      }
    }
    self.tokens = tokens
  }

  /// A number of completed years: "36", "36 years old", "36 años".
  var age: Int? {
    guard case .number(let years, let digits)? = tokens.first, digits <= 3 else { return nil }
    if tokens.count == 1 { return digits <= 2 || years <= 130 ? years : nil }
    let rest = tokens.dropFirst()
    return rest.allSatisfy {
      if case .word(let word) = $0 { Self.ageWords.contains(word) } else { false }
    } ? years : nil
  }

  /// The tokens as a tuple to match on; all nil when there are more than three.
  private var three: (Token?, Token?, Token?) {
    guard tokens.count <= 3 else { return (nil, nil, nil) }
    return (tokens.first, tokens.dropFirst().first, tokens.dropFirst(2).first)
  }

  /// A year alone, or a month and a year.
  func year(_ today: CivilDate) -> Int? {
    switch three {
    case (.number(let year, digits: 4)?, nil, nil) where year >= 1800: year
    case (.month?, .number(let year, digits: 4)?, nil): year
    case (.number(1...12, digits: 1...2)?, .number(let year, digits: 4)?, nil): year
    case (.number(let year, digits: 4)?, .number(1...12, digits: 1...2)?, nil): year
    default: nil
    }
  }

  /// Every day that the text can mean, the American order of month and day first.
  func days(_ today: CivilDate) -> [CivilDate] {
    var found: [CivilDate] = []
    func add(_ year: Int?, _ month: Int, _ day: Int) {
      if let year, let date = CivilDate(year: year, month: month, day: day), !found.contains(date) {
        found.append(date)
      }
    }
    func full(_ year: Int, _ digits: Int) -> Int? {
      if digits == 4 { return year }
      guard digits == 2 else { return nil }
      let century = today.year / 100 * 100
      return year > today.year % 100 ? century - 100 + year : century + year
    }
    switch three {
    case (.number(let year, digits: 4)?, .number(let month, _)?, .number(let day, _)?):
      add(year, month, day)
      if found.isEmpty { add(year, day, month) }
    case (.number(let first, digits: 1...2)?, .number(let second, digits: 1...2)?, .number(let last, let digits)?):
      add(full(last, digits), first, second)
      add(full(last, digits), second, first)
    case (.number(let year, digits: 4)?, .month(let month)?, .number(let day, _)?):
      add(year, month, day)
    case (.number(let day, _)?, .month(let month)?, .number(let last, let digits)?),
      (.month(let month)?, .number(let day, _)?, .number(let last, let digits)?):
      add(full(last, digits), month, day)
    case (.number(let day, digits: 1...2)?, .month(let month)?, nil),
      (.month(let month)?, .number(let day, digits: 1...2)?, nil):
      // No year: the last such day that has been.
      add(today.year, month, day)
      if let date = found.first, date > today {
        found = []
        add(today.year - 1, month, day)
      }
    case (.number(let packed, digits: 8)?, nil, nil):
      if packed / 10_000 >= 1800 { add(packed / 10_000, packed / 100 % 100, packed % 100) }
      add(packed % 10_000, packed / 1_000_000, packed / 10_000 % 100)
      add(packed % 10_000, packed / 10_000 % 100, packed / 1_000_000)
      found.removeAll { $0.year < 1800 }
    default: break
    }
    return found
  }

  private static func runs(_ word: String) -> [String] {
    var runs: [String] = []
    var wasDigit: Bool?
    for scalar in word.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if wasDigit == isDigit, !runs.isEmpty {
        runs[runs.count - 1].unicodeScalars.append(scalar)
      } else {
        runs.append(String(scalar))
      }
      wasDigit = isDigit
    }
    return runs
  }

  private static func month(_ word: String) -> Int? {
    guard word.unicodeScalars.count >= 3 else { return nil }
    return months.first { $0.key == word || ($0.key.hasPrefix(word) && word.count >= 3) }?.value
  }

  // An array, not a dictionary: "mar" must always be March, "ma" nothing.
  private static let months: [(key: String, value: Int)] = [
    ("january", 1), ("enero", 1), ("february", 2), ("febrero", 2), ("march", 3), ("marzo", 3), ("april", 4),
    ("abril", 4), ("may", 5), ("mayo", 5), ("june", 6), ("junio", 6), ("july", 7), ("julio", 7), ("august", 8),
    ("agosto", 8), ("september", 9), ("setiembre", 9), ("septiembre", 9), ("october", 10), ("octubre", 10),
    ("november", 11), ("noviembre", 11), ("december", 12), ("diciembre", 12),
  ]
  private static let filler: Set<String> = [
    "de", "del", "of", "the", "el", "en", "in", "on", "about", "around", "circa", "ca", "c", "aprox", "como", "born",
    "nacio", "nacido", "nacida", "rd", "st", "nd", "th", "ro", "o", "er", "unos", "dia", "mes", "ano", "year",
    "aproximadamente", "approximately", "approx",
  ]
  private static let ageWords: Set<String> = [
    "years", "anos", "yrs", "yr", "y", "yo", "old", "age", "edad", "tiene", "a",
  ]
}
