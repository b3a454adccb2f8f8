internal import CivilTime
internal import Figures
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// One place for those who review: what binds it, its days as a calendar and a table, its requests, and what is not known.
struct ReviewPlacePage: HTML {
  let scene: StaffScene
  let code: FacilityCode
  let report: PlaceReport
  var fault: DayFault?

  private var phrases: Phrases { scene.phrases }
  private var words: PlaceFigurePhrases { scene.phrases.figures.places }
  private var query: FigureQuery { report.query }

  var body: Node {
    StaffFrame(scene, .review(phrases.language, .place(code)), title: report.place.facility.name) {
      FigureAsking(phrases: phrases, query: query, route: .place(code), fault: fault)
      p { strong { phrases.figures.caveat } }
      for month in Self.months(query) {
        PlaceCalendar(
          phrases: phrases, title: words.calendar(report.place.facility.name, phrases.month(month)), first: month,
          marks: marks, names: { [words] in Self.name($0, words.marks) })
      }
      hours
      requests
      days
      rules
      terms
      unknown
    }
  }

  /// The first days of the months that the days lie in; a year at most.
  static func months(_ query: FigureQuery) -> [CivilDate] {
    guard let last = query.until.adding(days: -1), query.from <= last else { return [] }
    var months: [CivilDate] = []
    var month: CivilDate? = PlaceMonthPage.first(of: query.from)
    while let first = month, first <= last, months.count < 12 {
      months.append(first)
      month = PlaceMonthPage.next(after: first)
    }
    return months
  }

  private var marks: [CivilDate: DayMark] {
    Dictionary(report.days.map { ($0.day, Self.mark($0.standing)) }) { first, _ in first }
  }

  static func mark(_ standing: PlaceDay.Standing) -> DayMark {
    switch standing {
    case .open: .full
    case .short: .half
    case .closed: .none
    case .unknown: .unknown
    }
  }

  static func name(
    _ mark: DayMark, _ marks: (full: String, half: String, none: String, unknown: String, untold: String)
  ) -> String {
    switch mark {
    case .full: marks.full
    case .half: marks.half
    case .none: marks.none
    case .unknown: marks.unknown
    case .untold: marks.untold
    }
  }

  // MARK: Figures

  private var hours: Node {
    let sum = report.hours
    return section {
      h2 { words.hoursTitle }
      if sum.requiredDays > 0 {
        p {
          words.hoursSentence(
            phrases.counted(sum.requiredDays, words.dayCount),
            phrases.counted(sum.requiredMinutes / 60, phrases.figures.hours),
            phrases.share(Double(sum.leastMinutes) / Double(sum.requiredMinutes)),
            phrases.share(Double(sum.mostMinutes) / Double(sum.requiredMinutes)))
        }
      } else {
        p { words.hoursNone }
      }
      p {
        phrases.counted(sum.closures, words.closureSentence.all)
        if sum.closures > 0 {
          " "
            + words.closureSentence.split(
              phrases.number(sum.noticed), phrases.number(sum.unnoticed), phrases.number(sum.unsaid))
        }
      }
    }
  }

  private var requests: Node {
    let figures = phrases.figures, all = report.requests, more = report.more
    var rows: [(String, Node)] = [
      (figures.requests, count(all.requests, nil)), (figures.incidents, count(all.incidents, nil)),
      (figures.held, count(all.held, "held")), (figures.denied, count(all.denied, "denied")),
      (figures.silent, count(all.silent, "silent")), (figures.withdrawn, count(all.withdrawn, "withdrawn")),
      (figures.unknown, count(all.unknown, "unknown")),
      (figures.share, share(all.held, all.requests, "held")),
    ]
    if let more {
      rows += [
        (words.moved, share(more.moved, more.requests, "moved")),
        (words.calls, share(more.callsHeld, more.calls, "called")),
        (words.strong, share(more.strong, more.denied, "strong")),
      ]
    }
    return section {
      h2 { figures.outcomesTitle }
      Parts.facts(rows)
      p(.class("acts")) {
        a(.to(Route.review(phrases.language, .queue), query: filter.address), .class("act plain")) { words.toQueue }
        a(
          .to(
            Route.review(phrases.language, .figures),
            query: FigureAsking.days(query) + [(FigurePage.placeField, code.description), (FigurePage.byField, "week")]),
          .class("act plain")
        ) { words.toFigures }
      }
    }
  }

  private var filter: ReviewFilter {
    var filter = ReviewFilter()
    (filter.showing, filter.place) = (.all, code.description)
    return filter
  }

  private func count(_ number: Int, _ ended: String?) -> Node {
    Node.of {
      if number > 0 {
        a(.to(Route.review(phrases.language, .rows), query: FigureAsking.rows(query, nil, ended))) {
          phrases.number(number)
        }
      } else {
        phrases.number(number)
      }
    }
  }

  private func share(_ count: Int, _ of: Int, _ ended: String) -> Node {
    FigureAsking.share(Rate(count, of: of), phrases, rows: FigureAsking.rows(query, nil, ended))
  }

  private var days: Node {
    section {
      h2 { words.dayTable }
      div(.class("scroll"), .scrollable(), .role(.group), .label(words.dayTable)) {
        table(.class("log")) {
          caption(.class("hidden")) { words.dayTable }
          thead {
            tr {
              for title in [
                words.day, words.standing, words.open, words.required, words.posted, words.closures, words.noticed,
                words.unnoticed, phrases.figures.breached, words.accounts,
              ] { th(.scope(.col)) { title } }
            }
          }
          tbody { for day in report.days { row(day) } }
        }
      }
    }
  }

  private func row(_ day: DayFigure) -> Node {
    tr {
      th(.scope(.row)) {
        a(.to(Route.visits(phrases.language, .placeDay(code, DayName(day.day))))) { phrases.day(day.day) }
      }
      td { Self.name(Self.mark(day.standing), words.marks) }
      td {
        day.least == day.most
          ? phrases.minutes(day.least) : words.range(phrases.minutes(day.least), phrases.minutes(day.most))
      }
      td { day.required.map(phrases.minutes) ?? "–" }
      td { day.posted.map(phrases.minutes) ?? "–" }
      for count in [day.closures, day.noticed, day.unnoticed, day.breaches, day.accounts] {
        td { phrases.number(count) }
      }
    }
  }

  private var rules: Node {
    let byRule = Dictionary(grouping: report.rules, by: \.rule).sorted { $0.key < $1.key }
    return section {
      h2 { words.findings }
      RuleSums(phrases: phrases, title: words.findings, rules: byRule.map { ($0.key, $0.value) }, place: code)
    }
  }

  private var terms: Node {
    section {
      h2 { words.terms }
      if report.place.rules.isEmpty { p { words.termsNone } }
      ul {
        for rule in report.place.rules {
          li {
            strong { rule.plain[phrases.language.code] ?? rule.plain["en"] ?? rule.id }
            " " + [rule.cite, rule.id, rule.isVerified ? words.verified : words.unverified].joined(separator: " · ")
          }
        }
      }
      for order in report.orders {
        if let id = OrderCode(order.id) {
          p {
            a(.to(Route.review(phrases.language, .order(id)), query: FigureAsking.days(query)), .class("tall")) {
              words.orders.one(order.id)
            }
          }
        }
      }
    }
  }

  private var unknown: Node {
    section {
      h2 { words.unknownTitle }
      ul { for line in words.unknownText { li { line } } }
    }
  }
}
