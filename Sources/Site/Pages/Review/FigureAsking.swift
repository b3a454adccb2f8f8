internal import CivilTime
internal import Figures
internal import Markup
internal import Phrasebook
internal import Services
internal import Stores

/// What is wrong with the days that were asked for. The raw value is what a program reads.
enum DayFault: String {
  case unread = "day-not-understood"
  case noneBetween = "no-day-between"

  func text(_ words: FigurePhrases) -> String {
    switch self {
    case .unread: words.dayWrong
    case .noneBetween: words.noDay
    }
  }
}

/// Which days, as known when: the form above figures of places and orders, and how they travel in addresses.
struct FigureAsking: HTML {
  let phrases: Phrases
  let query: FigureQuery
  let route: ReviewRoute
  let fault: DayFault?

  private var words: FigurePhrases { phrases.figures }

  var body: Node {
    Node.of {
      if let fault { p(.class("notice grave"), .role(.alert)) { fault.text(words) } }
      p(.class("quiet")) { Self.asOf(query, phrases) }
      details(.class("more")) {
        summary { words.filter }
        form(.get, to: Route.review(phrases.language, route)) {
          text(FigurePage.fromField, words.from, query.from.iso, nil)
          text(FigurePage.untilField, words.until, query.until.iso, words.untilHint)
          text(FigurePage.knownField, words.known, Self.known(query), words.knownHint)
          if let place = query.place { input(.hidden, name: FigurePage.placeField, .value(place)) }
          button(.class("act")) { words.apply }
        }
      }
    }
  }

  private func text(_ field: String, _ name: String, _ value: String, _ hint: String?) -> Node {
    let id = ElementID("ask", field)
    return div(.class("field")) {
      label(for: id) { name }
      if let hint { p(.class("hint"), .id(ElementID("hint", field))) { hint } }
      input(
        .text, name: field, .id(id), .value(value), .autocomplete(.off), .spellcheck(false),
        .describedBy(hint == nil ? [] : [ElementID("hint", field)]))
    }
  }

  // MARK: What several pages say alike

  static func asOf(_ query: FigureQuery, _ phrases: Phrases) -> String {
    Zone("UTC").map { phrases.figures.asOf(phrases.moment(query.asOf, in: $0)) } ?? ""
  }

  /// The day that was asked for; nothing for now.
  static func known(_ query: FigureQuery) -> String {
    guard let day = query.asOf.utcDay, Timestamp(utcMidnight: day) == query.asOf else { return "" }
    return day.adding(days: -1)?.iso ?? ""
  }

  static func days(_ query: FigureQuery) -> [(name: String, value: String)] {
    [
      (FigurePage.fromField, query.from.iso), (FigurePage.untilField, query.until.iso),
      (FigurePage.knownField, known(query)),
    ].filter { !$0.1.isEmpty }
  }

  /// The address of the requests behind a figure.
  static func rows(_ query: FigureQuery, _ item: String?, _ ended: String?) -> [(name: String, value: String)] {
    days(query)
      + [
        (FigurePage.byField, query.grouping.rawValue), (FigurePage.placeField, query.place ?? ""),
        (FigureRowsPage.itemField, item ?? ""), (FigureRowsPage.endedField, ended ?? ""),
      ].filter { !$0.1.isEmpty }
  }

  static func share(_ rate: Rate, _ phrases: Phrases) -> String {
    guard let share = rate.share else { return phrases.figures.noCases }
    return phrases.figures.interval(phrases.share(share), phrases.share(rate.low), phrases.share(rate.high))
      + " · \(phrases.number(rate.count))/\(phrases.number(rate.of))"
  }

  /// A share that leads to the requests that it counts.
  static func share(_ rate: Rate, _ phrases: Phrases, rows: [(name: String, value: String)]) -> Node {
    Node.of {
      if rate.count > 0 {
        a(.to(Route.review(phrases.language, .rows), query: rows)) { share(rate, phrases) }
      } else {
        share(rate, phrases)
      }
    }
  }

  /// The share of the required minutes that a place was open: at least, at most.
  static func hours(_ sum: HoursSum, _ phrases: Phrases) -> String {
    guard sum.requiredMinutes > 0 else { return phrases.figures.noCases }
    func part(_ minutes: Int) -> String { phrases.share(Double(minutes) / Double(sum.requiredMinutes)) }
    return sum.leastMinutes == sum.mostMinutes
      ? part(sum.leastMinutes) : phrases.figures.places.range(part(sum.leastMinutes), part(sum.mostMinutes))
  }
}
