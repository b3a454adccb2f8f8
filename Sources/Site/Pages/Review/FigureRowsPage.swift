internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// The requests behind a figure, without names; each with the cases that came of it.
struct FigureRowsPage: HTML {
  let scene: StaffScene
  let query: FigureQuery
  let item: String?
  let ended: String?
  let rows: [FigureRow]
  let hasMore: Bool

  static let itemField = "item"
  static let endedField = "ended"
  static let afterField = "after"

  private var phrases: Phrases { scene.phrases }
  private var words: PlaceFigurePhrases { scene.phrases.figures.places }
  private var route: Route { .review(phrases.language, .rows) }

  var body: Node {
    StaffFrame(scene, route, title: words.rowsTitle) {
      p(.class("lead")) { words.rowsLead }
      p { strong { chosen } }
      p(.class("quiet")) { FigureAsking.asOf(query, phrases) }
      if rows.isEmpty { p { words.rowsNone } } else { table }
      if hasMore, let last = rows.last {
        p(.class("acts")) {
          a(
            .to(route, query: FigureAsking.rows(query, item, ended) + [(Self.afterField, String(last.id))]),
            .class("act plain")
          ) { words.next }
        }
      }
      p { phrases.figures.caveat }
    }
  }

  private var chosen: String {
    var parts = [phrases.day(query.from) + " – " + phrases.day(query.until.adding(days: -1) ?? query.until)]
    if let place = query.place { parts.append(place) }
    if let item { parts.append(FigurePage.name(of: item, query.grouping, phrases)) }
    if let ended { parts.append(name(ended)) }
    return parts.joined(separator: " · ")
  }

  private var table: Node {
    div(.class("scroll"), .scrollable(), .role(.group), .label(words.rowsTitle)) {
      Markup.table(.class("log")) {
        caption(.class("hidden")) { words.rowsTitle }
        thead {
          tr {
            for title in [
              words.day, words.place, phrases.figures.groupings.mode, phrases.figures.groupings.tie, words.ended,
              phrases.review.queue.title,
            ] { th(.scope(.col)) { title } }
          }
        }
        tbody { for row in rows { line(row) } }
      }
    }
  }

  private func line(_ row: FigureRow) -> Node {
    tr {
      th(.scope(.row)) { phrases.day(row.day) }
      td { row.code }
      td { phrases.visits.words.modes[row.mode] }
      td { phrases.visits.words.ties[row.tie] }
      td { name(row.ended) }
      td {
        if row.cases.isEmpty { words.noCase }
        for (index, id) in row.cases.enumerated() {
          if index > 0 { ", " }
          a(.to(Route.review(phrases.language, .one(CaseNumber(id))))) { words.caseOf(String(id)) }
        }
      }
    }
  }

  private func name(_ ended: String) -> String {
    switch ended {
    case "held": phrases.figures.held
    case "denied": phrases.figures.denied
    case "silent": phrases.figures.silent
    case "withdrawn": phrases.figures.withdrawn
    case "moved": words.moved
    case "call": phrases.visits.words.modes[.call]
    case "called": words.calls
    case "strong": words.strong
    default: phrases.figures.unknown
    }
  }

  /// What can be asked for, as an address may have it.
  static let ends = ["held", "denied", "silent", "withdrawn", "unknown", "moved", "call", "called", "strong"]
}
