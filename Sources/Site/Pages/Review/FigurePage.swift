internal import CivilTime
internal import CounselRules
internal import Figures
internal import Gateway
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// Counts with intervals, charts with their tables, and how it was counted.
struct FigurePage: HTML {
  let scene: StaffScene
  let report: FigureReport
  var fault: DayFault?

  static let byField = "by"
  static let fromField = "from"
  static let untilField = "until"
  static let placeField = "place"
  static let knownField = "known"

  private var phrases: Phrases { scene.phrases }
  private var words: FigurePhrases { scene.phrases.figures }
  private var query: FigureQuery { report.query }

  var body: Node {
    StaffFrame(scene, .review(phrases.language, .figures), title: words.title) {
      p(.class("lead")) { words.lead }
      if let fault { p(.class("notice grave"), .role(.alert)) { fault.text(words) } }
      p { strong { words.caveat } }
      p(.class("quiet")) { asOf }
      filterForm
      if query.grouping.countsFindings { findings } else { outcomes }
      FigureWaitView(
        phrases: phrases, query: query, title: words.toVisit, end: .visit, incidence: report.toVisit)
      FigureWaitView(
        phrases: phrases, query: query, title: words.toAnswer, end: .answer, incidence: report.toAnswer)
      FigureWaitView(
        phrases: phrases, query: query, title: words.toCall, end: .call, incidence: report.toCall,
        lead: words.toCallLead)
      if !report.places.isEmpty { PlacesTable(phrases: phrases, query: query, lines: report.places) }
      section {
        h2 { words.method }
        ul { for method in words.methods { li { method } } }
        p(.class("acts")) {
          a(.to(Route.review(phrases.language, .figuresTable), query: address), .class("act plain")) { words.csv }
          a(.to(Route.review(phrases.language, .figuresData), query: address), .class("act plain")) { words.json }
          a(.to(Route.review(phrases.language, .report), query: address), .class("act plain")) {
            phrases.court.report.pdf
          }
          a(.to(Route.review(phrases.language, .incidents), query: address), .class("act plain")) {
            phrases.court.report.incidentsTable
          }
          a(.to(Route.published(phrases.language)), .class("act plain")) { phrases.published.title }
        }
      }
    }
  }

  private var asOf: String {
    FigureAsking.asOf(query, phrases)
  }

  private var address: [(name: String, value: String)] {
    [
      (Self.byField, query.grouping.rawValue), (Self.fromField, query.from.iso), (Self.untilField, query.until.iso),
      (Self.placeField, query.place ?? ""), (Self.knownField, known),
    ].filter { !$0.1.isEmpty }
  }

  private var known: String { FigureAsking.known(query) }

  // MARK: Asking

  private var filterForm: Node {
    details(.class("more")) {
      summary { words.filter }
      form(.get, to: Route.review(phrases.language, .figures)) {
        div(.class("field")) {
          label(for: "by") { words.by }
          select(name: Self.byField, .id("by")) {
            for grouping in FigureQuery.Grouping.allCases {
              option(value: grouping.rawValue, selected: grouping == query.grouping, name(grouping))
            }
          }
        }
        text(Self.fromField, "from", words.from, query.from.iso, nil)
        text(Self.untilField, "until", words.until, query.until.iso, words.untilHint)
        text(Self.placeField, "place", words.place, query.place ?? "", phrases.review.queue.placeHint)
        text(Self.knownField, "known", words.known, known, words.knownHint)
        button(.class("act")) { words.apply }
      }
    }
  }

  private func text(_ field: String, _ id: ElementID, _ name: String, _ value: String, _ hint: String?) -> Node {
    div(.class("field")) {
      label(for: id) { name }
      if let hint { p(.class("hint"), .id(ElementID("hint", field))) { hint } }
      input(
        .text, name: field, .id(id), .value(value), .autocomplete(.off), .spellcheck(false),
        .describedBy(hint == nil ? [] : [ElementID("hint", field)]))
    }
  }

  private func name(_ grouping: FigureQuery.Grouping) -> String {
    switch grouping {
    case .place: words.groupings.place
    case .week: words.groupings.week
    case .month: words.groupings.month
    case .mode: words.groupings.mode
    case .tie: words.groupings.tie
    case .rule: words.groupings.rule
    case .authority: words.groupings.authority
    }
  }

  // MARK: Requests

