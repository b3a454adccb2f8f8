package import CivilTime
internal import Foundation
internal import Linkage

/// Dates, numbers, lists and names as the language writes them.
extension Phrases {
  /// The nine digits of an A-number, or that they cannot be read.
  package func aNumber(_ number: String) -> String { number == ANumber.unreadable ? form.aNumberUnreadable : number }

  /// "November 17, 2026"
  package func day(_ day: CivilDate) -> String {
    moment(of: day).formatted(dates(.gmt).day().month(.wide).year())
  }

  /// "Tuesday, November 17, 2026"
  package func weekdayAndDay(_ day: CivilDate) -> String {
    moment(of: day).formatted(dates(.gmt).weekday(.wide).day().month(.wide).year())
  }

  /// "November 2026"
  package func month(_ day: CivilDate) -> String {
    moment(of: day).formatted(dates(.gmt).month(.wide).year())
  }

  /// "2:13 PM"
  package func clock(_ moment: Timestamp, in zone: Zone) -> String {
    date(moment).formatted(dates(zone.rules).hour().minute())
  }

  /// "November 17, 2026 at 2:13 PM, Pacific Time"
  package func moment(_ moment: Timestamp, in zone: Zone) -> String {
    let text = date(moment).formatted(dates(zone.rules).day().month(.wide).year().hour().minute())
    return ages.momentInZone(text, name(of: zone))
  }

  /// "Monday" for 1 to "Sunday" for 7.
  package func weekday(_ number: Int) -> String {
    // 5 January 1970 was a Monday.
    Date(timeIntervalSince1970: Double(3 + number) * 86_400).formatted(dates(.gmt).weekday(.wide))
  }

  /// "8:30 AM" for a minute of the day; 1440 is midnight.
  package func clock(minute: Int) -> String {
    Date(timeIntervalSince1970: Double(minute * 60)).formatted(dates(.gmt).hour().minute())
  }

  /// "Pacific Time"
  package func name(of zone: Zone) -> String {
    zone.rules.localizedName(for: .generic, locale: locale) ?? zone.identifier
  }

  /// "12,345"
  package func number(_ number: Int) -> String { number.formatted(IntegerFormatStyle<Int>(locale: locale)) }

  /// "36%"; with a decimal where rounding would make it none or all: "0.2%", "99.6%".
  package func share(_ share: Double) -> String {
    let isPart = share > 0 && share < 1
    let digits = isPart && (share < 0.01 || share > 0.99) ? 1 : 0
    let share = isPart ? min(share, 0.999) : share
    return share.formatted(
      FloatingPointFormatStyle<Double>.Percent(locale: locale).precision(.fractionLength(digits)))
  }

  /// What somebody wrote or said, in quotation marks; marks inside it become single ones.
  package func quoted(_ text: String) -> String {
    "“" + text.replacing("“", with: "‘").replacing("”", with: "’").replacing("\"", with: "'") + "”"
  }

  /// "one, two, and three"
  package func list(_ items: [String]) -> String { items.formatted(.list(type: .and).locale(locale)) }

  /// The sentence in the form that the language has for this number.
  package func counted(_ number: Int, _ plural: Plural) -> String {
    plural(language.pluralRule.category(of: number), self.number(number))
  }

  var locale: Locale { Locale(identifier: language.localeIdentifier) }

  private func dates(_ zone: TimeZone) -> Date.FormatStyle {
    Date.FormatStyle(locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: zone)
  }

  private func moment(of day: CivilDate) -> Date {
    // Noon, so that no rounding leaves the day.
    Date(timeIntervalSince1970: Double(day.daysSinceEpoch) * 86_400 + 43_200)
  }

  private func date(_ moment: Timestamp) -> Date {
    Date(timeIntervalSince1970: Double(moment.microseconds) / 1_000_000)
  }
}
