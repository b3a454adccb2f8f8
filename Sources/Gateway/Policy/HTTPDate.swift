package import Foundation

/// Dates as HTTP writes them: "Sun, 06 Nov 1994 08:49:37 GMT". The two older forms are not read.
package enum HTTPDate {
  package static func text(_ date: Date) -> String {
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
    guard let year = parts.year, let month = parts.month, let day = parts.day, let weekday = parts.weekday else {
      return ""
    }
    let clock = [parts.hour, parts.minute, parts.second].map { padded($0 ?? 0, 2) }.joined(separator: ":")
    return "\(weekdays[weekday - 1]), \(padded(day, 2)) \(months[month - 1]) \(padded(year, 4)) \(clock) GMT"
  }

  package static func date(_ text: String) -> Date? {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == ":" })
    guard text.utf8.count == 29, parts.count == 8, let month = months.firstIndex(of: String(parts[2])) else {
      return nil
    }
    let numbers = [parts[3], parts[1], parts[4], parts[5], parts[6]].map { Token.decimal($0.utf8) }
    let components = DateComponents(
      year: numbers[0], month: month + 1, day: numbers[1], hour: numbers[2], minute: numbers[3], second: numbers[4])
    // Written back it must be the same text: that refuses 31 February, 25 hours and the wrong weekday.
    guard let date = calendar.date(from: components), HTTPDate.text(date) == text else { return nil }
    return date
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  private static let calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()
}
