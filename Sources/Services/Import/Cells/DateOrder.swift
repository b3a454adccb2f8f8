internal import CivilTime

/// Whether a file writes the day or the month first.
enum DateOrder: String, Sendable, CaseIterable {
  case dayFirst = "dmy"
  case monthFirst = "mdy"
}

/// What the cells of a column prove about the order of its dates.
struct OrderEvidence: Sendable, Equatable {
  private(set) var dayFirst = 0
  private(set) var monthFirst = 0
  private(set) var either = 0

  init() {}

  mutating func add(_ cell: DateCell) {
    guard case .numeric(let first, let second, _, _) = cell, first != second else { return }
    if first > 12 {
      dayFirst += 1
    } else if second > 12 {
      monthFirst += 1
    } else {
      either += 1
    }
  }

  static func + (left: OrderEvidence, right: OrderEvidence) -> OrderEvidence {
    var sum = left
    sum.dayFirst += right.dayFirst
    sum.monthFirst += right.monthFirst
    sum.either += right.either
    return sum
  }

  /// The order, if the clear cells agree. A hand-kept sheet may have a few the other way round: one in a hundred
  /// is forgiven once there are a hundred clear ones. Nil when nothing, or too little, is proved.
  var order: DateOrder? {
    let clear = dayFirst + monthFirst
    guard clear > 0 else { return nil }
    let against = min(dayFirst, monthFirst)
    guard against == 0 || (clear >= 100 && against * 100 <= clear) else { return nil }
    return dayFirst > monthFirst ? .dayFirst : .monthFirst
  }
}

/// A day as far as the file tells it.
enum KnownDay: Equatable, Sendable {
  case blank
  case day(CivilDate, ClockTime?)
  case month(year: Int, month: Int)
  case year(Int)
  /// Day and month could be either way round; only the year is sure.
  case ambiguous(year: Int)
  case fault(DateFault)
}

extension DateCell {
  /// Decides the cell by the order of its column; `century` makes a year of two digits whole.
  func known(order: DateOrder?, century: (Int) -> Int) -> KnownDay {
    switch self {
    case .blank: return .blank
    case .day(let day, let time): return .day(day, time)
    case .month(let year, let month): return .month(year: year, month: month)
    case .year(let year): return .year(year)
    case .fault(let fault): return .fault(fault)
    case .shortYear(let short, let month, let day, let time): return Self.day(century(short), month, day, time)
    case .numeric(let first, let second, let written, let time):
      let year = written < 100 ? century(written) : written
      // A cell that can be read in one way only is read in that way, whatever the rest of the column does.
      if first > 12 { return Self.day(year, second, first, time) }
      if second > 12 || first == second { return Self.day(year, first, second, time) }
      switch order {
      case .dayFirst: return Self.day(year, second, first, time)
      case .monthFirst: return Self.day(year, first, second, time)
      case nil: return .ambiguous(year: year)
      }
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int, _ time: ClockTime?) -> KnownDay {
    guard let date = CivilDate(year: year, month: month, day: day) else { return .fault(.noSuchDay) }
    return .day(date, time)
  }

  /// A birth year of two digits: the one that makes the person 0 to 99 years old in the year of the report.
  static func birthCentury(_ short: Int, reported: Int) -> Int {
    let candidate = reported / 100 * 100 + short
    return candidate > reported ? candidate - 100 : candidate
  }

  /// A year of two digits of an event: the latest that is not after the year that follows the report.
  static func eventCentury(_ short: Int, reported: Int) -> Int {
    let candidate = reported / 100 * 100 + short
    return candidate > reported + 1 ? candidate - 100 : candidate
  }
}
