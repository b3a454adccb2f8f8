internal import Figures
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// Places in numbers: requests, days, hours open of hours required, closures, transfers, calls, evidence.
struct PlacesTable: HTML {
  let phrases: Phrases
  let query: FigureQuery
  let lines: [PlaceLine]

  private var words: PlaceFigurePhrases { phrases.figures.places }

  var body: Node {
    section {
      h2 { words.table }
      div(.class("scroll"), .scrollable(), .role(.group), .label(words.table)) {
        table(.class("log")) {
          caption(.class("hidden")) { words.table }
          thead {
            tr {
              for title in [
                words.place, words.requests, words.held, words.days, words.marks.full, words.marks.half,
                words.marks.none, words.marks.unknown, words.hours, words.closures, words.noticed, words.unnoticed,
                words.unsaid, words.moved, words.calls, words.strong,
              ] { th(.scope(.col)) { title } }
            }
          }
          tbody { for line in lines { row(line) } }
        }
      }
      p { phrases.figures.caveat }
    }
  }

  private var byPlace: FigureQuery {
    var query = query
    query.grouping = .place
    return query
  }

  private func row(_ line: PlaceLine) -> Node {
    let hours = line.hours, more = line.more
    let held = Rate(line.requests?.held ?? 0, of: line.requests?.requests ?? 0)
    return tr {
      th(.scope(.row)) {
        if let code = FacilityCode(line.facility.code) {
          a(.to(Route.review(phrases.language, .place(code)), query: FigureAsking.days(query))) { line.facility.name }
        }
      }
      td {
        let count = line.requests?.requests ?? 0
        if count > 0 {
          a(.to(Route.review(phrases.language, .rows), query: FigureAsking.rows(byPlace, line.facility.code, nil))) {
            phrases.number(count)
          }
        } else {
          phrases.number(count)
        }
      }
      td { share(held, line, "held") }
      for count in [hours.days, hours.open, hours.short, hours.closed, hours.unknown] { td { phrases.number(count) } }
      td { FigureAsking.hours(hours, phrases) }
      for count in [hours.closures, hours.noticed, hours.unnoticed, hours.unsaid] { td { phrases.number(count) } }
      td { share(Rate(more?.moved ?? 0, of: more?.requests ?? 0), line, "moved") }
      td { share(Rate(more?.callsHeld ?? 0, of: more?.calls ?? 0), line, "called") }
      td { share(Rate(more?.strong ?? 0, of: more?.denied ?? 0), line, "strong") }
    }
  }

  private func share(_ rate: Rate, _ line: PlaceLine, _ ended: String) -> Node {
    FigureAsking.share(rate, phrases, rows: FigureAsking.rows(byPlace, line.facility.code, ended))
  }
}