  private var outcomes: Node {
    section {
      h2 { words.outcomesTitle }
      FigureBars(
        phrases: phrases, by: name(query.grouping),
        bars: report.outcomes.map { (name(of: $0.item), Rate($0.held, of: $0.requests)) })
      div(.class("scroll"), .scrollable(), .role(.group), .label(words.outcomesTitle)) {
        table(.class("log")) {
          caption(.class("hidden")) { words.outcomesTitle }
          thead {
            tr {
              for title in [
                name(query.grouping), words.requests, words.incidents, words.held, words.denied, words.silent,
                words.withdrawn, words.unknown, words.share,
              ] { th(.scope(.col)) { title } }
            }
          }
          tbody {
            for one in report.outcomes { row(one, name(of: one.item), link(one.item)) }
            row(report.total, words.total, nil)
          }
        }
      }
      p { words.caveat }
    }
  }

  private func row(_ one: OutcomeCount, _ title: String, _ link: Link?) -> Node {
    tr {
      th(.scope(.row)) {
        if let link { a(link, .label(words.rows(title))) { title } } else { title }
      }
      for (count, ended) in [
        (one.requests, nil), (one.incidents, nil), (one.held, "held"), (one.denied, "denied"), (one.silent, "silent"),
        (one.withdrawn, "withdrawn"), (one.unknown, "unknown"),
      ] as [(Int, String?)] {
        td {
          if count > 0 {
            a(
              .to(
                Route.review(phrases.language, .rows),
                query: FigureAsking.rows(rowsQuery, one.item.isEmpty ? nil : one.item, ended))
            ) { phrases.number(count) }
          } else {
            phrases.number(count)
          }
        }
      }
      td { share(Rate(one.held, of: one.requests)) }
    }
  }

  private func share(_ rate: Rate) -> String {
    guard let share = rate.share else { return words.noCases }
    return words.interval(phrases.share(share), phrases.share(rate.low), phrases.share(rate.high))
  }

  private var rowsQuery: FigureQuery {
    var rows = query
    if query.grouping.countsFindings { rows.grouping = .place }
    return rows
  }

  private func name(of item: String) -> String { Self.name(of: item, query.grouping, phrases) }

  /// What an item of the group is called.
  static func name(of item: String, _ grouping: FigureQuery.Grouping, _ phrases: Phrases) -> String {
    switch grouping {
    case .week: CivilDate(iso: item).map { phrases.figures.week(phrases.day($0)) } ?? item
    case .month: CivilDate(iso: item + "-01").map { phrases.month($0) } ?? item
    case .mode: VisitMode(rawValue: item).map { phrases.visits.words.modes[$0] } ?? item
    case .tie: ClientTie(rawValue: item).map { phrases.visits.words.ties[$0] } ?? item
    case .authority: AuthorityKind(rawValue: item).map { phrases.findings.name(of: $0) } ?? item
    case .place, .rule: item
    }
  }

  /// The cases behind a figure, where the queue can show them.
  private func link(_ item: String) -> Link? {
    var filter = ReviewFilter()
    filter.showing = .all
    switch query.grouping {
    case .place: filter.place = item
    case .rule: (filter.rule, filter.place) = (item, query.place)
    default: return nil
    }
    return .to(Route.review(phrases.language, .queue), query: filter.address)
  }

  // MARK: Findings

  private var findings: Node {
    section {
      h2 { words.findingsTitle }
      div(.class("scroll"), .scrollable(), .role(.group), .label(words.findingsTitle)) {
        table(.class("log")) {
          caption(.class("hidden")) { words.findingsTitle }
          thead {
            tr {
              for title in [
                name(query.grouping), words.met, words.breached, words.undecided, words.upheld, words.notUpheld,
                words.strong,
              ] { th(.scope(.col)) { title } }
            }
          }
          tbody {
            for one in report.findings {
              tr {
                th(.scope(.row)) {
                  if let link = link(one.item) {
                    a(link, .label(words.rows(name(of: one.item)))) { name(of: one.item) }
                  } else {
                    name(of: one.item)
                  }
                }
                for count in [one.met, one.breached, one.unknown, one.upheld, one.notUpheld] {
                  td { phrases.number(count) }
                }
                td { share(Rate(one.strong, of: one.breached)) }
              }
            }
          }
        }
      }
      p { words.caveat }
    }
  }
}
