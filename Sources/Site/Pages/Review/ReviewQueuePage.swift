internal import CivilTime
internal import CounselRules
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// The cases that wait, fifty at a time: whole lines to tab through, no script.
struct ReviewQueuePage: HTML {
  let scene: StaffScene
  let filter: ReviewFilter
  let isFirst: Bool
  let queue: ReviewQueue
  let now: Timestamp

  private var phrases: Phrases { scene.phrases }
  private var words: ReviewQueuePhrases { scene.phrases.review.queue }
  private var route: Route { .review(phrases.language, .queue) }

  var body: Node {
    StaffFrame(scene, route, title: words.title) {
      p(.class("lead")) { words.lead }
      filterForm
      h2 { phrases.counted(queue.count(of: filter.severity), words.count) }
      if queue.lines.isEmpty { p { words.none } }
      ul(.class("places")) {
        for line in queue.lines { li { ReviewLineView(phrases: phrases, line: line, now: now) } }
      }
      if !isFirst || queue.next != nil {
        p(.class("acts")) {
          if !isFirst { a(.to(route, query: filter.address), .class("act plain")) { words.first } }
          if let next = queue.next {
            a(.to(route, query: filter.address + [(ReviewFilter.afterField, next.description)]), .class("act plain")) {
              words.next
            }
          }
        }
      }
    }
  }

  private var filterForm: Node {
    details(.class("more"), .open(if: filter != ReviewFilter() && isFirst)) {
      summary { words.filter }
      form(.get, to: route) {
        choice(
          ReviewFilter.showField, "show", words.show, ReviewFilter.Showing.allCases.map { ($0.rawValue, name($0)) },
          filter.showing.rawValue)
        choice(
          ReviewFilter.severityField, "severity", words.severity,
          [("", words.any)]
            + ReviewFilter.severities.map { severity in
              let name = Severity(rawValue: severity).map { phrases.findings.name(of: $0) } ?? severity
              return (severity, "\(name) (\(phrases.number(queue.severities[severity] ?? 0)))")
            }, filter.severity ?? "")
        choice(
          ReviewFilter.ruleField, "rule", words.rule,
          [("", words.any)] + ruleNames.map { ($0.name, "\($0.name) (\(phrases.number($0.count)))") }, filter.rule ?? ""
        )
        div(.class("field")) {
          label(for: "place") { words.place }
          p(.class("hint"), .id("hint-place")) { words.placeHint }
          input(
            .text, name: ReviewFilter.placeField, .id("place"), .value(filter.place ?? ""), .autocomplete(.off),
            .spellcheck(false), .describedBy(["hint-place"]))
        }
        choice(
          ReviewFilter.patternField, "pattern", phrases.published.kind,
          [("", words.any)] + Pattern.allCases.map { ($0.rawValue, phrases.findings.name(of: $0)) },
          filter.pattern ?? "")
        choice(
          ReviewFilter.orderField, "order", words.order, ReviewFilter.Order.allCases.map { ($0.rawValue, name($0)) },
          filter.order.rawValue)
        button(.class("act")) { words.apply }
      }
    }
  }

  /// Those of the queue, and the one that was asked for though nothing is left of it.
  private var ruleNames: [(name: String, count: Int)] {
    guard let rule = filter.rule, !queue.rules.contains(where: { $0.name == rule }) else { return queue.rules }
    return queue.rules + [(name: rule, count: 0)]
  }

  private func choice(
    _ field: String, _ id: ElementID, _ name: String, _ options: [(value: String, text: String)], _ chosen: String
  ) -> Node {
    div(.class("field")) {
      label(for: id) { name }
      select(name: field, .id(id)) {
        for choice in options { option(value: choice.value, selected: choice.value == chosen, choice.text) }
      }
    }
  }

  private func name(_ showing: ReviewFilter.Showing) -> String {
    switch showing {
    case .toDecide: words.showing.toDecide
    case .waiting: words.showing.waiting
    case .decided: words.showing.decided
    case .all: words.showing.all
    }
  }

  private func name(_ order: ReviewFilter.Order) -> String {
    switch order {
    case .gravest: words.orders.gravest
    case .due: words.orders.due
    case .oldest: words.orders.oldest
    }
  }
}

/// A case as a line: what kind of denial, where, when, how grave, by when to look.
struct ReviewLineView: HTML {
  let phrases: Phrases
  let line: CaseLine
  let now: Timestamp

  var body: Node {
    Node.of {
      a(.to(Route.review(phrases.language, .one(CaseNumber(line.id))))) { title }
      ReviewTags(phrases: phrases, line: line)
      p(.class("quiet")) {
        [line.placeName, phrases.day(line.day), Self.about(line, phrases), due]
          .compactMap(\.self).joined(separator: " · ")
      }
    }
  }

  /// The attorney by pseudonym; or that it is about the place itself.
  static func about(_ line: CaseLine, _ phrases: Phrases) -> String {
    line.attorney.map { phrases.review.queue.attorney(String($0)) } ?? phrases.review.queue.thePlace
  }

  private var title: String {
    let pattern = line.pattern.flatMap(Pattern.init(rawValue:)).map { phrases.findings.name(of: $0) }
    return [pattern, line.rule].compactMap(\.self).joined(separator: " · ")
  }

  private var due: String? {
    guard line.state.waitsForPeople else { return nil }
    let words = phrases.review.queue
    return line.dueAt < now
      ? words.overdue(phrases.ago(line.dueAt, now: now)) : words.lookBy(phrases.until(line.dueAt, now: now))
  }
}

/// Severity, authority, grade and where it stands.
struct ReviewTags: HTML {
  let phrases: Phrases
  let line: CaseLine

  var body: Node {
    div(.class("tags")) {
      if let severity = Severity(rawValue: line.severity) {
        span(
          severity == .red ? .class("tag strong red") : severity == .amber ? .class("tag strong amber") : .class("tag")
        ) {
          phrases.findings.name(of: severity)
        }
      }
      if let authority = AuthorityKind(rawValue: line.authority) {
        span(.class("tag")) { phrases.findings.name(of: authority) }
      }
      if let grade = line.grade { span(.class("tag")) { phrases.visits.counsel.grade(grade.rawValue) } }
      if line.state != .open || line.reopened != nil {
        span(.class("tag strong")) { phrases.review.states[line.state] }
      }
    }
  }
}
