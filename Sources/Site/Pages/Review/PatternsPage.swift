internal import CivilTime
internal import CounselRules
internal import Markup
internal import Phrasebook
internal import Services
internal import Stores

/// Groups of cases that may be one pattern, and a form to name each.
struct PatternsPage: HTML {
  let scene: StaffScene
  let query: FigureQuery
  let groups: [CaseGroup]
  var fault: ReviewFault?
  var typed: PatternInput?
  var isSaved = false
  var dayFault: DayFault?

  enum Field: String, CaseIterable { case kind, code, pattern, first, name, reason }

  private var phrases: Phrases { scene.phrases }
  private var words: CaseGroupPhrases { scene.phrases.patterns }
  private var route: Route { .review(phrases.language, .patterns) }

  var body: Node {
    StaffFrame(scene, route, title: words.title) {
      p(.class("lead")) { words.lead }
      if isSaved { p(.class("notice"), .role(.status)) { words.saved } }
      if let fault { p(.class("notice grave"), .role(.alert)) { sentence(fault) } }
      FigureAsking(phrases: phrases, query: query, route: .patterns, fault: dayFault)
      if groups.isEmpty { p { words.none } }
      for (number, group) in groups.enumerated() { card(group, number) }
    }
  }

  private func sentence(_ fault: ReviewFault) -> String {
    fault == .noName ? words.noName : phrases.review.one.sentence(fault)
  }

  private func card(_ group: CaseGroup, _ number: Int) -> Node {
    article(.class("record")) {
      h2 { group.placeName }
      p { strong { kind(group.kind) } }
      p { Pattern(rawValue: group.pattern).map { phrases.findings.name(of: $0) } ?? group.pattern }
      p { words.span(phrases.day(group.first), phrases.day(group.last)) }
      p {
        words.counts(
          phrases.number(group.cases), phrases.number(group.people), phrases.number(group.days),
          phrases.number(group.upheld))
      }
      for name in group.names { p { words.named(name.name, name.by, name.reason) } }
      if group.names.isEmpty { p(.class("quiet")) { words.notNamed } }
      p {
        a(.to(Route.review(phrases.language, .queue), query: filter(group).address), .class("tall")) { words.cases }
      }
      details(.class("more"), .open(if: isTyped(group))) {
        summary { words.giveName }
        form(.post, to: route) {
          StaffForm.token(scene.staff)
          for (name, value) in FigureAsking.days(query) { input(.hidden, name: name, .value(value)) }
          hidden(.kind, group.kind.rawValue)
          hidden(.code, group.code)
          hidden(.pattern, group.pattern)
          hidden(.first, group.first.iso)
          text(.name, words.name, words.nameHint, number, isTyped(group) ? typed?.name ?? "" : "")
          text(.reason, words.reason, nil, number, isTyped(group) ? typed?.reason ?? "" : "")
          button(.class("act")) { words.submit }
        }
      }
    }
  }

  private func isTyped(_ group: CaseGroup) -> Bool {
    typed.map { $0.code == group.code && $0.pattern == group.pattern && $0.first == group.first.iso } ?? false
  }

  private func filter(_ group: CaseGroup) -> ReviewFilter {
    var filter = ReviewFilter()
    (filter.showing, filter.place, filter.pattern) = (.all, group.code, group.pattern)
    return filter
  }

  private func hidden(_ field: Field, _ value: String) -> Node { input(.hidden, name: field.rawValue, .value(value)) }

  private func text(_ field: Field, _ name: String, _ hint: String?, _ number: Int, _ value: String) -> Node {
    let id = ElementID(field == .name ? "pattern-name" : "pattern-reason", String(number))
    return div(.class("field")) {
      label(for: id) { name }
      if let hint { p(.class("hint"), .id(ElementID("hint", id.name))) { hint } }
      input(
        .text, name: field.rawValue, .id(id), .value(value), .autocomplete(.off), .required(),
        .describedBy(hint == nil ? [] : [ElementID("hint", id.name)]))
    }
  }

  private func kind(_ kind: PatternKind) -> String {
    switch kind {
    case .sameRefusal: words.kinds.sameRefusal
    case .closure: words.kinds.closure
    case .blanket: words.kinds.blanket
    }
  }
}
