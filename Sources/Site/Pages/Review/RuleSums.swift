internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// What each rule said over days, as a table; a rule leads to its cases.
struct RuleSums: HTML {
  let phrases: Phrases
  let title: String
  let rules: [(rule: String, days: [RuleDay])]
  var place: FacilityCode?

  private var words: OrderPhrases { phrases.figures.places.orders }

  var body: Node {
    div(.class("scroll"), .scrollable(), .role(.group), .label(title)) {
      table(.class("log")) {
        caption(.class("hidden")) { title }
        thead {
          tr {
            for title in [
              phrases.figures.groupings.rule, words.met, phrases.figures.breached, words.upheld, words.unsettled,
              words.notUpheld, words.unknown,
            ] { th(.scope(.col)) { title } }
          }
        }
        tbody { for one in rules { row(one.rule, one.days) } }
      }
    }
  }

  private func row(_ rule: String, _ days: [RuleDay]) -> Node {
    func sum(_ part: KeyPath<RuleDay, Int>) -> Int { days.reduce(0) { $0 + $1[keyPath: part] } }
    var filter = ReviewFilter()
    filter.showing = .all
    filter.rule = rule.split(separator: "/").first.map(String.init)
    filter.place = place?.description
    return tr {
      th(.scope(.row)) {
        a(
          .to(Route.review(phrases.language, .queue), query: filter.address), .label(phrases.figures.rows(rule))
        ) { rule }
      }
      for count in [
        sum(\.met), sum(\.breached), sum(\.upheld), sum(\.unsettled), sum(\.notUpheld), sum(\.unknown) + sum(\.pending),
      ] { td { phrases.number(count) } }
    }
  }
}
