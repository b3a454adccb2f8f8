internal import CivilTime
internal import Markup
internal import Phrasebook

/// How a day of a calendar stands; each has a mark of its own, so that nothing rests on colour.
enum DayMark: String, CaseIterable, Sendable {
  /// As the rules ask, or seen open.
  case full
  /// Less than the rules ask.
  case half
  case none
  /// Something was told, and it does not settle how it was.
  case unknown
  /// Nobody told anything.
  case untold
}

/// The days of a month as a drawing, with the day's number above its mark; in a sentence for those who do not see it.
struct PlaceCalendar: HTML {
  let phrases: Phrases
  let title: String
  let first: CivilDate
  let marks: [CivilDate: DayMark]
  let names: @Sendable (DayMark) -> String

  private static let cell = (width: 50.0, height: 44.0)
  private static let top = 20.0

  private var days: [CivilDate] {
    (0..<CivilDate.days(inMonth: first.month, of: first.year)).compactMap { first.adding(days: $0) }
  }

  /// Mondays begin weeks, as in every table of weeks here.
  private func place(_ day: CivilDate) -> (x: Double, y: Double) {
    let offset = Self.weekday(first) - 1
    let index = offset + day.days(since: first)
    return (5 + Double(index % 7) * Self.cell.width, Self.top + Double(index / 7) * Self.cell.height)
  }

  /// 1 for a Monday.
  private static func weekday(_ day: CivilDate) -> Int {
    guard let monday = CivilDate(year: 1970, month: 1, day: 5) else { return 1 }
    return ((day.days(since: monday) % 7) + 7) % 7 + 1
  }

  private var weeks: Int { (Self.weekday(first) - 1 + days.count + 6) / 7 }

  var body: Node {
    let used = DayMark.allCases.filter { mark in days.contains { (marks[$0] ?? .untold) == mark } }
    let bottom = Self.top + Double(weeks) * Self.cell.height
    return figure {
      svg(
        width: 360, height: Int(bottom) + 24 * used.count + 4, text: title + ". " + spoken(used),
        .class("map")
      ) {
        for number in 1...7 {
          chartText(
            x: 5 + (Double(number) - 0.5) * Self.cell.width, y: 13, String(phrases.weekday(number).prefix(3)), .middle,
            size: 11)
        }
        for day in days { box(day) }
        for (index, mark) in used.enumerated() {
          let x = 8.0, y = bottom + 4 + Double(index) * 24
          draw(mark, x: x, y: y)
          chartText(x: x + 30, y: y + 14, names(mark))
        }
      }
      figcaption(.class("quiet")) { title }
    }
  }

  private func box(_ day: CivilDate) -> Node {
    let (x, y) = place(day)
    return Node.of {
      chartText(x: x + Self.cell.width / 2, y: y + 12, String(day.day), .middle, size: 11)
      draw(marks[day] ?? .untold, x: x + Self.cell.width / 2 - 11, y: y + 17)
    }
  }

  /// Empty box, half-filled box, full box, question mark, dot.
  @HTMLBuilder private func draw(_ mark: DayMark, x: Double, y: Double) -> Node {
    let outline = [(x, y), (x + 22, y), (x + 22, y + 20), (x, y + 20), (x, y)].map { (x: $0.0, y: $0.1) }
    switch mark {
    case .full: chartLine(outline, width: 1.5)
    case .half:
      chartLine(outline, width: 1.5)
      chartBox(x: x, y: y + 10, width: 22, height: 10)
    case .none: chartBox(x: x, y: y, width: 22, height: 20)
    case .unknown:
      chartLine(outline, width: 1.5, dashes: [2, 3])
      chartText(x: x + 11, y: y + 15, "?", .middle, size: 14)
    case .untold: chartBox(x: x + 9, y: y + 9, width: 3, height: 3)
    }
  }

  /// Each kind with its days.
  private func spoken(_ used: [DayMark]) -> String {
    used.map { mark in
      let which = days.filter { (marks[$0] ?? .untold) == mark }
      return names(mark) + ": " + phrases.list(which.map { String($0.day) }) + "."
    }.joined(separator: " ")
  }
}
