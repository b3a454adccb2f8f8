internal import Linkage
internal import Markup
internal import Phrasebook

/// How a pair was weighed: each fact, how it agrees, what that weighs, and the sum. For staff alone.
struct StaffWaterfall: HTML {
  let phrases: Phrases
  let agreements: [Agreement]

  private var words: StaffSearchPhrases { phrases.staff.search }

  var body: Node {
    table(.class("moves")) {
      caption { words.waterfall }
      thead {
        tr { for title in [words.fact, words.level, words.bits] { th(.scope(.col)) { title } } }
      }
      tbody {
        for line in agreements.sorted(by: { $0.bits > $1.bits }) {
          tr {
            th(.scope(.row)) { words.name(of: line.fact) }
            td { words.name(of: line.level) }
            td(.class("share")) { phrases.weight(line.bits) }
          }
        }
        tr {
          th(.scope(.row)) { words.sum }
          td { "" }
          td(.class("share")) { strong { phrases.weight(agreements.reduce(0) { $0 + $1.bits }) } }
        }
      }
    }
  }
}
